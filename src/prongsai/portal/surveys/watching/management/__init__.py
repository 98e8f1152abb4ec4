"""Maintenance commands of the area."""
