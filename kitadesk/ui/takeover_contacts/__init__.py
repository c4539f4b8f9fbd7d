"""Kontakte übernehmen: address lists and visiting cards into the address book."""
