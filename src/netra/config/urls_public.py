"""Where the public door's addresses begin."""

from django.urls import include, path

urlpatterns = [
    path("api/", include("netra.api.urls")),
    path("", include("netra.web.public.urls")),
]

handler400 = "netra.web.public.pages.bad_request"
handler403 = "netra.web.public.pages.forbidden"
handler404 = "netra.web.public.pages.not_found"
handler500 = "netra.web.public.pages.broken"
