"""The transition table against everything it must agree with, and every state × step × role."""

from dataclasses import fields
from datetime import UTC, date, datetime
from typing import Any

import pytest
from tests.factories.cases import OFFICE, PEMILU, PILKADA, RESUME, Desk, member

from netra.domain.access import ALLOWED, SYSTEM, Action, Actor, Membership, Role
from netra.domain.cases.commands import (
    COMMANDS,
    CloseCase,
    CloseInformasiAwal,
    Command,
    DecideBetweenDates,
    DecidePleno,
    DeclareTemuan,
    EstablishFacts,
    ExtendHandling,
    ForwardCase,
    HoldKlarifikasi,
    LapseClock,
    NotifyReporter,
    OpenCase,
    RecomputeClocks,
    RecordAuthorityDecision,
    RecordKajianAwal,
    RecordNumber,
    RecordPerbaikan,
    Register,
    RequestPerbaikan,
    TreatAsInformasiAwal,
    Withdraw,
    WriteKajian,
)
from netra.domain.cases.decide import HANDLERS, decide
from netra.domain.cases.outcome import Accepted, Refused
from netra.domain.cases.permission import permitted
from netra.domain.cases.state import Case, State, Verdict
from netra.domain.cases.transitions import BY_STEP, TRANSITIONS, Transition
from netra.domain.lawbook.book import Lawbook
from netra.domain.lawbook.values import Citation
from netra.domain.lawbook.vocabulary import Track

DAY = date(2024, 10, 7)
SAMPLES: dict[Action, Command] = {
    one.step: one
    for one in (
        OpenCase(office=OFFICE, contest=PILKADA),
        LapseClock(clock="perbaikan"),
        RecomputeClocks(),
        RecordNumber(number=1),
        EstablishFacts(status="pns", reason="Surat tugas."),
        RecordKajianAwal(met=()),
        RequestPerbaikan(message="Lengkapi bukti."),
        RecordPerbaikan(note="Bukti diterima."),
        Withdraw(reason="Pelapor mencabut."),
        Register(number=1),
        TreatAsInformasiAwal(reason="Isinya penting."),
        DeclareTemuan(found_on=DAY, pleno_on=DAY, reason="Terpenuhi."),
        CloseInformasiAwal(pleno_on=DAY, reason="Tidak terpenuhi."),
        ExtendHandling(reason="Perlu keterangan."),
        HoldKlarifikasi(held_on=DAY, party="saksi", name="Saksi Contoh", attended=True),
        WriteKajian(verdict=Verdict.VIOLATION, tracks=(Track.HUKUM_LAINNYA,), text="Kajian."),
        DecidePleno(
            pleno_on=DAY, verdict=Verdict.VIOLATION, tracks=(Track.HUKUM_LAINNYA,), reason="Ya."
        ),
        ForwardCase(
            track=Track.HUKUM_LAINNYA,
            authority="bkn",
            letter_number="1",
            letter_on=DAY,
            resume=RESUME,
        ),
        RecordAuthorityDecision(forward=1, outcome="sanctioned", decided_on=DAY),
        NotifyReporter(on=DAY, channel="letter", text="Pemberitahuan."),
        CloseCase(),
        DecideBetweenDates(clock="handling", in_time=True, reason="Dihitung sejak besoknya."),
    )
}
MESSAGES = {"wrong_state", "registered_stays"}


def in_state(desk: Desk, state: State) -> Case:
    """The fresh case put into ``state`` as if by magic: only the state is asked here."""
    values: dict[str, Any] = {one.name: getattr(desk.case, one.name) for one in fields(Case)}
    return Case(**{**values, "state": state})


def test_every_step_has_one_row_one_command_one_handler() -> None:
    steps = [row.step for row in TRANSITIONS]
    assert len(steps) == len(set(steps))
    assert set(steps) == set(COMMANDS) == set(HANDLERS) == set(SAMPLES)


def test_every_action_has_its_line_in_the_table_of_rights() -> None:
    assert set(ALLOWED) == set(Action)
    assert {row.step for row in TRANSITIONS if row.by_system} == {
        Action.OPEN_CASE,
        Action.LAPSE_CLOCK,
        Action.RECOMPUTE_CLOCKS,
    }


@pytest.mark.parametrize("row", TRANSITIONS, ids=lambda row: row.step)
def test_a_form_asks_for_what_its_command_holds(row: Transition) -> None:
    if row.by_system:
        assert not row.fields
        return
    filled_by_the_service = {"number", "reporter_text"}
    wanted = {one.name for one in fields(COMMANDS[row.step])} - filled_by_the_service
    assert {field.name for field in row.fields} == wanted


