"""The pages of a survey. They write no line to a log, ask for no cookie and know nobody."""

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from prongsai.portal.surveys.access import OpenSurvey, open_survey, takes_answers
from prongsai.portal.surveys.actions import RefusedAnswerError, Sent, store_answer
from prongsai.portal.surveys.form_input import FilledIn, read_form
from prongsai.portal.surveys.form_page import FormPage, form_page
from prongsai.portal.surveys.keeping import Shelf
from prongsai.portal.surveys.marks import as_typed, draw_key, is_key
from prongsai.portal.surveys.queries import is_counted
from prongsai.portal.surveys.refusals import refusal_words

_pages: Shelf[str] = Shelf(settings.PRONGSAI_SURVEY_KEPT_SECONDS)

# Nothing here acts for somebody who is signed in, so there is nothing that a foreign page could abuse: no CSRF token,
# which would need a cookie.


@never_cache
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def answer_survey(request: HttpRequest, code: str) -> HttpResponse:
    """The form, and what becomes of it when it is sent."""
    survey = open_survey(code)
    if request.method != "POST":
        return _closed(request, survey) or _empty_form(request, survey)
    try:
        fields = request.POST.dict()
    except RequestDataTooBig:
        return render(request, "surveys/too_large.html", status=413)
    return _process(request, survey, {name: str(value) for name, value in fields.items()})


def _process(request: HttpRequest, survey: OpenSurvey, fields: dict[str, str]) -> HttpResponse:
    filled_in, key = read_form(survey.questionnaire, fields), fields.get("key", "")
    code, is_assisted = fields.get("code", "").strip(), "assisted" in fields
    problems = dict(filled_in.problems)
    if survey.needs_code and not as_typed(code):
        problems["code"] = refusal_words(None)
    if not problems and takes_answers(survey):
        try:
            return _store(request, survey, filled_in, key=key, code=code, is_assisted=is_assisted)
        except RefusedAnswerError as refused:
            problems["code"] = refusal_words(refused.reason)
    page = form_page(
        survey,
        key=key if is_key(key) else draw_key(),
        code=code,
        is_assisted=is_assisted,
        choices=filled_in.choices,
        problems=problems,
    )
    return _closed(request, survey, page) or _form(request, page, status=422)


def _store(
    request: HttpRequest, survey: OpenSurvey, filled_in: FilledIn, *, key: str, code: str, is_assisted: bool
) -> HttpResponse:
    counted = store_answer(
        sent=Sent(
            round_id=survey.round.id,
            agency_id=survey.agency.agency_id,
            questionnaire=survey.questionnaire,
            choices=filled_in.choices,
            key=key if is_key(key) else draw_key(),
            code=code if survey.needs_code else None,
            device=None if survey.needs_code else _device(request),
            is_assisted=is_assisted,
        )
    )
    return render(request, "surveys/counted.html", {"receipt": counted.receipt, "survey": survey})


def _device(request: HttpRequest) -> str:
    """What one telephone has in common with itself within a day; only its hash under the day's key is kept."""
    return "\n".join(request.META.get(name, "") for name in ("REMOTE_ADDR", "HTTP_USER_AGENT"))


def _empty_form(request: HttpRequest, survey: OpenSurvey) -> HttpResponse:
    """The same for everybody but for the key that makes a form single, and the code that opened it."""
    mark = "the-key-of-this-form"
    page = _pages.take(
        (survey.link.code, get_language()),
        lambda: render_to_string("surveys/form.html", {"page": form_page(survey, key=mark, code=survey.code)}, request),
    )
    return HttpResponse(page.replace(mark, draw_key()))


def _form(request: HttpRequest, page: FormPage, status: int = 200) -> HttpResponse:
    return render(request, "surveys/form.html", {"page": page}, status=status)


def _closed(request: HttpRequest, survey: OpenSurvey, page: FormPage | None = None) -> HttpResponse | None:
    """Before it opens or after it closed; what somebody had chosen is shown so that it is not lost."""
    if survey.is_open:
        return None
    return render(request, "surveys/closed.html", {"survey": survey, "page": page}, status=403)


@never_cache
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def enter(request: HttpRequest) -> HttpResponse:
    """For who types instead of scanning: the code on a slip, or the short name of a survey."""
    typed = request.POST.get("code", "").strip()
    if not typed:
        return render(request, "surveys/enter.html", {"typed": typed})
    try:
        survey = open_survey(typed)
    except Http404:
        return render(request, "surveys/enter.html", {"typed": typed, "is_unknown": True}, status=404)
    if survey.code:
        return _closed(request, survey) or _empty_form(request, survey)
    return redirect("surveys:answer", code=survey.link.code)


@never_cache
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def check_receipt(request: HttpRequest) -> HttpResponse:
    """Whether the answer behind a receipt counts; what was answered is not asked and not known."""
    typed = request.POST.get("receipt", "").strip()
    found = is_counted(typed) if typed else None
    return render(request, "surveys/receipt.html", {"typed": typed, "found": found})
