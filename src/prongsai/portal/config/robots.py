"""What search engines are asked to leave alone."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from prongsai.portal.config.middleware import PRIVATE

A_DAY = 86_400


@require_safe
@cache_control(public=True, max_age=A_DAY)
def tell_robots(_request: HttpRequest) -> HttpResponse:
    """The published results are for everybody; what stands behind sign-in is not."""
    prefixes = ["", *(f"/{language}" for language, _ in settings.LANGUAGES if language != settings.LANGUAGE_CODE)]
    shut = [f"Disallow: {prefix}/{place}/" for prefix in prefixes for place in PRIVATE]
    return HttpResponse("\n".join(["User-agent: *", *shut, ""]), content_type="text/plain; charset=utf-8")
