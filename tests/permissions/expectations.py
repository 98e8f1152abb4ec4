"""Who may open and who may write, address by address: read it as a table, and add a line for each new address.

`reads` get the page, `writes` may post to it; everybody else is refused, and so is every other method. To `unseen` the
thing is not there, although they may open the same page of other things. `of` says of which plan the address is tried,
or that it is of a year's result. `post` is what a permitted person sends ({measure_id} and the like are filled in), `done` what is answered.
"""

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

PUBLIC = {
    "robots": Rule(EVERYBODY),
    "healthz": Rule(EVERYBODY),
    "readyz": Rule(EVERYBODY),
    "metrics": Rule(EVERYBODY),  # asked from this machine, as here; from elsewhere see config/test_metrics.py
    "home:home": Rule(EVERYBODY),
    "results:newest": Rule(EVERYBODY),
    "results:result": Rule(EVERYBODY, of="result"),
    "results:arithmetic": Rule(EVERYBODY, of="result"),
    "results:analysis-pdf": Rule(EVERYBODY, of="result"),
    "results:analysis-docx": Rule(EVERYBODY, of="result"),
    "results:open-data": Rule(EVERYBODY),
    "results:scores-csv": Rule(EVERYBODY),
    "results:scores-json": Rule(EVERYBODY),
    # a rehearsal's answers are nobody's to see, and there is no real round
    "disclosure:newest": Rule(unseen=EVERYBODY),
    "disclosure:show": Rule(unseen=EVERYBODY),
    "disclosure:embed": Rule(unseen=EVERYBODY),
    "disclosure:items-csv": Rule(unseen=EVERYBODY),
    "disclosure:file": Rule(unseen=EVERYBODY),
    # nothing of a plan is public before an officer says so
    "progress:show": Rule(unseen=EVERYBODY),
    "progress:evidence": Rule(unseen=EVERYBODY),
    # whoever has the address of a survey answers it; what comes without an answer is pointed out
    "surveys:enter": Rule(EVERYBODY, EVERYBODY, done=200, changes=False),
    "surveys:receipt": Rule(EVERYBODY, EVERYBODY, done=200, changes=False),
    "surveys:answer": Rule(EVERYBODY, EVERYBODY, of="collecting round", done=422, changes=False),
}

