"""The drawing of a clock, as a reporter, an officer and somebody who cannot see it meet it."""

import re
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

import pytest
from django.template.loader import render_to_string

from netra.domain.calendar import WorkCalendar, Zone
from netra.domain.lawbook.values import Status
from netra.web.clock_drawing import (
    ClockDrawing,
    DrawingState,
    closed_days,
    draw_clock,
    state_of,
)

SEPTEMBER = WorkCalendar(
    {date(2024, 9, 16): "Maulid Nabi Muhammad"}, {}, date(2024, 1, 1), date(2024, 12, 31)
)


@dataclass(frozen=True, slots=True)
class Deadline:
    """A clock as a service or a kept row gives it."""

    title: str = "Menyampaikan laporan"
    start: date = date(2024, 9, 24)
    warn_on: date = date(2024, 9, 30)
    due: date = date(2024, 10, 1)
    counting: str = "hari_kalender"
    reachable_until: datetime | None = datetime(2024, 10, 1, 8, tzinfo=UTC)
    status: Status = Status.VERIFIED_SECONDARY
    lapses: bool = True
    dasar_hukum: tuple[str, ...] = ("uu-10-2016 Pasal 134 ayat (4)",)
    working: tuple[str, ...] = ("hari ke-1: Rabu, 25 September 2024",)


@dataclass(frozen=True, slots=True)
class HourDeadline(Deadline):
    due_at: datetime | None = datetime(2024, 10, 1, 3, 30, tzinfo=UTC)


def drawn(clock: Deadline, today: date, *, done_on: date | None = None) -> ClockDrawing:
    closed = closed_days(SEPTEMBER, clock.start, clock.due)
    return draw_clock(clock, today=today, closed=closed, zone=Zone.WITA, done_on=done_on)


def rendered(drawing: ClockDrawing) -> str:
    return render_to_string("parts/clock.html", {"clock": drawing, "level": 2})


@pytest.mark.parametrize(
    ("today", "done_on", "state"),
    [
        (date(2024, 9, 28), None, DrawingState.RUNNING),
        (date(2024, 9, 29), None, DrawingState.DUE_SOON),
        (date(2024, 9, 30), None, DrawingState.DUE_SOON),
        (date(2024, 10, 1), None, DrawingState.DUE_SOON),
        (date(2024, 10, 2), None, DrawingState.OVERDUE),
        (date(2024, 10, 9), date(2024, 10, 3), DrawingState.DONE),
    ],
)
def test_the_state_follows_the_two_dates(
    today: date, done_on: date | None, state: DrawingState
) -> None:
    assert state_of(Deadline(), today=today, done_on=done_on) is state
    assert drawn(Deadline(), today, done_on=done_on).state is state


def test_a_reporter_sees_every_day_and_both_dates() -> None:
    drawing = drawn(Deadline(), date(2024, 9, 26))
    assert len(drawing.ticks) + len(drawing.holidays) == 8
    assert [mark.closed for mark in drawing.holidays] == ["hari Sabtu", "hari Minggu"]
    assert (drawing.warn_x, drawing.due_x) == ("85.71%", "100%")
    texts = [label.text for label in drawing.labels]
    assert texts == [
        "Paling lambat Sel, 1 Okt",
        "Paling aman Sen, 30 Sep",
        "Mulai Sel, 24 Sep",
        "Hari ini Kam, 26 Sep",
    ]
    assert drawing.sentence.replace("\N{NO-BREAK SPACE}", " ") == (
        "Sisa 5 hari. Paling aman Senin, 30 September 2024, "
        "paling lambat Selasa, 1 Oktober 2024 pukul 16.00 WITA."
    )


def test_a_last_day_on_which_no_office_is_open_says_when_one_last_was() -> None:
    friday = datetime(2024, 10, 4, 8, 30, tzinfo=UTC)
    clock = Deadline(
        start=date(2024, 9, 29),
        warn_on=date(2024, 10, 5),
        due=date(2024, 10, 6),
        reachable_until=friday,
    )
    assert drawn(clock, date(2024, 10, 2)).sentence.replace("\N{NO-BREAK SPACE}", " ") == (
        "Sisa 4 hari. Paling aman Sabtu, 5 Oktober 2024, paling lambat Minggu, 6 Oktober 2024 "
        "(kantor terakhir buka Jumat, 4 Oktober 2024 pukul 16.30 WITA)."
    )


def test_a_line_cut_long_after_its_end_still_draws_every_mark() -> None:
    for done_on in (None, date(2024, 12, 24)):
        drawing = drawn(Deadline(), date(2024, 12, 25), done_on=done_on)
        assert drawing.cut
        assert ' x=""' not in rendered(drawing)


def test_one_date_is_named_once() -> None:
    drawing = drawn(Deadline(warn_on=date(2024, 10, 1)), date(2024, 9, 26))
    assert drawing.warn_x is None
    assert not [label for label in drawing.labels if "aman" in label.text]
    assert "Paling aman" not in drawing.sentence


def test_on_its_first_day_start_and_today_share_a_label() -> None:
    drawing = drawn(Deadline(), date(2024, 9, 24))
    assert drawing.labels[-1].text == "Mulai hari ini Sel, 24 Sep"
    assert drawing.gone == "0%"


