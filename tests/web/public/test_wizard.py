"""The wizard, as a stranger walks it: without scripts, forth and back, to the receipt."""

import json
import re
from typing import TYPE_CHECKING

import pytest

from netra.apps.intake.models import ReporterIdentity, Submission
from netra.apps.journal import services as journal
from netra.apps.organisations.models import Office

if TYPE_CHECKING:
    from tests.web.public.conftest import Walk

pytestmark = pytest.mark.django_db
UNKNOWN: dict[str, dict[str, object]] = {
    "bidang": {"areas": ["tidak_tahu"]},
    "keadaan": {},
    "siapa": {"terlapor_unknown": "on"},
    "pekerjaan": {"status": "tidak_tahu", "position": "tidak_tahu", "role": "tidak_tahu"},
    "kabupaten": {"regency": "tidak_tahu"},
    "tempat": {"place": ""},
    "kejadian": {"act_unknown": "on"},
    "mengetahui": {"known_unknown": "on", "how_known": "tidak_tahu"},
    "bukti": {},
    "saksi": {},
    "nama": {"named": "tanpa_nama"},
}


def entry_body(submission: Submission) -> dict[str, object]:
    [entry] = journal.read(f"case:{submission.pk.hex}")
    return dict(entry.body)


def test_a_stranger_reports_and_reads_the_status_by_the_receipt(walk: "Walk") -> None:
    walk.to("periksa").send()
    assert walk.page.status_code == 200
    assert "Laporan Anda sudah kami terima" in walk.text
    assert "Bawaslu Kota Contoh" in walk.text
    assert "Rabu, 25 September 2024 pukul 10.0" in walk.text
    submission = Submission.objects.get()
    told = journal.personal(f"case:{submission.pk.hex}")[0]
    assert told["story"] == "Kepala bidang memimpin yel-yel di panggung kampanye calon."
    assert json.loads(told["terlapor"])["name"] == "Tokoh Contoh"
    assert told["evidence"] == "Rekaman video\nhttps://contoh.example/unggahan"
    body = entry_body(submission)
    assert body["deeds"] == ["attend_campaign", "gesture"]
    assert (body["act_date"], body["known_date"]) == ("2024-09-24", "2024-09-24")
    assert (body["region_code"], body["contest"]) == ("64.71.01", "pilkada-contoh")
    assert (body["how_known"], body["witness_count"]) == ("saw", 1)
    code = walk.code.lower().replace("-", " ")
    status = walk.client.post("/status/", {"kode": code}).content.decode()
    assert "Laporan diterima" in status
    assert "Batas kajian awal" in status
    assert "yel-yel" not in status
    assert "Tokoh Contoh" not in status


def test_where_no_office_is_set_up_nothing_is_lost(walk: "Walk") -> None:
    walk.to("periksa", **UNKNOWN).send()
    assert "Belum ada kantor Bawaslu" in walk.text
    assert walk.step == "periksa"
    assert not Submission.objects.exists()


def test_i_do_not_know_is_always_an_answer(walk: "Walk", central: Office) -> None:
    walk.to("periksa", **UNKNOWN)
    assert "informasi awal" in walk.text
    walk.send()
    assert "Informasi Anda sudah kami terima" in walk.text
    submission = Submission.objects.get()
    assert submission.anonymous
    assert not ReporterIdentity.objects.exists()
    body = entry_body(submission)
    assert body["deeds"] == body["circumstances"] == []
    assert body["region_code"] == "64"
    assert (body["act_date"], body["known_date"], body["how_known"]) == (None, None, None)


def test_the_review_says_what_the_law_asks_and_what_window_remains(walk: "Walk") -> None:
    review = walk.to("periksa").text
    assert "Bawaslu Kota Contoh" in review
    assert "30 September 2024" in review, "hari pertama ikut dihitung"
    assert "1 Oktober 2024" in review, "hari pertama tidak dihitung"
    missing = review.split("Belum ada</h3>")[1].split("</ul>")[0]
    assert "Nama dan alamat atau domisili terlapor" in missing
    assert "KTP" in review
    assert "Kerahasiaan itu berakhir bila ada sidang" in review


def test_the_review_shows_every_answer(walk: "Walk") -> None:
    review = walk.to("periksa").text
    for answer in (
        "memimpin yel-yel",
        "Tokoh Contoh",
        "Lapangan Contoh",
        "Selasa, 24 September 2024",
        "Melihat atau mendengar sendiri",
        "Rekaman video",
        "Saksi Contoh",
        "Pelapor Contoh",
        "Balikpapan Timur",
    ):
        assert answer in review, answer


