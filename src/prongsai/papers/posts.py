"""Posts that follow from an agency's name: who heads a municipality or a subdistrict organisation, and who runs it.

Only local governments have one title for all; of any other agency nothing is guessed and the paper leaves dots.
"""

_MUNICIPALITY = "เทศบาล"
_ORGANISATION = "องค์การบริหารส่วน"


def head_of(agency_name: str) -> str:
    """`นายกเทศมนตรีเมือง…`, `นายกองค์การบริหารส่วนตำบล…`; empty where the name does not tell."""
    if agency_name.startswith(_MUNICIPALITY):
        return f"นายกเทศมนตรี{agency_name.removeprefix(_MUNICIPALITY)}"
    return f"นายก{agency_name}" if agency_name.startswith(_ORGANISATION) else ""


def permanent_head_of(agency_name: str) -> str:
    """`ปลัดเทศบาลเมือง…`, `ปลัดองค์การบริหารส่วนตำบล…`; empty where the name does not tell."""
    is_local = agency_name.startswith((_MUNICIPALITY, _ORGANISATION))
    return f"ปลัด{agency_name}" if is_local else ""


def secretariat_of(agency_name: str) -> str:
    """The unit that keeps the papers: `สำนักปลัดเทศบาล`, `สำนักปลัด`; empty where the name does not tell."""
    if agency_name.startswith(_MUNICIPALITY):
        return "สำนักปลัดเทศบาล"
    return "สำนักปลัด" if agency_name.startswith(_ORGANISATION) else ""
