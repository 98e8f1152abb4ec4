"""All addresses: Thai at the root, English under /en/, machines outside both."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

from prongsai.portal.config import health, metrics, robots

handler400 = "prongsai.portal.ui.views.show_bad_request"
handler403 = "prongsai.portal.ui.views.show_refusal"
handler404 = "prongsai.portal.ui.views.show_not_found"
handler429 = "prongsai.portal.ui.views.show_too_many"  # where allauth looks for it
handler500 = "prongsai.portal.config.failing.show_failure"

urlpatterns = [
    path("healthz", health.say_alive, name="healthz"),
    path("readyz", health.say_ready, name="readyz"),
    path("metrics", metrics.tell_metrics, name="metrics"),
    path("robots.txt", robots.tell_robots, name="robots"),
    path("api/", include("prongsai.portal.api.urls")),
    *i18n_patterns(
        path("", include("prongsai.portal.home.urls")),
        path("", include("prongsai.portal.results.urls")),
        path("", include("prongsai.portal.disclosures.public.urls")),
        path("s/", include("prongsai.portal.surveys.urls")),
        path("account/", include("prongsai.portal.people.account_urls")),
        path(
            "office/national/", include("prongsai.portal.rounds.national_urls")
        ),  # before agencies: "national" is none
        path("office/national/", include("prongsai.portal.surveys.watching.urls")),
        path("office/national/", include("prongsai.portal.computing.urls")),
        path("office/national/", include("prongsai.portal.intake.urls")),
        path("office/national/", include("prongsai.portal.disclosures.assessing.urls")),
        path("office/national/interviews/", include("prongsai.portal.interviews.urls")),
        path("office/national/rounds/", include("prongsai.portal.interviews.supervising_urls")),
        path("office/", include("prongsai.portal.disclosures.clarifying.urls")),
        path("office/", include("prongsai.portal.office.urls")),
        path("office/<slug:agency_code>/", include("prongsai.portal.people.urls")),
        path("office/<slug:agency_code>/", include("prongsai.portal.rounds.urls")),
        path("office/<slug:agency_code>/", include("prongsai.portal.surveys.collecting.urls")),
        path("office/<slug:agency_code>/", include("prongsai.portal.disclosures.answering.urls")),
        path("office/<slug:agency_code>/", include("prongsai.portal.disclosures.uploading.urls")),
        path("office/<slug:agency_code>/", include("prongsai.portal.bringing.urls")),
        path("office/<slug:agency_code>/", include("prongsai.portal.analyses.urls")),
        path("office/<slug:agency_code>/", include("prongsai.portal.documents.urls")),
        path("office/<slug:agency_code>/plans/", include("prongsai.portal.proposals.urls")),
        path("office/<slug:agency_code>/plans/", include("prongsai.portal.plans.urls")),
        path("", include("prongsai.portal.plans.public_urls")),
        prefix_default_language=False,
    ),
]
