"""One Pilkada case and one Pemilu case from the report to the end, in browsers, by their roles."""

from datetime import date, datetime

import pytest
from django.test import Client
from django.urls import reverse
from tests.web.desk.incident import (
    FORBIDDEN_ELSEWHERE,
    STORY,
    Desk,
    bring_in,
    day,
    laporan,
    set_clock,
)
from tests.web.desk.staff import Hire, Officer

from netra.apps.intake.models import StatusRow
from netra.apps.journal.services import read, verify
from netra.apps.organisations.models import Contest, Office
from netra.apps.ports import wired
from netra.domain.access import Role
from netra.domain.calendar import Zone
from netra.domain.cases.state import Series, State

WITA, WIB = Zone.WITA.tzinfo, Zone.WIB.tzinfo
FORMAL = ["identitas_pelapor", "identitas_terlapor", "waktu_laporan", "kesesuaian_tanda_tangan"]
MATERIEL = ["waktu_dan_tempat", "uraian", "bukti"]
RESUME = "Seorang administrator diduga mendukung pasangan calon di media sosial."


@pytest.fixture
def keyed(office: Office) -> Office:
    office.age_recipient = wired().sealer.generate()
    office.save()
    return office


@pytest.fixture
def pilkada(db: None) -> Contest:
    return Contest.objects.create(
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


@pytest.fixture
def pemilu(db: None) -> Contest:
    return Contest.objects.create(
        code="pemilu-contoh-2024",
        kind="pemilu",
        name="Pemilu Contoh 2024",
        region_code="",
        series="PL",
        begins_on=date(2022, 6, 14),
        candidates_set_on=date(2023, 11, 13),
        campaign_from=date(2023, 11, 28),
        campaign_to=date(2024, 2, 10),
        voting_on=date(2024, 2, 14),
        ends_on=date(2024, 10, 20),
    )


@pytest.fixture
def team(hire: Hire, keyed: Office) -> dict[Role, Officer]:
    roles = (Role.RECEIVING_OFFICER, Role.EXAMINER, Role.COMMISSIONER)
    return {role: hire(keyed, role) for role in roles}


def test_a_pilkada_report_goes_to_bkn_and_comes_back_decided(
    team: dict[Role, Officer], pilkada: Contest, agency: Office, hire: Hire
) -> None:
    receiver, examiner = team[Role.RECEIVING_OFFICER].browser, team[Role.EXAMINER].browser
    member = team[Role.COMMISSIONER].browser
    bkn = hire(agency, Role.AGENCY_OFFICER).browser
    set_clock(datetime(2024, 9, 25, 9, 0, tzinfo=WITA))
    desk = Desk(bring_in(laporan("64.71", date(2024, 9, 23), date(2024, 9, 24))))

    inbox = receiver.get(reverse("desk:inbox")).content.decode()
    assert "belum bernomor" in inbox
    assert "Batas kajian awal" in inbox
    page = receiver.get(reverse("desk:case", args=[desk.case_id])).content.decode()
    assert STORY in page
    assert "DIS-2" in page
    assert "Catat kajian awal" in page

    case = desk.took(receiver, "record-number")
    assert case.number_of(Series.LP).text == "001/LP/PW/Kota/99.01/IX/2024"
    case = desk.took(examiner, "record-kajian-awal", {"met_0": FORMAL, "met_1": MATERIEL})
    assert case.state is State.READY_TO_REGISTER
    case = desk.took(receiver, "register")
    assert case.state is State.REGISTERED
    assert case.clock("handling").is_running

    handled_until_pleno(desk, examiner, member)
    letter = {
        "track": "hukum_lainnya",
        "authority": "bkn",
        "agency": agency.code,
        "letter_number": "12/CONTOH/2024",
    } | day("letter_on", date(2024, 9, 26))

    copied = desk.take(member, "forward", letter | {"resume": STORY})
    assert copied.status_code == 409
    assert "kalimat pelapor" in copied.content.decode()
    assert "12/CONTOH/2024" in copied.content.decode()
    assert desk.case.state is State.DECIDED

    assert desk.took(member, "forward", letter | {"resume": RESUME}).state is State.FORWARDED

    url = reverse("desk:forward", args=[desk.case_id, 1])
    seen = bkn.get(url).content.decode() + bkn.get(reverse("desk:forwarded")).content.decode()
    assert RESUME in seen
    assert "DIS-2" in seen
    for words in FORBIDDEN_ELSEWHERE:
        assert words not in seen
    assert bkn.get(reverse("desk:case", args=[desk.case_id])).status_code == 404

    set_clock(datetime(2024, 10, 14, 10, 0, tzinfo=WITA))
    decided = bkn.post(
        url,
        {"outcome": "sanctioned", "decision_number": "SK-7", "note": "Hukuman disiplin."}
        | day("decided_on", date(2024, 10, 11)),
    )
    assert decided.status_code == 302
    assert desk.case.state is State.RESOLVED
    told = day("on", date(2024, 10, 14)) | {"channel": "letter", "text": "Sudah ada hasil."}
    preview = receiver.get(desk.url("notify-reporter")).content.decode()
    assert StatusRow.objects.get(pk=desk.case_id).title in preview
    desk.took(receiver, "notify-reporter", told)
    assert desk.took(examiner, "close").state is State.CLOSED

    assert verify().faults == ()
    kinds = [entry.kind for entry in read(f"case:{desk.case_id.hex}")]
    assert kinds.count("step_refused") == 1
    closed = receiver.get(reverse("desk:case", args=[desk.case_id])).content.decode()
    assert "Ditolak" in closed
    assert "Tidak ada langkah yang terbuka" in closed


def handled_until_pleno(desk: Desk, examiner: Client, member: Client) -> None:
    """Klarifikasi, kajian and pleno on the day after the register."""
    set_clock(datetime(2024, 9, 26, 10, 0, tzinfo=WITA))
    desk.took(
        examiner,
        "hold-klarifikasi",
        day("held_on", date(2024, 9, 26))
        | {"party": "terlapor", "name": "Tokoh Rekaan Satu", "attended": "ya"},
    )
    desk.took(
        examiner,
        "write-kajian",
        {"verdict": "violation", "tracks": ["hukum_lainnya"], "text": "Unsur terpenuhi."},
    )
    desk.took(
        member,
        "decide-pleno",
        day("pleno_on", date(2024, 9, 26))
        | {"verdict": "violation", "tracks": ["hukum_lainnya"], "reason": "Sepakat."},
    )


def test_a_pemilu_report_is_mended_registered_and_found_to_be_no_violation(
    team: dict[Role, Officer], pemilu: Contest
) -> None:
    receiver, examiner = team[Role.RECEIVING_OFFICER].browser, team[Role.EXAMINER].browser
    member = team[Role.COMMISSIONER].browser
    set_clock(datetime(2024, 1, 9, 9, 0, tzinfo=WITA))
    desk = Desk(bring_in(laporan("64.71", date(2024, 1, 8), date(2024, 1, 8))))
    desk.took(receiver, "record-number")
    formal = FORMAL[:3]
    case = desk.took(receiver, "record-kajian-awal", {"met_0": formal, "met_1": MATERIEL[:2]})
    assert case.state is State.INCOMPLETE
    assert "Ada bukti" in receiver.get(desk.url("request-perbaikan")).content.decode()
    desk.took(receiver, "request-perbaikan", {"message": "Kirim buktinya."})
    desk.took(receiver, "record-perbaikan", {"note": "Bukti diterima."})
    desk.took(receiver, "record-kajian-awal", {"met_0": formal, "met_1": MATERIEL})
    case = desk.took(receiver, "register")
    assert case.number_of(Series.REG).text == "001/Reg/LP/PL/Kota/99.01/I/2024"
    set_clock(datetime(2024, 1, 12, 9, 0, tzinfo=WITA))
    desk.took(examiner, "write-kajian", {"verdict": "not_a_violation", "text": "Tidak terbukti."})
    desk.took(
        member,
        "decide-pleno",
        day("pleno_on", date(2024, 1, 12)) | {"verdict": "not_a_violation", "reason": "Sepakat."},
    )
    refused = desk.take(examiner, "close")
    assert refused.status_code == 409
    assert "belum diberi tahu" in refused.content.decode()
    told = day("on", date(2024, 1, 12)) | {"channel": "letter", "text": "Bukan pelanggaran."}
    desk.took(receiver, "notify-reporter", told)
    assert desk.took(examiner, "close").state is State.CLOSED
    assert "bukan pelanggaran" in StatusRow.objects.get(pk=desk.case_id).text
    assert verify().faults == ()
