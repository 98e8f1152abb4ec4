"""What everybody may open, below no area of work."""

from tests.permissions.expected.rules import EVERYBODY, Rule

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
    "api:description": Rule(EVERYBODY),
    "api:index": Rule(EVERYBODY),
    "api:instruments": Rule(EVERYBODY),
    "api:year": Rule(EVERYBODY, of="result"),
    "api:agencies": Rule(EVERYBODY),
    "api:agency": Rule(EVERYBODY),
    "api:results": Rule(EVERYBODY),
    "api:result": Rule(EVERYBODY, of="result"),
    "api:score": Rule(writes=EVERYBODY, done=422, changes=False),  # a form is no JSON; it keeps nothing of rows either
    "api:unknown": Rule(unseen=EVERYBODY),
    # a rehearsal's answers are nobody's to see, and there is no real round
    "api:disclosure": Rule(unseen=EVERYBODY),
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
