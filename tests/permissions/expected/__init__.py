"""The table of who may, area by area; `expectations` says how to read it."""
