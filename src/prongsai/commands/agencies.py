"""`prongsai agencies`: the list of agencies of an installation, brought from a file."""

import sys
import tempfile
from pathlib import Path

from prongsai.assessing.agency_row import AgencyRow
from prongsai.assessing.round_folder import read_agencies, unknown_types
from prongsai.commands.outcome import DONE, UNUSABLE, say_problems
from prongsai.commands.portal import make_ready
from prongsai.sheets.problems import Language, Problem, SheetError, Words, found_text


def run(file: Path, language: Language) -> int:
    """Add and change agencies, all or none."""
    try:
        agencies = _read(file)
    except SheetError as error:
        return say_problems(error, language)
    make_ready()
    from django.utils.translation import override

    from prongsai.portal.agencies.bringing import AgenciesRefusedError, bring_agencies

    def tell(many: int) -> None:
        print(_SAVED[language].format(many=many, whole=len(agencies)), file=sys.stderr, flush=True)

    try:
        with override(language):
            brought = bring_agencies(actor="command", agencies=agencies, tell=tell)
    except AgenciesRefusedError as refused:
        for code, said in refused.problems:
            print(f"{file.name}: {code}: {said}", file=sys.stderr)
        return UNUSABLE
    print(_DONE[language].format(added=brought["added"], changed=brought["changed"], same=brought["same"]))
    return DONE


def _read(file: Path) -> tuple[AgencyRow, ...]:
    """The list, with no type that the rules do not know. Raises `SheetError`."""
    if not file.is_file():
        raise SheetError([Problem(file.name, None, None, _NO_FILE, _FORMAT)])
    with tempfile.TemporaryDirectory(prefix="prongsai-agencies-") as workplace:
        agencies = read_agencies(file, Path(workplace))
    if unknown := unknown_types(agencies):
        raise SheetError([Problem(file.name, None, "type", found_text(text), _TYPES) for text in unknown])
    return agencies


_NO_FILE = Words("ไม่พบไฟล์นี้", "there is no such file")
_FORMAT = Words(
    "ให้ระบุไฟล์ CSV ที่มีหัวตาราง code,name,type,province,staff,clients",
    "name a CSV file with the head code,name,type,province,staff,clients",
)
_TYPES = Words(
    "ให้เขียนประเภทของหน่วยงาน เช่น เทศบาลเมือง, อบต. หรือ town-municipality",
    "write a type of agencies such as เทศบาลเมือง, อบต. or town-municipality",
)
_SAVED = {"th": "บันทึกแล้ว {many:,} จาก {whole:,} แห่ง", "en": "{many:,} of {whole:,} agencies saved"}
_DONE = {
    "th": "เพิ่ม {added:,} แห่ง แก้ไข {changed:,} แห่ง เหมือนเดิม {same:,} แห่ง",
    "en": "{added:,} added, {changed:,} changed, {same:,} as before",
}
