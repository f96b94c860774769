"""Where the public door's addresses begin."""

from django.urls import include, path

urlpatterns = [path("", include("netra.web.public.urls"))]
