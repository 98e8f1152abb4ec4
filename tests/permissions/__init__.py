"""A hostile tester of the portal: who may open what, and what happens to those who try other ways in."""
