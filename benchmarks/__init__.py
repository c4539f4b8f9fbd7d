"""Speed as ratios: each benchmark runs its floor and the program in turn, median of nine."""
