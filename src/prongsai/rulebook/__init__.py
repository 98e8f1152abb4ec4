"""The reasoning of the assessment: pure, exact, explained."""
