"""The languages of a respondent's page: what it is written in, and in what else it can be had."""

from datetime import datetime, timedelta

from django import template
from django.urls import translate_url
from django.utils import timezone
from django.utils.translation import get_language

from prongsai.portal.surveys.languages.reading import FurtherLanguage, further_languages
from prongsai.portal.surveys.languages.speaking import PARAMETER, offered_for, same_language, spoken
from prongsai.portal.ui.templatetags.portal import long_date
from prongsai.thai.dates import buddhist_year

register = template.Library()


@register.simple_tag
def page_language() -> dict[str, str]:
    """What browsers call the page's language, its direction, and its key where it is a further one."""
    language = spoken()
    if language is None:
        return {"lang": get_language() or "th", "dir": "ltr", "key": ""}
    return {"lang": language.lang, "dir": language.direction, "key": language.key}


register.simple_tag(same_language)


@register.filter
def day_said(moment: datetime) -> str:
    """A day as the page's language writes it, in the Buddhist era."""
    language, day = spoken(), timezone.localdate(moment)
    if language is None or not language.months:
        return long_date(moment)
    return f"{day.day} {language.months[day.month - 1]} {buddhist_year(day)}"


@register.filter
def last_day_said(closes_at: datetime) -> str:
    """The last day that belongs to a phase."""
    return day_said(closes_at - timedelta(microseconds=1))


@register.simple_tag(takes_context=True)
def page_in(context: template.Context, code: str) -> str:
    """This page in Thai or English."""
    return translate_url(context["request"].path, code)


@register.simple_tag(takes_context=True)
def further_pages(context: template.Context) -> list[tuple[FurtherLanguage, str]]:
    """This page in the further languages that have its words, with their addresses."""
    path = translate_url(context["request"].path, "th")
    return [(language, f"{path}?{PARAMETER}={language.key}") for language in _offered(context)]


def _offered(context: template.Context) -> tuple[FurtherLanguage, ...]:
    page, survey = context.get("page"), context.get("survey")
    if page:
        found: tuple[FurtherLanguage, ...] = page.languages
        return found
    return offered_for(survey.round) if survey else tuple(further_languages().values())
