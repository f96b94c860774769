"""Where the public door's addresses begin."""

from django.urls import include, path

urlpatterns = [
    path("api/", include("netra.api.urls")),
    path("", include("netra.web.public.urls")),
]
