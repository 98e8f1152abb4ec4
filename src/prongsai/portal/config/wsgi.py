"""The portal for a WSGI server."""

from django.core.wsgi import get_wsgi_application

from prongsai.portal.config.environment import point_to_settings

point_to_settings()
application = get_wsgi_application()
