"""Who plays, what is expected of an address, and what is posted more than once."""

from collections.abc import Mapping
from dataclasses import dataclass, field

NOBODY = frozenset[str]()
OFFICERS = frozenset({"officer", "colleague"})
EXECUTIVE = frozenset({"executive"})
AUDITOR = frozenset({"auditor"})
HEAD = frozenset({"unit_head"})
OTHER_HEAD = frozenset({"other_unit_head"})
CONTRIBUTOR = frozenset({"contributor"})
HEADS = HEAD | OTHER_HEAD
WHOLE_AGENCY = OFFICERS | EXECUTIVE | AUDITOR
THE_UNIT = HEAD | CONTRIBUTOR
"""Those of the unit to which the measure belongs; `other_unit_head` heads another."""

IN_UNITS = THE_UNIT | OTHER_HEAD
TOWN = WHOLE_AGENCY | IN_UNITS
OUTSIDERS = frozenset({"stranger", "assessor", "national_office", "seatless"})
"""Have an account and no seat here: `stranger` is the officer of another agency."""

SIGNED_IN = TOWN | OUTSIDERS
NATIONALS = frozenset({"assessor", "national_office"})
RUNNERS = frozenset({"national_office"})
INTERVIEWERS = frozenset({"assessor"})
ASSESSORS = frozenset({"assessor"})
ANONYMOUS = frozenset({"visitor"})
EVERYBODY = SIGNED_IN | ANONYMOUS


@dataclass(frozen=True, slots=True)
class Rule:
    """What is expected of one address."""

    reads: frozenset[str] = NOBODY
    writes: frozenset[str] = NOBODY
    unseen: frozenset[str] = NOBODY
    of: str = "plan in force"
    post: Mapping[str, object] = field(default_factory=dict)
    done: int = 302
    changes: bool = True


MEASURE = {
    "indicator": "4",
    "title": "มาตรการใหม่",
    "unit": "{unit_id}",
    "steps-TOTAL_FORMS": "1",
    "steps-INITIAL_FORMS": "0",
    "steps-0-text": "ขั้นตอนใหม่",
}

HEADING = {
    "seen": "1",
    "digits": "thai",
    "number": "สพ 1",
    "chain-TOTAL_FORMS": "1",
    "chain-INITIAL_FORMS": "0",
    "chain-0-role": "ผู้จัดทำ",
}

CLIENTS = {"file": "service,contact,reference\ntax,0812345678,N1\n", "erases_on": "{erases_on}"}
DOUBT = {"person": "{assessor_id}", "day": "1/4/2569", "interviews": "1", "reason": "เร็วเกินไป"}

READ = {"chosen": "2565", "2565-all-1": "90.00", "2565-all-2": "91.10"}
