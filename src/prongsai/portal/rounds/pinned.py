"""What a page answers when a round's rules are no longer those that it pinned."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render

from prongsai.portal.rounds.queries import RulesChangedError

View = Callable[..., HttpResponseBase]


def with_pinned_rules(view: View) -> View:
    """Guard a page of a round: instead of figures by other rules it says what happened and what to do (409)."""

    @wraps(view)
    def answer(request: HttpRequest, *given: Any, **named: Any) -> HttpResponseBase:  # noqa: ANN401 - the view's own
        try:
            return view(request, *given, **named)
        except RulesChangedError as changed:
            return _say(request, str(changed))

    return answer


def _say(request: HttpRequest, what: str) -> HttpResponse:
    return render(request, "rounds/rules_changed.html", {"what": what}, status=409)
