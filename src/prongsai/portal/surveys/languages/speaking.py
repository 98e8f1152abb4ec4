"""Has a respondent's page written in a further language: its address says `?in=` with the language's key.

Within such a page Django speaks Thai in other words, so that templates and modules need know nothing of it.
"""

from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import replace
from functools import wraps
from gettext import NullTranslations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import override, trans_real
from msgspec import structs

from prongsai.portal.rounds.facts import RoundFacts
from prongsai.portal.surveys.languages.reading import FurtherLanguage, SurveyWords, further_languages, wording_of
from prongsai.rulebook.survey_flow import Questionnaire, Screen
from prongsai.rulebook.survey_wording import reword

PARAMETER = "in"
_spoken: ContextVar[FurtherLanguage | None] = ContextVar("_spoken", default=None)
PageView = Callable[..., HttpResponse]


class SpokenThai(NullTranslations):
    """Django's Thai, but in the words of the further language in which a page is being written, if it is in one.

    It stands in the place of Thai for good: whatever a page does switches languages by their code and back again, and
    would lose a language that has none.
    """

    def __init__(self) -> None:
        super().__init__()
        self.add_fallback(trans_real.translation("th"))

    def gettext(self, message: str) -> str:
        """The phrase of the language, where there is one."""
        language = _spoken.get()
        return (language and language.phrases.get(message)) or super().gettext(message)

    def to_language(self) -> str:
        """The language in whose addresses and dates the page stands."""
        return "th"


def spoken() -> FurtherLanguage | None:
    """The further language in which the page is being written, if it is."""
    return _spoken.get()


def in_a_further_language(view: PageView) -> PageView:
    """Let a page of the survey be written in the language that its address names; an unknown one is not heard."""

    @wraps(view)
    def speak(request: HttpRequest, *given: object, **named: object) -> HttpResponse:
        language = further_languages().get(request.GET[PARAMETER]) if PARAMETER in request.GET else None
        if language is None:
            return view(request, *given, **named)
        before = _spoken.set(language)
        try:
            _prepare_thai()
            with override("th"):
                return view(request, *given, **named)
        finally:
            _spoken.reset(before)

    return speak


def same_language() -> str:
    """What an address needs behind it so that the next page is written in the same language."""
    language = spoken()
    return "" if language is None else f"?{PARAMETER}={language.key}"


def offered_for(facts: RoundFacts) -> tuple[FurtherLanguage, ...]:
    """The languages that have the words of a round's questions."""
    return tuple(one for one in further_languages().values() if one.words_for(facts.year, facts.official_wording))


def in_spoken_words(questionnaire: Questionnaire, facts: RoundFacts) -> Questionnaire:
    """The questionnaire as the page's language says it; unchanged in Thai and English."""
    language = spoken()
    words = None if language is None else language.words_for(facts.year, facts.official_wording)
    return questionnaire if language is None or words is None else _reworded(questionnaire, language, words)


def _reworded(questionnaire: Questionnaire, language: FurtherLanguage, words: SurveyWords) -> Questionnaire:
    survey = questionnaire.survey
    worded = reword(questionnaire, wording_of(words, [survey]))
    return replace(
        worded,
        survey=structs.replace(survey, respondents_th=words.respondents[survey.instrument.value]),
        screens=tuple(_titled(screen, language) for screen in worded.screens),
    )


def _titled(screen: Screen, language: FurtherLanguage) -> Screen:
    title = language.indicators[screen.indicator.number]
    return replace(screen, indicator=structs.replace(screen.indicator, name_th=title))


def _prepare_thai() -> None:
    kept = trans_real._translations  # type: ignore[attr-defined]  # noqa: SLF001 - Django has no other way to bring words of one's own
    if not isinstance(kept.get("th"), SpokenThai):
        kept["th"] = SpokenThai()
