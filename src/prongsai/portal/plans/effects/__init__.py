"""What came of the measures, and the library of those that seem to work."""
