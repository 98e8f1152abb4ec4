"""Addresses of the first pages."""

from django.urls import path

from prongsai.portal.home import views

app_name = "home"
urlpatterns = [path("", views.show_home, name="home")]
