"""Thai numerals, Buddhist dates, fiscal years, words: pure functions."""
