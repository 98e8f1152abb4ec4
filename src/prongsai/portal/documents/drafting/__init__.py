"""An officer starts a paper, types what stands on it, rewords it and submits it."""
