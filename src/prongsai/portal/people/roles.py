"""Roles and what each may do, as data. Whatever is not listed is refused."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """What a person is in an agency; ASSESSOR and OFFICE stand outside all agencies."""

    OFFICER = "officer", _("เจ้าหน้าที่ ITA")
    EXECUTIVE = "executive", _("ผู้บริหาร")
    UNIT_HEAD = "unit-head", _("หัวหน้าสำนัก/ผู้อำนวยการกอง")
    CONTRIBUTOR = "contributor", _("ผู้รายงานของสำนัก/กอง")
    AUDITOR = "auditor", _("ผู้ตรวจสอบ (อ่านอย่างเดียว)")
    ASSESSOR = "assessor", _("ผู้ประเมิน")
    OFFICE = "office", _("ส่วนกลาง")


class Permission(StrEnum):
    """What a page of the office asks for."""

    SEE_AGENCY = "see-agency"
    BRING_RESULT = "bring-result"
    ANALYSE = "analyse"
    EDIT_PLAN = "edit-plan"
    ANSWER_ASSIGNMENT = "answer-assignment"
    APPROVE_PLAN = "approve-plan"
    REPORT_STEP = "report-step"
    CHECK_STEP = "check-step"
    PUBLISH_PROGRESS = "publish-progress"
    EDIT_PAPERS = "edit-papers"
    APPROVE_PAPERS = "approve-papers"
    MANAGE_PEOPLE = "manage-people"
    READ_JOURNAL = "read-journal"
    TAKE_PART = "take-part"
    CONFIRM_PARTICIPATION = "confirm-participation"
    DISCLOSE = "disclose"
    ANSWER_ITEMS = "answer-items"
    CONFIRM_DISCLOSURE = "confirm-disclosure"
    # nationally
    RUN_ROUNDS = "run-rounds"
    WATCH_ROUNDS = "watch-rounds"
    ASSESS = "assess"
    INTERVIEW = "interview"
    SUPERVISE_INTERVIEWS = "supervise-interviews"


NATIONAL_PERMISSIONS = frozenset(
    {
        Permission.RUN_ROUNDS,
        Permission.WATCH_ROUNDS,
        Permission.ASSESS,
        Permission.INTERVIEW,
        Permission.SUPERVISE_INTERVIEWS,
    }
)
"""Asked for by pages below `/office/national/`; no role in an agency grants one."""


NATIONAL_ROLES = frozenset({Role.ASSESSOR, Role.OFFICE})
"""Held without an agency; they open no agency's desk."""

AGENCY_ROLES = tuple(role for role in Role if role not in NATIONAL_ROLES)
UNIT_ROLES = frozenset({Role.UNIT_HEAD, Role.CONTRIBUTOR})
"""Held for one or more units of the agency, and only there."""

ROLE_PERMISSIONS: Mapping[Role, frozenset[Permission]] = MappingProxyType(
    {
        # everything here but the word of others: heads answer for their units, the executive approves and confirms
        Role.OFFICER: frozenset(Permission)
        - NATIONAL_PERMISSIONS
        - {
            Permission.APPROVE_PLAN,
            Permission.APPROVE_PAPERS,
            Permission.ANSWER_ASSIGNMENT,
            Permission.CONFIRM_PARTICIPATION,
            Permission.CONFIRM_DISCLOSURE,
        },
        Role.EXECUTIVE: frozenset(
            {
                Permission.SEE_AGENCY,
                Permission.APPROVE_PLAN,
                Permission.APPROVE_PAPERS,
                Permission.CONFIRM_PARTICIPATION,
                Permission.CONFIRM_DISCLOSURE,
                Permission.READ_JOURNAL,
            }
        ),
        Role.UNIT_HEAD: frozenset(
            {
                Permission.SEE_AGENCY,
                Permission.ANSWER_ASSIGNMENT,
                Permission.REPORT_STEP,
                Permission.CHECK_STEP,
                Permission.ANSWER_ITEMS,
            }
        ),
        Role.CONTRIBUTOR: frozenset({Permission.SEE_AGENCY, Permission.REPORT_STEP, Permission.ANSWER_ITEMS}),
        Role.AUDITOR: frozenset({Permission.SEE_AGENCY, Permission.READ_JOURNAL}),
        Role.ASSESSOR: frozenset({Permission.ASSESS, Permission.INTERVIEW, Permission.WATCH_ROUNDS}),
        Role.OFFICE: frozenset({Permission.RUN_ROUNDS, Permission.WATCH_ROUNDS, Permission.SUPERVISE_INTERVIEWS}),
    }
)
