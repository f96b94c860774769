"""Where the desk door's addresses begin."""

from django.urls import include, path

urlpatterns = [
    path("akun/", include("netra.web.desk.account_urls")),
    path("", include("netra.web.desk.urls")),
]

handler400 = "netra.web.desk.refusals.bad_request"
handler403 = "netra.web.desk.refusals.forbidden"
handler404 = "netra.web.desk.refusals.not_found"
handler500 = "netra.web.desk.refusals.server_error"
