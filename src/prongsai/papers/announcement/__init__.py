"""The announcement (ประกาศ) of an agency, with what it encloses."""

from prongsai.papers.announcement.contents import AnnouncementContents
from prongsai.papers.announcement.writing import announcement_document, write_announcement

__all__ = ["AnnouncementContents", "announcement_document", "write_announcement"]
