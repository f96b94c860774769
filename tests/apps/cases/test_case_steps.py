"""Steps through the service: what is written, what is refused, and who asked."""

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID, uuid4

import pytest
from tests.factories.cases import RESUME, STORY, wita

from netra.apps.cases.models import Case as CaseRow
from netra.apps.cases.models import CaseClock, CaseForward, DrawnNumber
from netra.apps.cases.replay import replay
from netra.apps.cases.services import CaseUnknown, open_identity, perform
from netra.apps.intake.models import StatusRow, Submission
from netra.apps.journal import services as journal
from netra.apps.organisations.models import Office, Sequence
from netra.domain.access import SYSTEM, Actor, Role
from netra.domain.cases.commands import (
    CloseCase,
    Command,
    DecidePleno,
    ForwardCase,
    HoldKlarifikasi,
    NotifyReporter,
    RecordAuthorityDecision,
    RecordKajianAwal,
    RecordNumber,
    Register,
    WriteKajian,
)
from netra.domain.cases.outcome import Refused
from netra.domain.cases.recording import stream_of
from netra.domain.cases.state import Case, State, Verdict
from netra.domain.lawbook.vocabulary import Track

pytestmark = pytest.mark.django_db
MET = (
    "identitas_pelapor",
    "identitas_terlapor",
    "waktu_laporan",
    "kesesuaian_tanda_tangan",
    "waktu_dan_tempat",
    "uraian",
    "bukti",
)


def path(now: datetime, agency: str | None) -> list[Command]:
    """One Pilkada report from its number to its end, all on one day."""
    day = now.date()
    tracks = (Track.HUKUM_LAINNYA,)
    return [
        RecordNumber(),
        RecordKajianAwal(met=MET, note="Berkas lengkap."),
        Register(),
        HoldKlarifikasi(held_on=day, party="saksi", name="Saksi Contoh", attended=True),
        WriteKajian(verdict=Verdict.VIOLATION, tracks=tracks, text="Isi kajian."),
        DecidePleno(pleno_on=day, verdict=Verdict.VIOLATION, tracks=tracks, reason="Terpenuhi."),
        ForwardCase(
            track=Track.HUKUM_LAINNYA,
            authority="bkn",
            agency=agency,
            letter_number="017/CONTOH/X/2024",
            letter_on=day,
            resume=RESUME,
        ),
        NotifyReporter(on=day, channel="letter", text="Perkara diteruskan."),
        RecordAuthorityDecision(forward=1, outcome="sanctioned", decided_on=day, note="SK contoh."),
        NotifyReporter(on=day, channel="letter", text="Ada hasil."),
        CloseCase(reason="Selesai."),
    ]


def test_a_report_goes_through_the_desk_to_its_end(
    opened: Callable[..., Case], staff: Actor, bkn: Office, now: datetime
) -> None:
    case = opened()
    for command in path(now, bkn.code):
        result = perform(case.id, command, by=staff, now=now)
        assert isinstance(result, Case), result
    row = CaseRow.objects.get(pk=case.id)
    assert (row.state, row.title) == ("closed", "001/Reg/LP/PW/Kota/99.01/X/2024")
    assert row.closed_at == now
    assert set(DrawnNumber.objects.values_list("series", "number")) == {("LP", 1), ("Reg", 1)}
    assert CaseClock.objects.filter(outcome="").count() == 0
    forward = CaseForward.objects.get()
    assert (forward.agency, forward.outcome) == (bkn, "sanctioned")
    status = StatusRow.objects.get(pk=case.id)
    assert (status.state, status.title) == ("closed", "Perkara ditutup")
    assert "Badan Kepegawaian Negara (BKN): sanksi dijatuhkan." in status.text
    titles = [one["title"] for one in status.history]
    assert "Laporan dicatat dengan nomor 001/LP/PW/Kota/99.01/X/2024" in titles
    assert replay().differences == ()
    assert journal.verify().faults == ()


