"""The plan of measures to promote integrity and transparency, as an announcement with its parts."""

from prongsai.papers.measures_plan.writing import plan_document, write_plan

__all__ = ["plan_document", "write_plan"]
