"""Thai numerals, Buddhist dates, fiscal years, words and sorting: pure functions."""
