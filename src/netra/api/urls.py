"""Where the versions of the API begin."""

from django.urls import path

from netra.api.v1.api import api

urlpatterns = [path("v1/", api.urls)]
