"""The journal of a round for the office: what was done in it by the office, agencies and assessors, newest first.

An answer leaves no line, so none is here; what agencies' own journals do not tell them (marks on OIT) is.
"""

from typing import Any
from urllib.parse import urlencode

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from prongsai.portal.journal.queries import lines_at, lines_of_round
from prongsai.portal.office.desk import journal_verbs
from prongsai.portal.office.journal_page import check_chain, in_words
from prongsai.portal.rounds.facts import RoundFacts
from prongsai.portal.rounds.naming import marks_path, participation_path, round_path
from prongsai.portal.ui.fields import offer

LINES_ON_A_PAGE = 50
LARGEST_NUMBER = 2**63 - 1
OF_ROUNDS = ("round.", "participation.", "survey.", "answers-file.", "interviews.", "disclosure.", "oit.", "file.")
"""How the verbs begin that tell of something in a round."""


class JournalFilterForm(forms.Form):
    """Which lines to show; `before` is the line above which the page before ended."""

    verb = forms.ChoiceField(label=gettext_lazy("ทำอะไร"), required=False)
    agency = forms.CharField(label=gettext_lazy("รหัสหน่วยงาน"), required=False, max_length=60)
    before = forms.IntegerField(required=False, min_value=1, max_value=LARGEST_NUMBER)

    def __init__(self, typed: Any = None) -> None:  # noqa: ANN401 - a QueryDict
        super().__init__(typed)
        verbs = [(verb, str(word)) for verb, word in journal_verbs().items() if verb.startswith(OF_ROUNDS)]
        offer(self, "verb", [("", _("ทุกอย่าง")), *verbs])


def journal_page(facts: RoundFacts, form: JournalFilterForm, *, checks: bool) -> dict[str, Any]:
    """A page of the round's journal; three queries, and more where the chain is walked."""
    wanted = form.cleaned_data if form.is_valid() else {}
    code, slug = wanted.get("agency"), facts.slug
    lines = lines_at(participation_path(code, slug), marks_path(slug, code)) if code else lines_of_round(slug)
    if verb := wanted.get("verb"):
        lines = lines.filter(verb=verb)
    if before := wanted.get("before"):
        lines = lines.filter(id__lt=before)
    found = list(lines[: LINES_ON_A_PAGE + 1])
    shown = found[:LINES_ON_A_PAGE]
    return {
        "round": facts,
        "form": form,
        "lines": in_words(shown, home=round_path(facts.slug)),
        "older": shown[-1].pk if len(found) > len(shown) else None,
        "is_newest": not wanted.get("before"),
        "asked": urlencode({name: wanted[name] for name in ("verb", "agency") if wanted.get(name)}),
        "chain": check_chain(asked=checks),
    }
