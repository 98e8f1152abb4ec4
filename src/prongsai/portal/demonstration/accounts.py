"""Who works in the demonstration: accounts named after roles, one known password. Never made in earnest."""

from dataclasses import dataclass

from prongsai.portal.people.roles import Role

PASSWORD = "prongsai-demo-2569"  # noqa: S105 - printed by `make run`, opens fictional work only
TOWN = "song-phi-nong"
NEIGHBOUR = "dao-hang"
NATIONAL = ""
CLERK_OFFICE, TREASURY = "สำนักปลัดเทศบาล", "กองคลัง"
NEIGHBOURS_UNITS = ("สำนักปลัด", "กองคลัง", "กองช่าง")
UNITS = {
    TOWN: (CLERK_OFFICE, TREASURY, "กองช่าง", "กองการศึกษา", "กองสาธารณสุขและสิ่งแวดล้อม"),
    NEIGHBOUR: NEIGHBOURS_UNITS,
}
SITES = {TOWN: "https://town.prongsai.example", NEIGHBOUR: "https://neighbour.prongsai.example"}
"""Where they would have a web site: names that can never exist, so that nobody is asked."""


@dataclass(frozen=True, slots=True)
class DemonstrationAccount:
    """Somebody to sign in as; `agency` is empty for those who work for all of them."""

    name: str
    display_name: str
    agency: str
    role: Role
    units: tuple[str, ...] = ()

    @property
    def email(self) -> str:
        """What to sign in with; the domain can never exist."""
        return f"{self.name}@demo.prongsai.example"


ACCOUNTS = (
    DemonstrationAccount("officer", "เจ้าหน้าที่ ITA", TOWN, Role.OFFICER),
    DemonstrationAccount("executive", "นายกเทศมนตรี", TOWN, Role.EXECUTIVE),
    DemonstrationAccount("clerk-head", "หัวหน้าสำนักปลัดเทศบาล", TOWN, Role.UNIT_HEAD, (CLERK_OFFICE,)),
    DemonstrationAccount("treasury-head", "ผู้อำนวยการกองคลัง", TOWN, Role.UNIT_HEAD, (TREASURY,)),
    DemonstrationAccount("contributor", "ผู้รายงานของกองคลัง", TOWN, Role.CONTRIBUTOR, (TREASURY,)),
    DemonstrationAccount("auditor", "ผู้ตรวจสอบภายใน", TOWN, Role.AUDITOR),
    DemonstrationAccount("neighbour", "เจ้าหน้าที่ ITA ของดาวหาง", NEIGHBOUR, Role.OFFICER),
    DemonstrationAccount("neighbour-executive", "นายกองค์การบริหารส่วนตำบลดาวหาง", NEIGHBOUR, Role.EXECUTIVE),
    DemonstrationAccount("neighbour-head", "หัวหน้าสำนักปลัดของดาวหาง", NEIGHBOUR, Role.UNIT_HEAD, NEIGHBOURS_UNITS),
    DemonstrationAccount("office", "ผู้ดูแลรอบส่วนกลาง", NATIONAL, Role.OFFICE),
    DemonstrationAccount("assessor", "ผู้ประเมินภายนอก", NATIONAL, Role.ASSESSOR),
    DemonstrationAccount("assessor-2", "ผู้ประเมินภายนอกคนที่สอง", NATIONAL, Role.ASSESSOR),
    DemonstrationAccount("assessor-3", "ผู้ประเมินภายนอกคนที่สาม", NATIONAL, Role.ASSESSOR),
)
