"""A stranger at the public door, walking through the wizard page by page."""

import html
import re
from collections.abc import Mapping
from datetime import date, datetime

import pytest
from django.http import HttpResponse
from django.test import Client
from pytest_django.fixtures import Settings

from netra.apps.organisations.models import Contest, Installation, Office
from netra.config.settings import public
from netra.config.settings.desk import NETRA

TODAY = date(2024, 9, 25)
ANSWERS: Mapping[str, Mapping[str, object]] = {
    "cerita": {"story": "Kepala bidang memimpin yel-yel di panggung kampanye calon."},
    "bidang": {"areas": ["acara", "media"]},
    "perbuatan": {"deeds": ["attend_campaign", "gesture"]},
    "keadaan": {"circumstances": ["active_support", "working_hours"]},
    "siapa": {"terlapor_name": "Tokoh Contoh", "terlapor_position": "Kepala bidang"},
    "pekerjaan": {"status": "pns", "position": "administrator", "role": "tidak_tahu"},
    "keluarga": {"spouse": "ya", "on_cltn": "tidak_tahu"},
    "provinsi": {"province": "64"},
    "kabupaten": {"regency": "64.71"},
    "kecamatan": {"district": "64.71.01"},
    "tempat": {"place": "Lapangan Contoh"},
    "kejadian": {"act_date-day": "24", "act_date-month": "9", "act_date-year": "2024"},
    "mengetahui": {
        "known_date-day": "24",
        "known_date-month": "september",
        "known_date-year": "2024",
        "how_known": "saw",
    },
    "bukti": {"evidence": "Rekaman video", "links": "contoh.example/unggahan"},
    "saksi": {"witness1_name": "Saksi Contoh"},
    "nama": {"named": "dengan_nama"},
    "diri": {"reporter_name": "Pelapor Contoh", "reporter_address": "Jalan Contoh 1"},
}


class Walk:
    """One person's way through the wizard; ``page`` is what the browser shows."""

    def __init__(self, client: Client) -> None:
        self.client = client
        self.page: HttpResponse = client.post("/lapor/isi/")

    @property
    def text(self) -> str:
        return self.page.content.decode().replace("\xa0", " ")

    @property
    def step(self) -> str:
        """The page that is shown; ``periksa`` for the review."""
        found = re.search(r'name="step" value="([a-z]+)"', self.text)
        if found:
            return found[1]
        assert "Periksa sebelum mengirim" in self.text, self.text[:2000]
        return "periksa"

    @property
    def draft(self) -> str:
        found = re.search(r'name="draft" value="([^"]+)"', self.text)
        assert found, self.text[:2000]
        return html.unescape(found[1])

    def answer(self, go: str = "lanjut", **fields: object) -> "Walk":
        """Fill in this page and press a button."""
        data = {"draft": self.draft, "step": self.step, "go": go, **fields}
        self.page = self.client.post("/lapor/isi/", data)
        return self

    def change(self, step: str) -> "Walk":
        """Press "Ubah" beside an answer on the review."""
        data = {"draft": self.draft, "go": f"ubah:{step}"}
        self.page = self.client.post("/lapor/isi/", data)
        return self

    def to(self, step: str, **changed: Mapping[str, object]) -> "Walk":
        """Answer page after page until ``step`` is shown."""
        for _ in range(30):
            if self.step == step:
                return self
            before = self.step
            self.answer(**{**ANSWERS, **changed}[self.step])
            assert self.step != before, self.text
        raise AssertionError(f"halaman {step} tidak tercapai")

    def send(self, **fields: object) -> HttpResponse:
        """Press "Kirim laporan"."""
        self.page = self.client.post(
            "/lapor/kirim/", {"draft": self.draft, "benar": "on", **fields}
        )
        return self.page

    @property
    def code(self) -> str:
        """The receipt code on the page."""
        found = re.search(r'data-text="([A-Z0-9-]+)"', self.text)
        assert found, self.text
        return found[1]


@pytest.fixture
def office(db: None) -> Office:
    return Office.objects.create(
        code="bawaslu-contoh",
        name="Bawaslu Kota Contoh",
        kind=Office.Kind.BAWASLU,
        level=Office.Level.KOTA,
        region_code="64.71",
        zone="Asia/Makassar",
        age_recipient=NETRA.sealer.generate(),
    )


@pytest.fixture
def central(db: None) -> Office:
    """The office for wherever no nearer one is set up."""
    return Office.objects.create(
        code="bawaslu-ri",
        name="Bawaslu RI Contoh",
        kind=Office.Kind.BAWASLU,
        level=Office.Level.RI,
        region_code="",
        age_recipient=NETRA.sealer.generate(),
    )


@pytest.fixture
def contest(db: None) -> Contest:
    return Contest.objects.create(
        code="pilkada-contoh",
        kind=Contest.Kind.PILKADA,
        name="Pemilihan Wali Kota Contoh",
        region_code="64.71",
        series="PW",
        begins_on=date(2024, 2, 27),
        candidates_set_on=date(2024, 9, 22),
        campaign_from=date(2024, 9, 25),
        campaign_to=date(2024, 11, 23),
        voting_on=date(2024, 11, 27),
        ends_on=date(2025, 2, 28),
    )


def move_clock(now: datetime) -> None:
    """Let it be ``now`` at this installation, give or take the length of a test."""
    shift = now - datetime.now(now.tzinfo)
    Installation.objects.update_or_create(id=1, defaults={"demo": True, "clock_shift": shift})


@pytest.fixture
def that_day(db: None) -> None:
    """It is 10.00 WITA on the day after the deed."""
    move_clock(datetime.fromisoformat("2024-09-25T10:00:00+08:00"))


@pytest.fixture
def public_client(public_door: Client, settings: Settings) -> Client:
    """The stranger's browser, with the settings of the public door that the client can see."""
    for name in ("CSRF_COOKIE_AGE", "CSRF_FAILURE_VIEW"):
        setattr(settings, name, getattr(public, name))
    return public_door


@pytest.fixture
def walk(public_client: Client, office: Office, contest: Contest, that_day: None) -> Walk:
    return Walk(public_client)
