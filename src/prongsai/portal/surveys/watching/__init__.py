"""How a round's surveys get on, agency by agency: counts, early warning, reminders, answers that wait for review."""
