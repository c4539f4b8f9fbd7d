"""What every other layer stands on: clock, paths, German text, errors, files."""
