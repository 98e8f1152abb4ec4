"""Tags of the area."""
