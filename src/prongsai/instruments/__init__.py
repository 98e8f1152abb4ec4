"""The rules of the assessment as data, one sealed folder per fiscal year; no code lives here."""
