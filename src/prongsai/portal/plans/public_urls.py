"""Addresses of a plan's public progress."""

from django.urls import path

from prongsai.portal.plans.progress import views

app_name = "progress"
urlpatterns = [
    path("agencies/<slug:code>/plans/<fiscal_year:year>/", views.show, name="show"),
    path("agencies/<slug:code>/plans/<fiscal_year:year>/evidence/<int:evidence_id>/", views.download, name="evidence"),
]
