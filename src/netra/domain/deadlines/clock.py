"""A running clock of the law: both dates of the counting question, and how they come about."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from netra.domain.calendar import WorkCalendar, Zone, long_date, long_instant
from netra.domain.deadlines.counting import BY_INSTANT, Start, count
from netra.domain.deadlines.desk import NO_CONTEST_DAYS, ContestDays, reachable_until
from netra.domain.deadlines.working import explain
from netra.domain.lawbook.book import Lawbook
from netra.domain.lawbook.procedures import ClockRule, Counting, clock_rule
from netra.domain.lawbook.text import citation_text
from netra.domain.lawbook.values import Status
from netra.domain.lawbook.vocabulary import ContestKind


class ClockState(StrEnum):
    """Where a day stands against a clock."""

    RUNNING = "running"
    WARNING = "warning"
    """The last safe day: in time under every reading, and only today."""
    PERSON_DECIDES = "person_decides"
    """After the inclusive and up to the exclusive date: a person decides and writes why."""
    OVERDUE = "overdue"


class Timeliness(StrEnum):
    """Whether a step came in time."""

    IN_TIME = "in_time"
    PERSON_DECIDES = "person_decides"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class Judged:
    """A timeliness with its reason in Indonesian."""

    timeliness: Timeliness
    reason: str


class ClockUndetermined(LookupError):
    """The law is known to set, or not to set, a deadline here, but no number could be read."""


@dataclass(frozen=True, slots=True)
class Clock:
    """The answer to: this deadline, begun on this day, ends when?"""

    code: str
    title: str
    start: date
    warn_on: date
    due: date
    due_at: datetime | None
    """The exact instant, for clocks of hours whose start is known to the minute."""
    counting: Counting
    number: int
    reachable_until: datetime | None
    status: Status
    lapses: bool
    consequence: str
    dasar_hukum: tuple[str, ...]
    zone: Zone | None
    _rule: ClockRule = field(repr=False, compare=False)
    _calendar: WorkCalendar = field(repr=False, compare=False)

    @property
    def working(self) -> tuple[str, ...]:
        """The count day by day, in Indonesian; worked out only when somebody asks."""
        end_lines = self._reachable_line()
        return explain(self._rule, self._calendar, self.start, self.warn_on, self.due) + end_lines

    def state_on(self, day: date) -> ClockState:
        """Where a local ``day`` of the office stands against this clock."""
        if day > self.due:
            return ClockState.OVERDUE
        if day > self.warn_on:
            return ClockState.PERSON_DECIDES
        return ClockState.WARNING if day == self.warn_on else ClockState.RUNNING

    def judge(self, moment: date | datetime) -> Judged:
        """Whether a step taken on a local day, or at an aware instant, came in time."""
        day = self._local_day(moment)
        if isinstance(moment, datetime) and self.due_at is not None and moment > self.due_at:
            return Judged(Timeliness.LATE, f"Lewat dari {self._instant(self.due_at)}.")
        if day > self.due:
            return Judged(
                Timeliness.LATE,
                f"{long_date(day)} sesudah batas {long_date(self.due)}, "
                "juga bila hari pertama tidak dihitung.",
            )
        if day > self.warn_on:
            return Judged(
                Timeliness.PERSON_DECIDES,
                f"{long_date(day)} sesudah {long_date(self.warn_on)} (hari pertama dihitung) "
                f"tetapi belum lewat {long_date(self.due)} (hari pertama tidak dihitung). "
                "Cara menghitung belum pasti; petugas memutuskan dan menulis alasannya.",
            )
        if (
            isinstance(moment, datetime)
            and self.reachable_until is not None
            and moment > self.reachable_until
        ):
            return Judged(
                Timeliness.PERSON_DECIDES,
                "Masih dalam hitungan hari, tetapi meja penerima sudah tutup sejak "
                f"{self._instant(self.reachable_until)}; batas tidak diperpanjang karena libur. "
                "Waktu masuk secara daring tetap dicatat; petugas memutuskan dan menulis alasannya.",
            )
        return Judged(Timeliness.IN_TIME, f"Tidak lewat dari {long_date(self.warn_on)}.")

    def as_json(self, *, with_working: bool = True) -> dict[str, object]:
        """The clock as the API and the command line show it."""
        shown: dict[str, object] = {
            "code": self.code,
            "title": self.title,
            "start": self.start.isoformat(),
            "warn_on": self.warn_on.isoformat(),
            "due": self.due.isoformat(),
            "due_at": self.due_at.isoformat() if self.due_at else None,
            "number": self.number,
            "counting": self.counting.value,
            "reachable_until": (self.reachable_until.isoformat() if self.reachable_until else None),
            "status": self.status.value,
            "lapses": self.lapses,
            "consequence": self.consequence,
            "dasar_hukum": list(self.dasar_hukum),
        }
        if with_working:
            shown["working"] = list(self.working)
        return shown

    def _local_day(self, moment: date | datetime) -> date:
        if not isinstance(moment, datetime):
            return moment
        return (moment.astimezone(self.zone.tzinfo) if self.zone else moment).date()

    def _instant(self, moment: datetime) -> str:
        return long_instant(moment, self.zone) if self.zone else moment.isoformat()

    def _reachable_line(self) -> tuple[str, ...]:
        if self.reachable_until is None:
            return ()
        until = self._instant(self.reachable_until)
        return (f"Meja penerima terakhir dapat didatangi sampai {until}.",)


def compute_clock(
    law: Lawbook,
    code: str,
    contest_kind: ContestKind | str,
    start: date | datetime,
    *,
    on: date | None = None,
    zone: Zone | None = None,
    contest_days: ContestDays = NO_CONTEST_DAYS,
) -> Clock:
    """Start clock ``code`` and say when it ends.

    ``start`` is a local day of the office or an aware instant, read in ``zone`` where given.
    ``on`` is the day of the step, which selects the version of the law (the start day when not
    given). Raises ``UnknownClock``, ``ClockUndetermined`` (no number is known) or
    ``OutsideCalendar``.
    """
    instant: datetime | None = None
    if isinstance(start, datetime):
        if start.tzinfo is None:
            raise ValueError("Waktu mulai harus menyebut zona, misalnya +08:00.")
        instant = start.astimezone(zone.tzinfo) if zone else start
        start = instant.date()
    law.calendar.require(start)
    kind = ContestKind(contest_kind)
    rule = clock_rule(law.clocks, code, kind, on or start)
    if rule.counting not in BY_INSTANT:
        instant = None
    office = _Office(kind, zone, contest_days)
    if instant is None:
        return _day_clock(law, rule, start, office)
    return _clock(law, rule, Start(start, instant), office)


class _Office(NamedTuple):
    """Where and in which contest the clock runs: what its desk hours depend on."""

    contest: ContestKind
    zone: Zone | None
    days: ContestDays


@lru_cache(maxsize=32768)
def _day_clock(law: Lawbook, rule: ClockRule, day: date, office: _Office) -> Clock:
    return _clock(law, rule, Start(day), office)


def _clock(law: Lawbook, rule: ClockRule, start: Start, office: _Office) -> Clock:
    if rule.number is None:
        raise ClockUndetermined(
            f"{rule.title}: belum ada angka yang dapat dibaca. {rule.source.note or ''}".strip()
        )
    end = count(rule.counting, start, rule.number, law.calendar)
    zone = office.zone
    procedure = law.procedures.get(office.contest)
    reachable = (
        reachable_until(
            procedure, law.calendar, end.due, zone, contest=office.days, not_after=end.due_at
        )
        if rule.needs_desk and zone is not None and procedure is not None
        else None
    )
    if reachable is not None and reachable.date() < start.day:
        reachable = None
    return Clock(
        code=rule.code,
        title=rule.title,
        start=start.day,
        warn_on=end.warn_on,
        due=end.due,
        due_at=end.due_at,
        counting=rule.counting,
        number=rule.number,
        reachable_until=reachable,
        status=rule.status,
        lapses=rule.lapses,
        consequence=rule.consequence,
        dasar_hukum=tuple(citation_text(law.regulations, one) for one in rule.dasar_hukum),
        zone=zone,
        _rule=rule,
        _calendar=law.calendar,
    )
