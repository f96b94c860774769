"""Working days in Indonesia: weekends, public holidays and joint leave (cuti bersama), by date."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone, tzinfo
from enum import StrEnum
from types import MappingProxyType

_SATURDAY = 5
_ONE_DAY = timedelta(days=1)


class Zone(StrEnum):
    """The three time zones of Indonesia; none of them knows summer time."""

    WIB = "WIB"
    WITA = "WITA"
    WIT = "WIT"

    @property
    def tzinfo(self) -> tzinfo:
        return _OFFSETS[self]


_OFFSETS: Mapping[Zone, tzinfo] = {
    zone: timezone(timedelta(hours=hours), zone.value)
    for zone, hours in ((Zone.WIB, 7), (Zone.WITA, 8), (Zone.WIT, 9))
}

WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
MONTHS = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)


def long_date(day: date) -> str:
    """``Selasa, 24 September 2024``."""
    return f"{WEEKDAYS[day.weekday()]}, {day.day} {MONTHS[day.month - 1]} {day.year}"


def long_instant(instant: datetime, zone: Zone) -> str:
    """``Senin, 7 Oktober 2024 pukul 16.00 WITA``, for an aware ``instant``."""
    local = instant.astimezone(zone.tzinfo)
    return f"{long_date(local)} pukul {local:%H.%M} {zone}"


class OutsideCalendar(ValueError):
    """A day the calendar does not cover, so that nothing true can be said of it."""


@dataclass(frozen=True, slots=True)
class HolidayDecree:
    """One day added or taken away by a decree that the base calendar does not know (yet)."""

    day: date
    name: str
    joint_leave: bool = False
    cancelled: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class WorkCalendar:
    """Which days are worked, from ``first_day`` to ``last_day``; compared by identity."""

    holidays: Mapping[date, str]
    joint_leave: Mapping[date, str]
    first_day: date
    last_day: date
    provisional: frozenset[date] = frozenset()
    provisional_from: date | None = None
    """From this day on the decrees of the year are not yet known."""
    _off: frozenset[date] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "holidays", MappingProxyType(dict(self.holidays)))
        object.__setattr__(self, "joint_leave", MappingProxyType(dict(self.joint_leave)))
        object.__setattr__(self, "_off", frozenset(self.holidays) | frozenset(self.joint_leave))

    def covers(self, day: date) -> bool:
        return self.first_day <= day <= self.last_day

    def require(self, day: date) -> None:
        """Raise ``OutsideCalendar`` for a day that is not covered."""
        if not self.covers(day):
            raise OutsideCalendar(
                f"Tanggal {day.isoformat()} di luar kalender netra "
                f"({self.first_day.isoformat()} sampai {self.last_day.isoformat()})."
            )

    def is_working_day(self, day: date) -> bool:
        """Monday to Friday, neither public holiday nor joint leave."""
        self.require(day)
        return day.weekday() < _SATURDAY and day not in self._off

    def why_not_working(self, day: date) -> str | None:
        """The reason in Indonesian; ``None`` on a working day."""
        self.require(day)
        if name := self.holidays.get(day):
            return f"libur nasional: {name}"
        if name := self.joint_leave.get(day):
            return f"cuti bersama: {name}"
        if day.weekday() >= _SATURDAY:
            return f"hari {WEEKDAYS[day.weekday()]}"
        return None

    def is_provisional(self, day: date) -> bool:
        """Whether a decree may still change what kind of day this is."""
        return day in self.provisional or (
            self.provisional_from is not None and day >= self.provisional_from
        )

    def next_working_day(self, day: date) -> date:
        """The first working day on or after ``day``."""
        while not self.is_working_day(day):
            day += _ONE_DAY
        return day

    def with_decrees(self, decrees: tuple[HolidayDecree, ...]) -> "WorkCalendar":
        """The same calendar after ``decrees``; a later decree on the same day wins."""
        holidays, joint_leave = dict(self.holidays), dict(self.joint_leave)
        settled = set(self.provisional)
        for decree in decrees:
            self.require(decree.day)
            holidays.pop(decree.day, None)
            joint_leave.pop(decree.day, None)
            settled.discard(decree.day)
            if not decree.cancelled:
                (joint_leave if decree.joint_leave else holidays)[decree.day] = decree.name
        return WorkCalendar(
            holidays,
            joint_leave,
            self.first_day,
            self.last_day,
            frozenset(settled),
            self.provisional_from,
        )
