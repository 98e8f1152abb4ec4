"""Files that an agency publishes here where it has no site of its own."""
