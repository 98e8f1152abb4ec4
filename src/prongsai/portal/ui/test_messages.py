import gettext
import io
from pathlib import Path

import pytest

from prongsai.portal.ui.messages import (
    LOCALE,
    CatalogueError,
    asked_messages,
    build_messages,
    compiled,
    read_catalogue,
)

ENGLISH = LOCALE / "en" / "LC_MESSAGES" / "django.po"


def test_everything_that_is_asked_for_has_an_english_text_and_nothing_else_has():
    written = {message.source: message for message in read_catalogue(ENGLISH) if message.source}
    assert set(written) == asked_messages()
    assert [message.source for message in written.values() if not message.translation or message.fuzzy] == []


def test_placeholders_survive_translation():
    import re

    marks = re.compile(r"%\(\w+\)s")
    for message in read_catalogue(ENGLISH):
        if message.source:
            assert sorted(marks.findall(message.source)) == sorted(marks.findall(message.translation)), message.source


def test_the_compiled_catalogue_is_what_python_reads():
    translations = gettext.GNUTranslations(io.BytesIO(compiled(read_catalogue(ENGLISH))))
    assert translations.gettext("ข้อมูลเปิด") == "Open data"


def test_a_catalogue_is_compiled_once(tmp_path):
    folder = tmp_path / "en" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "django.po").write_text('msgid ""\nmsgstr ""\n"Language: en\\n"\n\nmsgid "ก"\nmsgstr "a"\n', "utf-8")
    assert [file.name for file in build_messages(tmp_path)] == ["django.mo"]
    assert build_messages(tmp_path) == []


def test_another_process_may_build_in_the_same_moment(tmp_path, monkeypatch):
    catalogue = tmp_path / "en" / "LC_MESSAGES" / "django.po"
    catalogue.parent.mkdir(parents=True)
    catalogue.write_text('msgid "ก"\nmsgstr "a"\n', "utf-8")
    replace = Path.replace

    def come_second(draft, target):
        monkeypatch.setattr(Path, "replace", replace)
        assert build_messages(tmp_path) == [target]
        return replace(draft, target)

    monkeypatch.setattr(Path, "replace", come_second)
    assert build_messages(tmp_path) == [catalogue.with_suffix(".mo")]
    assert sorted(file.name for file in catalogue.parent.iterdir()) == ["django.mo", "django.po"]


def test_a_line_that_is_not_understood_is_named(tmp_path):
    file = tmp_path / "django.po"
    file.write_text('msgid "one"\nmsgid_plural "many"\n', "utf-8")
    with pytest.raises(CatalogueError, match="msgid_plural"):
        read_catalogue(file)
