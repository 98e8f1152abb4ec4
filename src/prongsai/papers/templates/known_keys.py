"""The keys that a template may name: the sections of each paper, and the passages that may be said anew."""

from typing import Final

from prongsai.papers.templates.schema import Paper

SECTIONS: Final[dict[Paper, tuple[str, ...]]] = {
    "analysis": ("overview", "findings", "questions", "measures", "topics", "constraints", "notes", "signatures"),
    "measures": ("announcement", "result", "analysis", "practice", "topics", "constraints", "signatures"),
    "report": ("summary", "results", "scores", "evidence", "unfinished", "signatures"),
    "memo": (),
    "announcement": ("result", "analysis", "practice", "topics"),
    "order": (),
}
"""A memo and an order have none: the regulation on official correspondence gives their parts and the order of them."""

PASSAGES: Final[dict[Paper, tuple[str, ...]]] = {
    "analysis": (
        "overview/result",
        "overview/last-year",
        "overview/level",
        "overview/next-level",
        "findings/strengths",
        "findings/weaknesses",
        "findings/gates",
        "measures/note",
        "constraints/held-back-by",
        "notes/figures",
    ),
    "measures": (
        "announcement/ground",
        "announcement/decision",
        "announcement/duty",
        "result/findings",
        "constraints/none",
    ),
    "report": ("summary/opening", "summary/scores-note"),
    "memo": (
        "origin/assessment",
        "facts/result",
        "facts/last-year",
        "facts/standing",
        "proposal/opening",
        "proposal/steps",
        "closing/so-reported",
    ),
    "announcement": ("announcement/ground", "announcement/decision", "announcement/duty", "result/findings"),
    "order": (
        "order/ground",
        "order/members",
        "order/appointed",
        "order/duties",
        "order/tasks",
        "order/effective",
    ),
}
