"""The shape of a template's file; the classes are the schema, as with the rules of a year."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

Paper = Literal["analysis", "measures", "report", "memo", "announcement", "order"]
Key = Annotated[str, Meta(pattern=r"^[a-z][a-z0-9-]{0,39}$")]
PassageKey = Annotated[str, Meta(pattern=r"^[a-z][a-z0-9-]*/[a-z][a-z0-9-]*$", max_length=80)]
Title = Annotated[str, Meta(min_length=1, max_length=200)]
Passage = Annotated[str, Meta(min_length=1, max_length=4000)]


class ExtraSection(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A section of the agency's own; it stands after the section `after`, or at the end."""

    key: Key
    title: Title
    paragraphs: Annotated[tuple[Passage, ...], Meta(min_length=1, max_length=50)]
    after: Key | None = None


class TemplateFile(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A template as it is written: YAML or JSON.

    `order` names sections in the order wanted; those it does not name follow in their own. `words` says passages anew,
    by their keys (`overview/result`). `logo` is a PNG or SVG in base64.
    """

    paper: Paper
    name: Title
    logo: str | None = None
    order: Annotated[tuple[Key, ...], Meta(max_length=60)] = ()
    left_out: Annotated[tuple[Key, ...], Meta(max_length=60)] = ()
    words: Annotated[dict[PassageKey, Passage], Meta(max_length=200)] = {}
    extra: Annotated[tuple[ExtraSection, ...], Meta(max_length=20)] = ()
