"""Takes a brought file in: recognised by its content, a picture without what it told besides."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from prongsai.portal.files.pictures import MOST_PIXELS, Fault, PictureRefusedError, clean_picture
from prongsai.portal.files.recognising import FileType, is_heic, recognise, safe_name

MILLION = 1_000_000


class FileRefusedError(ValueError):
    """A file that is not taken; says which, why and what to bring instead."""


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file whose content was recognised; of a picture only what it shows."""

    name: str
    kind: FileType
    content: bytes


def take_in(name: str, content: bytes) -> StoredFile:
    """A file as it will be kept. Raises `FileRefusedError`."""
    kind = recognise(content)
    if kind is None:
        raise FileRefusedError(_unknown(name, content))
    if kind.is_picture:
        content = _cleaned(name, kind, content)
    return StoredFile(safe_name(name, kind), kind, content)


def _cleaned(name: str, kind: FileType, content: bytes) -> bytes:
    try:
        return clean_picture(content, kind.media_type)
    except PictureRefusedError as refusal:
        raise FileRefusedError(_unusable(name, refusal.fault)) from None


def _unknown(name: str, content: bytes) -> str:
    if is_heic(content):
        said = _("%(name)s เป็นภาพ HEIC ซึ่งเปิดไม่ได้ทุกเครื่อง ตั้งกล้องให้ถ่ายเป็น JPEG หรือแปลงเป็น JPEG ก่อนแนบ")
    else:
        said = _("%(name)s ไม่ใช่ PDF ภาพ PNG/JPEG/WebP DOCX หรือ XLSX ตามที่เนื้อแฟ้มบอก")
    return said % {"name": name}


def _unusable(name: str, fault: Fault) -> str:
    limit = MOST_PIXELS // MILLION
    return {
        Fault.BROKEN: _("%(name)s เปิดเป็นภาพไม่ได้ แฟ้มอาจเสียหรือส่งมาไม่ครบ ลองถ่ายหรือบันทึกใหม่"),
        Fault.TOO_LARGE: _("%(name)s มีจุดภาพเกิน %(limit)s ล้านจุด ย่อภาพก่อนแนบ"),
        Fault.MOVING: _("%(name)s เป็นภาพเคลื่อนไหว แนบเป็นภาพนิ่ง"),
    }[fault] % {"name": name, "limit": limit}
