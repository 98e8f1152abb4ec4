"""Addresses for interviewers, below /office/national/interviews/."""

from django.urls import path

from prongsai.portal.interviews.calling import views

app_name = "interviews"
urlpatterns = [
    path("<slug:slug>/", views.show_interviews, name="calling"),
    path("<slug:slug>/assignments/", views.give_work, name="work"),
    path("<slug:slug>/send/", views.take_in, name="send"),
    path("<slug:slug>/worker.js", views.give_worker, name="worker"),
]
