"""Files that people bring: recognised by their content, cleaned, and kept once under their own hash."""
