"""What each `prongsai` command does; the parsing of their arguments is in `prongsai.cli`."""
