"""What stands behind the name of the institution: the Kita and the program."""
