"""Why a document cannot be read: one sentence for a person, in both languages."""

MEGABYTE = 1024 * 1024
LARGEST_BYTES = 50 * MEGABYTE
MOST_PAGES = 500
MOST_LETTERS = 5_000_000
MOST_LINES = 100_000
"""Far more than fits on 500 pages: a text of this length is no agency's document."""


class UnreadableError(Exception):
    """The document cannot be read; `th` and `en` say what was found and what to bring instead."""

    def __init__(self, th: str, en: str) -> None:
        self.th, self.en = th, en
        super().__init__(en)


def too_large() -> UnreadableError:
    """More bytes than a document has, packed or unpacked."""
    size = LARGEST_BYTES // MEGABYTE
    return UnreadableError(
        f"ไฟล์ใหญ่เกิน {size} MB ให้แยกเฉพาะส่วนที่เป็นผลการประเมินและมาตรการ",
        f"the file is larger than {size} MB; bring only the pages on the result and the measures",
    )


def too_long() -> UnreadableError:
    """More pages than a document has."""
    return UnreadableError(
        f"เอกสารยาวเกิน {MOST_PAGES} หน้า ให้แยกเฉพาะหน้าที่เป็นผลการประเมินและมาตรการ",
        f"the document has more than {MOST_PAGES} pages; bring only those on the result and the measures",
    )


def empty() -> UnreadableError:
    """No byte, or no letter."""
    return UnreadableError("ไฟล์ว่าง ไม่มีข้อความให้อ่าน", "the file is empty: there is no text to read")


def locked() -> UnreadableError:
    """Protected by a password."""
    return UnreadableError(
        "ไฟล์ตั้งรหัสผ่านไว้ ให้เอารหัสผ่านออกแล้วบันทึกใหม่",
        "the file is protected by a password; remove it and save again",
    )


def wrong_kind() -> UnreadableError:
    """Neither text nor DOCX nor PDF, whatever its name says."""
    return UnreadableError(
        "ไม่ใช่เอกสารที่อ่านได้ ให้ใช้ไฟล์ .docx .pdf หรือข้อความ .txt",
        "this is not a document that can be read; bring a .docx, a .pdf or plain .txt",
    )


def damaged(kind: str) -> UnreadableError:
    """It begins as `kind` does, but does not hold together."""
    return UnreadableError(
        f"ไฟล์ {kind} เสียหรือไม่ครบ ให้เปิดในโปรแกรมแล้วบันทึกใหม่",
        f"the {kind} file is damaged or incomplete; open it and save it again",
    )
