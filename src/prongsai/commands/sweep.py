"""`prongsai sweep`: looks at every confirmed address of a round and keeps what is found."""

import json
import sys
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from prongsai.commands.outcome import CONTRADICTION, DONE, UNUSABLE
from prongsai.commands.portal import make_ready

if TYPE_CHECKING:
    from prongsai.fetching.sweeping.targets import Progress

BETWEEN_LINES = 10.0
"""Seconds between two lines of progress."""


@dataclass(slots=True)
class Teller:
    """Tells on standard error how far it is, now and then."""

    language: Literal["th", "en"]
    told_at: float = float("-inf")

    def tell(self, progress: "Progress") -> None:
        """A line, unless there was one a moment ago."""
        now = time.monotonic()
        if now - self.told_at >= BETWEEN_LINES:
            self.told_at = now
            print(summary(progress, self.language), file=sys.stderr, flush=True)


def run(slug: str, *, per_second: float | None, language: Literal["th", "en"], as_json: bool) -> int:
    """Sweep a round; what was stopped goes on where it was."""
    make_ready()
    from prongsai.portal.disclosures.keeping_evidence.national import UnknownRoundError, sweep_round

    try:
        progress = sweep_round(slug, per_second=per_second, watch=Teller(language).tell)
    except UnknownRoundError:
        print(_unknown(slug, language), file=sys.stderr)
        return UNUSABLE
    except KeyboardInterrupt:
        print(STOPPED[language], file=sys.stderr)
        return CONTRADICTION
    print(json.dumps(as_plain(progress), ensure_ascii=False) if as_json else summary(progress, language))
    return DONE


def summary(progress: "Progress", language: Literal["th", "en"]) -> str:
    """How far, how fast, and what came of it."""
    found = ", ".join(f"{outcome} {many}" for outcome, many in _most_first(progress))
    speed = sum(progress.outcomes.values()) / progress.seconds if progress.seconds else 0
    told = TOLD[language].format(done=progress.done, total=progress.total, speed=speed)
    later = LATER[language].format(many=progress.put_off) if progress.put_off else ""
    return f"{told}{f' ({found})' if found else ''}{later}"


def as_plain(progress: "Progress") -> dict[str, object]:
    """The same for machines."""
    return {
        "total": progress.total,
        "done": progress.done,
        "put_off": progress.put_off,
        "seconds": f"{progress.seconds:.1f}",
        "outcomes": {str(outcome): many for outcome, many in _most_first(progress)},
    }


def _most_first(progress: "Progress") -> list[tuple[str, int]]:
    return sorted(((str(key), many) for key, many in progress.outcomes.items()), key=lambda pair: (-pair[1], pair[0]))


def _unknown(slug: str, language: Literal["th", "en"]) -> str:
    return {
        "th": f"ไม่พบรอบ “{slug}” เขียนชื่อที่อยู่ในที่อยู่เว็บของรอบ เช่น 2569 หรือ rehearsal-2569",
        "en": f"there is no round “{slug}”; write its name as in the round's address, such as 2569 or rehearsal-2569",
    }[language]


TOLD = {
    "th": "เปิดดูแล้ว {done} จาก {total} ที่อยู่ {speed:.1f} ที่อยู่ต่อวินาที",
    "en": "looked at {done} of {total} addresses, {speed:.1f} a second",
}
LATER = {"th": "; {many} ที่อยู่เว็บไซต์ขอให้รอ สั่งอีกครั้งภายหลัง", "en": "; {many} put off by their sites: run it again later"}
STOPPED = {"th": "หยุดแล้ว สั่งอีกครั้งเพื่อทำต่อ", "en": "stopped; run it again to go on"}
