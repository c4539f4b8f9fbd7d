"""The year plan as a picture, for Heute and for the Übergang."""
