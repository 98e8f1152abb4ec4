import json
import zipfile

import pytest

from prongsai.portal.safekeeping.archive import MANIFEST, Contents, hash_of, opened_archive, unpack, write_archive
from prongsai.portal.safekeeping.refusals import SafekeepingError

ABOUT = {"made_at": "2026-11-21T10:00:00+00:00", "program": "1", "vendor": "sqlite", "key": "k", "migrations": ("a.1",)}


@pytest.fixture
def parts(tmp_path):
    (tmp_path / "database.sqlite3").write_bytes(b"rows")
    (tmp_path / "ab").write_bytes(b"evidence")
    return {"database.sqlite3": tmp_path / "database.sqlite3", "evidence/ab/ab": tmp_path / "ab"}


@pytest.fixture
def backup(tmp_path, parts):
    file = tmp_path / "backup.zip"
    contents = Contents(**ABOUT, parts={name: hash_of(part) for name, part in parts.items()})
    with file.open("wb") as opened:
        write_archive(opened, contents, parts.items())
    return file


def rewritten(file, change, *, told=None):
    """The same archive with other parts, or telling something else."""
    with zipfile.ZipFile(file) as archive:
        kept = {name: archive.read(name) for name in archive.namelist()}
    if told:
        kept[MANIFEST] = json.dumps(json.loads(kept[MANIFEST]) | told).encode()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in (kept | change).items():
            if content is not None:
                archive.writestr(name, content)
    return file


def brought_back(file, folder):
    with opened_archive(file) as (archive, contents):
        unpack(archive, contents, folder)
        return contents


def test_what_was_put_in_comes_out(backup, tmp_path):
    contents = brought_back(backup, tmp_path / "out")
    assert (contents.vendor, contents.migrations) == ("sqlite", ("a.1",))
    assert (tmp_path / "out" / "evidence" / "ab" / "ab").read_bytes() == b"evidence"
    assert (tmp_path / "out" / "database.sqlite3").read_bytes() == b"rows"


@pytest.mark.parametrize("change", [{"database.sqlite3": b"other"}, {"evidence/ab/ab": None}])
def test_a_part_that_was_changed_or_is_gone_is_named(backup, tmp_path, change):
    with pytest.raises(SafekeepingError) as refused:
        brought_back(rewritten(backup, change), tmp_path / "out")
    assert next(iter(change)) in refused.value.th
    assert next(iter(change)) in refused.value.en


@pytest.mark.parametrize(
    "told",
    [
        {"parts": {"../../outside": "0"}},
        {"parts": {"/etc/outside": "0"}},
        {"parts": {"..\\outside": "0"}},
        {"parts": {"": "0"}},
        {"parts": ["database.sqlite3"]},
        {"more": "than is known"},
        {"format": "one"},
    ],
)
def test_an_archive_that_tells_nonsense_or_leads_outside_is_none(backup, tmp_path, told):
    with pytest.raises(SafekeepingError, match="is no backup"):
        brought_back(rewritten(backup, {}, told=told), tmp_path / "out")
    assert not (tmp_path / "outside").exists()


def test_an_archive_of_a_later_program_asks_for_that_program(backup, tmp_path):
    with pytest.raises(SafekeepingError, match="update the program first"):
        brought_back(rewritten(backup, {}, told={"format": 2, "program": "9"}), tmp_path / "out")


@pytest.mark.parametrize("content", [b"", b"no archive at all", "half"])
def test_what_is_no_archive_or_half_of_one_is_refused(backup, tmp_path, content):
    backup.write_bytes(backup.read_bytes()[:200] if content == "half" else content)
    with pytest.raises(SafekeepingError, match="is no backup"):
        brought_back(backup, tmp_path / "out")


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(SafekeepingError, match="cannot open"):
        brought_back(tmp_path / "missing.zip", tmp_path / "out")
