"""Liste übernehmen: from Excel, Word or a file to children, groups and families."""
