"""How a command ends: its exit code, and mistakes said plainly on standard error."""

import sys

from prongsai.sheets.problems import Language, SheetError

DONE = 0
CONTRADICTION = 1
UNUSABLE = 2
MOST_SHOWN = 20


def say_problems(error: SheetError, language: Language, code: int = UNUSABLE) -> int:
    """Print a line for each problem; gives back the exit code."""
    for problem in error.problems[:MOST_SHOWN]:
        print(problem.text(language), file=sys.stderr)
    rest = len(error.problems) - MOST_SHOWN
    if rest > 0:
        print(f"… และอีก {rest} แห่ง" if language == "th" else f"… and {rest} more", file=sys.stderr)
    return code


def say(th: str, en: str, language: Language) -> int:
    """Print one sentence on standard error; the exit code for bad usage."""
    print(th if language == "th" else en, file=sys.stderr)
    return UNUSABLE
