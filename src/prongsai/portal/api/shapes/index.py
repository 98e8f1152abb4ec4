"""What the API has: the first page of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version

from django.utils.translation import gettext as _
from django.utils.translation import override

from prongsai.portal.agencies.queries import type_choices
from prongsai.portal.api.shapes.links import api_link, page_link


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyTypeName:
    """A type of agencies, as `type=` takes it, with its names."""

    type: str
    name_th: str
    name_en: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Licence:
    """What one may do with the program, by its SPDX name, and with the data, in words."""

    program: str
    data_th: str
    data_en: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """Where to go on; `description` is the OpenAPI of all of it, `page` explains it to people."""

    description: str
    page: str
    instruments: str
    agencies: str
    results: str
    score: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """The years that have published results, newest first, and what lists can be narrowed to."""

    program: str
    version: str
    licence: Licence
    links: Links
    years: tuple[int, ...]
    types: tuple[AgencyTypeName, ...]
    provinces: tuple[str, ...]


def index(years: Sequence[int], provinces: Sequence[str]) -> Index:
    """The first page."""
    return Index(
        program="prongsai",
        version=version("prongsai"),
        licence=Licence(program="Apache-2.0", data_th=_terms("th"), data_en=_terms("en")),
        links=Links(
            description=api_link("description"),
            page=page_link("results:open-data"),
            instruments=api_link("instruments"),
            agencies=api_link("agencies"),
            results=api_link("results"),
            score=api_link("score"),
        ),
        years=tuple(years),
        types=tuple(
            AgencyTypeName(type=type_, name_th=name, name_en=_type_names("en")[type_])
            for type_, name in _type_names("th").items()
        ),
        provinces=tuple(provinces),
    )


def _terms(language: str) -> str:
    with override(language):
        return _("นำไปตรวจสอบ วิเคราะห์ และเผยแพร่ต่อได้โดยไม่ต้องขออนุญาต")


def _type_names(language: str) -> dict[str, str]:
    with override(language):
        return dict(type_choices())
