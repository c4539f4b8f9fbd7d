"""One module per released schema; frozen once released."""
