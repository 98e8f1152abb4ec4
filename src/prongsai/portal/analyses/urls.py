"""Addresses of an agency's analyses, below /office/<agency_code>/."""

from django.urls import path

from prongsai.portal.analyses import views
from prongsai.portal.results import urls as results_urls  # noqa: F401 - registers `fiscal_year`

app_name = "analyses"
urlpatterns = [
    path("analysis/", views.show_years, name="years"),
    path("analysis/<fiscal_year:year>/", views.show_analysis, name="analysis"),
    path("analysis/<fiscal_year:year>/start/", views.start, name="start"),
    path("analysis/<fiscal_year:year>/examine-again/", views.examine_again, name="examine-again"),
    path("analysis/<fiscal_year:year>/findings/judge/", views.judge, name="judge"),
    path("analysis/<fiscal_year:year>/findings/add/", views.add, name="add"),
    path("analysis/<fiscal_year:year>/findings/<int:finding_id>/reword/", views.reword, name="reword"),
    path("analysis/<fiscal_year:year>/topics/<int:number>/", views.write_topic, name="topic"),
    path("analysis/<fiscal_year:year>/constraints/", views.write_constraints, name="constraints"),
    path("analysis/<fiscal_year:year>/lift/", views.show_lift, name="lift"),
    path("analysis/<fiscal_year:year>/lift/answer/", views.answer_lift, name="lift-answer"),
]
