"""What a careless, unlucky or hostile stranger sends: a clear message, and nothing lost."""

import logging
from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import pytest
from django.test import Client
from tests.web.public.conftest import move_clock

from netra.adapters.sealing import DraftBox
from netra.apps.intake.models import Submission
from netra.apps.journal import services as journal

if TYPE_CHECKING:
    from tests.web.public.conftest import Walk

pytestmark = pytest.mark.django_db


def story_kept() -> str:
    [submission] = Submission.objects.all()
    return journal.personal(f"case:{submission.pk.hex}")[0]["story"]


def test_a_draft_that_was_altered_is_refused_and_the_text_given_back(walk: "Walk") -> None:
    draft = walk.to("perbuatan").draft
    forged = draft[:40] + ("A" if draft[40] != "A" else "B") + draft[41:]
    answer = walk.client.post(
        "/lapor/isi/", {"draft": forged, "step": "cerita", "story": "Cerita yang panjang sekali."}
    )
    assert answer.status_code == 400
    assert "tidak dapat kami baca" in answer.content.decode()
    assert "Cerita yang panjang sekali." in answer.content.decode()


@pytest.mark.parametrize("draft", ["x", "====", "Ω" * 50, "a" * 5000, "\x00"])
@pytest.mark.parametrize("path", ["/lapor/isi/", "/lapor/kirim/"])
def test_what_is_no_draft_is_refused(walk: "Walk", path: str, draft: str) -> None:
    assert walk.client.post(path, {"draft": draft, "benar": "on"}).status_code == 400
    assert not Submission.objects.exists()


def test_a_draft_of_another_installation_is_refused(walk: "Walk") -> None:
    other = DraftBox("rahasia instalasi lain").seal(b'{"version": 1}')
    answer = walk.client.post("/lapor/kirim/", {"draft": other, "benar": "on"})
    assert answer.status_code == 400
    assert "berasal dari alamat lain" in answer.content.decode()


def test_ten_megabytes_of_text_get_a_clear_answer(walk: "Walk") -> None:
    answer = walk.client.post(
        "/lapor/isi/",
        urlencode({"draft": walk.draft, "step": "cerita", "story": "a" * 10_000_000}),
        content_type="application/x-www-form-urlencoded",
    )
    assert answer.status_code == 413
    assert "terlalu panjang" in answer.content.decode()
    assert "tulisan Anda masih ada di sana" in answer.content.decode()


def test_a_story_that_is_too_long_comes_back_whole(walk: "Walk") -> None:
    story = "Kata " * 5000
    walk.answer(story=story)
    assert walk.step == "cerita"
    assert "24999 huruf, paling banyak 20000" in walk.text
    assert story.strip() in walk.text


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Ia menunjuk 👍🏽 dan 👨‍👩‍👧 hadir", "Ia menunjuk 👍🏽 dan 👨‍👩‍👧 hadir"),
        ("شاهدته في الحملة اليوم", "شاهدته في الحملة اليوم"),
        ("Satu\x00 dua\x07 tiga\x1b[31m empat", "Satu dua tiga[31m empat"),
        ("Nama \u202egnaro\u202c terbalik", "Nama gnaro terbalik"),
        ("Baris satu\r\nbaris dua\u2028baris tiga", "Baris satu\nbaris dua\nbaris tiga"),
        ("<script>alert(1)</script> & 'kutip'", "<script>alert(1)</script> & 'kutip'"),
        ("'; DROP TABLE intake_submission; --", "'; DROP TABLE intake_submission; --"),
        ("e\u0301lite ikut kampanye", "élite ikut kampanye"),
    ],
)
def test_any_script_is_kept_and_what_nobody_can_read_is_taken_out(
    walk: "Walk", typed: str, kept: str
) -> None:
    walk.to("periksa", cerita={"story": typed})
    assert "<script>alert" not in walk.text
    walk.send()
    assert story_kept() == kept


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        (("24", "9", "2025"), "lebih baru dari hari ini. Periksa tahunnya."),
        (("26", "9", "2024"), "lebih baru dari hari ini"),
        (("31", "2", "2024"), "tidak ada di kalender"),
        (("0", "0", "0"), "tidak ada di kalender"),
        (("24", "", "2024"), "belum lengkap"),
        (("dua", "9", "2024"), "tidak terbaca"),
        (("٢٤", "9", "2024"), "tidak terbaca"),
        (("24", "9", "24"), "terlalu lama berlalu"),
        (("", "", ""), "Isi tanggalnya, atau centang"),
    ],
)
def test_a_date_that_cannot_be_says_what_to_do(
    walk: "Walk", parts: tuple[str, str, str], told: str
) -> None:
    names = ("act_date-day", "act_date-month", "act_date-year")
    walk.to("kejadian").answer(**dict(zip(names, parts, strict=True)))
    assert walk.step == "kejadian"
    assert told in walk.text


