"""The public door as a WSGI program."""

import os

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.core.wsgi import get_wsgi_application

from netra.adapters.processes import end_with_parent

end_with_parent()
os.environ["DJANGO_SETTINGS_MODULE"] = "netra.config.settings.public"
application: WSGIHandler = get_wsgi_application()
# Read now: the first visitor should not wait for it, and a faulty lawbook opens no door.
settings.NETRA.lawbook()
