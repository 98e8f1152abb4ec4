"""The area's entry in Django."""

from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    """The agency's papers."""

    name = "prongsai.portal.documents"
