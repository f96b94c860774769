"""A clock as officers and reporters meet it: dates, states, judgements, working."""

from datetime import UTC, date, datetime, timedelta

import pytest

from netra.adapters.holiday_calendar import indonesian_calendar
from netra.adapters.lawbook_files import PACKAGED, load_lawbook, read_documents
from netra.domain.calendar import OutsideCalendar, Zone
from netra.domain.deadlines.clock import (
    ClockState,
    ClockUndetermined,
    Timeliness,
    compute_clock,
)
from netra.domain.deadlines.desk import ContestDays
from netra.domain.lawbook.parse import parse
from netra.domain.lawbook.procedures import ClockRule, UnknownClock, WorkedExample
from netra.domain.lawbook.values import Status

LAW = load_lawbook()
EXAMPLES = [
    pytest.param(rule, example, id=f"{rule.code}-{example.contest}-{example.start}")
    for rules in LAW.clocks.values()
    for rule in rules
    for example in rule.examples
]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_every_worked_example_computes(rule: ClockRule, example: WorkedExample) -> None:
    clock = compute_clock(LAW, rule.code, example.contest, example.start, zone=example.zone)

    assert (clock.warn_on, clock.due) == (example.warn_on, example.due)
    if example.reachable_until is not None:
        assert clock.reachable_until == example.reachable_until
    assert clock.working
    assert clock.dasar_hukum


@pytest.mark.parametrize(
    ("day", "state"),
    [
        (date(2024, 9, 24), ClockState.RUNNING),
        (date(2024, 9, 29), ClockState.RUNNING),
        (date(2024, 9, 30), ClockState.WARNING),
        (date(2024, 10, 1), ClockState.PERSON_DECIDES),
        (date(2024, 10, 2), ClockState.OVERDUE),
    ],
)
def test_between_the_two_dates_a_person_decides(day: date, state: ClockState) -> None:
    clock = compute_clock(LAW, "laporan_window", "pilkada", date(2024, 9, 24))

    assert clock.state_on(day) is state


def test_the_law_of_the_day_of_the_step_is_used() -> None:
    before = compute_clock(LAW, "perbaikan", "pilkada", date(2024, 9, 29))
    after = compute_clock(LAW, "perbaikan", "pilkada", date(2024, 9, 30))
    told = compute_clock(LAW, "perbaikan", "pilkada", date(2024, 9, 29), on=date(2024, 10, 1))

    assert before.status is Status.UNVERIFIED
    assert not before.lapses
    assert after.status is Status.VERIFIED_SECONDARY
    assert after.lapses
    assert told.counting == after.counting


def test_nothing_unverified_ever_lapses() -> None:
    for rules in LAW.clocks.values():
        for rule in rules:
            assert not (rule.lapses and rule.status is Status.UNVERIFIED), rule.code


def test_an_hour_clock_is_late_by_the_minute() -> None:
    start = datetime(2024, 10, 2, 14, 0, tzinfo=Zone.WIB.tzinfo)
    clock = compute_clock(LAW, "perbaikan", "pilkada", start, zone=Zone.WIB)
    end = start + timedelta(hours=48)

    assert clock.due_at == end
    assert clock.judge(end).timeliness is Timeliness.PERSON_DECIDES
    assert clock.judge(end + timedelta(minutes=1)).timeliness is Timeliness.LATE
    assert clock.judge(start).timeliness is Timeliness.IN_TIME


def test_a_clock_of_hours_has_no_first_day_question() -> None:
    start = datetime(2024, 11, 14, 15, 0, tzinfo=Zone.WIB.tzinfo)
    clock = compute_clock(LAW, "criminal_referral", "pilkada", start, zone=Zone.WIB)

    assert clock.judge(start + timedelta(hours=24)).timeliness is Timeliness.IN_TIME
    assert clock.judge(start + timedelta(hours=24, minutes=1)).timeliness is Timeliness.LATE


def test_an_hour_clock_that_ends_before_opening_is_reached_the_day_before() -> None:
    start = datetime(2024, 10, 1, 6, 0, tzinfo=Zone.WIB.tzinfo)
    clock = compute_clock(LAW, "perbaikan", "pilkada", start, zone=Zone.WIB)

    assert clock.reachable_until == datetime(2024, 10, 2, 16, 0, tzinfo=Zone.WIB.tzinfo)


def test_an_instant_belongs_to_the_day_of_the_office() -> None:
    instant = datetime(2024, 9, 23, 15, 30, tzinfo=UTC)  # 22.30 WIB, 00.30 WIT of the next day

    wib = compute_clock(LAW, "laporan_window", "pilkada", instant, zone=Zone.WIB)
    wit = compute_clock(LAW, "laporan_window", "pilkada", instant, zone=Zone.WIT)

    assert wib.start == date(2024, 9, 23)
    assert wit.start == date(2024, 9, 24)


def test_a_time_without_zone_is_refused() -> None:
    naive = datetime.fromisoformat("2024-09-23T10:00")

    with pytest.raises(ValueError, match="zona"):
        compute_clock(LAW, "laporan_window", "pilkada", naive)


def test_a_clock_without_a_number_says_so() -> None:
    with pytest.raises(ClockUndetermined, match="belum ada angka"):
        compute_clock(LAW, "ppk_follow_up", "pilkada", date(2024, 10, 1))


