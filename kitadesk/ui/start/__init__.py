"""The first minutes: two tiles, the own Kita, the first paper."""
