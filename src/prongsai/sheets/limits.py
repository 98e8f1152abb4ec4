"""How large a file may be, and how that is said."""

from prongsai.sheets.problems import Words

MEGABYTE = 1024 * 1024
LARGEST_BYTES = 20 * MEGABYTE
LARGEST_UNPACKED_BYTES = 200 * MEGABYTE


def too_large(size: int) -> tuple[Words, Words]:
    """What was found and what to do about it."""
    megabytes = size // MEGABYTE
    return (
        Words(f"ไฟล์ใหญ่เกินไป ({megabytes} MB)", f"the file is too large ({megabytes} MB)"),
        Words("แบ่งเป็นไฟล์ละไม่เกิน 20 MB", "split it into files of at most 20 MB"),
    )
