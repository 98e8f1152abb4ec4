"""Says how far a long run is, how fast it goes, and how long it will still take."""

import sys
import time
from dataclasses import dataclass, field

from prongsai.sheets.problems import Language

SECONDS_BETWEEN_LINES = 30.0
SECONDS_BETWEEN_UPDATES = 0.5


@dataclass
class Progress:
    """Agencies done, of how many; the rate is that of this run, so agencies that were there do not count in it."""

    all: int
    language: Language
    done: int = 0
    worked: int = 0
    _began: float = field(default_factory=time.monotonic)
    _said: float = 0.0

    def count(self, *, worked: bool) -> None:
        """One agency more; says so where it is time to."""
        self.done += 1
        self.worked += worked
        between = SECONDS_BETWEEN_UPDATES if sys.stderr.isatty() else SECONDS_BETWEEN_LINES
        if time.monotonic() - max(self._said, self._began) >= between:
            self._said = time.monotonic()
            self._say()

    def line(self, seconds: float) -> str:
        """`1,204/8,317 agencies · 2.4 a second · about 49 minutes left`, after so many seconds of this run."""
        thai = self.language == "th"
        counted = f"{self.done:,}/{self.all:,} " + ("หน่วยงาน" if thai else "agencies")
        if not self.worked or seconds <= 0:
            return counted
        rate = self.worked / seconds
        left = (self.all - self.done) / rate
        if thai:
            return f"{counted} · {rate:.1f} หน่วยงานต่อวินาที · เหลืออีกประมาณ {_duration(left, 'th')}"
        return f"{counted} · {rate:.1f} a second · about {_duration(left, 'en')} left"

    def end(self) -> None:
        """Leave the line that was written over."""
        if self._said and sys.stderr.isatty():
            print(file=sys.stderr)

    def _say(self) -> None:
        line = self.line(time.monotonic() - self._began)
        if sys.stderr.isatty():
            print(f"\r{line}\x1b[K", end="", file=sys.stderr, flush=True)
        else:
            print(line, file=sys.stderr, flush=True)


def _duration(seconds: float, language: Language) -> str:
    minutes = round(seconds / 60)
    if minutes < 1:
        return "ไม่ถึงนาที" if language == "th" else "less than a minute"
    return f"{minutes:,} นาที" if language == "th" else f"{minutes:,} min"
