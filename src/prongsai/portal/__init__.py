"""The portal: Django, one folder per area of work. It asks the rulebook and never computes a rule itself."""
