"""Quick notes: the field of Heute, and the small window of Strg+N."""
