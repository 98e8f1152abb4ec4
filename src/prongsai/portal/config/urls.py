"""All addresses: Thai at the root, English under /en/, machines outside both."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

from prongsai.portal.config import health

handler400 = "prongsai.portal.ui.views.show_bad_request"
handler403 = "prongsai.portal.ui.views.show_refusal"
handler404 = "prongsai.portal.ui.views.show_not_found"
handler500 = "prongsai.portal.ui.views.show_failure"

urlpatterns = [
    path("healthz", health.say_alive, name="healthz"),
    path("readyz", health.say_ready, name="readyz"),
    *i18n_patterns(
        path("", include("prongsai.portal.home.urls")),
        path("", include("prongsai.portal.results.urls")),
        path("account/", include("prongsai.portal.people.account_urls")),
        path("office/", include("prongsai.portal.office.urls")),
        path("office/<slug:agency_code>/", include("prongsai.portal.people.urls")),
        path("office/<slug:agency_code>/", include("prongsai.portal.bringing.urls")),
        path("office/<slug:agency_code>/", include("prongsai.portal.analyses.urls")),
        path("office/<slug:agency_code>/", include("prongsai.portal.documents.urls")),
        path("office/<slug:agency_code>/plans/", include("prongsai.portal.plans.urls")),
        path("", include("prongsai.portal.plans.public_urls")),
        prefix_default_language=False,
    ),
]
