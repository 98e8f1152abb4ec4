"""The address of the proposals for an agency's plan, below /office/<agency_code>/plans/."""

from django.urls import path

from prongsai.portal.proposals import views

app_name = "proposals"
urlpatterns = [
    path("<fiscal_year:year>/proposals/", views.choose, name="choose"),
    path("from-document/<int:draft_id>/", views.choose_from_document, name="from-document"),
]