def test_before_its_first_day_nothing_has_gone_and_today_is_not_on_the_line() -> None:
    drawing = drawn(Deadline(), date(2024, 9, 20))
    assert (drawing.gone, drawing.today_x) == ("0%", None)
    assert drawing.labels[-1].text == "Mulai Sel, 24 Sep"


def test_between_the_two_dates_a_person_decides() -> None:
    drawing = drawn(Deadline(), date(2024, 10, 1))
    assert "Petugas memutuskan dan menulis alasannya" in drawing.sentence
    assert drawing.remaining == "hari ini"


def test_overdue_is_a_bar_with_a_word() -> None:
    drawing = drawn(Deadline(), date(2024, 10, 3))
    assert drawing.over is not None
    assert drawing.soon is None
    assert not drawing.cut
    assert drawing.remaining == "lewat 2 hari"
    assert any(label.text.startswith("Terlewat 2 hari") for label in drawing.labels)
    assert "n-clock__over" in rendered(drawing)


def test_a_long_overrun_is_drawn_broken_and_leaves_the_term_its_place() -> None:
    drawing = drawn(Deadline(), date(2025, 6, 1))
    assert drawing.cut
    assert float(drawing.due_x.rstrip("%")) > 65
    assert "n-clock__break" in rendered(drawing)


def test_due_soon_is_an_outline_from_today_to_the_end() -> None:
    drawing = drawn(Deadline(), date(2024, 9, 30))
    assert drawing.soon is not None
    assert (drawing.soon.x, drawing.soon.end) == ("85.71%", "100%")


def test_done_late_says_so() -> None:
    drawing = drawn(Deadline(), date(2024, 10, 9), done_on=date(2024, 10, 3))
    assert drawing.sentence.endswith("2 hari sesudah batas.")
    assert drawing.done_x == "100%"
    assert drawing.today_x is None


def test_a_clock_of_hours_ends_at_its_instant() -> None:
    drawing = drawn(HourDeadline(), date(2024, 9, 30))
    assert "pukul\N{NO-BREAK SPACE}11.30\N{NO-BREAK SPACE}WITA" in drawing.sentence


@pytest.mark.parametrize(
    ("counting", "word"),
    [
        ("hari_kerja", "libur, tidak dihitung"),
        ("hari", "libur, hanya dihitung pada tanggal paling aman"),
        ("hari_kalender", "libur, tetap dihitung"),
    ],
)
def test_the_key_says_whether_holidays_count(counting: str, word: str) -> None:
    assert drawn(Deadline(counting=counting), date(2024, 9, 26)).closed_word == word


def test_an_uncertain_ground_is_told() -> None:
    unverified = drawn(Deadline(status=Status.UNVERIFIED), date(2024, 9, 26))
    assert "hanya pengingat" in rendered(unverified)
    assert drawn(Deadline(), date(2024, 9, 26)).note is None


def test_marks_grow_smaller_with_the_term_and_become_weeks() -> None:
    month = Deadline(due=date(2024, 10, 24), warn_on=date(2024, 10, 23))
    half_year = Deadline(due=date(2025, 3, 24), warn_on=date(2025, 3, 23))
    week = drawn(Deadline(), date(2024, 9, 26))
    assert float(week.radius) > float(drawn(month, date(2024, 9, 26)).radius)
    weeks = drawn(half_year, date(2024, 12, 1))
    assert weeks.by_weeks
    assert len(weeks.ticks) == 26
    assert "Satu garis satu pekan." in rendered(weeks)


@pytest.mark.parametrize("length", [1, 2, 5, 7, 14, 30, 65, 183])
@pytest.mark.parametrize("offset", [-3, 0, 1, 4, 29, 64, 200])
def test_nothing_is_drawn_outside_the_line(length: int, offset: int) -> None:
    start = Deadline().start
    due = start + timedelta(days=length)
    clock = replace(Deadline(), due=due, warn_on=due - timedelta(days=1))
    page = rendered(drawn(clock, start + timedelta(days=offset)))
    places = [float(place) for place in re.findall(r'(?:x|x1|x2|cx|width)="([\d.]+)%"', page)]
    assert places
    assert all(0 <= place <= 100 for place in places)
    assert not re.search(r'="-?\d+,\d', page), "a decimal comma breaks the drawing"
    assert "style=" not in page


def test_who_cannot_see_it_is_told_everything() -> None:
    drawing = drawn(Deadline(), date(2024, 9, 26))
    for told in ("Menyampaikan laporan", "berjalan", "Mulai Selasa", "2 hari libur", "Hari ini"):
        assert told in drawing.description
    page = rendered(drawing)
    assert 'role="img"' in page
    assert drawing.description in page
    assert "Mengapa tanggal ini?" in page
    assert "hari ke-1" in page


def test_a_title_from_outside_stays_text() -> None:
    page = rendered(drawn(Deadline(title='"><script>x</script>'), date(2024, 9, 26)))
    assert "<script>" not in page


def test_days_outside_the_calendar_are_drawn_without_holidays() -> None:
    assert closed_days(SEPTEMBER, date(2025, 1, 4), date(2025, 1, 5)) == {}
    assert closed_days(SEPTEMBER, date(2024, 9, 16), date(2024, 9, 16)) == {
        date(2024, 9, 16): "libur nasional: Maulid Nabi Muhammad"
    }
