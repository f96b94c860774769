"""The counting rules against a slow count on fingers, and their properties on any day."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netra.adapters.lawbook_files import load_lawbook
from netra.domain.calendar import HolidayDecree, OutsideCalendar, WorkCalendar, Zone
from netra.domain.deadlines.counting import BACKWARD, End, Start, add_months, count
from netra.domain.lawbook.procedures import Counting

WORK = load_lawbook().calendar
ONE_DAY = timedelta(days=1)

days = st.dates(date(2015, 1, 1), date(2029, 6, 30))
numbers = st.integers(1, 65)
counted_in_days = st.sampled_from(
    [
        Counting.HARI_KALENDER,
        Counting.HARI_KERJA,
        Counting.HARI,
        Counting.JAM,
        Counting.HARI_ATAU_JAM,
    ]
)
rules = st.sampled_from(list(Counting))


def _fit(rule: Counting, number: int) -> int:
    return min(number, 8) if "bulan" in rule else number


def fingers(start: date, number: int, work: WorkCalendar, *, first_counts: bool) -> date:
    """Count working days one by one, as with a calendar on the wall."""
    day, counted = start, int(first_counts and work.is_working_day(start))
    while counted < number:
        day += ONE_DAY
        counted += work.is_working_day(day)
    return day


@given(days, numbers)
def test_working_days_agree_with_fingers(start: date, number: int) -> None:
    end = count(Counting.HARI_KERJA, Start(start), number, WORK)

    assert end.warn_on == fingers(start, number, WORK, first_counts=True)
    assert end.due == fingers(start, number, WORK, first_counts=False)


@given(days, numbers)
def test_working_day_clocks_never_end_on_a_day_off(start: date, number: int) -> None:
    end = count(Counting.HARI_KERJA, Start(start), number, WORK)

    assert WORK.is_working_day(end.warn_on)
    assert WORK.is_working_day(end.due)


@given(rules, days, numbers)
def test_the_safe_date_is_never_after_the_last_date(
    rule: Counting, start: date, number: int
) -> None:
    end = count(rule, Start(start), _fit(rule, number), WORK)

    assert end.warn_on <= end.due


@given(rules, days, numbers)
def test_a_clock_never_ends_before_it_starts(rule: Counting, start: date, number: int) -> None:
    end = count(rule, Start(start), _fit(rule, number), WORK)

    if rule in BACKWARD:
        assert end.due <= start
    else:
        assert start <= end.warn_on


@given(rules, days, st.integers(0, 400), numbers)
def test_a_later_start_never_ends_earlier(
    rule: Counting, start: date, later: int, number: int
) -> None:
    number = _fit(rule, number)
    one = count(rule, Start(start), number, WORK)
    other = count(rule, Start(start + timedelta(days=later)), number, WORK)

    assert one.warn_on <= other.warn_on
    assert one.due <= other.due


@given(counted_in_days, days, st.integers(1, 40))
def test_one_more_never_ends_earlier(rule: Counting, start: date, number: int) -> None:
    one = count(rule, Start(start), number, WORK)
    more = count(rule, Start(start), number + 1, WORK)

    assert one.due <= more.due
    assert one.warn_on <= more.warn_on


@given(rules, days, st.integers(0, 90), numbers, st.booleans())
def test_a_late_decree_shifts_only_clocks_of_working_days(
    rule: Counting, start: date, offset: int, number: int, joint_leave: bool
) -> None:
    decree = HolidayDecree(start + timedelta(days=offset), "Libur mendadak", joint_leave)
    number = _fit(rule, number)
    before = count(rule, Start(start), number, WORK)
    after = count(rule, Start(start), number, WORK.with_decrees((decree,)))

    if rule in {Counting.HARI_KERJA, Counting.HARI}:
        assert before.due <= after.due
        assert before.warn_on <= after.warn_on
    else:
        assert after == before


@given(days, st.integers(1, 30))
def test_plain_hari_is_never_stricter_than_either_reading(start: date, number: int) -> None:
    plain = count(Counting.HARI, Start(start), number, WORK)
    calendar = count(Counting.HARI_KALENDER, Start(start), number, WORK)
    working = count(Counting.HARI_KERJA, Start(start), number, WORK)

    assert plain.warn_on == min(calendar.warn_on, working.warn_on)
    assert plain.due == max(calendar.due, working.due)


@given(days, st.times(), st.sampled_from(list(Zone)), st.sampled_from([24, 48, 72]))
def test_hours_end_at_the_same_minute(start: date, clock: time, zone: Zone, hours: int) -> None:
    instant = datetime.combine(start, clock, zone.tzinfo)
    end = count(Counting.JAM, Start(start, instant), hours, WORK)

    assert end.due_at == instant + timedelta(hours=hours)
    assert end.due == end.warn_on == start + timedelta(days=hours // 24)


@given(days, st.times(), st.integers(1, 3))
def test_days_that_are_also_hours_keep_both_readings(start: date, clock: time, number: int) -> None:
    instant = datetime.combine(start, clock, Zone.WIB.tzinfo)
    end = count(Counting.HARI_ATAU_JAM, Start(start, instant), number, WORK)

    assert end.due_at == instant + timedelta(days=number)
    assert end.warn_on == start + timedelta(days=number - 1)


@pytest.mark.parametrize(
    ("start", "hours", "warn_on", "due"),
    [
        (date(2024, 10, 2), 24, date(2024, 10, 2), date(2024, 10, 3)),
        (date(2024, 10, 2), 48, date(2024, 10, 3), date(2024, 10, 4)),
        (date(2024, 10, 2), 72, date(2024, 10, 4), date(2024, 10, 5)),
    ],
)
def test_hours_from_a_day_without_a_time(start: date, hours: int, warn_on: date, due: date) -> None:
    assert count(Counting.JAM, Start(start), hours, WORK) == End(warn_on, due)


@pytest.mark.parametrize(
    ("day", "months", "wanted"),
    [
        (date(2024, 9, 22), -6, date(2024, 3, 22)),
        (date(2024, 8, 31), -6, date(2024, 2, 29)),
        (date(2025, 8, 31), 6, date(2026, 2, 28)),
        (date(2024, 1, 15), -1, date(2023, 12, 15)),
        (date(2024, 12, 31), 2, date(2025, 2, 28)),
    ],
)
def test_months_go_by_date_and_never_by_thirty_days(day: date, months: int, wanted: date) -> None:
    assert add_months(day, months) == wanted


def test_the_known_count_over_nyepi_and_idulfitri() -> None:
    end = count(Counting.HARI_KERJA, Start(date(2025, 3, 26)), 7, WORK)

    assert end.due == date(2025, 4, 15)


@pytest.mark.parametrize("start", [date(2013, 12, 31), date(2031, 1, 1), date(1, 1, 1), date.max])
def test_a_day_outside_the_calendar_is_refused(start: date) -> None:
    for rule in Counting:
        with pytest.raises(OutsideCalendar):
            count(rule, Start(start), 7, WORK)


def test_an_end_outside_the_calendar_is_refused() -> None:
    with pytest.raises(OutsideCalendar):
        count(Counting.HARI_KERJA, Start(date(2030, 12, 30)), 7, WORK)
    with pytest.raises(OutsideCalendar):
        count(Counting.HARI_KALENDER, Start(date(2030, 12, 30)), 7, WORK)
    with pytest.raises(OutsideCalendar):
        count(Counting.BULAN_KALENDER, Start(date(2030, 12, 30)), 999_999, WORK)


def test_a_cancelled_holiday_is_worked_again() -> None:
    day = date(2025, 8, 18)
    worked = WORK.with_decrees((HolidayDecree(day, "Batal", cancelled=True),))

    assert not WORK.is_working_day(day)
    assert worked.is_working_day(day)
    assert worked.why_not_working(day) is None


def test_days_after_the_last_decree_are_provisional() -> None:
    assert not WORK.is_provisional(date(2026, 12, 31))
    assert WORK.is_provisional(date(2027, 3, 10))
    assert replace(WORK, provisional_from=None).is_provisional(date(2027, 3, 10))