@pytest.mark.parametrize(
    ("code", "contest", "message"),
    [
        ("tidak_ada", "pilkada", "tidak ada dalam lawbook"),
        ("laporan_window", "none", "tidak berlaku untuk none"),
        ("mutation_ban", "pemilu", "yang dikenal: pilkada"),
    ],
)
def test_an_unknown_clock_is_told_in_words(code: str, contest: str, message: str) -> None:
    with pytest.raises(UnknownClock, match=message):
        compute_clock(LAW, code, contest, date(2024, 10, 1))


def test_a_clock_that_is_not_yet_law_is_told_in_words() -> None:
    with pytest.raises(UnknownClock, match="tidak dikenal pada 2024-09-03"):
        compute_clock(LAW, "sbt_verification", "none", date(2024, 9, 3))


def test_a_year_without_calendar_is_refused() -> None:
    with pytest.raises(OutsideCalendar, match="di luar kalender"):
        compute_clock(LAW, "laporan_window", "pemilu", date(2031, 1, 1))


def test_the_mutation_ban_begins_on_its_first_day() -> None:
    clock = compute_clock(LAW, "mutation_ban", "pilkada", date(2024, 9, 22))

    assert clock.due == date(2024, 3, 21)
    assert clock.state_on(date(2024, 3, 22)) is ClockState.OVERDUE
    assert any("22 Maret 2024: hari pertama masa larangan" in line for line in clock.working)


def test_no_desk_hours_are_known_for_pemilu_or_without_a_zone() -> None:
    day = date(2024, 1, 3)

    assert (
        compute_clock(LAW, "laporan_window", "pemilu", day, zone=Zone.WIB).reachable_until is None
    )
    assert compute_clock(LAW, "laporan_window", "pilkada", day).reachable_until is None


def test_the_working_names_every_day_it_skips() -> None:
    clock = compute_clock(LAW, "laporan_window", "pemilu", date(2024, 2, 5))
    told = "\n".join(clock.working)

    assert "Kamis, 8 Februari 2024: dilewati, libur nasional" in told
    assert "Jumat, 9 Februari 2024: dilewati, cuti bersama" in told
    assert "Rabu, 14 Februari 2024: dilewati, libur nasional" in told
    assert "Senin, 19 Februari 2024: hari kerja ke-8 bila hari pertama dihitung" in told


def test_the_working_says_what_is_open() -> None:
    discipline = compute_clock(LAW, "discipline_examination", "none", date(2025, 3, 26))
    plain = compute_clock(LAW, "temuan_window", "pemilu", date(2024, 2, 5))
    future = compute_clock(LAW, "laporan_window", "pemilu", date(2029, 1, 3))

    assert any("Cuti bersama" in line for line in discipline.working)
    assert any("hanya menulis “7 hari”" in line for line in plain.working)
    assert any("belum ditetapkan" in line for line in future.working)
    assert any("belum dipastikan" in line for line in plain.working)


def test_the_working_has_one_line_for_every_day() -> None:
    clock = compute_clock(LAW, "banding_decision", "none", date(2025, 7, 25))
    span = (clock.due - clock.start).days + 1

    assert len([line for line in clock.working if "2025: " in line]) == span


def test_a_late_decree_moves_the_open_clock() -> None:
    documents = read_documents(PACKAGED)
    documents["calendars/2024.yaml"] = {
        "last_checked": date(2026, 11, 1),
        "decrees": [
            {
                "day": date(2024, 1, 9),
                "name": "Libur mendadak",
                "joint_leave": True,
                "source": {"reference": "contoh", "status": "unconfirmed"},
            }
        ],
    }
    decreed = parse(documents, indonesian_calendar())
    start = date(2024, 1, 3)

    pemilu = [compute_clock(law, "laporan_window", "pemilu", start) for law in (LAW, decreed)]
    pilkada = [compute_clock(law, "laporan_window", "pilkada", start) for law in (LAW, decreed)]

    assert [clock.due for clock in pemilu] == [date(2024, 1, 12), date(2024, 1, 15)]
    assert pilkada[0].due == pilkada[1].due


def test_the_same_question_is_worked_out_once() -> None:
    one = compute_clock(LAW, "laporan_window", "pilkada", date(2024, 9, 24), zone=Zone.WITA)
    other = compute_clock(LAW, "laporan_window", "pilkada", date(2024, 9, 24), zone=Zone.WITA)

    assert one is other


def test_a_quiet_day_lies_between_campaign_and_voting() -> None:
    days = ContestDays(date(2024, 11, 23), date(2024, 11, 27))

    assert [days.is_quiet(date(2024, 11, day)) for day in (23, 24, 26, 27)] == [
        False,
        True,
        True,
        False,
    ]


def test_a_clock_goes_over_the_wire_whole() -> None:
    clock = compute_clock(LAW, "laporan_window", "pilkada", date(2024, 9, 24), zone=Zone.WITA)
    shown = clock.as_json()

    assert shown["warn_on"] == "2024-09-30"
    assert shown["due"] == "2024-10-01"
    assert shown["reachable_until"] == "2024-10-01T16:00:00+08:00"
    assert shown["counting"] == "hari_kalender"
    assert shown["working"] == list(clock.working)
    assert "working" not in clock.as_json(with_working=False)
