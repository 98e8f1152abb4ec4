"""Accepting an invitation: open to whoever has the link."""

from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from prongsai.portal.people import actions
from prongsai.portal.people.access import ask_to_sign_in, open_invitation_by_token
from prongsai.portal.people.forms import NewAccountForm
from prongsai.portal.people.models import Invitation, Person
from prongsai.portal.people.queries import find_person

CONFLICT = 409
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def show_invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Show what the invitation opens; on POST accept it."""
    invitation = open_invitation_by_token(token)
    known = find_person(invitation.email)
    if known is None:
        return _accept_as_new(request, invitation)
    if not request.user.is_authenticated:
        return ask_to_sign_in(request)
    return _accept_as_known(request, invitation, known)


def _accept_as_new(request: HttpRequest, invitation: Invitation) -> HttpResponse:
    form = NewAccountForm(
        request.POST or None, email=invitation.email, initial={"language": (get_language() or "th")[:2]}
    )
    if not form.is_valid():
        return render(request, "people/invitation.html", {"invitation": invitation, "form": form})
    try:
        person = actions.accept_as_new_person(
            invitation=invitation,
            display_name=form.cleaned_data["display_name"],
            password=form.cleaned_data["password"],
            language=form.cleaned_data["language"],
        )
    except actions.InvitationError:
        return _say_taken(request, invitation)
    login(request, person, backend=BACKEND)
    return redirect("office:desk", invitation.agency.code)


def _accept_as_known(request: HttpRequest, invitation: Invitation, known: Person) -> HttpResponse:
    if request.user != known:
        return render(
            request, "people/invitation.html", {"invitation": invitation, "is_somebody_else": True}, status=403
        )
    if request.method != "POST":
        return render(request, "people/invitation.html", {"invitation": invitation})
    try:
        actions.accept_invitation(invitation=invitation, person=known)
    except actions.InvitationError:
        return _say_taken(request, invitation)
    return redirect("office:desk", invitation.agency.code)


def _say_taken(request: HttpRequest, invitation: Invitation) -> HttpResponse:
    """Somebody used or withdrew it at this very moment: most often the same person with a second click."""
    contents = {"invitation": invitation, "is_taken": True}
    return render(request, "people/invitation.html", contents, status=CONFLICT)
