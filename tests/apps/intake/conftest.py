"""Offices and laporan of the made-up town in which these tests happen."""

from datetime import UTC, date, datetime

import pytest

from netra.apps.organisations.models import Contest, Office
from netra.config.settings.desk import NETRA
from netra.domain.intake.laporan import (
    ActorTold,
    Evidence,
    HowKnown,
    Laporan,
    Reporter,
    Terlapor,
    Witness,
)
from netra.domain.lawbook.vocabulary import ActorStatus, Position


@pytest.fixture
def now() -> datetime:
    """10.00 WITA on the day after the deed."""
    return datetime(2024, 9, 25, 2, 0, tzinfo=UTC)


@pytest.fixture
def recipient() -> str:
    """A fresh office key; its private half lies with the desk."""
    return NETRA.sealer.generate()


@pytest.fixture
def office(recipient: str) -> Office:
    return Office.objects.create(
        code="bawaslu-contoh",
        name="Bawaslu Kota Contoh",
        kind=Office.Kind.BAWASLU,
        level=Office.Level.KOTA,
        region_code="64.71",
        zone="Asia/Makassar",
        age_recipient=recipient,
    )


@pytest.fixture
def contest() -> Contest:
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


@pytest.fixture
def laporan() -> Laporan:
    return Laporan(
        story="Kepala bidang memimpin yel-yel di panggung kampanye, siang hari kerja.",
        region_code="64.71.01",
        deeds=("attend_campaign",),
        terlapor=Terlapor("Tokoh Contoh", "Kepala bidang", "Dinas Contoh"),
        actor=ActorTold(status=ActorStatus.PNS, position=Position.ADMINISTRATOR),
        place="Lapangan Contoh",
        act_date=date(2024, 9, 24),
        known_date=date(2024, 9, 24),
        how_known=HowKnown.SAW,
        evidence=(Evidence("Rekaman video dari barisan depan", "https://contoh.example/video"),),
        witnesses=(Witness("Saksi Contoh", phone="0800 000 0000"),),
        reporter=Reporter("Pelapor Contoh", address="Jalan Contoh 1"),
    )
