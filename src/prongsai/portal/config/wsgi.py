"""The portal for a WSGI server."""

from django.core.wsgi import get_wsgi_application

from prongsai.portal.config.environment import CLOCK, is_on, point_to_settings

point_to_settings()
application = get_wsgi_application()
if is_on(CLOCK):
    from prongsai.portal.clock.ticking import start_clock  # its tables are known only now
    from prongsai.portal.disclosures.keeping_evidence.working import start_looking

    start_clock()
    start_looking()
