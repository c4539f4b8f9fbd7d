"""The window: tabs, dialogs and their reusable parts."""
