"""Reminders of steps that are due."""
