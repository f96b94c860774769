"""Clocks of a case: between the two dates a person decides, decrees move them, nights belong to days."""

from dataclasses import replace
from datetime import date

import pytest
from tests.factories.cases import Desk, received, wita

from netra.domain.calendar import HolidayDecree
from netra.domain.cases.commands import (
    DecideBetweenDates,
    DecidePleno,
    EstablishFacts,
    ExtendHandling,
    LapseClock,
    RecomputeClocks,
    RecordKajianAwal,
    RecordNumber,
    Register,
    WriteKajian,
)
from netra.domain.cases.law import calendar_mark
from netra.domain.cases.outcome import Accepted
from netra.domain.cases.state import ClockOutcome, State, Verdict
from netra.domain.lawbook.book import Lawbook


def with_holiday(law: Lawbook, day: date) -> Lawbook:
    """The same lawbook after a late decree."""
    values = {name: getattr(law, name) for name in law.__slots__}
    values["calendar"] = law.calendar.with_decrees((HolidayDecree(day, "Libur contoh"),))
    return Lawbook(**values)


def reported(known: date, at: str) -> Desk:
    return Desk(now=wita(at), report=received(act_date=known, known_date=known))


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("2024-10-11 16:30", ClockOutcome.IN_TIME),
        # Still the safe day, but the desk closed on Friday at 16.30.
        ("2024-10-11 16:31", ClockOutcome.PERSON_DECIDES),
        ("2024-10-11 23:59", ClockOutcome.PERSON_DECIDES),
        ("2024-10-12 00:00", ClockOutcome.PERSON_DECIDES),
        ("2024-10-12 23:59", ClockOutcome.PERSON_DECIDES),
        ("2024-10-13 00:00", ClockOutcome.LATE),
    ],
)
def test_the_window_for_reporting_by_the_minute(at: str, expected: ClockOutcome) -> None:
    clock = reported(date(2024, 10, 5), at).case.clock("laporan_window")
    assert clock is not None
    assert (clock.warn_on, clock.due) == (date(2024, 10, 11), date(2024, 10, 12))
    assert clock.outcome is expected


@pytest.mark.parametrize("in_time", [True, False])
def test_between_the_dates_nothing_goes_on_until_a_person_has_decided(*, in_time: bool) -> None:
    desk = reported(date(2024, 10, 5), "2024-10-12 09:00")
    met = desk.all_requirements()
    assert desk.refused(RecordKajianAwal(met=met)).code == "clock_undecided"
    decision = DecideBetweenDates(
        clock="laporan_window", in_time=in_time, reason="Dihitung sejak keesokan harinya."
    )
    desk.do(decision)
    clock = desk.case.clock("laporan_window")
    assert clock is not None
    assert clock.decided_by_person
    assert desk.refused(decision).code == "nothing_to_decide"
    result = desk.ask(RecordKajianAwal(met=met))
    assert isinstance(result, Accepted) == in_time


def test_a_day_that_nobody_knows_starts_no_clock() -> None:
    desk = Desk(now=wita("2024-10-07 10:00"), report=received(known_date=None))
    assert desk.case.clock("laporan_window") is None
    desk.do(RecordKajianAwal(met=desk.all_requirements()))
    assert desk.case.state is State.READY_TO_REGISTER


def test_establishing_the_day_of_knowing_opens_the_question_again() -> None:
    desk = Desk(now=wita("2024-10-07 10:00"), report=received(known_date=None))
    facts = {"act_date": date(2024, 9, 20), "deeds": ("attend_campaign",), "status": "pns"}
    desk.do(EstablishFacts(known_date=date(2024, 9, 20), reason="Kata pelapor.", **facts))
    clock = desk.case.clock("laporan_window")
    assert clock is not None
    assert clock.outcome is ClockOutcome.LATE
    desk.do(EstablishFacts(known_date=date(2024, 10, 6), reason="Kata saksi.", **facts))
    clock = desk.case.clock("laporan_window")
    assert clock is not None
    assert clock.outcome is ClockOutcome.IN_TIME


def test_after_registration_the_window_is_not_opened_again(desk: Desk) -> None:
    desk.to(State.REGISTERED)
    before = desk.case.clock("laporan_window")
    desk.do(
        EstablishFacts(
            act_date=date(2024, 9, 1), known_date=date(2024, 9, 1), reason="Keterangan saksi."
        )
    )
    assert desk.case.clock("laporan_window") == before


