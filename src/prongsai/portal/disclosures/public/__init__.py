"""What everybody may see of a disclosure: a year's page, a piece for the agency's own site, its published files."""
