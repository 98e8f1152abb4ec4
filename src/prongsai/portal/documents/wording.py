"""Where an agency is, as papers write it."""

from prongsai.portal.agencies.queries import Agency


def place_of(agency: Agency) -> str:
    """`อำเภอ… จังหวัด…`, as far as known."""
    parts = (("อำเภอ", agency.district), ("จังหวัด", agency.province))
    return " ".join(f"{word}{name}" for word, name in parts if name)
