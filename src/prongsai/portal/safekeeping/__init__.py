"""Keeps the installation: a backup in one file, bringing it back, and looking whether all is in order."""
