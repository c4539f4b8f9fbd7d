"""Pictures of the README are made here, from the invented town."""
