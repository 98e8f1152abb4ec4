"""The agency's papers: the analysis of each result, each plan of measures and the report on it, to download."""
