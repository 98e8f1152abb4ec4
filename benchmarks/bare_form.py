"""A bare Django form with one insert, to measure against: no middleware, no languages, no code, no receipt."""

import os

import django
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.db import connection, models
from django.http import HttpRequest, HttpResponse
from django.template import Context, Engine
from django.urls import path

from prongsai.portal.config import environment

settings.configure(
    SECRET_KEY="of a benchmark",  # noqa: S106
    ALLOWED_HOSTS=["127.0.0.1"],
    ROOT_URLCONF=__name__,
    DATABASES={"default": environment.database()},
    INSTALLED_APPS=[],
    DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
)
django.setup()

from django import forms  # noqa: E402 - the settings come first

LINES = [f"i{number}" for number in range(1, 16)]
PAGE = Engine().from_string(
    "<!doctype html><title>form</title><form method=post>{% for line in lines %}<fieldset><legend>{{ line }}</legend>"
    "{% for option in options %}<label><input type=radio name={{ line }} value={{ option }}>{{ option }}</label>"
    "{% endfor %}</fieldset>{% endfor %}<button>send</button></form>"
)


class Answer(models.Model):
    """A row an answer."""

    choices = models.CharField(max_length=40)

    class Meta:
        """Outside any app."""

        app_label = "bare"

    def __str__(self) -> str:
        return self.choices


class AnswerForm(forms.Form):
    """Fifteen numbers."""


for name in LINES:
    AnswerForm.base_fields[name] = forms.IntegerField(min_value=1, max_value=6)


def answer(request: HttpRequest) -> HttpResponse:
    """The form, and the insert."""
    if request.method == "POST":
        form = AnswerForm(request.POST)
        if not form.is_valid():
            return HttpResponse(form.errors.as_json(), status=422)
        row = Answer.objects.create(choices="".join(str(form.cleaned_data[line]) for line in LINES))
        return HttpResponse(f"<code>{row.pk}</code>")
    return HttpResponse(PAGE.render(Context({"lines": LINES, "options": range(1, 7)})))


urlpatterns = [path("healthz", lambda _request: HttpResponse("ok")), path("form/", answer)]
if os.environ.get("BARE_CREATE"):
    with connection.schema_editor() as editor:
        editor.create_model(Answer)
application = get_wsgi_application()
