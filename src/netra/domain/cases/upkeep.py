"""Steps about clocks alone: a last day that passed, a decree that moved one, a person's decision."""

from collections.abc import Mapping
from datetime import datetime

from netra.domain.access import Action
from netra.domain.cases.commands import DecideBetweenDates, LapseClock, RecomputeClocks
from netra.domain.cases.events import ClockDecided, ClockLapsed, ClockShifted, Event
from netra.domain.cases.law import PERBAIKAN, recomputed
from netra.domain.cases.outcome import Done, Handler, Refused
from netra.domain.cases.state import Case, ClockOutcome, State
from netra.domain.lawbook.book import Lawbook


def _lapse(command: LapseClock, case: Case, _law: Lawbook, now: datetime) -> Done | Refused:
    clock = case.clock(command.clock)
    if clock is None or not clock.is_running:
        return Refused("not_running", f"Tenggat {command.clock} tidak berjalan.")
    if not clock.lapses:
        return Refused(
            "never_lapses",
            f"{clock.title}: netra hanya mengingatkan; tenggat ini tidak menggugurkan apa pun.",
            clock.dasar_hukum,
        )
    if not clock.is_past(now, case.office.zone):
        return Refused("not_past", f"{clock.title} berjalan sampai {clock.ends(case.office.zone)}.")
    moves = clock.code == PERBAIKAN and case.state is State.AWAITING_PERBAIKAN
    into = State.INFORMASI_AWAL if moves else case.state
    lapsed = ClockLapsed(code=clock.code, title=clock.title, state=into)
    return Done((lapsed,), into, with_clocks=moves)


def _recompute(
    _command: RecomputeClocks, case: Case, law: Lawbook, _now: datetime
) -> Done | Refused:
    shifts: list[Event] = [
        ClockShifted(
            code=clock.code,
            title=clock.title,
            clock=anew,
            due_before=clock.due,
            due=anew.due,
            lawbook=law.version,
        )
        for clock in case.running_clocks
        if (anew := recomputed(law, case, clock)) is not None
    ]
    if not shifts:
        return Refused("nothing_moved", "Tidak ada tenggat yang bergeser.")
    return Done(tuple(shifts), case.state)


def _decide_between_dates(
    command: DecideBetweenDates, case: Case, _law: Lawbook, _now: datetime
) -> Done | Refused:
    clock = case.clock(command.clock)
    if clock is None or clock not in case.undecided_clocks:
        return Refused(
            "nothing_to_decide",
            "Tenggat itu tidak menunggu putusan petugas.",
            instead="Pilih tenggat yang menunggu putusan.",
        )
    decided = ClockDecided(
        code=clock.code,
        title=clock.title,
        outcome=ClockOutcome.IN_TIME if command.in_time else ClockOutcome.LATE,
        reason=command.reason,
    )
    return Done((decided,), case.state)


HANDLERS: Mapping[Action, Handler] = {
    Action.LAPSE_CLOCK: _lapse,
    Action.RECOMPUTE_CLOCKS: _recompute,
    Action.DECIDE_BETWEEN_DATES: _decide_between_dates,
}
