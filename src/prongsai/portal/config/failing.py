"""What is answered when the portal fails: a page to people, JSON to programs."""

from django.http import HttpRequest, HttpResponse

from prongsai.portal.api.answering import tell_failure
from prongsai.portal.config.middleware import API
from prongsai.portal.ui import views


def show_failure(request: HttpRequest) -> HttpResponse:
    """500, in the shape of what was asked for."""
    return tell_failure(request) if request.path.startswith(API) else views.show_failure(request)
