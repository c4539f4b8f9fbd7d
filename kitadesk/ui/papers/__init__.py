"""The panel that prints: paper, its form, live preview, findings."""
