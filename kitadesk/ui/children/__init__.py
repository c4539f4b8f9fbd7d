"""Children in the window: their card, a new child, and going, coming, changing the group."""
