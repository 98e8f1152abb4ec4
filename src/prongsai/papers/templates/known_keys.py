"""The keys that a template may name: the sections of each paper, and the passages that may be said anew."""

from typing import Final

from prongsai.papers.templates.schema import Paper

SECTIONS: Final[dict[Paper, tuple[str, ...]]] = {
    "analysis": ("overview", "findings", "questions", "measures", "topics", "constraints", "notes", "signatures"),
    "measures": ("announcement", "result", "analysis", "practice", "topics", "constraints", "signatures"),
    "report": ("summary", "results", "scores", "evidence", "unfinished", "signatures"),
}
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
}
