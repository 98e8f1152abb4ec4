"""The workspace in which an officer analyses her agency's result: findings, topics, constraints, what would lift it."""
