"""The page on which the office dates a phase or extends it."""

from typing import Any

from django.http import HttpRequest

from prongsai.portal.people.access import NationalSeat
from prongsai.portal.rounds.bangkok import end_of, start_of
from prongsai.portal.rounds.calendar_lines import PhaseLine
from prongsai.portal.rounds.facts import RoundFacts
from prongsai.portal.rounds.refusals import RoundRefusedError
from prongsai.portal.rounds.running import actions
from prongsai.portal.rounds.running.forms import ExtensionForm, PhaseForm


class PhasePage:
    """A phase that has not begun is dated; one that has is extended."""

    def __init__(self, request: HttpRequest, seat: NationalSeat, facts: RoundFacts, line: PhaseLine) -> None:
        self.seat, self.facts, self.line = seat, facts, line
        self.is_posted = request.method == "POST"
        typed = request.POST if self.is_posted else None
        self.form: ExtensionForm | PhaseForm = (
            ExtensionForm(typed)
            if line.has_begun
            else PhaseForm(typed, initial={"opens": line.opens, "closes": line.closes})
        )

    def is_done(self) -> bool:
        """Whether what was typed could be carried out; else the form says why not."""
        if not self.is_posted or not self.form.is_valid():
            return False
        try:
            self._carry_out()
        except RoundRefusedError as refusal:
            self.form.add_error("closes", str(refusal))
            return False
        return True

    def contents(self) -> dict[str, Any]:
        """What the template shows."""
        return {"seat": self.seat, "round": self.facts, "phase": self.line, "form": self.form}

    def _carry_out(self) -> None:
        typed, facts, key = self.form.cleaned_data, self.facts, self.line.key
        closes_at = end_of(typed["closes"])
        if isinstance(self.form, ExtensionForm):
            actions.extend_phase(
                actor=self.seat.actor, round_id=facts.id, key=key, closes_at=closes_at, reason=typed["reason"]
            )
        else:
            opens_at = start_of(typed["opens"])
            actions.set_phase(actor=self.seat.actor, round_id=facts.id, key=key, opens_at=opens_at, closes_at=closes_at)