OFFICE = {
    "office:home": Rule(SIGNED_IN),
    "office:desk": Rule(TOWN),
    "office:journal": Rule(OFFICERS | EXECUTIVE | AUDITOR),
    "people:people": Rule(TOWN),
    "people:invite": Rule(OFFICERS, OFFICERS, post={"email": "new@town.example", "role": "executive"}, done=200),
    "people:withdraw": Rule(writes=OFFICERS),
    "people:resend": Rule(writes=OFFICERS, done=200),
    "people:member": Rule(OFFICERS, OFFICERS, post={"role": "auditor"}),
    "people:end-member": Rule(writes=OFFICERS),
    "people:units": Rule(OFFICERS, OFFICERS, post={"name": "กองช่าง"}),
    "people:rename-unit": Rule(writes=OFFICERS, post={"name": "สำนักใหม่"}),
    "people:close-unit": Rule(writes=OFFICERS),
    "bringing:years": Rule(TOWN),
    "bringing:form": Rule(TOWN, of="result"),
    "bringing:check": Rule(writes=OFFICERS, done=200, changes=False, post={"all-1": "90"}, of="result"),
    "bringing:save": Rule(writes=OFFICERS, post={"all-1": "90"}, of="result"),
    "bringing:carry-over": Rule(writes=OFFICERS, of="result"),
    "bringing:discard": Rule(writes=OFFICERS, changes=False, of="result"),  # nothing was brought yet
    "bringing:file": Rule(OFFICERS),
    "bringing:file-send": Rule(writes=OFFICERS, post={"file": "agency,year,instrument,code,score\n,2565,,1,90\n"}),
    # a sent file is its sender's until she takes it over
    "bringing:preview": Rule(frozenset({"officer"}), unseen=frozenset({"colleague"})),
    "bringing:take-over": Rule(writes=frozenset({"officer"}), unseen=frozenset({"colleague"}), post={"chosen": "0"}),
    # what was read from a document is the agency's: either officer may go on with it
    "bringing:document": Rule(OFFICERS),
    "bringing:document-send": Rule(writes=OFFICERS, post={"file": "ตัวชี้วัดที่ 1 ได้ 90.00 คะแนน"}),
    "bringing:read-draft": Rule(OFFICERS),
    "bringing:read-check": Rule(writes=OFFICERS, done=200, changes=False, post=READ),
    "bringing:read-bring": Rule(writes=OFFICERS, post=READ),
    "bringing:read-discard": Rule(writes=OFFICERS),
    "analyses:years": Rule(TOWN),
    "analyses:analysis": Rule(TOWN, of="result"),
    "analyses:start": Rule(writes=OFFICERS, of="result that nobody analysed"),
    "analyses:examine-again": Rule(writes=OFFICERS, of="result"),
    "analyses:judge": Rule(writes=OFFICERS, post={"finding": "{finding_id}", "state": "dropped"}, of="result"),
    "analyses:add": Rule(writes=OFFICERS, post={"own-kind": "own-weakness", "own-text_th": "คนน้อย"}, of="result"),
    "analyses:reword": Rule(writes=OFFICERS, post={"text_th": "คลังอยู่ไกลกัน"}, of="result"),
    "analyses:topic": Rule(writes=OFFICERS, post={"text_th": "ควรประกาศให้ชัด"}, of="result"),
    "analyses:constraints": Rule(writes=OFFICERS, post={"held-people": "คนน้อย"}, of="result"),
    "analyses:lift": Rule(TOWN, of="result"),
    "analyses:lift-answer": Rule(TOWN, of="result"),
    "documents:documents": Rule(TOWN),
    "documents:analysis-pdf": Rule(TOWN, of="result"),
    "documents:analysis-docx": Rule(TOWN, of="result"),
    "documents:plan-pdf": Rule(TOWN),
    "documents:plan-docx": Rule(TOWN),
    "documents:report-pdf": Rule(WHOLE_AGENCY, unseen=IN_UNITS),
    "documents:report-docx": Rule(WHOLE_AGENCY, unseen=IN_UNITS),
    # papers in the making are for those who see the whole agency, approved ones for all who work here
    "documents:start": Rule(writes=OFFICERS, post={"kind": "result-sheet", "year": "2568"}),
    "documents:paper": Rule(WHOLE_AGENCY, unseen=IN_UNITS, of="draft paper"),
    "documents:head": Rule(OFFICERS, OFFICERS, of="draft paper", post=HEADING),
    "documents:text": Rule(OFFICERS, OFFICERS, of="draft paper", post={"seen": "0"}, changes=False, done=200),
    "documents:words": Rule(writes=OFFICERS, of="draft paper", post={"key": "none", "words": "mine"}, changes=False),
    "documents:submit": Rule(writes=OFFICERS, of="draft paper"),
    "documents:take-back": Rule(writes=OFFICERS, of="submitted paper"),
    "documents:approve": Rule(
        writes=EXECUTIVE, of="submitted paper", post={"seen": "{seen}", "figures": "{figures}", "order": "approved"}
    ),
    "documents:return": Rule(writes=EXECUTIVE, of="submitted paper", post={"reason": "ตัวเลขไม่ครบ"}),
    "documents:revise": Rule(writes=OFFICERS, of="approved paper"),
    "documents:draft-pdf": Rule(WHOLE_AGENCY, unseen=IN_UNITS, of="draft paper"),
    "documents:draft-docx": Rule(WHOLE_AGENCY, unseen=IN_UNITS, of="draft paper"),
    "documents:version": Rule(TOWN, of="approved paper"),
    "documents:version-pdf": Rule(TOWN, of="approved paper"),
    "documents:version-docx": Rule(TOWN, of="approved paper"),
    "documents:templates": Rule(OFFICERS),
    "documents:template": Rule(OFFICERS, OFFICERS, changes=False, done=200),  # nothing was brought with it
    "documents:remove-template": Rule(writes=OFFICERS, changes=False),
    "documents:emblem": Rule(writes=OFFICERS, changes=False, done=200),  # no picture was brought with it
    "documents:logo": Rule(unseen=OFFICERS),  # none was brought
    "rounds:rounds": Rule(TOWN),
    "rounds:round": Rule(TOWN, of="drafting round"),
    "rounds:profile": Rule(OFFICERS, OFFICERS, of="drafting round", post={"staff": "30"}),
    "rounds:submit": Rule(writes=OFFICERS, of="drafting round"),
    "rounds:confirm": Rule(writes=EXECUTIVE, of="submitted round", post={"seen": "{seen}"}),
    "rounds:return": Rule(writes=EXECUTIVE, of="submitted round", post={"reason": "นับใหม่"}),
    "rounds:copy": Rule(TOWN, of="confirmed round"),
    "collecting:surveys": Rule(TOWN, of="collecting round"),
    "collecting:addresses": Rule(writes=OFFICERS, of="confirmed round"),
    "collecting:codes": Rule(writes=OFFICERS, of="collecting round", post={"whole": "2"}, done=200),
    "collecting:poster": Rule(TOWN, of="collecting round"),
    "collecting:cards": Rule(TOWN, of="collecting round"),
    "collecting:form": Rule(TOWN, of="collecting round"),
    # an item is seen by those who see the whole agency, and by the unit to which it was handed
    "oit:items": Rule(TOWN, of="answered round"),
    "oit:assign": Rule(OFFICERS, OFFICERS, of="answered round", post={"o3-due": "30 ก.ย. 2569"}),
    "oit:carry-over": Rule(writes=OFFICERS, of="answered round"),
    "oit:list": Rule(
        OFFICERS, OFFICERS, of="answered round", post={"text": "O3 town.example"}, changes=False, done=200
    ),
    "oit:take-list": Rule(
        writes=OFFICERS, of="answered round", post={"text": "O3 town.example", "editions": '{{"o3": 0}}'}
    ),
    "oit:copying": Rule(TOWN, of="answered round"),
    "oit:copy-csv": Rule(TOWN, of="answered round"),
    "oit:copy-xlsx": Rule(TOWN, of="answered round"),
    "oit:submit": Rule(OFFICERS, OFFICERS, of="answered round", done=422, changes=False),  # most items are empty
    "oit:confirm": Rule(writes=EXECUTIVE, of="handed-in round", post={"seen": "{seen}"}),
    "oit:return": Rule(writes=EXECUTIVE, of="handed-in round", post={"reason": "เพิ่มแผนผัง"}),
    "oit:version": Rule(TOWN, of="handed-in round"),
    "oit:check": Rule(writes=OFFICERS | THE_UNIT, of="answered round"),
    "oit:checking": Rule(TOWN, of="answered round"),
    "oit:item": Rule(TOWN - OTHER_HEAD, unseen=OTHER_HEAD, of="answered round"),
    "oit:save-item": Rule(
        writes=OFFICERS | THE_UNIT,
        unseen=OTHER_HEAD,
        of="answered round",
        post={"urls": "town.example/new", "edition": "1"},
    ),
    "oit:check-item": Rule(writes=OFFICERS | THE_UNIT, unseen=OTHER_HEAD, of="answered round"),
    "oit:evidence": Rule(TOWN - OTHER_HEAD, unseen=OTHER_HEAD, of="answered round"),
    "oit-files:files": Rule(TOWN),
    "oit-files:upload": Rule(writes=OFFICERS, changes=False, done=200),  # nothing was brought with it
    "oit-files:withdraw": Rule(unseen=OFFICERS),  # nothing was published
    "oit-clarifying:marks": Rule(TOWN, of="objected round"),
    "oit-clarifying:object": Rule(OFFICERS, OFFICERS, of="objected round, other item", post={"text": "มีอยู่แล้ว"}),
    "plans:plans": Rule(TOWN),
    "plans:assigned": Rule(HEADS),
    "plans:plan": Rule(TOWN),
    "proposals:choose": Rule(OFFICERS, OFFICERS, of="draft plan", post={"taken": "nothing"}),
    "proposals:from-document": Rule(OFFICERS, OFFICERS, changes=False, done=200),  # the document has no measures
    "plans:send": Rule(writes=OFFICERS, of="draft plan"),
    "plans:revise": Rule(writes=OFFICERS),
    "plans:approve": Rule(writes=EXECUTIVE, of="sent plan"),
    "plans:publish": Rule(writes=OFFICERS, post={"public": "yes"}),
    "plans:version": Rule(WHOLE_AGENCY, unseen=IN_UNITS),
    "plans:add-measure": Rule(OFFICERS, OFFICERS, of="draft plan", post=MEASURE),
    "plans:measure": Rule(TOWN - OTHER_HEAD, unseen=OTHER_HEAD),
    "plans:edit-measure": Rule(OFFICERS, OFFICERS, of="draft plan", post=MEASURE),
    "plans:remove-measure": Rule(writes=OFFICERS, of="draft plan"),
    "plans:move-measure": Rule(writes=OFFICERS, of="draft plan", post={"direction": "up"}, changes=False),
    "plans:answer-measure": Rule(
        writes=HEAD, unseen=OTHER_HEAD, of="sent plan", post={"answer": "return", "reason": "คนไม่พอ"}
    ),
    "plans:write-outcome": Rule(writes=OFFICERS | THE_UNIT, unseen=OTHER_HEAD, post={"outcome": "ตรวจครบ"}),
    "plans:share-measure": Rule(writes=OFFICERS, changes=False, done=404),  # no result of its year yet
    "plans:board": Rule(TOWN),
    "plans:list": Rule(TOWN),
    "plans:timeline": Rule(TOWN),
    "plans:effect": Rule(TOWN),
    "plans:step": Rule(TOWN - OTHER_HEAD, unseen=OTHER_HEAD),
    "plans:report": Rule(OFFICERS | THE_UNIT, OFFICERS | THE_UNIT, unseen=OTHER_HEAD, post={"text": "ทำต่อ"}),
    "plans:check": Rule(writes=OFFICERS | HEAD, unseen=OTHER_HEAD, post={"verdict": "pass"}),
    "plans:evidence": Rule(TOWN - OTHER_HEAD, unseen=OTHER_HEAD),
    "plans:mark-evidence": Rule(writes=OFFICERS, post={"item": "o8"}),
    "plans:show-evidence": Rule(writes=OFFICERS, post={"public": "yes"}),
}

