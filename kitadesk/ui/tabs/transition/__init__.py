"""The tab Übergang: the children of an entry year, the whole house, the plan of the year."""
