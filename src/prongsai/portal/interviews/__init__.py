"""Interviews of clients for EIT part 2: frame, sample, assignments, the interviewer's page, review."""
