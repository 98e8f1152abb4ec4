"""Rules on a whole document: what in it contradicts itself, its year's rules, or what is stored. Pure."""

from prongsai.papers.checking.documents.finding import DocumentFinding, where_words
from prongsai.papers.checking.documents.whole import check_reading

__all__ = ["DocumentFinding", "check_reading", "where_words"]
