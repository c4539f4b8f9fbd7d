"""The tab Kontakte: institutions, people and bodies of the alliance."""
