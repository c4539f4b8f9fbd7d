"""The tab *Heute*: what is due, and what comes next."""
