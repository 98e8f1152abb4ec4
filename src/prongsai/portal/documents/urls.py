"""Addresses of an agency's papers, below /office/<agency_code>/."""

from django.urls import path

from prongsai.portal.documents import views
from prongsai.portal.documents.approving import views as approving
from prongsai.portal.documents.drafting import views as drafting
from prongsai.portal.documents.shelf import FORMATS
from prongsai.portal.documents.styling import views as styling

app_name = "documents"
PAPER = "documents/<fiscal_year:year>/<slug:kind>/"
VERSION = f"{PAPER}versions/<int:number>"
TODAY = (
    ("analysis", views.download_analysis),
    ("plan", views.download_plan),
    ("report", views.download_report),
)
"""What can be taken as it would be written today, without being anybody's paper yet."""

urlpatterns = [
    path("documents/", views.show_documents, name="documents"),
    path("documents/start/", drafting.start, name="start"),
    path("documents/templates/", styling.show_templates, name="templates"),
    path("documents/templates/emblem/", styling.bring_emblem, name="emblem"),
    path("documents/templates/<slug:paper>/", styling.bring, name="template"),
    path("documents/templates/<slug:paper>/logo.png", styling.show_logo, name="logo"),
    path("documents/templates/<slug:paper>/remove/", styling.remove, name="remove-template"),
    *(
        path(f"documents/<int:year>/{kind}.{ending}", view, {"file_format": ending}, name=f"{kind}-{ending}")
        for kind, view in TODAY
        for ending in FORMATS
    ),
    path(PAPER, views.show_paper, name="paper"),
    path(f"{PAPER}head/", drafting.edit_head, name="head"),
    path(f"{PAPER}text/<slug:section>/", drafting.edit_text, name="text"),
    path(f"{PAPER}words/", drafting.keep_or_drop, name="words"),
    path(f"{PAPER}submit/", drafting.submit, name="submit"),
    path(f"{PAPER}take-back/", drafting.take_back, name="take-back"),
    path(f"{PAPER}approve/", approving.approve, name="approve"),
    path(f"{PAPER}return/", approving.give_back, name="return"),
    path(f"{PAPER}revise/", approving.revise, name="revise"),
    *(
        path(f"{PAPER}draft.{ending}", drafting.preview, {"file_format": ending}, name=f"draft-{ending}")
        for ending in FORMATS
    ),
    path(f"{VERSION}/", approving.show_version, name="version"),
    *(
        path(f"{VERSION}.{ending}", approving.download_version, {"file_format": ending}, name=f"version-{ending}")
        for ending in FORMATS
    ),
]
