"""Every address of the portal, the people who try them, and whether a try changed anything."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from django.db import connection
from django.urls import URLPattern, get_resolver, reverse
from django.utils.translation import override

READING = ("GET", "HEAD")
WRITING = ("POST", "PUT", "PATCH", "DELETE")
METHODS = (*READING, *WRITING, "OPTIONS")


@dataclass(frozen=True, slots=True)
class Address:
    """An address of the URL configuration: its name and the parts that name things."""

    name: str
    pattern: str
    parts: tuple[str, ...]

    def to(self, numbers: dict[str, object], language: str = "th") -> str:
        """The address of one thing."""
        with override(language):
            return reverse(self.name, kwargs={part: numbers[part] for part in self.parts})


def every_address() -> dict[str, Address]:
    """All addresses by name. An address without a name cannot be declared, so it is refused."""
    found = {}
    for namespaces, pattern, parts, entry in _walk(get_resolver(), (), "", ()):
        assert entry.name, f"{pattern}: give the address a name, so that tests/permissions can say who may"
        name = ":".join((*namespaces, entry.name))
        found[name] = Address(name, pattern, parts)
    return found


def _walk(resolver, namespaces, prefix, parts) -> Iterator[tuple[tuple[str, ...], str, tuple[str, ...], URLPattern]]:
    for entry in resolver.url_patterns:
        pattern = prefix + str(entry.pattern)
        own = (*parts, *(entry.pattern.converters or entry.pattern.regex.groupindex))
        if isinstance(entry, URLPattern):
            yield namespaces, pattern, own, entry
        else:
            deeper = (*namespaces, entry.namespace) if entry.namespace else namespaces
            yield from _walk(entry, deeper, pattern, own)


def fingerprint() -> dict[str, str]:
    """A hash of the rows of each table."""
    with connection.cursor() as cursor:
        return {table: _hash_of(cursor, table) for table in connection.introspection.table_names(cursor)}


def changed_tables(before: dict[str, str]) -> list[str]:
    """The tables whose rows are others than before."""
    now = fingerprint()
    return sorted(table for table in now if now[table] != before.get(table))


def _hash_of(cursor, table: str) -> str:
    cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608 - the database's own names
    return hashlib.sha256(repr(sorted(map(repr, cursor.fetchall()))).encode()).hexdigest()
