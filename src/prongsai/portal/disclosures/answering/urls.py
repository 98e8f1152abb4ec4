"""Addresses of an agency's answers, below /office/<agency_code>/."""

from django.urls import path

from prongsai.portal.disclosures.answering import views
from prongsai.portal.disclosures.answering.handing_in import views as handing_in
from prongsai.portal.disclosures.answering.listing import views as listing
from prongsai.portal.disclosures.keeping_evidence import views as evidence

app_name = "oit"
OIT = "rounds/<slug:slug>/oit/"
ITEM = f"{OIT}items/<slug:item>/"
urlpatterns = [
    path(OIT, views.show_items, name="items"),
    path(f"{OIT}units/", views.assign_items, name="assign"),
    path(f"{OIT}carry-over/", views.carry_over, name="carry-over"),
    path(f"{OIT}list/", listing.show_list, name="list"),
    path(f"{OIT}list/take/", listing.take_list, name="take-list"),
    path(f"{OIT}copy/", handing_in.show_list, name="copying"),
    path(f"{OIT}copy.csv", handing_in.download_list, {"kind": "csv"}, name="copy-csv"),
    path(f"{OIT}copy.xlsx", handing_in.download_list, {"kind": "xlsx"}, name="copy-xlsx"),
    path(f"{OIT}submit/", handing_in.submit, name="submit"),
    path(f"{OIT}confirm/", handing_in.confirm, name="confirm"),
    path(f"{OIT}return/", handing_in.send_back, name="return"),
    path(f"{OIT}versions/<int:version>/", handing_in.show_version, name="version"),
    path(f"{OIT}check/", evidence.check_all, name="check"),
    path(f"{OIT}checking/", evidence.show_progress, name="checking"),
    path(ITEM, views.show_item, name="item"),
    path(f"{ITEM}save/", views.save_item, name="save-item"),
    path(f"{ITEM}check/", evidence.check_item, name="check-item"),
    path(f"{ITEM}evidence/<int:capture_id>/", evidence.show_evidence, name="evidence"),
    path(f"{ITEM}evidence/<int:capture_id>/file/", evidence.download_evidence, name="evidence-file"),
]
