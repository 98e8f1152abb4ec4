"""Base templates, components, stylesheet, fonts and translations; no tables."""
