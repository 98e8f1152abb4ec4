"""An officer brings the agency's own template for a paper: logo, sections, order, words."""
