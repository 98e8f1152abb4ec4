"""Units report steps with evidence; a second person checks."""
