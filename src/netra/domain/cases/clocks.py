"""The clocks a step starts and stops, as its row of the table says."""

from datetime import date, datetime

from netra.domain.cases.events import ClockStarted, ClockStopped, Event
from netra.domain.cases.law import LAPORAN_WINDOW, clock_of
from netra.domain.cases.outcome import Done
from netra.domain.cases.state import Case, CaseClock, ClockOutcome
from netra.domain.cases.transitions import Origin, Transition
from netra.domain.lawbook.book import Lawbook


def stopped(row: Transition, case: Case, done: Done, now: datetime) -> tuple[Event, ...]:
    """The running clocks that the step stops, each with how the step stands to it."""
    return tuple(
        _stop(clock, now, _judged(clock, case, done, now))
        for code in row.stops
        if code not in done.keeps and (clock := case.clock(code)) is not None and clock.is_running
    )


def started(
    row: Transition, case: Case, done: Done, law: Lawbook, now: datetime
) -> tuple[Event, ...]:
    """The clocks that the step starts on its way into ``done.into``.

    While a case is being opened it has no office and contest of its own: ``done`` brings them.
    """
    office, contest = done.opened_by or (case.office, case.contest)
    on = now.astimezone(office.zone.tzinfo).date()
    events: list[Event] = []
    for wanted in row.starts:
        if wanted.into not in {None, done.into}:
            continue
        if wanted.track is not None and wanted.track not in done.tracks:
            continue
        begins = _begins(wanted.origin, case, done, now)
        if begins is None:
            continue
        clock = clock_of(law, wanted.code, office, contest, start=begins, on=on)
        if clock is None:
            continue
        events.append(_start(clock))
        if clock.code == LAPORAN_WINDOW:
            # The report itself ended the window for reporting.
            outcome = clock.judge(case.received_at, office.zone)
            events.append(_stop(clock, case.received_at, outcome))
        elif done.judged is not None:
            events.append(_stop(clock, now, done.judged))
    return tuple(events)


def window_anew(
    case: Case, law: Lawbook, known_date: date | None, now: datetime
) -> tuple[Event, ...]:
    """The window for reporting after the day of knowing was established differently."""
    if known_date is None:
        return ()
    clock = clock_of(
        law, LAPORAN_WINDOW, case.office, case.contest, start=known_date, on=case.today(now)
    )
    if clock is None:
        return ()
    outcome = clock.judge(case.received_at, case.office.zone)
    return (_start(clock), _stop(clock, case.received_at, outcome))


def _begins(origin: Origin, case: Case, done: Done, now: datetime) -> date | datetime | None:
    match origin:
        case Origin.KNOWN:
            return case.facts.known_date
        case Origin.RECEIVED:
            return case.received_at
        case Origin.REGISTERED:
            # While the case is being registered, the register begins now.
            return case.registered_at or now
        case _:
            return done.begins or now


def _judged(clock: CaseClock, case: Case, done: Done, now: datetime) -> ClockOutcome:
    if done.ended_on is not None:
        return clock.judge_day(done.ended_on)
    return clock.judge(now, case.office.zone)


def _start(clock: CaseClock) -> Event:
    return ClockStarted(clock=clock, title=clock.title, due=clock.due)


def _stop(clock: CaseClock, at: datetime, outcome: ClockOutcome) -> Event:
    return ClockStopped(code=clock.code, title=clock.title, stopped_at=at, outcome=outcome)
