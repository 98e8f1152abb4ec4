"""Below /office/national/: addresses of those who work for all agencies."""

from tests.permissions.expected.rules import ASSESSORS, CLIENTS, DOUBT, INTERVIEWERS, NATIONALS, RUNNERS, Rule

NATIONAL = {
    "office:national": Rule(NATIONALS),
    "national-rounds:rounds": Rule(NATIONALS, of="drafting round"),
    "national-rounds:open": Rule(RUNNERS, RUNNERS, post={"year": "2569", "kind": "rehearsal", "name_th": "ซ้อม"}),
    "national-rounds:round": Rule(NATIONALS, of="drafting round"),
    # not for assessors: the marks of the other one are in it
    "national-rounds:journal": Rule(RUNNERS, of="drafting round"),
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
    "oit-assessing:item": Rule(
        ASSESSORS, ASSESSORS, of="marked round", post={"there-1": "yes", "there-2": "yes", "version": "1"}
    ),
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
