"""Figures to try the portal with: published facts of real agencies and a fictional province."""