def test_one_answer_can_be_changed_from_the_review(walk: "Walk") -> None:
    walk.to("periksa").change("cerita")
    assert walk.step == "cerita"
    assert "memimpin yel-yel" in walk.text
    walk.answer(story="Cerita yang saya perbaiki sendiri.")
    assert walk.step == "periksa"
    assert "Cerita yang saya perbaiki sendiri." in walk.text


def test_another_province_asks_for_its_own_regencies(walk: "Walk") -> None:
    walk.to("periksa").change("provinsi").answer(province="63")
    assert walk.step == "kabupaten"
    assert "Kota Banjarmasin" in walk.text
    walk.answer(regency="63.71")
    assert walk.step == "kecamatan"


def test_going_back_loses_nothing_not_even_what_does_not_fit(walk: "Walk") -> None:
    walk.to("kejadian")
    walk.answer("kembali", **{"act_date-day": "40", "act_date-month": "", "act_date-year": "24"})
    assert walk.step == "tempat"
    walk.answer(place="Lapangan Contoh")
    assert walk.step == "kejadian"
    for typed in ('name="act_date-day" type="text"', 'value="40"', 'value="24"'):
        assert typed in walk.text


def test_the_browsers_back_button_leads_to_a_page_that_still_works(walk: "Walk") -> None:
    old = walk.to("siapa").draft
    walk.to("tempat")
    data = {"draft": old, "step": "siapa", "go": "lanjut", "terlapor_name": "Nama Lain"}
    walk.page = walk.client.post("/lapor/isi/", data)
    assert walk.step == "pekerjaan"
    walk.to("periksa")
    assert "Nama Lain" in walk.text
    assert "no-store" not in walk.page["Cache-Control"]


def test_only_families_of_candidates_are_asked_about_them(walk: "Walk") -> None:
    family = {"perbuatan": {"deeds": ["spouse_accompany"]}}
    assert walk.to("keluarga", **family).step == "keluarga"
    walk.to("periksa", **family).send()
    actor = entry_body(Submission.objects.get())["actor"]
    assert actor == {
        "status": "pns",
        "position": "administrator",
        "role": None,
        "on_cltn": None,
        "spouse_of_candidate": True,
    }


def test_who_changes_to_anonymous_is_not_sealed_after_all(walk: "Walk") -> None:
    walk.to("periksa").change("nama").answer(named="tanpa_nama")
    assert walk.step == "periksa"
    assert "Pelapor Contoh" not in walk.text
    walk.change("saksi").answer(witness1_name="").send()
    assert Submission.objects.get().anonymous
    assert not ReporterIdentity.objects.exists()


def test_the_form_sent_twice_is_one_report_and_the_same_receipt(walk: "Walk") -> None:
    draft = walk.to("periksa").draft
    first = walk.send()
    again = walk.client.post("/lapor/kirim/", {"draft": draft, "benar": "on"})
    codes = [re.findall(r'data-text="([^"]+)"', p.content.decode()) for p in (first, again)]
    assert codes[0] == codes[1]
    assert "sudah pernah dikirim" in again.content.decode()
    assert Submission.objects.count() == 1


def test_changing_the_form_after_sending_is_answered_honestly(walk: "Walk") -> None:
    draft = walk.to("periksa").draft
    walk.send()
    data = {"draft": draft, "step": "cerita", "go": "lanjut", "story": "Cerita lain lagi."}
    walk.page = walk.client.post("/lapor/isi/", data)
    walk.send()
    assert "perubahan sesudahnya tidak ikut" in walk.text
    assert Submission.objects.count() == 1


def test_the_statement_must_be_ticked(walk: "Walk") -> None:
    walk.to("periksa").send(benar="")
    assert "Centang pernyataan" in walk.text
    assert not Submission.objects.exists()


def test_an_unfinished_form_cannot_be_sent(walk: "Walk") -> None:
    walk.to("siapa")
    walk.page = walk.client.post("/lapor/kirim/", {"draft": walk.draft, "benar": "on"})
    assert not Submission.objects.exists()
    assert "Lanjutkan" in walk.text or "Ada yang perlu diperbaiki" in walk.text


def test_a_tab_that_kept_the_draft_goes_on_where_it_stopped(walk: "Walk") -> None:
    draft = walk.to("tempat").draft
    walk.page = walk.client.post("/lapor/isi/", {"draft": draft})
    assert walk.step == "tempat"


@pytest.mark.parametrize("path", ["/lapor/isi/", "/lapor/kirim/"])
def test_a_reloaded_address_leads_to_the_start(walk: "Walk", path: str) -> None:
    answer = walk.client.get(path)
    assert (answer.status_code, answer["Location"]) == (302, "/lapor/")
