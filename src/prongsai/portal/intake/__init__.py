"""Answers that were collected elsewhere: the office reads a file, sees how it was understood, and lets it count."""
