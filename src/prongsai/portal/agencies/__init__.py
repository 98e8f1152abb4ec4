"""The agencies that are assessed."""
