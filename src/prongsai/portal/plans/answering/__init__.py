"""Heads of units answer for what is given to them; the executive approves."""
