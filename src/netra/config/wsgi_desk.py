"""The desk door as a WSGI program."""

import os

from django.core.handlers.wsgi import WSGIHandler
from django.core.wsgi import get_wsgi_application

os.environ["DJANGO_SETTINGS_MODULE"] = "netra.config.settings.desk"
application: WSGIHandler = get_wsgi_application()
