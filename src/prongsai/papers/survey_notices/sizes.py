"""The three sizes in which a notice is printed."""

from dataclasses import dataclass, replace

Sizes = tuple[tuple[int, float], ...]
"""(lines, points of TH Sarabun New) to try in this order: the first that suffices is taken."""


@dataclass(frozen=True, slots=True)
class NoticeSize:
    """The paper that a notice fills, and how big its lines may be; lengths in centimetres."""

    width_cm: float
    height_cm: float
    padding_cm: float
    name: Sizes
    headline: Sizes
    link: Sizes
    text: float
    small: float
    smallest_code_cm: float
    largest_code_cm: float
    gap_lines: float
    with_subjects: bool

    @property
    def room_cm(self) -> float:
        """Between the edges."""
        return self.width_cm - 2 * self.padding_cm

    def smaller(self, factor: float) -> "NoticeSize":
        """The same paper with smaller letters, for long names and addresses."""
        return replace(
            self,
            name=_scaled(self.name, factor),
            headline=_scaled(self.headline, factor),
            link=_scaled(self.link, factor),
            text=self.text * factor,
            small=self.small * factor,
        )


def _scaled(sizes: Sizes, factor: float) -> Sizes:
    return tuple((lines, size * factor) for lines, size in sizes)


POSTER = NoticeSize(
    width_cm=17.0,
    height_cm=26.4,
    padding_cm=0.1,
    name=((1, 30), (1, 26), (2, 24), (2, 20), (3, 18)),
    headline=((1, 44), (1, 38), (1, 34), (1, 32), (2, 34)),
    link=((1, 40), (1, 34), (1, 28), (1, 22), (2, 20), (3, 20)),
    text=18,
    small=16,
    smallest_code_cm=6.0,
    largest_code_cm=11.5,
    gap_lines=0.5,
    with_subjects=True,
)
A5 = NoticeSize(
    width_cm=14.84,
    height_cm=20.9,
    padding_cm=1.1,
    name=((1, 22), (2, 20), (2, 16), (3, 15)),
    headline=((1, 32), (1, 28), (1, 26), (2, 28)),
    link=((1, 28), (1, 24), (1, 20), (2, 18), (3, 16)),
    text=15,
    small=14,
    smallest_code_cm=4.5,
    largest_code_cm=8.5,
    gap_lines=0.4,
    with_subjects=True,
)
A6 = NoticeSize(
    width_cm=10.5,
    height_cm=14.8,
    padding_cm=0.8,
    name=((1, 18), (2, 16), (2, 14), (3, 12), (4, 12)),
    headline=((1, 26), (1, 22), (1, 20), (2, 22)),
    link=((1, 22), (1, 18), (1, 16), (2, 14), (3, 14)),
    text=12.5,
    small=12,
    smallest_code_cm=3.5,
    largest_code_cm=6.0,
    gap_lines=0.25,
    with_subjects=False,
)
FACTORS = (1.0, 0.92, 0.85, 0.78, 0.7, 0.6)
