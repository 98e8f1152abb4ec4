"""The portal for an ASGI server."""

from django.core.asgi import get_asgi_application

from prongsai.portal.config.environment import point_to_settings

point_to_settings()
application = get_asgi_application()
