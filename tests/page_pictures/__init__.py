"""Pictures of the pages that were looked at, kept small enough to read: how much ink stands in each part of a page."""
