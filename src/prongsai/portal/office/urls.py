"""Addresses behind sign-in that belong to no area of work."""

from django.urls import path

from prongsai.portal.office import views

app_name = "office"
urlpatterns = [
    path("", views.show_home, name="home"),
    path("national/", views.show_national_desk, name="national"),
    path("<slug:agency_code>/", views.show_desk, name="desk"),
    path("<slug:agency_code>/journal/", views.show_journal, name="journal"),
]
