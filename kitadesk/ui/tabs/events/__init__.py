"""The tab Elternabende: events, their replies and their papers."""
