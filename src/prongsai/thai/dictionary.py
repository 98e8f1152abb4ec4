"""The dictionary that decides where Thai words end: pythainlp's, opened only as far as a text asks for it.

pythainlp grows the whole tree of its 62,000 words at the first question, 0.4 s before the first line of a paper. One
paper meets words of a few hundred beginnings. Here a beginning's part of the tree grows when a text first comes to it;
the engine, the words and therefore every break are pythainlp's own.
"""

import os
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pythainlp.util import Trie

_BEGINNING = 2


def longest_words(text: str) -> list[str]:
    """The text in pieces by pythainlp's longest match; joined they give the text again. Never asks the network."""
    _stay_here()
    from pythainlp.tokenize import word_tokenize

    found = word_tokenize(text, custom_dict=_tree(), engine="newmm", keep_whitespace=True)
    return [str(token) for token in found]


@cache
def known_words() -> frozenset[str]:
    """Every word of the dictionary."""
    _stay_here()
    from pythainlp.corpus import thai_words

    return frozenset(thai_words())


def _stay_here() -> None:
    """Neither a folder in the home of whoever runs this nor a download; must be set before the first import."""
    os.environ.setdefault("PYTHAINLP_READ_ONLY", "1")
    os.environ.setdefault("PYTHAINLP_OFFLINE", "1")


@cache
def _tree() -> "Trie":
    from pythainlp.util import Trie

    class TreeOnDemand(Trie):
        """A tree for each beginning, grown at its first question."""

        def __init__(self) -> None:
            super().__init__(())
            self._word_count = len(known_words())
            self._by_beginning = _words_by_beginning()
            self._grown: dict[str, Trie] = {}

        def prefixes(self, text: str, start: int = 0) -> list[str]:
            """The words that begin at a place of the text, shortest first."""
            beginning = text[start : start + _BEGINNING]
            if beginning not in self._grown:
                words = [*self._by_beginning.get(beginning[:1], ()), *self._by_beginning.get(beginning, ())]
                if not words:
                    return []
                self._grown[beginning] = Trie(words)
            return list(self._grown[beginning].prefixes(text, start))

    return TreeOnDemand()


def _words_by_beginning() -> dict[str, list[str]]:
    by_beginning: dict[str, list[str]] = defaultdict(list)
    for word in known_words():
        by_beginning[word[:_BEGINNING]].append(word)
    return dict(by_beginning)
