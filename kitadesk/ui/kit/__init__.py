"""Reusable parts of every screen; no business word lives here."""
