"""The dictionary that decides where Thai words end: pythainlp's, without the tree that it grows of it.

pythainlp grows a tree of its 62,000 words at the first question, 0.4 s before the first line of a paper. Which words
begin at a place of a text can be asked of the plain set of them as well, as words of one beginning have few lengths.
The engine, the words and therefore every break are pythainlp's own.
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

    return frozenset(word.strip() for word in thai_words() if word.strip())


def _stay_here() -> None:
    """Neither a folder in the home of whoever runs this nor a download; must be set before the first import."""
    os.environ.setdefault("PYTHAINLP_READ_ONLY", "1")
    os.environ.setdefault("PYTHAINLP_OFFLINE", "1")


@cache
def _tree() -> "Trie":
    from pythainlp.util import Trie

    class WordsByLength(Trie):
        """Answers as the tree of these words would, from the set of them."""

        def __init__(self) -> None:
            super().__init__(())
            self._word_count = len(known_words())
            self._words = known_words()
            self._lengths = _lengths_by_beginning()

        def prefixes(self, text: str, start: int = 0) -> list[str]:
            """The words that begin at a place of the text, shortest first."""
            room, words = len(text) - start, self._words
            lengths = self._lengths.get(text[start : start + _BEGINNING]) or self._lengths.get(
                text[start : start + 1], ()
            )
            pieces = [text[start : start + length] for length in lengths if length <= room]
            return [piece for piece in pieces if piece in words]

    return WordsByLength()


def _lengths_by_beginning() -> dict[str, tuple[int, ...]]:
    """How long the words of each beginning are, those of its first letter alone among them; in rising order."""
    lengths: dict[str, set[int]] = defaultdict(set)
    for word in known_words():
        lengths[word[:_BEGINNING]].add(len(word))
    alone = {beginning for beginning in lengths if len(beginning) == 1}
    for beginning, found in lengths.items():
        found.update({1} if beginning[0] in alone else ())
    return {beginning: tuple(sorted(found)) for beginning, found in lengths.items()}
