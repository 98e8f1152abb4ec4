"""A whole list at once: pasted or brought as a file, shown beside what is there, then taken."""
