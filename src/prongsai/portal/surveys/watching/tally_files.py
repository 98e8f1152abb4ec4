"""Writes the tallies of a round as CSV or JSON, an agency's survey after the other."""

import csv
import io
import json
from collections.abc import Iterator

from prongsai.portal.surveys.watching.queries import AgencyPartTally

HEAD = ("agency", "instrument", "answers", "line", "option", "count")


def csv_lines(tallies: Iterator[AgencyPartTally]) -> Iterator[str]:
    """A row for each option of each line; `count` people chose it."""
    yield "\ufeff" + _as_csv([HEAD])
    for one in tallies:
        yield _as_csv(
            [one.agency_code, one.part.value, one.answers, place.code, option, many]
            for place, counts in one.counts.items()
            for option, many in enumerate(counts, start=1)
        )


def json_pieces(tallies: Iterator[AgencyPartTally]) -> Iterator[str]:
    """A list of agencies' surveys; `lines` gives for each line how many chose option 1, 2, …"""
    before = "["
    for one in tallies:
        entry = {
            "agency": one.agency_code,
            "instrument": one.part.value,
            "answers": one.answers,
            "lines": {place.code: list(counts) for place, counts in one.counts.items()},
        }
        yield f"{before}\n{json.dumps(entry, ensure_ascii=False)}"
        before = ","
    yield "[]\n" if before == "[" else "\n]\n"


def _as_csv(rows: object) -> str:
    written = io.StringIO()
    csv.writer(written, lineterminator="\r\n").writerows(rows)  # type: ignore[arg-type]  # rows of cells
    return written.getvalue()
