"""The plan of measures to promote integrity and transparency, as an announcement with its parts."""

from prongsai.papers.measures_plan.from_result import plan_contents_from_result
from prongsai.papers.measures_plan.writing import plan_document, write_plan, write_plan_announcement

__all__ = ["plan_contents_from_result", "plan_document", "write_plan", "write_plan_announcement"]
