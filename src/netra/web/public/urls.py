"""The addresses of the public door."""

from django.urls import path

from netra.web.public import bolehkah, lapor, larangan, pages, receipt

urlpatterns = [
    path("", pages.home, name="home"),
    path("lapor/", lapor.start, name="lapor"),
    path("lapor/isi/", lapor.fill, name="lapor-isi"),
    path("lapor/kirim/", lapor.send, name="lapor-kirim"),
    path("status/", receipt.status, name="status"),
    path("bolehkah/", bolehkah.ask, name="bolehkah"),
    path("larangan/", larangan.index, name="semua-larangan"),
    path("larangan/<slug:code>/", larangan.detail, name="larangan"),
    path("tentang/", pages.about, name="tentang"),
    path("privasi/", pages.privacy, name="privasi"),
    path("healthz", pages.healthz, name="healthz"),
    path("robots.txt", pages.robots),
    path("favicon.ico", pages.favicon),
]