def test_no_name_and_no_story_stands_in_an_entry_or_on_the_receipt(
    opened: Callable[..., Case], staff: Actor, bkn: Office, now: datetime
) -> None:
    case = opened()
    for command in path(now, bkn.code):
        perform(case.id, command, by=staff, now=now)
    bodies = json.dumps(
        [[one.body, one.commitments] for one in journal.read(stream_of(case.id))],
        ensure_ascii=False,
    )
    row = CaseRow.objects.get(pk=case.id)
    status = StatusRow.objects.get(pk=case.id)
    shown = json.dumps([status.title, status.text, status.history, status.clocks])
    for text in (bodies, json.dumps(row.snapshot), shown):
        for secret in ("Tokoh Contoh", "Saksi Contoh", "Pelapor Contoh", STORY[:40], RESUME[:40]):
            assert secret not in text
    kept = journal.personal(stream_of(case.id))
    assert kept[0]["story"] == STORY
    assert {"resume": RESUME} in kept.values()


def test_a_refusal_leaves_an_entry_and_nothing_else(
    opened: Callable[..., Case], staff: Actor, now: datetime
) -> None:
    case = opened()
    result = perform(case.id, Register(), by=staff, now=now)
    assert isinstance(result, Refused)
    assert result.code == "wrong_state"
    entry = journal.read(stream_of(case.id))[-1]
    assert (entry.kind, entry.actor) == ("step_refused", staff.name)
    assert entry.body["step"] == "register"
    assert entry.body["ground"] == result.ground
    assert CaseRow.objects.get(pk=case.id).state == State.RECEIVED.value
    # The number that was drawn for it was put back.
    assert not Sequence.objects.filter(series="Reg", last__gt=0).exists()
    assert replay().differences == ()


@pytest.mark.parametrize("role", Role)
def test_a_stranger_from_another_office_is_refused_and_journalled(
    opened: Callable[..., Case],
    hire: Callable[..., Actor],
    other_office: Office,
    now: datetime,
    role: Role,
) -> None:
    case = opened()
    stranger = hire(other_office, role)
    result = perform(case.id, RecordNumber(), by=stranger, now=now)
    assert isinstance(result, Refused)
    assert result.code == "not_permitted"
    assert journal.read(stream_of(case.id))[-1].actor == stranger.name


def test_a_colleague_without_the_role_is_told_whose_step_it_is(
    opened: Callable[..., Case], hire: Callable[..., Actor], office: Office, now: datetime
) -> None:
    case = opened()
    result = perform(case.id, RecordNumber(), by=hire(office, Role.EXAMINER), now=now)
    assert isinstance(result, Refused)
    assert "petugas penerima" in result.instead


def test_an_unknown_case_is_unknown(staff: Actor, now: datetime) -> None:
    with pytest.raises(CaseUnknown):
        perform(uuid4(), RecordNumber(), by=staff, now=now)


def test_a_case_that_moved_since_it_was_read_is_not_overwritten(
    opened: Callable[..., Case], staff: Actor, now: datetime
) -> None:
    case = opened()
    perform(case.id, RecordNumber(), by=staff, now=now)
    result = perform(
        case.id, RecordKajianAwal(met=MET), by=staff, now=now, seen_version=case.version
    )
    assert isinstance(result, Refused)
    assert result.code == "case_moved"


def test_a_letter_goes_only_to_an_office_of_its_authority(
    opened: Callable[..., Case], staff: Actor, other_office: Office, now: datetime
) -> None:
    case = opened()
    for command in path(now, other_office.code)[:6]:
        perform(case.id, command, by=staff, now=now)
    result = perform(case.id, path(now, other_office.code)[6], by=staff, now=now)
    assert isinstance(result, Refused)
    assert result.code == "agency_mismatch"


def test_the_reporters_own_words_do_not_leave_the_house(
    opened: Callable[..., Case], staff: Actor, bkn: Office, now: datetime
) -> None:
    case = opened()
    for command in path(now, bkn.code)[:6]:
        perform(case.id, command, by=staff, now=now)
    letter = ForwardCase(
        track=Track.HUKUM_LAINNYA,
        authority="bkn",
        letter_number="1",
        letter_on=now.date(),
        resume=f"Menurut pelapor: {STORY}",
    )
    result = perform(case.id, letter, by=staff, now=now)
    assert isinstance(result, Refused)
    assert result.code == "quotes_reporter"


