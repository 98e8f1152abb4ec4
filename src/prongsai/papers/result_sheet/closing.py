"""The foot of the sheet: what the marks mean, where the figures are from, and what to recompute them with."""

from collections.abc import Iterator

from prongsai.papers.addresses import address_run, readable_address
from prongsai.papers.analysis_report.closing import HASH_SHOWN
from prongsai.papers.content import Panel, Panels, Paragraph, Run, Text
from prongsai.papers.result_sheet.contents import SheetContents
from prongsai.papers.result_sheet.figures import marked_places
from prongsai.papers.result_sheet.wording import WORDS, break_note

SMALL = 11.0


def closing_panel(contents: SheetContents) -> Panels:
    """Small lines, each a paragraph, tight and together."""
    lines = tuple(Paragraph(text, style="plain") for text in closing_texts(contents))
    return Panels((Panel(lines, size=SMALL),), shares=(1,), padding_cm=0)


def closing_texts(contents: SheetContents) -> Iterator[Text]:
    """Marks first, then doubts, source and rules."""
    words = WORDS[contents.language]
    for entry in contents.breaks_at(marked_places(contents)):
        yield break_note(entry, contents.language)
    if contents.intervals or contents.total_interval:
        yield words.interval_note
    if contents.result.contradictions:
        yield words.contradictions.format(count=len(contents.result.contradictions))
    yield words.source.format(source=contents.source)
    yield _rules(contents)


def _rules(contents: SheetContents) -> Text:
    words, rules = WORDS[contents.language], contents.year
    status = rules.round.status_th if contents.language == "th" else rules.round.status_en
    text = (
        words.rules.format(year=rules.year, revision=rules.round.revision),
        Run(rules.sha256[:HASH_SHOWN], as_written=True),
        f" ({status})",
    )
    if not contents.address:
        return text
    return (*text, words.again, address_run(contents.address, shown=readable_address(contents.address)))
