"""The same addresses of things in another state: what is there then, and for whom."""

from tests.permissions.expected.rules import (
    ASSESSORS,
    EVERYBODY,
    EXECUTIVE,
    HEADS,
    IN_UNITS,
    MEASURE,
    OFFICERS,
    OTHER_HEAD,
    THE_UNIT,
    TOWN,
    WHOLE_AGENCY,
    Rule,
)

IN_OTHER_STATES = [
    ("oit-clarifying:marks", Rule(unseen=TOWN, of="marked round")),  # nobody has said yet that the marks may be read
    ("oit-clarifying:object", Rule(unseen=OFFICERS, of="marked round", post={"text": "มีอยู่แล้ว"})),
    ("oit-clarifying:decide", Rule(unseen=ASSESSORS, of="marked round", post={"answer": "grant"})),
    ("surveys:answer", Rule(unseen=EVERYBODY)),  # an address that no survey has
    ("collecting:form", Rule(unseen=TOWN, of="drafting round")),  # no addresses were opened
    ("collecting:poster", Rule(unseen=TOWN, of="drafting round")),
    ("documents:paper", Rule(TOWN, of="approved paper")),
    ("documents:paper", Rule(WHOLE_AGENCY, unseen=IN_UNITS, of="submitted paper")),
    ("documents:paper", Rule(WHOLE_AGENCY, unseen=IN_UNITS, of="inner paper")),
    ("documents:version-pdf", Rule(WHOLE_AGENCY, unseen=IN_UNITS, of="inner paper")),
    ("documents:version-docx", Rule(WHOLE_AGENCY, unseen=IN_UNITS, of="inner paper")),
    ("documents:draft-pdf", Rule(WHOLE_AGENCY, unseen=IN_UNITS, of="approved paper")),
    ("documents:version-pdf", Rule(unseen=TOWN, of="draft paper")),
    ("documents:approve", Rule(writes=EXECUTIVE, of="draft paper", post={"reason": "x"}, changes=False, done=200)),
    ("rounds:round", Rule(unseen=TOWN, of="prepared round")),
    ("rounds:profile", Rule(unseen=OFFICERS, of="prepared round")),
    ("rounds:copy", Rule(unseen=TOWN, of="submitted round")),
    ("rounds:confirm", Rule(writes=EXECUTIVE, of="drafting round", post={"seen": "{seen}"}, changes=False)),
    ("rounds:confirm", Rule(writes=EXECUTIVE, of="submitted round", post={"seen": "x"}, changes=False)),
    ("oit:items", Rule(unseen=TOWN, of="prepared round")),
    ("oit:item", Rule(WHOLE_AGENCY, unseen=IN_UNITS, of="answered round, other item")),
    ("oit:save-item", Rule(writes=OFFICERS, unseen=IN_UNITS, of="answered round, other item", done=409, changes=False)),
    ("oit:evidence", Rule(unseen=TOWN, of="answered round, other item")),  # it was kept for another item
    ("oit:evidence-file", Rule(unseen=TOWN, of="answered round, other item")),
    ("oit:confirm", Rule(writes=EXECUTIVE, of="answered round", changes=False)),
    ("oit:confirm", Rule(writes=EXECUTIVE, of="handed-in round", post={"seen": "x"}, changes=False)),
    (
        "oit:save-item",
        Rule(writes=OFFICERS | THE_UNIT, unseen=OTHER_HEAD, of="handed-in round", done=422, changes=False),
    ),
    ("oit:version", Rule(unseen=TOWN, of="answered round")),
    # a draft is the agency's until it was sent; a plan that waits for answers has no paper for units
    ("plans:plan", Rule(WHOLE_AGENCY, unseen=IN_UNITS, of="draft plan")),
    ("plans:measure", Rule(WHOLE_AGENCY, unseen=IN_UNITS, of="draft plan")),
    ("plans:answer-measure", Rule(unseen=HEADS, of="draft plan", post={"answer": "accept"})),
    ("documents:plan-pdf", Rule(WHOLE_AGENCY, unseen=IN_UNITS, of="draft plan")),
    ("documents:plan-docx", Rule(WHOLE_AGENCY, unseen=IN_UNITS, of="draft plan")),
    ("documents:plan-pdf", Rule(WHOLE_AGENCY, unseen=IN_UNITS, of="sent plan")),
    ("documents:report-pdf", Rule(unseen=TOWN, of="sent plan")),
    ("plans:plan", Rule(TOWN, of="sent plan")),
    ("plans:measure", Rule(TOWN - OTHER_HEAD, unseen=OTHER_HEAD, of="sent plan")),
    ("plans:board", Rule(unseen=TOWN, of="sent plan")),
    ("plans:version", Rule(unseen=TOWN, of="sent plan")),
    ("plans:step", Rule(unseen=TOWN, of="draft plan")),
    ("plans:approve", Rule(writes=EXECUTIVE, of="draft plan", changes=False)),
    ("plans:approve", Rule(writes=EXECUTIVE, changes=False)),
    ("plans:edit-measure", Rule(OFFICERS, OFFICERS, post=MEASURE, changes=False, done=409)),
    ("plans:remove-measure", Rule(writes=OFFICERS, changes=False)),
    ("plans:send", Rule(writes=OFFICERS, changes=False)),
]
