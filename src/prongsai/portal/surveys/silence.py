"""Keeps the addresses of survey and interview pages out of the log (ADR 8); a fault is told without the address."""

import logging
import re

SURVEY = re.compile(r"^(/[a-z]{2})?/(s|office/national/interviews)/")


class SilentOnSurveys(logging.Filter):
    """Drops what Django says of a survey page, and of a fault there all but the traceback."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether the record is written."""
        path = getattr(getattr(record, "request", None), "path", "")
        if not SURVEY.match(path):
            return True
        record.msg, record.args = "a page of a survey failed", ()
        return record.exc_info is not None
