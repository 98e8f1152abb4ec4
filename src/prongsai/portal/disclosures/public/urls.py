"""Public addresses of disclosure."""

from django.urls import path

from prongsai.portal.disclosures.public import views

app_name = "disclosure"
YEAR = "disclosure/<slug:code>/<fiscal_year:year>/"
urlpatterns = [
    path("disclosure/<slug:code>/", views.show_newest, name="newest"),
    path(YEAR, views.show, name="show"),
    path(f"{YEAR}embed/", views.embed, name="embed"),
    path(f"{YEAR}items.csv", views.download_items, name="items-csv"),
    path("disclosure/<slug:code>/files/<int:file_id>/<str:name>", views.download_file, name="file"),
]
