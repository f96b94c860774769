"""The counting rules: one pure function per name of the closed set ``Counting``.

Whether the first day counts is an open question of law, so every rule answers twice: ``warn_on``
counts the first day (the safe reading), ``due`` does not. Between the two a person decides.
"""

import calendar
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from netra.domain.calendar import OutsideCalendar, WorkCalendar
from netra.domain.lawbook.procedures import Counting

_ONE_DAY = timedelta(days=1)
_MONTHS_IN_YEAR = 12
_HOURS_IN_DAY = 24


@dataclass(frozen=True, slots=True)
class Start:
    """Where the count begins: the local day, and the instant where it is known."""

    day: date
    instant: datetime | None = None
    """Aware, in the zone of the office."""


@dataclass(frozen=True, slots=True)
class End:
    """Where it ends: inclusive date, exclusive date, and the exact instant of an hour clock."""

    warn_on: date
    due: date
    due_at: datetime | None = None


def add_months(day: date, months: int) -> date:
    """The same day of another month, or the last one that month has (31 August − 6 months)."""
    index = day.year * _MONTHS_IN_YEAR + day.month - 1 + months
    year, month = divmod(index, _MONTHS_IN_YEAR)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def working_day_after(work: WorkCalendar, day: date, number: int) -> date:
    """The ``number``-th working day after ``day``; ``day`` itself is not counted."""
    for _ in range(number):
        day = work.next_working_day(day + _ONE_DAY)
    return day


def _hari_kalender(start: Start, number: int, _work: WorkCalendar) -> End:
    due = start.day + timedelta(days=number)
    return End(due - _ONE_DAY, due)


def _hari_kerja(start: Start, number: int, work: WorkCalendar) -> End:
    first = work.next_working_day(start.day)
    return End(
        working_day_after(work, first, number - 1), working_day_after(work, start.day, number)
    )


def _hari(start: Start, number: int, work: WorkCalendar) -> End:
    """The safest reading warns, the most generous one ends: late is late under every reading."""
    return End(_hari_kalender(start, number, work).warn_on, _hari_kerja(start, number, work).due)


def _hari_atau_jam(start: Start, number: int, work: WorkCalendar) -> End:
    """Days with the first one counted warn; so many times 24 hours end."""
    warn_on = _hari_kalender(start, number, work).warn_on
    end = _jam(start, number * _HOURS_IN_DAY, work)
    return End(warn_on, end.due, end.due_at)


def _jam(start: Start, number: int, _work: WorkCalendar) -> End:
    hours = timedelta(hours=number)
    if start.instant is None:
        # Any time of the first day is possible: midnight is the safe reading, the last minute
        # of the day the generous one.
        midnight = datetime.combine(start.day, datetime.min.time())
        earliest, latest = midnight + hours, midnight + _ONE_DAY + hours
        return End((earliest - timedelta(minutes=1)).date(), (latest - timedelta(minutes=1)).date())
    due_at = start.instant + hours
    return End(due_at.date(), due_at.date(), due_at)


def _bulan_kalender(start: Start, number: int, _work: WorkCalendar) -> End:
    due = add_months(start.day, number)
    return End(due - _ONE_DAY, due)


def _bulan_kalender_mundur(start: Start, number: int, _work: WorkCalendar) -> End:
    last_free_day = add_months(start.day, -number) - _ONE_DAY
    return End(last_free_day, last_free_day)


def _hari_kalender_mundur(start: Start, number: int, _work: WorkCalendar) -> End:
    warn_on = start.day - timedelta(days=number)
    return End(warn_on, warn_on + _ONE_DAY)


_RULES: Mapping[Counting, Callable[[Start, int, WorkCalendar], End]] = {
    Counting.HARI_KALENDER: _hari_kalender,
    Counting.HARI_KERJA: _hari_kerja,
    Counting.HARI: _hari,
    Counting.JAM: _jam,
    Counting.HARI_ATAU_JAM: _hari_atau_jam,
    Counting.BULAN_KALENDER: _bulan_kalender,
    Counting.BULAN_KALENDER_MUNDUR: _bulan_kalender_mundur,
    Counting.HARI_KALENDER_MUNDUR: _hari_kalender_mundur,
}

BY_INSTANT = frozenset({Counting.JAM, Counting.HARI_ATAU_JAM})
"""Rules for which the minute of the start matters."""

BACKWARD = frozenset({Counting.BULAN_KALENDER_MUNDUR, Counting.HARI_KALENDER_MUNDUR})
"""Rules that count from an event back to the day before which something must be done."""

_UNITS: Mapping[Counting, str] = {
    Counting.HARI_KALENDER: "hari kalender",
    Counting.HARI_KERJA: "hari kerja",
    Counting.HARI: "hari",
    Counting.JAM: "jam",
    Counting.HARI_ATAU_JAM: "x 24 jam",
    Counting.BULAN_KALENDER: "bulan",
    Counting.BULAN_KALENDER_MUNDUR: "bulan sebelumnya",
    Counting.HARI_KALENDER_MUNDUR: "hari kalender sebelumnya",
}


def unit(counting: Counting) -> str:
    """The unit as a sentence writes it: ``7 hari kerja``."""
    return _UNITS[counting]


def count(counting: Counting, start: Start, number: int, work: WorkCalendar) -> End:
    """Apply a rule; ``OutsideCalendar`` when it begins or ends outside the known calendar."""
    work.require(start.day)
    try:
        end = _RULES[counting](start, number, work)
    except (OverflowError, ValueError) as error:
        if isinstance(error, OutsideCalendar):
            raise
        raise OutsideCalendar(
            f"{number} {unit(counting)} dari {start.day.isoformat()} di luar kalender netra."
        ) from error
    work.require(end.warn_on)
    work.require(end.due)
    return end
