"""Wires the areas together; imported by none of them."""
