"""What a receipt shows: where a laporan stands and which clocks run, as plain storable values."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from netra.domain.journal.entry import Json
from netra.domain.lawbook.values import Status

RECEIVED = "received"
"""The first state, written by intake; the later ones are the cases' own."""


class ClockValues(Protocol):
    """What is read of a clock; ``netra.domain.deadlines.Clock`` has it all."""

    @property
    def code(self) -> str: ...
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


@dataclass(frozen=True, slots=True)
class ShownClock:
    """A clock as the receipt's page draws it; needs no lawbook to be read again."""

    code: str
    title: str
    start: date
    warn_on: date
    due: date
    counting: str
    reachable_until: datetime | None
    status: Status
    lapses: bool
    dasar_hukum: tuple[str, ...]
    working: tuple[str, ...]
    done_on: date | None = None

    @classmethod
    def of(cls, clock: ClockValues, *, done_on: date | None = None) -> "ShownClock":
        """Copy what is shown; ``done_on`` is the day the step was taken, if it was."""
        return cls(
            code=clock.code,
            title=clock.title,
            start=clock.start,
            warn_on=clock.warn_on,
            due=clock.due,
            counting=str(clock.counting),
            reachable_until=clock.reachable_until,
            status=clock.status,
            lapses=clock.lapses,
            dasar_hukum=tuple(clock.dasar_hukum),
            working=tuple(clock.working),
            done_on=done_on,
        )

    def to_json(self) -> dict[str, Json]:
        return {
            "code": self.code,
            "title": self.title,
            "start": self.start.isoformat(),
            "warn_on": self.warn_on.isoformat(),
            "due": self.due.isoformat(),
            "counting": self.counting,
            "reachable_until": self.reachable_until.isoformat() if self.reachable_until else None,
            "status": self.status.value,
            "lapses": self.lapses,
            "dasar_hukum": list(self.dasar_hukum),
            "working": list(self.working),
            "done_on": self.done_on.isoformat() if self.done_on else None,
        }

    @classmethod
    def from_json(cls, kept: "Mapping[str, object]") -> "ShownClock":
        """Read back what ``to_json`` wrote."""
        until, done = _text(kept, "reachable_until"), _text(kept, "done_on")
        return cls(
            code=_text(kept, "code"),
            title=_text(kept, "title"),
            start=date.fromisoformat(_text(kept, "start")),
            warn_on=date.fromisoformat(_text(kept, "warn_on")),
            due=date.fromisoformat(_text(kept, "due")),
            counting=_text(kept, "counting"),
            reachable_until=datetime.fromisoformat(until) if until else None,
            status=Status(_text(kept, "status")),
            lapses=kept["lapses"] is True,
            dasar_hukum=_texts(kept, "dasar_hukum"),
            working=_texts(kept, "working"),
            done_on=date.fromisoformat(done) if done else None,
        )


@dataclass(frozen=True, slots=True)
class Happened:
    """Something that happened to a laporan, in human words."""

    at: datetime
    title: str
    text: str = ""

    def to_json(self) -> dict[str, Json]:
        return {"at": self.at.isoformat(), "title": self.title, "text": self.text}

    @classmethod
    def from_json(cls, kept: "Mapping[str, object]") -> "Happened":
        return cls(
            datetime.fromisoformat(_text(kept, "at")), _text(kept, "title"), _text(kept, "text")
        )


def _text(kept: Mapping[str, object], key: str) -> str:
    value = kept.get(key)
    return value if isinstance(value, str) else ""


def _texts(kept: Mapping[str, object], key: str) -> tuple[str, ...]:
    value = kept.get(key)
    return tuple(str(one) for one in value) if isinstance(value, list) else ()
