"""What is wrong with a sentence: claims that the figures deny, items of another year. Pure."""

from prongsai.papers.checking.false_claims import find_false_claims
from prongsai.papers.checking.findings import TextFinding
from prongsai.papers.checking.stale_items import find_stale_items
from prongsai.portal.analyses.material import Material
from prongsai.portal.ui.language import pick


def warnings_on(text_th: str, material: Material) -> tuple[str, ...]:
    """Sentences for the officer, in the page's language."""
    changes = material.comparison.changes if material.comparison else {}
    found = (*find_false_claims(text_th, changes), *find_stale_items(text_th, material.result.year))
    return tuple(map(_sentence, found))


def _sentence(found: TextFinding) -> str:
    follows, mend = pick(found.follows.th, found.follows.en), pick(found.mend.th, found.mend.en)
    return f"“{found.printed}” {follows} {mend}"
