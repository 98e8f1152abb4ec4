"""What argparse says of bad usage, in Thai: it speaks English only."""

import re

_SAYINGS = (
    (r"the following arguments are required: (.+)", r"ต้องระบุ \1"),
    (r"unrecognized arguments: (.+)", r"ไม่รู้จัก \1"),
    (r"argument (.+?): expected one argument", r"\1: ต้องมีค่าหนึ่งค่าตามหลัง"),
    (r"argument (.+?): expected at least one argument", r"\1: ต้องมีค่าอย่างน้อยหนึ่งค่าตามหลัง"),
    (r"argument (.+?): invalid choice: (.+) \(choose from (.+)\)", r"\1: พบ \2 ให้เลือกจาก \3"),
    (r"argument (.+?): invalid int value: (.+)", r"\1: พบ \2 ให้เขียนจำนวนเต็ม เช่น 8000"),
    (r"argument (.+?): ignored explicit argument (.+)", r"\1: ไม่ต้องใส่ค่า แต่พบ \2"),
    (r"ambiguous option: (.+) could match (.+)", r"\1 ย่อจนแยกไม่ออกว่าเป็น \2 ให้เขียนเต็ม"),
    (r"argument (.+?): not allowed with argument (.+)", r"\1: ใช้พร้อมกับ \2 ไม่ได้"),
)


def in_thai(message: str) -> str:
    """The message in Thai; one of our own, which is Thai already, comes back as it is."""
    for english, thai in _SAYINGS:
        if re.fullmatch(english, message, re.DOTALL):
            return re.sub(english, thai, message, flags=re.DOTALL)
    return re.sub(r"^argument (.+?): ", r"\1: ", message)
