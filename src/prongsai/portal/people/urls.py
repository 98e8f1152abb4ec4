"""Addresses of an agency's people and units, below /office/<agency_code>/."""

from django.urls import path

from prongsai.portal.people import views

app_name = "people"
urlpatterns = [
    path("people/", views.show_people, name="people"),
    path("people/invite/", views.invite, name="invite"),
    path("people/invitations/<int:invitation_id>/withdraw/", views.withdraw, name="withdraw"),
    path("people/invitations/<int:invitation_id>/resend/", views.resend, name="resend"),
    path("people/members/<int:membership_id>/", views.change_member, name="member"),
    path("people/members/<int:membership_id>/end/", views.end_member, name="end-member"),
    path("units/", views.show_units, name="units"),
    path("units/<int:unit_id>/rename/", views.rename, name="rename-unit"),
    path("units/<int:unit_id>/close/", views.close, name="close-unit"),
]
