"""The kinds of papers that an agency can write: a new one is a file in `gathering` and an entry here."""

from prongsai.portal.documents.gathering.analysis import ANALYSIS
from prongsai.portal.documents.gathering.announcement import ANNOUNCEMENT
from prongsai.portal.documents.gathering.memo import MEMO
from prongsai.portal.documents.gathering.oit_summary import OIT_SUMMARY
from prongsai.portal.documents.gathering.order import ORDER
from prongsai.portal.documents.gathering.plan import PLAN, PLAN_BY_TOPIC
from prongsai.portal.documents.gathering.report import REPORT
from prongsai.portal.documents.gathering.result_sheet import RESULT_SHEET
from prongsai.portal.documents.kind import Kind

KINDS: dict[str, Kind] = {
    kind.slug: kind
    for kind in (
        MEMO,
        ANALYSIS,
        RESULT_SHEET,
        OIT_SUMMARY,
        PLAN,
        PLAN_BY_TOPIC,
        ANNOUNCEMENT,
        ORDER,
        REPORT,
    )
}
"""By name, in the order in which the shelf has them."""
