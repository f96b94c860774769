"""A stranger asks before doing; the page answers kindly and forgets."""

import logging

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

pytestmark = pytest.mark.django_db
PAGE = "/bolehkah/"
SPOUSE = "bolehkah saya hadir di kampanye istri saya?"


def text_of(client: Client, **fields: object) -> str:
    answer = client.post(PAGE, fields)
    assert answer.status_code == 200
    return answer.content.decode().replace("\xa0", " ")


def test_the_question_everybody_asks(public_client: Client) -> None:
    text = text_of(public_client, pertanyaan=SPOUSE)
    assert "<h1>Tergantung</h1>" in text
    for part in ("CLTN", "wajar", "Siapa yang dapat ditanya", "Dasar hukum", "Pasal"):
        assert part in text


def test_a_deed_may_be_picked_without_words(public_client: Client) -> None:
    text = text_of(public_client, perbuatan="social_like", siapa="pns")
    assert "<h1>Tidak boleh</h1>" in text
    assert "Anda: PNS" in text
    assert "<h1>Boleh</h1>" in text_of(public_client, perbuatan="vote")


def test_what_is_ticked_counts(public_client: Client) -> None:
    ticked = {"perbuatan": "attend_campaign", "keadaan": ["pasangan", "cltn", "passive"]}
    assert "<h1>Boleh</h1>" in text_of(public_client, **ticked)
    ticked["keadaan"] = ["uniform_or_attributes"]
    assert "<h1>Tidak boleh</h1>" in text_of(public_client, **ticked)


def test_sources_that_quarrel_are_shown(public_client: Client) -> None:
    text = text_of(public_client, pertanyaan="PNS boleh hadir kampanye asal duduk diam?")
    assert "Keterangan resmi bertentangan" in text
    assert "Bawaslu kabupaten atau kota" in text


def test_an_unread_question_is_not_guessed(public_client: Client) -> None:
    text = text_of(public_client, pertanyaan="zzz qqq")
    assert "<h1>Belum jelas</h1>" in text
    assert "Pilih perbuatannya" in text


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({}, "Tulis pertanyaan Anda, atau pilih perbuatannya."),
        ({"perbuatan": "terbang"}, "Pilih satu perbuatan dari daftar."),
        ({"perbuatan": "vote", "siapa": "raja"}, "Pilih satu dari daftar."),
        ({"perbuatan": "vote", "tanggal-day": "31", "tanggal-month": "2", "tanggal-year": "2026"},
         "tidak ada di kalender"),
        ({"pertanyaan": "a" * 601}, "terlalu panjang"),
        ({"perbuatan": "vote", "keadaan": ["terbang"]}, "Pilih dari daftar."),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_named(
    public_client: Client, fields: dict[str, object], message: str
) -> None:
    text = text_of(public_client, **fields)
    assert message in text
    assert "Ada yang perlu diperbaiki" in text


def test_hostile_words_come_back_harmless(public_client: Client) -> None:
    text = text_of(public_client, pertanyaan="<script>alert(1)</script> boleh like?")
    assert "<script>alert" not in text


def test_the_question_leaves_no_trace(
    public_client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG), CaptureQueriesContext(connection) as queries:
        answer = public_client.post(PAGE, {"pertanyaan": SPOUSE})
    assert not public_client.cookies
    assert "no-store" in answer["Cache-Control"]
    assert all(query["sql"].lstrip().upper().startswith("SELECT") for query in queries)
    assert "kampanye istri" not in caplog.text
    assert "Location" not in answer
    assert 'method="post"' in answer.content.decode()


def test_the_page_needs_no_cookie_and_no_script(public_client: Client) -> None:
    answer = public_client.get(PAGE)
    text = answer.content.decode()
    assert answer.status_code == 200
    assert not public_client.cookies
    assert "style=" not in text
    assert "onclick" not in text
    assert len(text.encode()) < 40_000
    assert len(text_of(public_client, pertanyaan=SPOUSE).encode()) < 40_000


def test_the_home_page_and_the_deeds_lead_here(public_client: Client) -> None:
    for path in ("/", "/larangan/attend_campaign/"):
        assert f'href="{PAGE}"' in public_client.get(path).content.decode()
