"""The pages of a survey. They write no line to a log, ask for no cookie and know nobody."""

from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from prongsai.portal.surveys.access import OpenSurvey, open_survey
from prongsai.portal.surveys.actions import Refusal, RefusedAnswerError, Sent, store_answer
from prongsai.portal.surveys.form_input import FilledIn, Own, read_form
from prongsai.portal.surveys.form_page import FormPage, form_page
from prongsai.portal.surveys.keeping import Shelf
from prongsai.portal.surveys.kept_pages import MARK, KeptPage
from prongsai.portal.surveys.languages.speaking import in_a_further_language, same_language
from prongsai.portal.surveys.marks import as_typed, draw_key, is_key
from prongsai.portal.surveys.queries import is_counted
from prongsai.portal.surveys.refusals import refusal_words
from prongsai.portal.surveys.texting.step import TextingStep, take_texting_step

_pages: Shelf[KeptPage] = Shelf(settings.PRONGSAI_SURVEY_KEPT_SECONDS, most=256)

LONGEST_SHOWN = 60

# Nothing here acts for somebody who is signed in, so there is nothing that a foreign page could abuse: no CSRF token,
# which would need a cookie.


@never_cache
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@in_a_further_language
def answer_survey(request: HttpRequest, code: str) -> HttpResponse:
    """The form, and what becomes of it when it is sent."""
    try:
        survey = open_survey(code)
    except Http404:
        return _unknown(request, code)
    if request.method != "POST":
        return _closed(request, survey) or _empty_form(request, survey)
    try:
        fields = request.POST.dict()
    except RequestDataTooBig:
        return show_too_large(request)
    return _process(request, survey, {name: str(value) for name, value in fields.items()})


def _process(request: HttpRequest, survey: OpenSurvey, fields: dict[str, str]) -> HttpResponse:
    filled_in = read_form(survey.questionnaire, fields)
    key = sent_key if is_key(sent_key := fields.get("key", "")) else draw_key()
    texting = _texting(request, survey, fields, key)
    number = texting.mark if texting else None
    own = Own(key, fields.get("code", "").strip(), is_assisted="assisted" in fields, number=number)
    problems, is_open = _problems(survey, filled_in, own, texting), survey.is_open
    if not problems and not (texting and texting.was_asked):
        try:
            return _store(request, survey, filled_in, own)
        except RefusedAnswerError as refused:
            if is_open := refused.reason is not Refusal.CLOSED:
                problems["code"] = refusal_words(refused.reason)
    page = form_page(
        survey,
        key=key,
        code=own.code,
        is_assisted=own.is_assisted,
        choices=filled_in.choices,
        problems=problems,
        texting=texting,
    )
    return _form(request, page, status=422 if problems else 200) if is_open else _show_closed(request, survey, page)


def _problems(survey: OpenSurvey, filled_in: FilledIn, own: Own, texting: TextingStep | None) -> dict[str, str]:
    """What is wrong; who only asks for a code may not have answered everything yet."""
    problems = {} if texting and texting.was_asked else dict(filled_in.problems)
    if survey.needs_code and not as_typed(own.code):
        problems["code"] = refusal_words(None)
    if texting and texting.problem:
        problems["sms"] = texting.problem
    return problems


def _texting(request: HttpRequest, survey: OpenSurvey, fields: dict[str, str], key: str) -> TextingStep | None:
    """What a citizen did to confirm herself, where the round asks for it."""
    if not (survey.asks_number and survey.is_open):
        return None
    return take_texting_step(fields, key=key, network=request.META.get("REMOTE_ADDR", ""))


def _store(request: HttpRequest, survey: OpenSurvey, filled_in: FilledIn, own: Own) -> HttpResponse:
    counted = store_answer(
        sent=Sent(
            round_id=survey.round.id,
            agency_id=survey.agency.agency_id,
            questionnaire=survey.questionnaire,
            choices=filled_in.choices,
            key=own.key,
            code=own.code if survey.needs_code else None,
            device=None if survey.needs_code else _device(request),
            is_assisted=own.is_assisted,
            asks_number=survey.asks_number,
            number=own.number,
        )
    )
    return _kept(request, survey, "counted", counted.receipt, lambda receipt: {"receipt": receipt, "survey": survey})


def _device(request: HttpRequest) -> str:
    """What one telephone has in common with itself within a day; only its hash under the day's key is kept."""
    return "\n".join(request.META.get(name, "") for name in ("REMOTE_ADDR", "HTTP_USER_AGENT"))


def _empty_form(request: HttpRequest, survey: OpenSurvey) -> HttpResponse:
    def shown(key: str) -> dict[str, object]:
        return {"page": form_page(survey, key=key, code=survey.code)}

    return _kept(request, survey, "form", draw_key(), shown)


def _kept(
    request: HttpRequest, survey: OpenSurvey, name: str, own: str, shown: Callable[[str], dict[str, object]]
) -> HttpResponse:
    """A page that is the same for everybody but for one word.

    Not where its address has a code, or behind it more than a language: the page refers to itself with all of it.
    """
    behind = same_language()
    if survey.code or request.META.get("QUERY_STRING", "") != behind[1:]:
        return render(request, f"surveys/{name}.html", shown(own))
    page = _pages.take(
        (name, survey.link.code, get_language(), behind),
        lambda: KeptPage(render_to_string(f"surveys/{name}.html", shown(MARK), request)),
    )
    return page.response(request, own)


def _form(request: HttpRequest, page: FormPage, status: int = 200) -> HttpResponse:
    return render(request, "surveys/form.html", {"page": page}, status=status)


def _unknown(request: HttpRequest, typed: str) -> HttpResponse:
    """Nothing has this address; it can be typed once more."""
    return render(request, "surveys/enter.html", {"typed": typed[:LONGEST_SHOWN], "is_unknown": True}, status=404)


def show_too_large(request: HttpRequest) -> HttpResponse:
    """More came than a form can hold."""
    return render(request, "surveys/too_large.html", status=413)


def _closed(request: HttpRequest, survey: OpenSurvey) -> HttpResponse | None:
    """Before it opens or after it closed."""
    return None if survey.is_open else _show_closed(request, survey)


def _show_closed(request: HttpRequest, survey: OpenSurvey, page: FormPage | None = None) -> HttpResponse:
    """What somebody had chosen is shown so that it is not lost."""
    return render(request, "surveys/closed.html", {"survey": survey, "page": page}, status=403)


@never_cache
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@in_a_further_language
def enter(request: HttpRequest) -> HttpResponse:
    """For who types instead of scanning: the code on a slip, or the short name of a survey."""
    typed = request.POST.get("code", "").strip()
    if not typed:
        return render(request, "surveys/enter.html", {"typed": typed})
    try:
        survey = open_survey(typed)
    except Http404:
        return _unknown(request, typed)
    if survey.code:
        return _closed(request, survey) or _empty_form(request, survey)
    return redirect(reverse("surveys:answer", args=[survey.link.code]) + same_language())


@never_cache
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@in_a_further_language
def check_receipt(request: HttpRequest) -> HttpResponse:
    """Whether the answer behind a receipt counts; what was answered is not asked and not known."""
    typed = request.POST.get("receipt", "").strip()
    found = is_counted(typed) if typed else None
    return render(request, "surveys/receipt.html", {"typed": typed, "found": found})
