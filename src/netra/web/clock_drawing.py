"""The drawing of a clock: from dates to shapes and words, the same on receipt, case page and paper.

Horizontal places are percentages of the drawing's width, so that text keeps its size on every
screen; vertical places are CSS pixels. All of them are text, because a template would otherwise
print them with the decimal comma of the interface language.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Protocol, runtime_checkable

from netra.domain.calendar import MONTHS, WEEKDAYS, WorkCalendar, Zone, long_date, long_instant
from netra.domain.lawbook.values import Status
from netra.web.typography import unbroken

_ONE_DAY = timedelta(days=1)
_SOON = 1
"""Days before the inclusive date from which a clock counts as ending soon."""
_MOST_DAY_TICKS = 62
"""Beyond this many days a tick stands for a week: days would run into each other at 320 px."""
_ROOMY, _MONTH = 14, 31
"""Up to how many days the marks of the line are drawn large, or still of middle size."""
_MOST_OVERRUN = 0.45
"""How much longer than the term an overrun is drawn before the line is broken."""
_LEFT, _RIGHT = 38.0, 54.0
"""Left of the first a label grows to the right, right of the second to the left."""

AXIS = 62
"""Height of the line in the drawing; the template draws around it."""
_TODAY_ROW, _START_ROW, _BOTTOM = 102, 124, 10


class DrawingState(StrEnum):
    """How a clock is drawn. Coarser than the law's own states: what is done is drawn too."""

    RUNNING = "running"
    DUE_SOON = "due_soon"
    OVERDUE = "overdue"
    DONE = "done"

    @property
    def word(self) -> str:
        return _WORDS[self]


_WORDS: Mapping[DrawingState, str] = {
    DrawingState.RUNNING: "Berjalan",
    DrawingState.DUE_SOON: "Segera berakhir",
    DrawingState.OVERDUE: "Terlewat",
    DrawingState.DONE: "Selesai",
}

_CERTAINTY: Mapping[Status, str | None] = {
    Status.VERIFIED_SECONDARY: None,
    Status.UNCONFIRMED: "Dasar hitungan ini belum dipastikan pada naskah resminya.",
    Status.UNVERIFIED: (
        "Dasar hitungan ini belum dapat diperiksa: tanggalnya hanya pengingat, "
        "tidak ada yang gugur karenanya."
    ),
}


class ClockValues(Protocol):
    """What the drawing reads of a clock; ``netra.domain.deadlines.Clock`` has it all."""

    @property
    def title(self) -> str: ...
    @property
    def start(self) -> date: ...
    @property
    def warn_on(self) -> date: ...
    @property
    def due(self) -> date: ...
    @property
    def counting(self) -> str: ...
    @property
    def reachable_until(self) -> datetime | None: ...
    @property
    def status(self) -> Status: ...
    @property
    def lapses(self) -> bool: ...
    @property
    def dasar_hukum(self) -> Sequence[str]: ...
    @property
    def working(self) -> Sequence[str]: ...


@runtime_checkable
class ExactClock(Protocol):
    """A clock of hours, which ends at an instant."""

    @property
    def due_at(self) -> datetime | None: ...


@dataclass(frozen=True, slots=True)
class Tick:
    """One day (or week) of the line; ``closed`` says why the day is not worked."""

    x: str
    gone: bool
    closed: str | None = None


