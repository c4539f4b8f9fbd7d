"""The four areas of the window."""
