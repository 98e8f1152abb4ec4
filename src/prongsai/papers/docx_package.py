"""The file around a DOCX: only the parts that are needed, the faces' other names, and the same bytes each time."""

from datetime import date, datetime, time
from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.oxml.ns import qn

from prongsai.papers.content import Document
from prongsai.papers.digits import shown
from prongsai.papers.docx_styles import THAI
from prongsai.papers.docx_xml import Package, w
from prongsai.papers.fonts import OFFICE_FALLBACKS, OFFICE_FAMILY

_UNNEEDED: Final = ("thumbnail", "customXml", "stylesWithEffects", "numbering")
_ZIP_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
_CORE_PART: Final = "/docProps/core.xml"
_FONT_TABLE: Final = "word/fontTable.xml"
_FONT_TABLE_XML: Final = f"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:font w:name="{OFFICE_FAMILY}">\
<w:altName w:val="{OFFICE_FALLBACKS}"/><w:charset w:val="DE"/><w:family w:val="swiss"/><w:pitch w:val="variable"/>\
</w:font></w:fonts>"""
_CURRENT_WORD: Final = "15"


def describe(package: Package, document: Document, created: date | None) -> None:
    """Title, office and language, and the day it was made if there is one."""
    properties = package.core_properties
    properties.title = shown(document.title, document.digits)[:255]
    properties.author = shown(document.author, document.digits)[:255]
    properties.last_modified_by = properties.author
    properties.subject = shown(document.subject, document.digits)[:255]
    properties.keywords = shown(", ".join(document.keywords), document.digits)[:255]
    properties.comments = ""
    properties.language = THAI if document.language == "th" else document.language
    properties.revision = 1
    if created is None:
        _forget_dates(package)
    else:
        properties.created = properties.modified = datetime.combine(created, time())


def settle(package: Package) -> None:
    """Drop what the template brings along, and ask Word for its current way of laying out."""
    for rels in (package.part.rels, package.part.package.rels):
        for name in [name for name, rel in rels.items() if any(part in rel.reltype for part in _UNNEEDED)]:
            del rels[name]
    settings = package.settings.element
    for tag in ("w:rsids", "w:savePreviewPicture", "w:proofState"):
        for child in settings.findall(qn(tag)):
            settings.remove(child)
    for setting in settings.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), _CURRENT_WORD)
    for language in settings.findall(qn("w:themeFontLang")):
        settings.replace(language, w("themeFontLang", val="en-US", bidi=THAI))


def packed(package: Package) -> bytes:
    """The file's bytes without the time of day that zip files carry."""
    loose, tight = BytesIO(), BytesIO()
    package.save(loose)
    with ZipFile(loose) as source, ZipFile(tight, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = _FONT_TABLE_XML.encode() if name == _FONT_TABLE else source.read(name)
            entry = ZipInfo(name, _ZIP_EPOCH)
            entry.compress_type = ZIP_DEFLATED
            target.writestr(entry, content)
    return tight.getvalue()


def _forget_dates(package: Package) -> None:
    core = next(part for part in package.part.package.iter_parts() if str(part.partname) == _CORE_PART).element
    for child in list(core):
        if child.tag in {qn("dcterms:created"), qn("dcterms:modified")}:
            core.remove(child)
