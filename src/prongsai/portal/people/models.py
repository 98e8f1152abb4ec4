"""The tables of people, what they are in an agency, and invitations."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from prongsai.portal.people.roles import NATIONAL_ROLES, UNIT_ROLES, Role

HASH_LENGTH = 64
NATIONAL = [role.value for role in sorted(NATIONAL_ROLES)]
LANGUAGES = [("th", "ไทย"), ("en", "English")]


class PersonManager(BaseUserManager["Person"]):
    """Finds a person by e-mail; upper and lower case are the same."""

    def get_by_natural_key(self, username: str | None) -> "Person":
        """The person who signs in with this e-mail."""
        return self.get(email__iexact=username)


class Person(AbstractBaseUser):
    """Somebody who can sign in. Created by accepting an invitation, never by signing up."""

    email = models.EmailField(_("อีเมล"))
    display_name = models.CharField(_("ชื่อที่แสดง"), max_length=120)
    language = models.CharField(max_length=2, choices=LANGUAGES, default="th")
    is_active = models.BooleanField(default=True)

    objects = PersonManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"

    class Meta:
        """What always holds."""

        constraints = (
            models.UniqueConstraint(fields=["email"], name="person_email_is_unique"),
            models.CheckConstraint(condition=models.Q(email=Lower("email")), name="person_email_is_lower_case"),
            models.CheckConstraint(
                condition=~models.Q(email="") & ~models.Q(display_name=""), name="person_has_email_and_name"
            ),
            models.CheckConstraint(condition=models.Q(language__in=["th", "en"]), name="person_language_is_known"),
        )

    def __str__(self) -> str:
        return self.display_name


class Membership(models.Model):
    """A role that a person holds: in an agency, or nationally without one. Ended, never deleted."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="memberships")
    agency = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, null=True, related_name="memberships")
    role = models.CharField(max_length=20, choices=Role)
    units = models.ManyToManyField("agencies.Unit", related_name="memberships")
    ended_at = models.DateTimeField(null=True)

    class Meta:
        """The order and what always holds."""

        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(
                fields=["person", "agency", "role"],
                condition=models.Q(ended_at=None),
                name="membership_is_held_once",
            ),
            models.UniqueConstraint(
                fields=["person", "role"],
                condition=models.Q(ended_at=None, agency=None),
                name="national_membership_is_held_once",
            ),
            models.CheckConstraint(condition=models.Q(role__in=Role.values), name="membership_role_is_known"),
            models.CheckConstraint(
                condition=models.Q(role__in=NATIONAL, agency=None)
                | (~models.Q(role__in=NATIONAL) & models.Q(agency__isnull=False)),
                name="national_roles_have_no_agency",
            ),
        )

    def __str__(self) -> str:
        return f"{self.person_id} {self.role} {self.agency_id}"

    @property
    def is_for_units(self) -> bool:
        """Whether the role is held for units only."""
        return self.role in UNIT_ROLES


class Invitation(models.Model):
    """A way in for one e-mail, with the role it opens. Only the token's hash is kept.

    `mail_problem` says by a word of the program why its e-mail did not go out.
    """

    email = models.EmailField()
    agency = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="invitations")
    role = models.CharField(max_length=20, choices=Role)
    units = models.ManyToManyField("agencies.Unit", related_name="invitations")
    token_hash = models.CharField(max_length=HASH_LENGTH)
    invited_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="invitations_sent")
    expires_at = models.DateTimeField()
    mailed_at = models.DateTimeField(null=True)
    mail_problem = models.CharField(max_length=80, blank=True)
    accepted_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        """The order and what always holds."""

        ordering = ("-id",)
        constraints = (
            models.UniqueConstraint(fields=["token_hash"], name="invitation_token_is_unique"),
            models.UniqueConstraint(
                Lower("email"),
                "agency",
                "role",
                condition=models.Q(accepted_at=None, withdrawn_at=None),
                name="one_open_invitation_for_a_role",
            ),
            models.CheckConstraint(
                condition=~models.Q(role__in=NATIONAL) & models.Q(role__in=Role.values),
                name="invitation_is_to_a_role_in_the_agency",
            ),
            models.CheckConstraint(
                condition=models.Q(accepted_at=None) | models.Q(withdrawn_at=None),
                name="invitation_is_accepted_or_withdrawn_not_both",
            ),
            models.CheckConstraint(
                condition=models.Q(mailed_at=None) | models.Q(mail_problem=""),
                name="invitation_was_mailed_or_has_a_problem",
            ),
        )

    def __str__(self) -> str:
        return f"{self.agency_id} {self.role} {self.pk}"