@dataclass(frozen=True, slots=True)
class Label:
    """A text at a place, with the thin line that ties it to the axis, if any."""

    x: str
    y: str
    anchor: str
    text: str
    kind: str
    leader: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of the line."""

    x: str
    width: str
    end: str


@dataclass(frozen=True, slots=True)
class ClockDrawing:
    """Everything ``parts/clock.html`` prints; no arithmetic is left to the template."""

    title: str
    state: DrawingState
    sentence: str
    remaining: str
    description: str
    height: int
    radius: str
    scale: str
    by_weeks: bool
    ticks: tuple[Tick, ...]
    holidays: tuple[Tick, ...]
    labels: tuple[Label, ...]
    gone: str
    warn_x: str | None
    due_x: str
    today_x: str | None
    done_x: str | None
    soon: Stretch | None
    over: Stretch | None
    cut: bool
    closed_word: str
    note: str | None
    working: tuple[str, ...]
    dasar_hukum: tuple[str, ...]

    @property
    def word(self) -> str:
        return self.state.word


def closed_days(calendar: WorkCalendar, first: date, last: date) -> dict[date, str]:
    """The days from ``first`` to ``last`` that are not worked, with the reason of each."""
    return {
        day: why
        for day in _days(first, last)
        if calendar.covers(day) and (why := calendar.why_not_working(day))
    }


def state_of(clock: ClockValues, *, today: date, done_on: date | None = None) -> DrawingState:
    """Done once done, even late; otherwise by how near the two dates are."""
    if done_on is not None:
        return DrawingState.DONE
    if today > clock.due:
        return DrawingState.OVERDUE
    if today >= clock.warn_on - _SOON * _ONE_DAY:
        return DrawingState.DUE_SOON
    return DrawingState.RUNNING


def draw_clock(
    clock: ClockValues,
    *,
    today: date,
    closed: Mapping[date, str],
    zone: Zone,
    done_on: date | None = None,
) -> ClockDrawing:
    """Draw ``clock`` as it stands on ``today``, the day of the receiving office in ``zone``.

    ``closed`` names the days that are not worked (see ``closed_days``); days outside the line are
    ignored.
    """
    state = state_of(clock, today=today, done_on=done_on)
    line = _Line.of(clock, reaching=done_on or today)
    reached = done_on or today
    days = [clock.start + n * _ONE_DAY for n in range(line.days + 1)]
    by_weeks = line.days > _MOST_DAY_TICKS
    shown = days[::7] if by_weeks else days
    marks = tuple(
        Tick(line.x(day), day <= reached, None if by_weeks else closed.get(day)) for day in shown
    )
    one_date = clock.warn_on == clock.due
    return ClockDrawing(
        title=clock.title,
        state=state,
        sentence=unbroken(_sentence(clock, state, reached, zone)),
        remaining=_remaining(clock, state, reached),
        description=_description(clock, state, reached, closed, zone),
        height=(_START_ROW if reached > clock.start else _TODAY_ROW) + _BOTTOM,
        radius=f"{_size(line.days, 4.5, 3.5, 2):g}",
        scale=f"{_size(line.days, 1, 0.8, 0.7):g}",
        by_weeks=by_weeks,
        ticks=tuple(mark for mark in marks if mark.closed is None),
        holidays=tuple(mark for mark in marks if mark.closed is not None),
        labels=_labels(clock, line, state, reached),
        gone=line.x(min(reached, clock.due)),
        warn_x=None if one_date else line.x(clock.warn_on),
        due_x=line.x(clock.due),
        today_x=None if done_on or today < clock.start else line.x(today),
        done_x=line.x(done_on) if done_on else None,
        soon=line.stretch(max(today, clock.start), clock.due)
        if state is DrawingState.DUE_SOON
        else None,
        over=line.stretch(clock.due, today) if state is DrawingState.OVERDUE else None,
        cut=line.cut,
        closed_word=_closed_word(clock.counting),
        note=_CERTAINTY[clock.status],
        working=tuple(clock.working),
        dasar_hukum=tuple(clock.dasar_hukum),
    )


@dataclass(frozen=True, slots=True)
class _Line:
    """The axis: its first day, how many days long, and whether its end is drawn broken."""

    start: date
    days: int
    cut: bool

    @classmethod
    def of(cls, clock: ClockValues, *, reaching: date) -> "_Line":
        term = max((clock.due - clock.start).days, 1)
        overrun = (reaching - clock.due).days
        most = max(1, int(term * _MOST_OVERRUN))
        return cls(clock.start, term + max(0, min(overrun, most)), overrun > most)

    def place(self, day: date) -> float:
        """Where ``day`` stands, 0 to 100; days beyond either end stand on it."""
        return 100 * min(max((day - self.start).days, 0), self.days) / self.days

    def x(self, day: date) -> str:
        return _percent(self.place(day))

    def stretch(self, first: date, last: date) -> Stretch:
        return Stretch(self.x(first), _percent(self.place(last) - self.place(first)), self.x(last))


def _labels(
    clock: ClockValues, line: _Line, state: DrawingState, reached: date
) -> tuple[Label, ...]:
    labels = [
        _label(
            line, clock.due, 14, f"Paling lambat {_short(clock.due)}", kind="strong", foot=AXIS - 12
        )
    ]
    if clock.warn_on != clock.due:
        labels.append(
            _label(line, clock.warn_on, 36, f"Paling aman {_short(clock.warn_on)}", foot=AXIS - 8)
        )
    if reached <= clock.start:
        word = "Mulai hari ini" if reached == clock.start else "Mulai"
        labels.append(_label(line, clock.start, _TODAY_ROW, f"{word} {_short(clock.start)}"))
        return tuple(labels)
    start = f"Mulai {_short(clock.start)}"
    labels.append(
        Label("0%", str(_START_ROW), "start", start, "", (str(AXIS + 6), str(_START_ROW - 14)))
    )
    words = {
        DrawingState.DONE: ("Selesai", "strong"),
        DrawingState.OVERDUE: (f"Terlewat {(reached - clock.due).days} hari · hari ini", "strong"),
    }
    word, kind = words.get(state, ("Hari ini", "today"))
    labels.append(_label(line, reached, _TODAY_ROW, f"{word} {_short(reached)}", kind=kind))
    return tuple(labels)


def _label(
    line: _Line, day: date, y: int, text: str, *, kind: str = "", foot: int | None = None
) -> Label:
    place = line.place(day)
    anchor = "start" if place < _LEFT else "end" if place > _RIGHT else "middle"
    leader = None if foot is None else (str(y + 5), str(foot))
    return Label(_percent(place), str(y), anchor, text, kind, leader)


def _sentence(clock: ClockValues, state: DrawingState, reached: date, zone: Zone) -> str:
    last = _last_moment(clock, zone)
    if state is DrawingState.DONE:
        late = (reached - clock.due).days
        if late > 0:
            return f"Selesai {long_date(reached)}, {late} hari sesudah batas."
        return f"Selesai {long_date(reached)}. Batasnya {last}."
    if state is DrawingState.OVERDUE:
        return f"Terlewat {(reached - clock.due).days} hari. Batasnya {last}."
    if clock.warn_on < reached:
        return (
            f"Menurut hitungan yang paling aman batasnya {long_date(clock.warn_on)}; menurut "
            f"hitungan yang lain {last}. Petugas memutuskan dan menulis alasannya."
        )
    left = (clock.due - reached).days
    remaining = "Hari ini hari terakhir" if left == 0 else f"Sisa {left} hari"
    if clock.warn_on == clock.due:
        return f"{remaining}. Paling lambat {last}."
    return f"{remaining}. Paling aman {long_date(clock.warn_on)}, paling lambat {last}."


def _remaining(clock: ClockValues, state: DrawingState, reached: date) -> str:
    """The sentence in three words, for a list."""
    if state is DrawingState.DONE:
        return "selesai"
    left = (clock.due - reached).days
    if left < 0:
        return f"lewat {-left} hari"
    return f"{left} hari lagi" if left else "hari ini"


def _closed_word(counting: str) -> str:
    match counting:
        case "hari_kerja":
            return "libur, tidak dihitung"
        case "hari":
            return "libur, hanya dihitung pada tanggal paling aman"
        case _:
            return "libur, tetap dihitung"


def _last_moment(clock: ClockValues, zone: Zone) -> str:
    exact = clock.due_at if isinstance(clock, ExactClock) else None
    until = exact or clock.reachable_until
    if until is None:
        return long_date(clock.due)
    if exact is None and until.astimezone(zone.tzinfo).date() < clock.due:
        # The last day falls on closed days: the last open hour lies before it, even before warn_on.
        return f"{long_date(clock.due)} (kantor terakhir buka {long_instant(until, zone)})"
    return long_instant(until, zone)


def _description(
    clock: ClockValues,
    state: DrawingState,
    reached: date,
    closed: Mapping[date, str],
    zone: Zone,
) -> str:
    free = sum(clock.start <= day <= clock.due for day in closed)
    parts = [
        f"{clock.title}: {state.word.lower()}.",
        f"Mulai {long_date(clock.start)}.",
        _sentence(clock, state, reached, zone),
        f"Di antaranya {free} hari libur." if free else "",
        "" if state is DrawingState.DONE else f"Hari ini {long_date(reached)}.",
    ]
    return " ".join(part for part in parts if part)


def _short(day: date) -> str:
    """``Sel, 1 Okt``: three letters each are unambiguous in Indonesian."""
    return f"{WEEKDAYS[day.weekday()][:3]}, {day.day} {MONTHS[day.month - 1][:3]}"


def _size(days: int, roomy: float, month: float, dense: float) -> float:
    return roomy if days <= _ROOMY else month if days <= _MONTH else dense


def _percent(place: float) -> str:
    return f"{round(place, 2):g}%"


def _days(first: date, last: date) -> list[date]:
    return [first + n * _ONE_DAY for n in range((last - first).days + 1)]
