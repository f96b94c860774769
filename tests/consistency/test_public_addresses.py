"""Every address of the public door, as a stranger finds it who just types it in."""

from collections.abc import Iterator, Sequence
from html import unescape

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

pytestmark = pytest.mark.django_db

# Route, an address of that route, what a stranger's GET is answered.
ADDRESSES = (
    ("", "/", 200),
    ("bolehkah/", "/bolehkah/", 200),
    ("favicon.ico", "/favicon.ico", 302),
    ("healthz", "/healthz", 200),
    ("lapor/", "/lapor/", 200),
    ("lapor/isi/", "/lapor/isi/", 302),
    ("lapor/kirim/", "/lapor/kirim/", 302),
    ("larangan/", "/larangan/", 200),
    ("larangan/<slug:code>/", "/larangan/social_like/", 200),
    ("privasi/", "/privasi/", 200),
    ("robots.txt", "/robots.txt", 200),
    ("status/", "/status/", 200),
    ("tentang/", "/tentang/", 200),
    ("api/v1/", "/api/v1/", 404),
    ("api/v1/acts", "/api/v1/acts", 200),
    ("api/v1/acts/<code>", "/api/v1/acts/DIS-2", 200),
    ("api/v1/assessments", "/api/v1/assessments", 405),
    ("api/v1/clocks/<code>", "/api/v1/clocks/laporan_window?start=2024-09-24&contest=pilkada", 200),
    ("api/v1/deeds", "/api/v1/deeds", 200),
    ("api/v1/laporan", "/api/v1/laporan", 405),
    ("api/v1/laporan/status", "/api/v1/laporan/status", 405),
    ("api/v1/lawbook", "/api/v1/lawbook", 200),
    ("api/v1/openapi.json", "/api/v1/openapi.json", 200),
    ("api/v1/regulations/<code>", "/api/v1/regulations/uu-20-2023?on=2024-09-24", 200),
)


def routes(patterns: Sequence[URLPattern | URLResolver], before: str = "") -> Iterator[str]:
    for pattern in patterns:
        route = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from routes(pattern.url_patterns, route)
        else:
            yield route


def test_no_address_is_without_a_row() -> None:
    found = set(routes(get_resolver("netra.config.urls_public").url_patterns))
    assert found == {route for route, _, _ in ADDRESSES}


@pytest.mark.parametrize(("address", "status"), [row[1:] for row in ADDRESSES])
def test_a_stranger_is_answered(public_door: Client, address: str, status: int) -> None:
    response = public_door.get(address)
    assert response.status_code == status
    assert "default-src 'none'" in response["Content-Security-Policy"]
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "netra_meja" not in response.cookies
    allowed = {"netra_lapor"} if address in {"/lapor/", "/status/"} else set()
    assert set(response.cookies) <= allowed


@pytest.mark.parametrize("address", ["/berkas/", "/akun/masuk/", "/pengelola/petugas/", "/admin/"])
def test_nothing_of_the_desk_is_behind_the_public_door(public_door: Client, address: str) -> None:
    assert public_door.get(address).status_code == 404


def test_every_deed_has_a_page_that_opens(public_door: Client) -> None:
    for deed in public_door.get("/api/v1/deeds").json():
        page = public_door.get(f"/larangan/{deed['code']}/")
        assert page.status_code == 200
        assert deed["title"] in unescape(page.content.decode())