def test_knowing_before_it_happened_is_asked_about(walk: "Walk") -> None:
    early: Mapping[str, object] = {
        "known_date-day": "23",
        "known_date-month": "9",
        "known_date-year": "2024",
        "how_known": "saw",
    }
    walk.to("mengetahui").answer(**early)
    assert walk.step == "mengetahui"
    assert "sebelum terjadi (Selasa, 24 September 2024)" in walk.text


def test_half_past_eleven_at_night_is_the_day_of_the_office(walk: "Walk") -> None:
    """23.30 WIT on the 25th is still the 25th there, though 21.30 in Jakarta and 14.30 UTC."""
    move_clock(datetime.fromisoformat("2024-09-25T23:30:00+09:00"))
    walk.to("provinsi")
    papua = {
        "provinsi": {"province": "94"},
        "kabupaten": {"regency": "tidak_tahu"},
    }
    walk.to("kejadian", **papua)
    day = {"act_date-day": "26", "act_date-month": "9", "act_date-year": "2024"}
    walk.answer(**day)
    assert "lebih baru dari hari ini" in walk.text
    move_clock(datetime.fromisoformat("2024-09-26T00:30:00+09:00"))
    walk.answer(**day)
    assert walk.step == "mengetahui"


def test_an_answer_that_was_never_offered_is_refused(walk: "Walk") -> None:
    walk.to("perbuatan").answer(deeds=["bukan_perbuatan"])
    assert walk.step == "perbuatan"
    walk.to("pekerjaan").answer(status="raja", position="pelaksana", role="tidak_tahu")
    assert walk.step == "pekerjaan"
    walk.to("kabupaten").answer(regency="11.01")
    assert walk.step == "kabupaten"


def test_a_missing_region_asks_for_the_province(walk: "Walk") -> None:
    walk.to("provinsi").answer(province="")
    assert walk.step == "provinsi"
    assert "Pilih provinsi tempat kejadian." in walk.text


def test_circumstances_that_exclude_each_other_are_named(walk: "Walk") -> None:
    walk.to("keadaan").answer(circumstances=["passive", "active_support"])
    assert walk.step == "keadaan"
    assert "tidak dapat terjadi bersama" in walk.text


def test_a_form_without_our_cookie_is_refused_in_words(walk: "Walk") -> None:
    stranger = Client(enforce_csrf_checks=True)
    answer = stranger.post("/lapor/kirim/", {"draft": walk.draft})
    assert answer.status_code == 403
    assert "Isian Anda tidak terkirim" in answer.content.decode()


@pytest.mark.parametrize("typed", ["", "abc", "A" * 5000, "\x00", "🦜" * 24, "2" * 24 + "3"])
def test_a_code_that_is_none_gets_a_clear_answer(walk: "Walk", typed: str) -> None:
    answer = walk.client.post("/status/", {"kode": typed})
    assert answer.status_code == 200
    assert "Ada yang perlu diperbaiki" in answer.content.decode()


def test_one_mistyped_letter_is_located(walk: "Walk") -> None:
    walk.to("periksa").send()
    code = walk.code
    wrong = code[:-1] + ("A" if code[-1] != "A" else "B")
    answer = walk.client.post("/status/", {"kode": wrong}).content.decode()
    assert "Periksa kelompok ke-6 lebih dulu" in answer


def test_a_stranger_with_a_well_formed_code_reads_nothing(walk: "Walk") -> None:
    answer = walk.client.post("/status/", {"kode": "2" * 24}).content.decode()
    assert "tidak ada laporan dengan kode ini" in answer


def test_no_log_holds_story_address_or_browser(
    walk: "Walk", caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        walk.client.defaults["REMOTE_ADDR"] = "203.0.113.77"
        walk.client.defaults["HTTP_USER_AGENT"] = "PeramannContoh/1.0"
        walk.to("periksa").send()
        walk.client.post("/lapor/isi/", {"draft": "rusak", "story": "Cerita rahasia saya."})
        walk.client.get("/tidak-ada/")
    shown = "\n".join(record.getMessage() for record in caplog.records)
    shown += repr([record.__dict__ for record in caplog.records if record.name != "django.request"])
    for secret in ("203.0.113.77", "PeramannContoh", "Pelapor Contoh", "Cerita rahasia"):
        assert secret not in shown
