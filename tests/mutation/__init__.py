"""Mutates the rulebook in a copy of it, so that its tests are tested; `make mutation` runs it."""
