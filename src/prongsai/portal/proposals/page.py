"""The page of proposals: what was weighed in the analysis beside what answers it."""

from collections.abc import Collection
from dataclasses import dataclass

from prongsai.portal.analyses.handing_over import Handover, hand_over
from prongsai.portal.people.access import Seat
from prongsai.portal.plans.drafting.pages import ProposalGroup, grouped_proposals, proposals_for
from prongsai.portal.plans.proposal import Proposal
from prongsai.portal.plans.proposing import unanswered
from prongsai.rulebook.overall_scoring import AgencyResult


@dataclass(frozen=True, slots=True)
class ProposalsPage:
    """What is offered after a result; `handover` is `None` where its analysis was not started."""

    result: AgencyResult
    handover: Handover | None
    proposals: tuple[Proposal, ...]

    @property
    def keys(self) -> list[str]:
        """What can be chosen."""
        return [proposal.key for proposal in self.proposals]

    @property
    def preset(self) -> list[str]:
        """What is chosen before anybody chose."""
        return [proposal.key for proposal in self.proposals if proposal.chosen]

    @property
    def groups(self) -> tuple[ProposalGroup, ...]:
        """The proposals by indicator."""
        return grouped_proposals(self.proposals, self.result)

    @property
    def unanswered(self) -> tuple[str, ...]:
        """Kept weaknesses for which no measure stands ready, in the officer's words."""
        return tuple(concern.words for concern in unanswered(self.handover.concerns)) if self.handover else ()

    @property
    def waiting(self) -> int:
        """How many weaknesses nobody has judged."""
        return self.handover.waiting if self.handover else 0


def page_for(seat: Seat, result: AgencyResult) -> ProposalsPage:
    """The analysis of the result's year, and what answers it."""
    handover = hand_over(seat.agency.pk, result.year.year)
    concerns = handover.concerns if handover else ()
    return ProposalsPage(result, handover, proposals_for(seat, result, concerns))


def ticked(page: ProposalsPage, typed: Collection[str] | None, *, has_plan: bool) -> Collection[str]:
    """What stands ticked: what was typed; else everything that is called for, unless a plan stands already."""
    if typed is not None:
        return typed
    return () if has_plan else page.preset
