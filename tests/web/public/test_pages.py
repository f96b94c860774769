"""The pages around the wizard, as a stranger's browser gets them."""

from typing import TYPE_CHECKING

import pytest
from django.test import Client

from netra.apps.ports import wired
from netra.web.public.areas import AREAS

if TYPE_CHECKING:
    from tests.web.public.conftest import Walk

pytestmark = pytest.mark.django_db
PAGES = (
    "/",
    "/lapor/",
    "/status/",
    "/larangan/",
    "/larangan/attend_campaign/",
    "/tentang/",
    "/privasi/",
)


@pytest.mark.parametrize("path", PAGES)
def test_every_page_answers_in_indonesian_and_loads_nothing_from_elsewhere(
    public_client: Client, path: str
) -> None:
    answer = public_client.get(path)
    text = answer.content.decode()
    assert answer.status_code == 200
    assert '<html lang="id">' in text
    assert "<h1" in text
    for outside in ('src="http', 'href="http', "style=", "onclick=", "<script>"):
        assert outside not in text
    assert len(text.encode()) < 40_000


@pytest.mark.parametrize("path", [*PAGES, "/tidak-ada/"])
def test_the_headers_forbid_what_the_pages_do_not_need(public_client: Client, path: str) -> None:
    answer = public_client.get(path)
    policy = answer["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert answer["X-Frame-Options"] == "DENY"
    assert answer["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("path", ["/", "/larangan/", "/tentang/", "/privasi/", "/healthz"])
def test_a_reader_gets_no_cookie_at_all(public_client: Client, path: str) -> None:
    assert not public_client.get(path).cookies


def test_who_reports_gets_only_the_guard_of_the_form_and_only_for_the_session(
    walk: "Walk",
) -> None:
    walk.to("periksa").send()
    walk.client.post("/status/", {"kode": walk.code})
    assert set(walk.client.cookies) == {"netra_lapor"}
    cookie = walk.client.cookies["netra_lapor"]
    assert (cookie["max-age"], cookie["expires"]) == ("", "")
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Strict")


@pytest.mark.parametrize("path", ["/status/", "/lapor/kirim/"])
def test_a_receipt_stays_in_no_cache(walk: "Walk", path: str) -> None:
    walk.to("periksa")
    data = {"draft": walk.draft, "benar": "on", "kode": "2" * 24}
    assert "no-store" in walk.client.post(path, data)["Cache-Control"]


def test_the_receipt_code_is_in_no_address(walk: "Walk") -> None:
    walk.to("periksa").send()
    assert walk.code not in walk.page.get("Location", "")
    assert f"?{walk.code}" not in walk.text
    assert f"/{walk.code}" not in walk.text


def test_every_deed_has_its_page_and_its_place(public_client: Client) -> None:
    law = wired().lawbook()
    index = public_client.get("/larangan/").content.decode()
    for code, deed in law.deeds.items():
        answer = public_client.get(f"/larangan/{code}/")
        assert answer.status_code == 200, code
        text = answer.content.decode()
        assert "Sebelum calon ditetapkan" in text
        assert f'href="/larangan/{code}/"' in index
        assert deed.title.split()[0] in text
    assert {code for area in AREAS for code in area.deeds} <= law.deeds.keys()


def test_before_and_after_candidates_are_set_differ_by_regime(public_client: Client) -> None:
    text = public_client.get("/larangan/attend_campaign/").content.decode()
    before, after = text.split("Sesudah calon ditetapkan")
    assert "sanksi moral" in before
    assert "hukuman disiplin berat" in after
    assert "Menurut PP 94/2021: " in after


def test_a_deed_is_found_by_everyday_words(public_client: Client) -> None:
    found = public_client.get("/larangan/", {"cari": "FOTO calon"}).content.decode()
    assert "photo_with_candidate" in found
    assert "party_membership" not in found
    nothing = public_client.get("/larangan/", {"cari": "<b>zzz"}).content.decode()
    assert "Tidak ada perbuatan yang cocok" in nothing
    assert "<b>zzz" not in nothing


def test_what_is_not_there_is_said(public_client: Client) -> None:
    for path in ("/larangan/tidak_ada/", "/tidak-ada/"):
        answer = public_client.get(path)
        assert answer.status_code == 404
        assert "Halaman ini tidak ada" in answer.content.decode()


def test_machines_get_what_they_ask_for(public_client: Client) -> None:
    assert public_client.get("/healthz").content == b"ok\n"
    assert b"Disallow: /lapor/" in public_client.get("/robots.txt").content
    assert public_client.get("/favicon.ico")["Location"].endswith("netra/favicon.svg")
