"""Marking: agencies shared out to assessors, two blind marks an item, what an adjudicator decides, the verdict."""
