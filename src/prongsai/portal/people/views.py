"""An agency's people and units, for those who manage them."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from prongsai.portal.agencies.actions import add_unit, close_unit, rename_unit
from prongsai.portal.agencies.queries import every_unit_of, units_of
from prongsai.portal.people import actions
from prongsai.portal.people.access import Seat, office_view, open_invitation, open_member, open_unit
from prongsai.portal.people.forms import InvitationForm, RoleForm, UnitForm
from prongsai.portal.people.invitation_mail import NO_SERVER, invitation_address, mail_invitation
from prongsai.portal.people.queries import members_of, open_invitations_of
from prongsai.portal.people.roles import Permission

NO_LONGER_OPEN = gettext_lazy("คำเชิญนี้ตอบรับหรือถอนไปแล้ว")


@office_view(Permission.SEE_AGENCY)
@require_safe
def show_people(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Who works here; open invitations for those who may invite."""
    manages = seat.may(Permission.MANAGE_PEOPLE)
    contents = {
        "seat": seat,
        "members": members_of(seat.agency.pk),
        "invitations": open_invitations_of(seat.agency.pk) if manages else [],
        "manages": manages,
    }
    return render(request, "people/people.html", contents)


@office_view(Permission.MANAGE_PEOPLE)
@require_http_methods(["GET", "HEAD", "POST"])
def invite(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Invite by e-mail; the link is shown this once."""
    form = InvitationForm(request.POST or None, units=units_of(seat.agency.pk))
    if form.is_valid():
        try:
            sent = actions.invite_person(
                actor=seat.actor,
                invited_by=seat.person,
                agency=seat.agency,
                email=form.cleaned_data["email"],
                role=form.chosen_role,
                units=form.chosen_units,
            )
        except actions.RoleError as problem:
            form.add_error("role", role_problem(problem))
        except actions.InvitationError:
            form.add_error("email", _("มีผู้เชิญอีเมลนี้ในบทบาทเดียวกันในขณะนี้ ดูรายการคำเชิญก่อนเชิญใหม่"))
        else:
            return _deliver(request, seat, sent)
    return render(request, "people/invite.html", {"seat": seat, "form": form})


@office_view(Permission.MANAGE_PEOPLE)
@require_POST
def resend(request: HttpRequest, seat: Seat, invitation_id: int) -> HttpResponse:
    """Send an open invitation again, with a new link."""
    try:
        sent = actions.renew_invitation(actor=seat.actor, invitation=open_invitation(seat, invitation_id))
    except actions.InvitationError:
        messages.error(request, NO_LONGER_OPEN)
        return redirect("people:people", seat.agency.code)
    return _deliver(request, seat, sent)


def _deliver(request: HttpRequest, seat: Seat, sent: actions.SentInvitation) -> HttpResponse:
    """E-mail the link and say whether it went out; the link is shown this once."""
    address = invitation_address(request, sent.token)
    problem = mail_invitation(sent.invitation, address)
    invitation = actions.note_mail(actor=seat.actor, invitation=sent.invitation, problem=problem)
    contents = {"seat": seat, "invitation": invitation, "address": address, "no_server": problem == NO_SERVER}
    return render(request, "people/invited.html", contents)


@office_view(Permission.MANAGE_PEOPLE)
@require_POST
def withdraw(request: HttpRequest, seat: Seat, invitation_id: int) -> HttpResponse:
    """Withdraw an open invitation."""
    try:
        actions.withdraw_invitation(actor=seat.actor, invitation=open_invitation(seat, invitation_id))
    except actions.InvitationError:
        messages.error(request, NO_LONGER_OPEN)
    else:
        messages.success(request, _("ถอนคำเชิญแล้ว ลิงก์เดิมใช้ไม่ได้อีก"))
    return redirect("people:people", seat.agency.code)


@office_view(Permission.MANAGE_PEOPLE)
@require_http_methods(["GET", "HEAD", "POST"])
def change_member(request: HttpRequest, seat: Seat, membership_id: int) -> HttpResponse:
    """Give a member another role or other units."""
    member = open_member(seat, membership_id)
    held = {"role": member.role, "units": [str(unit.pk) for unit in member.units.all()]}
    form = RoleForm(request.POST or None, units=units_of(seat.agency.pk), initial=held)
    if form.is_valid():
        try:
            actions.change_role(actor=seat.actor, membership=member, role=form.chosen_role, units=form.chosen_units)
        except actions.RoleError as problem:
            form.add_error("role", role_problem(problem))
        else:
            messages.success(request, _("บันทึกบทบาทแล้ว"))
            return redirect("people:people", seat.agency.code)
    return render(
        request, "people/member.html", {"seat": seat, "member": open_member(seat, membership_id), "form": form}
    )


@office_view(Permission.MANAGE_PEOPLE)
@require_POST
def end_member(request: HttpRequest, seat: Seat, membership_id: int) -> HttpResponse:
    """Take a member's role away."""
    try:
        actions.end_membership(actor=seat.actor, membership=open_member(seat, membership_id))
    except actions.RoleError as problem:
        messages.error(request, role_problem(problem))
    else:
        messages.success(request, _("สิ้นสุดบทบาทแล้ว งานที่ทำไว้ยังอยู่ครบ"))
    return redirect("people:people", seat.agency.code)


@office_view(Permission.MANAGE_PEOPLE)
@require_http_methods(["GET", "HEAD", "POST"])
def show_units(request: HttpRequest, seat: Seat) -> HttpResponse:
    """The agency's units, and a field to add one."""
    form = UnitForm(request.POST or None)
    if form.is_valid():
        try:
            add_unit(actor=seat.actor, agency=seat.agency, name=form.cleaned_data["name"])
        except ValidationError:
            form.add_error("name", _("มีสำนัก/กองชื่อนี้แล้ว"))
        else:
            messages.success(request, _("เพิ่มสำนัก/กองแล้ว"))
            return redirect("people:units", seat.agency.code)
    contents = {"seat": seat, "form": form, "units": every_unit_of(seat.agency.pk)}
    return render(request, "people/units.html", contents)


@office_view(Permission.MANAGE_PEOPLE)
@require_POST
def rename(request: HttpRequest, seat: Seat, unit_id: int) -> HttpResponse:
    """Give a unit another name."""
    unit, form = open_unit(seat, unit_id), UnitForm(request.POST)
    try:
        if form.is_valid():
            rename_unit(actor=seat.actor, unit=unit, name=form.cleaned_data["name"])
            messages.success(request, _("เปลี่ยนชื่อแล้ว"))
        else:
            messages.error(request, _("ใส่ชื่อสำนัก/กองก่อนบันทึก"))
    except ValidationError:
        messages.error(request, _("มีสำนัก/กองชื่อนี้แล้ว"))
    return redirect("people:units", seat.agency.code)


@office_view(Permission.MANAGE_PEOPLE)
@require_POST
def close(request: HttpRequest, seat: Seat, unit_id: int) -> HttpResponse:
    """Close a unit."""
    close_unit(actor=seat.actor, unit=open_unit(seat, unit_id))
    messages.success(request, _("ปิดสำนัก/กองแล้ว งานที่ผ่านมายังอยู่ครบ"))
    return redirect("people:units", seat.agency.code)


def role_problem(problem: actions.RoleError) -> str:
    """Why a role cannot be changed, in the page's language."""
    if isinstance(problem, actions.LastOfficerError):
        return _("เป็นเจ้าหน้าที่ ITA คนสุดท้ายของหน่วยงาน เชิญคนอื่นเข้ามาก่อน")
    if isinstance(problem, actions.OwnRoleError):
        return _("ให้บทบาทนี้แก่ตนเองไม่ได้ ต้องให้เจ้าหน้าที่ ITA อีกคนหนึ่งเป็นผู้ให้")
    return _("เปลี่ยนเป็นบทบาทนี้ไม่ได้ เพราะผู้นี้ถือบทบาทเดียวกันอยู่แล้ว")
