import gettext
import io
import re
from pathlib import Path

import django
import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.forms import CharField
from django.utils.translation import override

from prongsai.portal.ui.messages import (
    LOCALE,
    CatalogueError,
    asked_messages,
    build_messages,
    compiled,
    read_catalogue,
)

ENGLISH = LOCALE / "en" / "LC_MESSAGES" / "django.po"
THAI = LOCALE / "th" / "LC_MESSAGES" / "django.po"
DJANGO = Path(django.__file__).parent


def test_everything_that_is_asked_for_has_an_english_text_and_nothing_else_has():
    written = {message.source: message for message in read_catalogue(ENGLISH) if message.source}
    assert set(written) == asked_messages()
    assert [message.source for message in written.values() if not message.translation or message.fuzzy] == []


@pytest.mark.parametrize("catalogue", [ENGLISH, THAI])
def test_placeholders_survive_translation(catalogue):
    marks = re.compile(r"%\(\w+\)[sdr]|%d")
    for message in read_catalogue(catalogue):
        kept = [mark for mark in marks.findall(message.source) if mark != "%(model_name)s"]
        assert sorted(kept) == sorted(marks.findall(message.translation)), message.source


def test_what_is_said_in_djangos_place_is_said_by_django():
    own = {
        (message.source, message.plural)
        for area in ("conf", "contrib/auth")
        for message in read_catalogue(DJANGO / area / "locale" / "en" / "LC_MESSAGES" / "django.po")
    }
    assert {(one.source, one.plural) for one in read_catalogue(THAI)} <= own


@pytest.mark.parametrize(
    ("password", "said"),
    [
        ("short", "รหัสผ่านสั้นเกินไป ให้มีอย่างน้อย 10 ตัวอักษร"),
        ("password1234", "มีคนใช้รหัสผ่านนี้มาก จึงเดาง่าย ให้ตั้งรหัสอื่น"),
    ],
)
def test_what_is_wrong_with_a_password_is_said_in_thai(password, said):
    with override("th"), pytest.raises(ValidationError) as refused:
        validate_password(password)
    assert refused.value.messages == [said]


def test_an_empty_field_says_what_to_do_in_both_languages():
    for language, said in (("th", "ยังว่างอยู่ ให้กรอกหรือเลือกก่อน"), ("en", "This field is required.")):
        with override(language), pytest.raises(ValidationError, match=re.escape(said)):
            CharField().clean("")
    with override("th"), pytest.raises(ValidationError, match="มี 6 ตัวอักษร ให้เหลือไม่เกิน 5"):
        CharField(max_length=5).clean("เทศบาล")


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
    file.write_text('msgid "one"\nmsgnum "many"\n', "utf-8")
    with pytest.raises(CatalogueError, match="msgnum"):
        read_catalogue(file)
