"""The JSON that the command prints and the API sends: one shape for each thing, with the types that describe it."""
