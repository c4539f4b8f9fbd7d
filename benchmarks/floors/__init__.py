"""The floors that speed is measured against; they use nothing of the program."""
