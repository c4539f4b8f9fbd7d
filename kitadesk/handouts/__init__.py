"""The papers: what stands on them, and the kit that draws it."""