def test_an_agency_answers_for_itself_and_for_no_other(
    opened: Callable[..., Case],
    staff: Actor,
    hire: Callable[..., Actor],
    bkn: Office,
    now: datetime,
) -> None:
    case = opened()
    for command in path(now, bkn.code)[:7]:
        perform(case.id, command, by=staff, now=now)
    elsewhere = Office.objects.create(
        code="ppk-contoh",
        name="PPK (contoh)",
        kind=Office.Kind.AGENCY,
        level=Office.Level.KOTA,
        region_code="64.71",
        authority="ppk",
    )
    answer = path(now, bkn.code)[8]
    stranger = hire(elsewhere, Role.AGENCY_OFFICER)
    assert isinstance(perform(case.id, answer, by=stranger, now=now), Refused)
    agency = hire(bkn, Role.AGENCY_OFFICER)
    assert agency.name.startswith("agency:")
    result = perform(case.id, answer, by=agency, now=now)
    assert isinstance(result, Case)
    assert result.state is State.RESOLVED


def test_the_identity_is_opened_for_a_written_reason_and_leaves_a_trace(
    opened: Callable[..., Case], hire: Callable[..., Actor], office: Office, now: datetime
) -> None:
    case = opened()
    officer = hire(office, Role.RECEIVING_OFFICER)
    identity = open_identity(case.id, by=officer, reason="Undangan klarifikasi.", now=now)
    assert isinstance(identity, str)
    assert "Pelapor Contoh" in identity
    entry = journal.read(stream_of(case.id))[-1]
    assert (entry.kind, entry.actor, entry.body) == ("identity_opened", officer.name, {})
    assert replay().differences == ()


@pytest.mark.parametrize(
    ("own_office", "role", "reason", "code"),
    [
        (True, Role.COMMISSIONER, "Ingin tahu.", "not_permitted"),
        (True, Role.ADMINISTRATOR, "Ingin tahu.", "not_permitted"),
        (False, Role.EXAMINER, "Ingin tahu.", "not_permitted"),
        (True, Role.EXAMINER, "  ", "no_reason"),
    ],
)
def test_the_identity_stays_closed(
    opened: Callable[..., Case],
    hire: Callable[..., Actor],
    office: Office,
    other_office: Office,
    now: datetime,
    *,
    own_office: bool,
    role: Role,
    reason: str,
    code: str,
) -> None:
    case = opened()
    by = hire(office if own_office else other_office, role)
    result = open_identity(case.id, by=by, reason=reason, now=now)
    assert isinstance(result, Refused)
    assert result.code == code
    assert journal.read(stream_of(case.id))[-1].body["code"] == code


def test_of_an_anonymous_report_there_is_no_identity(
    opened: Callable[..., Case], staff: Actor, now: datetime
) -> None:
    case = opened(reporter=None)
    assert case.state is State.INFORMASI_AWAL
    result = open_identity(case.id, by=staff, reason="Perlu.", now=now)
    assert isinstance(result, Refused)
    assert result.code == "no_identity"


def test_the_worker_takes_no_step_of_a_person(opened: Callable[..., Case], now: datetime) -> None:
    case = opened()
    result = perform(case.id, RecordNumber(), by=SYSTEM, now=now)
    assert isinstance(result, Refused)
    assert journal.read(stream_of(case.id))[-1].kind != "step_refused"


def test_a_report_outside_every_contest_has_no_clock(
    opened: Callable[..., Case], now: datetime
) -> None:
    at = wita("2026-06-01 10:00")
    case = opened(at, act_date=at.date() - timedelta(days=2), known_date=at.date())
    assert case.contest is None
    assert not case.clocks
    row = CaseRow.objects.get(pk=case.id)
    assert (row.contest, row.next_clock, row.next_due_on) == (None, "", None)
    assert now < at


def test_opening_notes_it_on_the_submission_and_the_receipt(
    send: Callable[..., UUID], opened: Callable[..., Case], now: datetime
) -> None:
    waiting = send()
    case = opened()
    assert Submission.objects.get(pk=case.id).opened_at == now
    assert Submission.objects.get(pk=waiting).opened_at is None
    status = StatusRow.objects.get(pk=case.id)
    assert status.state == "received"
    assert [one["code"] for one in status.clocks] == ["kajian_awal"]
