"""What stands before the entries of a list, in both kinds of file."""

from prongsai.papers.content import BulletList, NumberedList
from prongsai.papers.digits import shown
from prongsai.thai.numerals import DigitStyle


def list_marks(block: NumberedList | BulletList, digits: DigitStyle) -> list[str]:
    """The mark of each entry: "๑.", "๒." or "-"."""
    if isinstance(block, BulletList):
        return [shown(block.mark, digits)] * len(block.items)
    return [shown(block.pattern.format(block.start + step), digits) for step in range(len(block.items))]
