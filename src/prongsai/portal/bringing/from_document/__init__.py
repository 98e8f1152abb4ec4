"""An old document becomes figures: read, settled by a person side by side with its lines, then brought."""
