"""One step or measure at a time: reporting, checking, evidence, outcome."""
