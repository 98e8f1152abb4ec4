"""Text rules: what a sentence says against the year's items and the agency's own figures. Pure, no document formats."""