NATIONAL = {
    "office:national": Rule(NATIONALS),
    "national-rounds:rounds": Rule(NATIONALS, of="drafting round"),
    "national-rounds:open": Rule(RUNNERS, RUNNERS, post={"year": "2569", "kind": "rehearsal", "name_th": "ซ้อม"}),
    "national-rounds:round": Rule(NATIONALS, of="drafting round"),
    "national-rounds:move": Rule(writes=RUNNERS, of="drafting round", post={"to": "confirmation"}),
    "national-rounds:phase": Rule(
        RUNNERS, RUNNERS, of="prepared round", post={"opens": "1/4/2569", "closes": "30/4/2569"}
    ),
    "national-rounds:agencies": Rule(NATIONALS, of="drafting round"),
    "national-rounds:invite": Rule(RUNNERS, RUNNERS, of="prepared round", post={"who": "all"}, done=200),
    "national-rounds:agency": Rule(NATIONALS, of="drafting round"),
    "national-rounds:wording": Rule(NATIONALS, of="prepared round"),
    "national-rounds:wording-csv": Rule(NATIONALS, of="prepared round"),
    "national-rounds:wording-xlsx": Rule(NATIONALS, of="prepared round"),
    # an empty page or file is pointed out; see rounds/wording/test_views.py
    "national-rounds:save-wording": Rule(writes=RUNNERS, of="prepared round", changes=False, done=422),
    "national-rounds:wording-file": Rule(writes=RUNNERS, of="prepared round", changes=False, done=422),
    "national-rounds:own-wording": Rule(writes=RUNNERS, of="prepared round", post={"seen": "0"}, changes=False),
    "national-rounds:ask-sms": Rule(writes=RUNNERS, of="prepared round", post={"asks": "yes"}),
    "national-surveys:progress": Rule(NATIONALS, of="drafting round"),
    "national-surveys:provinces": Rule(NATIONALS, of="drafting round"),
    "national-surveys:form": Rule(NATIONALS, of="drafting round"),
    "national-surveys:count": Rule(writes=RUNNERS, of="drafting round"),
    "national-surveys:remind": Rule(writes=RUNNERS, of="drafting round", changes=False),  # nobody is short yet
    "national-surveys:close": Rule(writes=RUNNERS, of="drafting round", changes=False),  # nothing was collected yet
    "national-surveys:review": Rule(RUNNERS, of="drafting round"),
    "national-surveys:decide": Rule(
        writes=RUNNERS,
        of="drafting round",
        post={"agency": "{agency_code}", "part": "EIT1", "day": "2026-06-01", "verdict": "count"},
        changes=False,  # nothing waits
    ),
    "national-surveys:tallies-csv": Rule(RUNNERS, of="drafting round"),
    "national-surveys:tallies-json": Rule(RUNNERS, of="drafting round"),
    "intake:files": Rule(RUNNERS, of="drafting round"),
    "intake:send": Rule(
        writes=RUNNERS,
        of="drafting round",
        post={"agency": "{agency_code}", "part": "EIT1", "file": "e1\n1\n"},
        changes=False,
        done=422,  # the round does not collect
    ),
    # a sent file is its sender's, and nobody sent one; see intake/test_views.py
    "intake:file": Rule(unseen=RUNNERS, of="drafting round"),
    "intake:store": Rule(unseen=RUNNERS, of="drafting round"),
    "intake:discard": Rule(unseen=RUNNERS, of="drafting round"),
    "computing:results": Rule(RUNNERS, of="objected round"),
    "computing:compute": Rule(writes=RUNNERS, of="objected round", post={"reason": "x"}, changes=False, done=200),
    "computing:release": Rule(unseen=RUNNERS, of="objected round"),  # nothing was computed yet
    "oit-assessing:round": Rule(RUNNERS, of="marked round"),
    "oit-assessing:share": Rule(writes=RUNNERS, of="marked round", post={"seed": "7"}),
    "oit-assessing:conflict": Rule(
        writes=RUNNERS, of="marked round", post={"person": "{assessor_id}", "province": "ตาก", "reason": "บ้านเกิด"}
    ),
    # an agency is there for those only who have a place at it
    "oit-assessing:queue": Rule(ASSESSORS, of="marked round"),
    "oit-assessing:item": Rule(ASSESSORS, ASSESSORS, of="marked round", post={"there-1": "yes", "there-2": "yes"}),
    "oit-assessing:kept": Rule(unseen=ASSESSORS, of="marked round"),  # nothing was kept
    "oit-clarifying:objections": Rule(ASSESSORS, of="objected round"),
    "oit-clarifying:decide": Rule(
        ASSESSORS, ASSESSORS, of="objected round", post={"answer": "grant", "decision": "พบแล้ว"}
    ),
    # before the results are out nothing is corrected
    "oit-clarifying:correct": Rule(
        RUNNERS, RUNNERS, of="objected round", post={"item": "o2", "reason": "ผิดหน้า"}, changes=False, done=200
    ),
    "interviews:calling": Rule(INTERVIEWERS, of="interviewed round"),
    "interviews:work": Rule(INTERVIEWERS, of="interviewed round"),
    "interviews:worker": Rule(INTERVIEWERS, of="interviewed round"),
    # it takes JSON, and says so to a form
    "interviews:send": Rule(writes=INTERVIEWERS, of="interviewed round", changes=False, done=422),
    "interview-review:round": Rule(RUNNERS, of="interviewed round"),
    "interview-review:doubt": Rule(writes=RUNNERS, of="interviewed round", post=DOUBT),
    "interview-review:agency": Rule(RUNNERS, of="interviewed round"),
    "interview-review:bring": Rule(writes=RUNNERS, of="listed round", post=CLIENTS, done=200),
    "interview-review:draw": Rule(writes=RUNNERS, of="listed round", post={"size": "3"}),
    "interview-review:assign": Rule(writes=RUNNERS, of="interviewed round", post={"people": "{assessor_id}"}),
    "interview-review:draw-checks": Rule(
        writes=RUNNERS, of="interviewed round", post={"percent": "100", "check_seed": "7"}
    ),
    "interview-review:record-check": Rule(writes=RUNNERS, of="interviewed round", post={"outcome": "agree"}),
    "interview-review:count-late": Rule(writes=RUNNERS, of="interviewed round"),
}
"""Below /office/national/: to those who work in agencies there is nothing."""

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