@pytest.mark.parametrize("row", TRANSITIONS, ids=lambda row: row.step)
def test_every_ground_is_in_the_lawbook(row: Transition, law: Lawbook) -> None:
    for text in (*row.grounds.pemilu, *row.grounds.pilkada):
        assert law.regulations.why_unresolved(Citation.parse(text)) is None


@pytest.mark.parametrize("row", TRANSITIONS, ids=lambda row: row.step)
def test_every_clock_is_in_the_lawbook_for_both_contests(row: Transition, law: Lawbook) -> None:
    for code in (*row.stops, *(start.code for start in row.starts)):
        kinds = {kind for rule in law.clocks[code] for kind in rule.contests}
        assert {PILKADA.kind, PEMILU.kind} <= kinds


def test_every_clock_that_starts_is_stopped_somewhere() -> None:
    started = {start.code for row in TRANSITIONS for start in row.starts}
    stopped = {code for row in TRANSITIONS for code in row.stops}
    # These two are ended by the report and by the pleno that they measure.
    assert started - stopped == {"laporan_window", "temuan_window"}


def test_every_state_is_reached_and_left() -> None:
    reached = {State.SUBMITTED, *(to for row in TRANSITIONS for to in row.targets)}
    assert reached == set(State)
    left = {state for row in TRANSITIONS if row.targets for state in row.sources}
    assert left == set(State) - {State.CLOSED}


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("step", SAMPLES, ids=str)
def test_a_step_outside_its_states_is_refused_and_says_what_is_open(
    desk: Desk, state: State, step: Action
) -> None:
    result = decide(in_state(desk, state), SAMPLES[step], desk.law, desk.now)
    if state in BY_STEP[step].sources:
        assert isinstance(result, Accepted) or result.code not in MESSAGES
        return
    assert isinstance(result, Refused)
    assert result.code in MESSAGES
    assert result.ground
    assert result.pasal == BY_STEP[step].grounds.pilkada


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("step", SAMPLES, ids=str)
def test_a_step_leads_only_where_its_row_says(desk: Desk, state: State, step: Action) -> None:
    result = decide(in_state(desk, state), SAMPLES[step], desk.law, desk.now)
    if isinstance(result, Refused):
        return
    row = BY_STEP[step]
    reached = {getattr(event, "state", state) for event in result.events}
    stays = {state} if row.may_stay or not row.targets else set()
    assert reached <= {*row.targets, *stays, state}


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("step", SAMPLES, ids=str)
def test_who_may_take_a_step_in_the_office_of_the_case(
    desk: Desk, step: Action, role: Role
) -> None:
    refusal = permitted(member(role), SAMPLES[step], desk.case, desk.now)
    assert (refusal is None) == (role in ALLOWED[step])


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("step", SAMPLES, ids=str)
def test_a_stranger_of_another_office_may_take_no_step(
    desk: Desk, step: Action, role: Role
) -> None:
    stranger = member(role, office="bawaslu-lain")
    refusal = permitted(stranger, SAMPLES[step], desk.case, desk.now)
    assert refusal is not None
    assert refusal.code == "not_permitted"


@pytest.mark.parametrize("step", SAMPLES, ids=str)
def test_the_worker_takes_its_own_steps_and_no_others(desk: Desk, step: Action) -> None:
    refusal = permitted(SYSTEM, SAMPLES[step], desk.case, desk.now)
    assert (refusal is None) == BY_STEP[step].by_system


@pytest.mark.parametrize(
    ("valid_from", "valid_until", "allowed"),
    [
        (date(2024, 10, 7), None, True),
        (date(2024, 10, 8), None, False),
        (date(2020, 1, 1), date(2024, 10, 7), True),
        (date(2020, 1, 1), date(2024, 10, 6), False),
    ],
)
def test_a_colleague_may_act_only_while_appointed_by_the_calendar_of_the_office(
    desk: Desk, valid_from: date, valid_until: date | None, *, allowed: bool
) -> None:
    # 23.30 WITA on 7 October is still 15.30 UTC of that day; 00.30 WITA is the 6th in UTC.
    colleague = Actor(
        "officer:2", (Membership(OFFICE.code, Role.EXAMINER, valid_from, valid_until),)
    )
    for instant in (
        datetime(2024, 10, 7, 15, 30, tzinfo=UTC),
        datetime(2024, 10, 6, 16, 30, tzinfo=UTC),
    ):
        refusal = permitted(colleague, SAMPLES[Action.WRITE_KAJIAN], desk.case, instant)
        assert (refusal is None) == allowed
