"""Migrations of the data file, as package data so that the installed program finds them."""
