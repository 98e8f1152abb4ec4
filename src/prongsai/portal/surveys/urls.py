"""Addresses for respondents, below /s/."""

from django.urls import path

from prongsai.portal.surveys import views

app_name = "surveys"
urlpatterns = [
    path("", views.enter, name="enter"),
    path("receipt/", views.check_receipt, name="receipt"),
    path("<str:code>/", views.answer_survey, name="answer"),
]
