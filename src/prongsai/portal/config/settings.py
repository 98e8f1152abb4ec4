"""Django's settings; whatever differs between places comes from the environment (see `environment`)."""

from datetime import timedelta
from pathlib import Path

from csp.constants import NONE, SELF

from prongsai.portal.config import environment

PORTAL = Path(__file__).resolve().parent.parent
STATE = environment.state_folder()

environment.share_counts()
SECRET_KEY = environment.secret_key()
DEBUG = environment.is_on("PRONGSAI_DEBUG")
ALLOWED_HOSTS = environment.allowed_hosts()
BEHIND_HTTPS = environment.is_on("PRONGSAI_HTTPS")

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "axes",
    "csp",
    "prongsai.portal.clock",
    "prongsai.portal.office",
    "prongsai.portal.analyses",
    "prongsai.portal.bringing",
    "prongsai.portal.intake",
    "prongsai.portal.documents",
    "prongsai.portal.proposals",
    "prongsai.portal.demonstration",
    "prongsai.portal.home",
    "prongsai.portal.results",
    "prongsai.portal.plans",
    "prongsai.portal.computing",
    "prongsai.portal.interviews",
    "prongsai.portal.surveys",
    "prongsai.portal.surveys.watching",
    "prongsai.portal.disclosures",
    "prongsai.portal.rounds",
    "prongsai.portal.people",
    "prongsai.portal.agencies",
    "prongsai.portal.journal",
    "prongsai.portal.ui",
    "allauth",  # after the project's own areas: their templates go first
    "allauth.account",
    "allauth.mfa",
]
MIDDLEWARE = [
    "prongsai.portal.config.counting.count_requests",  # first, so that it sees every answer
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",  # before all that may refuse
    "prongsai.portal.config.middleware.add_security_headers",
    "prongsai.portal.config.middleware.keep_private",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "prongsai.portal.config.middleware.refuse_large",
    "prongsai.portal.config.middleware.tell_of_clashes",
    "axes.middleware.AxesMiddleware",  # last, as its documentation asks
]
ROOT_URLCONF = "prongsai.portal.config.urls"
WSGI_APPLICATION = "prongsai.portal.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

DATABASES = {"default": environment.database()}
CACHES = {"default": environment.cache()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "people.Person"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "office:home"
SESSION_COOKIE_AGE = 12 * 60 * 60

ACCOUNT_ADAPTER = "prongsai.portal.people.adapters.AccountAdapter"
ACCOUNT_FORMS = {
    "login": "prongsai.portal.people.account_forms.SignInForm",
    "reset_password": "prongsai.portal.people.account_forms.ForgottenPasswordForm",
    "reset_password_from_key": "prongsai.portal.people.account_forms.NewPasswordForm",
    "reauthenticate": "prongsai.portal.people.account_forms.PasswordAgainForm",
}
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"  # an invitation is e-mailed to the address that it opens
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_RATE_LIMITS = {"login_failed": "5/5m/key"}  # of wrong codes of a second factor; axes counts wrong passwords
ALLAUTH_TRUSTED_PROXY_COUNT = environment.proxies()
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_SESSION_COOKIE_AGE = SESSION_COOKIE_AGE
MFA_ADAPTER = "prongsai.portal.people.adapters.SecondFactorAdapter"
MFA_FORMS = {
    "authenticate": "prongsai.portal.people.account_forms.SecondFactorForm",
    "reauthenticate": "prongsai.portal.people.account_forms.SecondFactorAgainForm",
    "activate_totp": "prongsai.portal.people.account_forms.FirstCodeForm",
}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_ALLOW_UNVERIFIED_EMAIL = True  # nobody can sign up with somebody else's address
MFA_TOTP_ISSUER = "Prongsai"

AXES_FAILURE_LIMIT = 6
AXES_COOLOFF_TIME = timedelta(minutes=30)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_CALLABLE = "prongsai.portal.people.lockout.show_lockout"
AXES_CLIENT_IP_CALLABLE = "prongsai.portal.people.lockout.tried_from"
AXES_USERNAME_CALLABLE = "prongsai.portal.people.lockout.tried_email"
AXES_RESET_ON_SUCCESS = True
AXES_DISABLE_ACCESS_LOG = True
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False

PRONGSAI_METRICS_TOKEN = environment.metrics_token()
PRONGSAI_DESK_AREAS = [
    "rounds",
    "interviews",
    "surveys",
    "disclosures",
    "intake",
    "computing",
    "results",
    "bringing",
    "analyses",
    "plans",
    "documents",
    "people",
]
"""Areas whose `desk.cards(seat)` stand on an agency's desk and whose `journal_words.VERBS` its journal page reads."""

PRONGSAI_DUTY_AREAS = [
    "clock",
    "surveys",
    "surveys.watching",
    "disclosures",
    "interviews",
    "intake",
    "plans",
    "computing",
]
"""Areas whose `duties.DUTIES` the clock does."""

PRONGSAI_ADDRESS = environment.address()
PRONGSAI_SMS_GATEWAY = environment.sms_gateway()
PRONGSAI_LANGUAGES = STATE / "languages"
"""Where an installation lays files of further languages of the respondent's form."""

PRONGSAI_FETCH_CONTACT = environment.fetch_contact()
PRONGSAI_FETCHES_PER_SECOND = 20.0
"""Requests to agencies' web sites a second, of the whole portal: the national budget."""

PRONGSAI_SURVEY_KEPT_SECONDS = 0 if environment.UNDER_TEST else 5
"""How long a process keeps an empty survey form; whether a round takes answers is asked each time one is sent."""

LANGUAGE_CODE = "th"
LANGUAGES = [("th", "ไทย"), ("en", "English")]
LOCALE_PATHS = [PORTAL / "ui" / "locale"]
TIME_ZONE = "Asia/Bangkok"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = STATE / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG or environment.UNDER_TEST  # nothing is collected there
        else "whitenoise.storage.CompressedManifestStaticFilesStorage",
    },
}
WHITENOISE_AUTOREFRESH = WHITENOISE_USE_FINDERS = DEBUG or environment.UNDER_TEST

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "worker-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    },
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
CSRF_FAILURE_VIEW = "prongsai.portal.ui.views.show_expired_form"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SECURE = SESSION_COOKIE_SECURE = BEHIND_HTTPS
SECURE_SSL_REDIRECT = BEHIND_HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$", r"^metrics$"]
SECURE_HSTS_SECONDS = 31_536_000 if BEHIND_HTTPS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_HTTPS else None
EMAIL_BACKEND, EMAIL_HOST, EMAIL_PORT, EMAIL_HOST_USER, EMAIL_HOST_PASSWORD, EMAIL_USE_TLS = environment.mail()
DEFAULT_FROM_EMAIL = environment.mail_sender()
EMAIL_TIMEOUT = 10
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_048_576
DATA_UPLOAD_MAX_NUMBER_FIELDS = 500
PRONGSAI_LARGEST_REQUEST = 256 * 1_048_576
"""Bytes of one request: twenty files of evidence at 10 MB fit into it."""

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"silent_on_surveys": {"()": "prongsai.portal.surveys.silence.SilentOnSurveys"}},
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "INFO"},
    "loggers": {
        "fontTools": {"level": "WARNING"},
        "axes": {"level": "WARNING"},
        "django.request": {"filters": ["silent_on_surveys"]},
        "django.security": {"filters": ["silent_on_surveys"]},
    },
}
