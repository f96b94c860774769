"""People of the desk: who serves where, and browsers in which they are logged in."""

from datetime import date, datetime

import pytest
from django.test import Client
from tests.web.desk.incident import Desk, bring_in, day, laporan, set_clock
from tests.web.desk.staff import PASSWORD, Hire, Officer

from netra.apps.accounts.models import User
from netra.apps.organisations.models import Contest, Membership, Office
from netra.apps.ports import wired
from netra.domain.access import Role
from netra.domain.calendar import Zone


@pytest.fixture
def office(db: None) -> Office:
    """The office that handles the case."""
    return Office.objects.create(
        code="bawaslu-kota-contoh",
        name="Bawaslu Kota Contoh",
        kind=Office.Kind.BAWASLU,
        level=Office.Level.KOTA,
        region_code="64.71",
        bawaslu_code="99.01",
        zone="Asia/Makassar",
    )


@pytest.fixture
def other_office(db: None) -> Office:
    """The strangers' office."""
    return Office.objects.create(
        code="bawaslu-kab-lain",
        name="Bawaslu Kabupaten Lain",
        kind=Office.Kind.BAWASLU,
        level=Office.Level.KABUPATEN,
        region_code="15.04",
        bawaslu_code="99.02",
    )


@pytest.fixture
def agency(db: None) -> Office:
    """An office that is sent cases."""
    return Office.objects.create(
        code="bkn-contoh",
        name="BKN Contoh",
        kind=Office.Kind.AGENCY,
        level=Office.Level.RI,
        region_code="",
        authority="bkn",
    )


@pytest.fixture
def hire(desk_door: Client) -> Hire:
    """``hire(office, Role.EXAMINER, …)``: a new person with these roles there."""
    count = 0

    def _hire(place: Office, *roles: Role, since: date = date(2020, 1, 1)) -> Officer:
        nonlocal count
        count += 1
        name = f"Petugas Rekaan {count}"
        user = User.objects.create_user(f"petugas{count}@contoh.invalid", PASSWORD, name=name)
        for role in roles:
            Membership.objects.create(user=user, office=place, role=role.value, valid_from=since)
        browser = Client()
        browser.force_login(user)
        return Officer(user, browser)

    return _hire


@pytest.fixture
def browsers(
    hire: Hire, desk_door: Client, office: Office, other_office: Office, agency: Office
) -> dict[str, Client]:
    other_agency = Office.objects.create(
        code="kpu-contoh",
        name="KPU Contoh",
        kind=Office.Kind.AGENCY,
        level=Office.Level.RI,
        region_code="",
        authority="kpu",
    )
    return {
        "anonymous": Client(),
        "stranger": hire(other_office, Role.EXAMINER).browser,
        "receiver": hire(office, Role.RECEIVING_OFFICER).browser,
        "examiner": hire(office, Role.EXAMINER).browser,
        "commissioner": hire(office, Role.COMMISSIONER).browser,
        "administrator": hire(office, Role.ADMINISTRATOR).browser,
        "agency": hire(agency, Role.AGENCY_OFFICER).browser,
        "other_agency": hire(other_agency, Role.AGENCY_OFFICER).browser,
    }


@pytest.fixture
def desk(office: Office, other_office: Office) -> Desk:
    """A report that came in, inside a contest."""
    office.age_recipient = wired().sealer.generate()
    office.save()
    Contest.objects.create(
        code="pilwali-contoh-2024",
        kind="pilkada",
        name="Pemilihan Wali Kota Contoh 2024",
        region_code="64.71",
        series="PW",
        begins_on=date(2024, 2, 1),
        candidates_set_on=date(2024, 9, 22),
        campaign_from=date(2024, 9, 25),
        campaign_to=date(2024, 11, 23),
        voting_on=date(2024, 11, 27),
        ends_on=date(2025, 3, 1),
    )
    set_clock(datetime(2024, 9, 25, 9, 0, tzinfo=Zone.WITA.tzinfo))
    return Desk(bring_in(laporan("64.71", date(2024, 9, 23), date(2024, 9, 24))))


@pytest.fixture
def forwarded(desk: Desk, browsers: dict[str, Client], agency: Office) -> Desk:
    """The same report, decided and sent to the agency."""
    receiver, examiner, member = (browsers[one] for one in ("receiver", "examiner", "commissioner"))
    formal = ["identitas_pelapor", "identitas_terlapor", "waktu_laporan", "kesesuaian_tanda_tangan"]
    met = {"met_0": formal, "met_1": ["waktu_dan_tempat", "uraian", "bukti"]}
    found = {"verdict": "violation", "tracks": ["hukum_lainnya"]}
    desk.took(receiver, "record-number")
    desk.took(examiner, "record-kajian-awal", met)
    desk.took(receiver, "register")
    desk.took(examiner, "write-kajian", found | {"text": "Unsur terpenuhi."})
    today = date(2024, 9, 25)
    desk.took(member, "decide-pleno", found | day("pleno_on", today) | {"reason": "Sepakat."})
    letter = {"track": "hukum_lainnya", "authority": "bkn", "agency": agency.code}
    words = {"letter_number": "12/CONTOH", "resume": "Seorang administrator diduga memihak."}
    desk.took(member, "forward", letter | words | day("letter_on", today))
    return desk
