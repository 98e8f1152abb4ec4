"""The officer drafts a plan: proposals, measures, steps."""
