"""What invites people to answer a survey: a poster, cards for the counter, and slips with one-time codes."""

from prongsai.papers.survey_notices.contents import NoticeContents, Slip, SlipContents, gather_notice
from prongsai.papers.survey_notices.notices import cards_document, poster_document, write_cards, write_poster
from prongsai.papers.survey_notices.slips import slips_document, write_slips

__all__ = [
    "NoticeContents",
    "Slip",
    "SlipContents",
    "cards_document",
    "gather_notice",
    "poster_document",
    "slips_document",
    "write_cards",
    "write_poster",
    "write_slips",
]
