"""A fiscal year's round: its pinned rules, calendar and states, and the agencies that take part."""