@pytest.mark.parametrize(
    ("pleno_on", "expected"),
    [
        (date(2024, 10, 9), ClockOutcome.IN_TIME),
        (date(2024, 10, 10), ClockOutcome.PERSON_DECIDES),
        (date(2024, 10, 11), ClockOutcome.LATE),
    ],
)
def test_the_handling_clock_ends_with_the_pleno_not_with_its_being_typed(
    desk: Desk, pleno_on: date, expected: ClockOutcome
) -> None:
    desk.to(State.REGISTERED)
    desk.do(WriteKajian(verdict=Verdict.NOT_A_VIOLATION, text="Kajian."))
    desk.now = wita("2024-10-20 10:00")
    desk.do(DecidePleno(pleno_on=pleno_on, verdict=Verdict.NOT_A_VIOLATION, reason="Bukan."))
    clock = desk.case.clock("handling")
    assert clock is not None
    assert clock.outcome is expected


def test_time_is_added_once_and_only_while_there_is_some_left(desk: Desk) -> None:
    desk.to(State.REGISTERED)
    later = Desk(now=desk.now)
    desk.do(ExtendHandling(reason="Perlu keterangan."))
    assert desk.refused(ExtendHandling(reason="Lagi.")).code == "already_extended"
    later.to(State.REGISTERED)
    later.wait(days=4)
    assert later.refused(ExtendHandling(reason="Terlambat.")).code == "handling_past"


def test_a_late_decree_moves_a_running_clock_of_working_days(pemilu_desk: Desk) -> None:
    desk = pemilu_desk.to(State.REGISTERED)
    desk.do(ExtendHandling(reason="Perlu keterangan."))
    before = desk.case.clock("handling_extended")
    assert before is not None
    assert desk.refused(RecomputeClocks()).code == "nothing_moved"
    mark = calendar_mark(desk.law)
    desk.law = with_holiday(desk.law, date(2024, 1, 15))
    assert calendar_mark(desk.law) != mark
    desk.do(RecomputeClocks())
    after = desk.case.clock("handling_extended")
    assert after is not None
    assert (before.warn_on, before.due) == (date(2024, 1, 26), date(2024, 1, 29))
    # One working day fewer; the safe day moves over the weekend to Monday.
    assert (after.warn_on, after.due) == (date(2024, 1, 29), date(2024, 1, 30))
    assert desk.refused(RecomputeClocks()).code == "nothing_moved"


def test_a_decree_moves_no_clock_of_calendar_days(desk: Desk) -> None:
    desk.to(State.REGISTERED)
    desk.law = with_holiday(desk.law, date(2024, 10, 8))
    assert desk.refused(RecomputeClocks()).code == "nothing_moved"


def test_a_clock_that_only_warns_stays_and_shows_itself_overdue(desk: Desk) -> None:
    desk.wait(days=30)
    assert desk.refused(LapseClock(clock="kajian_awal")).code == "never_lapses"
    desk.do(RecordKajianAwal(met=desk.all_requirements()))
    clock = desk.case.clock("kajian_awal")
    assert clock is not None
    # Its two days were never verified: nobody becomes late by them without a person saying so.
    assert clock.outcome is ClockOutcome.PERSON_DECIDES


def test_the_day_is_that_of_the_office(desk: Desk) -> None:
    # 00.30 WITA on the 13th is still the 12th in Greenwich.
    desk.to(State.READY_TO_REGISTER)
    desk.now = wita("2024-10-13 00:30")
    desk.do(Register(number=1))
    clock = desk.case.clock("handling")
    assert clock is not None
    assert clock.start == date(2024, 10, 13)
    assert desk.case.title.endswith("/X/2024")


def test_a_number_carries_the_month_and_year_of_the_office(desk: Desk) -> None:
    desk.now = wita("2025-01-01 00:10")
    desk.do(RecordNumber(number=1))
    assert desk.case.title == "001/LP/PW/Kota/99.01/I/2025"
    assert desk.case.numbers[0].year == 2025


def test_a_mended_certainty_of_a_rule_moves_a_clock_though_its_dates_stay(desk: Desk) -> None:
    """Yesterday's lawbook let this clock lapse; today's only warns."""
    clock = desk.case.clock("kajian_awal")
    assert clock is not None
    desk.case = replace(desk.case, clocks=(replace(clock, lapses=True, status="unconfirmed"),))
    desk.do(RecomputeClocks())
    assert desk.case.clock("kajian_awal") == clock
