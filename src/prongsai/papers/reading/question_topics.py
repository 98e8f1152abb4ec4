"""Which question a passage is about that names none: by the words that few questions have."""

import math
from collections import Counter
from collections.abc import Collection
from functools import cache

from prongsai.rulebook.instrument import YearInstrument
from prongsai.thai.words import split_words

LEAST_SHARED = 1.2
CLEARLY_AHEAD = 1.3
SHORTEST_WORD = 3
LONGEST_PASSAGE = 400


def question_about(text: str, year: YearInstrument, allowed: Collection[str]) -> str | None:
    """The one question whose topic, wording and advice share most of their rare words with the passage."""
    said = _words(text[:LONGEST_PASSAGE])
    weights, topics = _weights(year)
    ranked = sorted(((_shared(said, topics[code], weights), code) for code in allowed if code in topics), reverse=True)
    if not ranked or ranked[0][0] < LEAST_SHARED:
        return None
    if len(ranked) > 1 and ranked[0][0] < CLEARLY_AHEAD * ranked[1][0]:
        return None
    return ranked[0][1]


def _shared(said: frozenset[str], topic: frozenset[str], weights: dict[str, float]) -> float:
    whole = sum(weights[word] for word in topic)
    return sum(weights[word] for word in said & topic) / math.sqrt(whole) if whole else 0.0


@cache
def _weights(year: YearInstrument) -> tuple[dict[str, float], dict[str, frozenset[str]]]:
    """How much each word tells, and the words of each question."""
    topics = {
        question.code: _words(f"{question.topic_th} {question.text_th} {_issue(year, question.code)}")
        for survey in year.surveys
        for question in survey.questions
    }
    counted = Counter(word for words in topics.values() for word in words)
    return {word: math.log(1 + len(topics) / times) for word, times in counted.items()}, topics


def _issue(year: YearInstrument, code: str) -> str:
    advice = year.recommendations.get(code)
    return advice.issue_th if advice else ""


def _words(text: str) -> frozenset[str]:
    return frozenset(word.strip() for word in split_words(text) if len(word.strip()) >= SHORTEST_WORD)