@dataclass(frozen=True, slots=True)
class Door:
    """An address of sign-in: what is answered to a visitor and to somebody who has signed in, to GET and to POST."""

    visitor: tuple[int, int]
    signed_in: tuple[int, int]


TO_SIGN_IN = (302, 302)
DOORS = {
    "account_login": Door((200, 200), (302, 302)),
    "account_logout": Door((302, 302), (200, 302)),
    "account_inactive": Door((200, 405), (200, 405)),
    "account_reauthenticate": Door(TO_SIGN_IN, (403, 403)),  # the cast has no passwords to be asked for
    "account_reset_password": Door((200, 200), (200, 200)),
    "account_reset_password_done": Door((200, 405), (200, 405)),
    "account_reset_password_from_key": Door((200, 200), (200, 200)),
    "account_reset_password_from_key_done": Door((200, 405), (200, 405)),
    "mfa_index": Door(TO_SIGN_IN, (200, 405)),
    "mfa_authenticate": Door(TO_SIGN_IN, (302, 302)),
    "mfa_reauthenticate": Door(TO_SIGN_IN, (403, 403)),
    "mfa_activate_totp": Door(TO_SIGN_IN, (200, 200)),
    "mfa_deactivate_totp": Door(TO_SIGN_IN, (404, 404)),
    "mfa_view_recovery_codes": Door(TO_SIGN_IN, (404, 405)),
    "mfa_generate_recovery_codes": Door(TO_SIGN_IN, (200, 200)),
    # for an e-mail without an account; the posted form is empty
    "invitation": Door((200, 200), (200, 200)),
}

DECLARED = frozenset({*PUBLIC, *OFFICE, *NATIONAL, *DOORS})
