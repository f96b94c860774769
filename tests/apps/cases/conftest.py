"""A made-up office with its people, its contests and an agency, in a real database."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from itertools import count
from uuid import UUID

import pytest
from tests.factories.cases import OFFICE, PEMILU, PILKADA, STORY, wita

from netra.apps.accounts.models import User
from netra.apps.cases.services import open_case
from netra.apps.intake.models import Channel
from netra.apps.intake.services import submit
from netra.apps.organisations.models import Contest, Membership, Office
from netra.apps.organisations.serving import serving
from netra.config.settings.desk import NETRA
from netra.domain.access import Actor, Role
from netra.domain.cases.state import Case
from netra.domain.intake.laporan import ActorTold, Evidence, HowKnown, Laporan, Reporter, Terlapor
from netra.domain.lawbook.vocabulary import ActorStatus, Position

Open = Callable[..., Case]
Hire = Callable[..., Actor]


@pytest.fixture
def now() -> datetime:
    """Monday 7 October 2024, 10.00 WITA."""
    return wita("2024-10-07 10:00")


@pytest.fixture
def office() -> Office:
    return Office.objects.create(
        code=OFFICE.code,
        name="Bawaslu Kota Contoh",
        kind=Office.Kind.BAWASLU,
        level=Office.Level.KOTA,
        region_code="64.71",
        bawaslu_code=OFFICE.bawaslu_code,
        zone="Asia/Makassar",
        age_recipient=NETRA.sealer.generate(),
    )


@pytest.fixture
def other_office() -> Office:
    return Office.objects.create(
        code="bawaslu-lain",
        name="Bawaslu Kota Lain",
        kind=Office.Kind.BAWASLU,
        level=Office.Level.KOTA,
        region_code="64.72",
        bawaslu_code="99.02",
        zone="Asia/Makassar",
        age_recipient=NETRA.sealer.generate(),
    )


@pytest.fixture
def bkn() -> Office:
    return Office.objects.create(
        code="bkn-contoh",
        name="BKN (contoh)",
        kind=Office.Kind.AGENCY,
        level=Office.Level.RI,
        region_code="00",
        authority="bkn",
    )


@pytest.fixture
def contests() -> None:
    for facts, name in ((PILKADA, "Pilkada Contoh"), (PEMILU, "Pemilu Contoh")):
        Contest.objects.create(
            code=facts.code,
            kind=facts.kind.value,
            name=name,
            region_code="64.71" if facts is PILKADA else "",
            series=facts.series,
            begins_on=facts.begins_on,
            candidates_set_on=facts.candidates_set_on,
            campaign_from=facts.campaign_from,
            campaign_to=facts.campaign_to,
            voting_on=facts.voting_on,
            ends_on=facts.ends_on,
        )


@pytest.fixture
def hire(now: datetime) -> Hire:
    """A person appointed to roles in an office, as the doors would know them."""
    numbers = count(1)

    def hire(office: Office, *roles: Role) -> Actor:
        user = User.objects.create_user(f"petugas{next(numbers)}@contoh.example", name="Petugas")
        for role in roles:
            Membership.objects.create(
                user=user, office=office, role=role.value, valid_from=date(2020, 1, 1)
            )
        return serving(user, now)[0].actor

    return hire


@pytest.fixture
def staff(hire: Hire, office: Office) -> Actor:
    """A small office: one person holds every role of the desk."""
    return hire(office, Role.RECEIVING_OFFICER, Role.EXAMINER, Role.COMMISSIONER)


@pytest.fixture
def laporan() -> Laporan:
    return Laporan(
        story=STORY,
        region_code="64.71",
        deeds=("attend_campaign",),
        terlapor=Terlapor("Tokoh Contoh", "Kepala bidang", "Dinas Contoh"),
        actor=ActorTold(status=ActorStatus.PNS, position=Position.ADMINISTRATOR),
        place="Lapangan Contoh",
        act_date=date(2024, 10, 5),
        known_date=date(2024, 10, 5),
        how_known=HowKnown.SAW,
        evidence=(Evidence("Rekaman video"),),
        reporter=Reporter("Pelapor Contoh", address="Jalan Contoh 1"),
    )


@pytest.fixture
def send(office: Office, contests: None, laporan: Laporan, now: datetime) -> Callable[..., UUID]:
    """A report comes in and waits for the sweep."""
    keys = count(1)

    def send(at: datetime | None = None, **changes: object) -> UUID:
        return submit(
            replace(laporan, **changes),
            channel=Channel.WEB,
            submission_key=f"{next(keys):032d}",
            now=at or now,
        ).submission

    return send


@pytest.fixture
def opened(send: Callable[..., UUID], now: datetime) -> Open:
    """A report comes in and its case is opened."""

    def opened(at: datetime | None = None, **changes: object) -> Case:
        case = open_case(send(at, **changes), at or now)
        assert case is not None
        return case

    return opened
