"""What a request for a step comes to: events, or a refusal with its ground. Both are results."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from netra.domain.cases.events import Event
from netra.domain.cases.state import Case, ClockOutcome, ContestFacts, OfficeFacts, State
from netra.domain.lawbook.book import Lawbook
from netra.domain.lawbook.vocabulary import Track


@dataclass(frozen=True, slots=True)
class Accepted:
    """The step is lawful; ``events`` is what happened, in order."""

    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Refused:
    """The step is not lawful now: on what ground, and what may be done instead."""

    code: str
    """A short English word for programs and tests."""
    ground: str
    """Why, in Indonesian, for the person who asked."""
    pasal: tuple[str, ...] = ()
    """Places in the lawbook's notation; ``citation_text`` writes them out."""
    instead: str = ""
    """What the person may do now, in Indonesian."""

    def on(self, pasal: tuple[str, ...]) -> "Refused":
        """The same refusal, resting on ``pasal`` where it names no ground of its own."""
        return self if self.pasal else Refused(self.code, self.ground, pasal, self.instead)


@dataclass(frozen=True, slots=True)
class Done:
    """What a step's own rules found, before the table's clocks are started and stopped."""

    events: tuple[Event, ...]
    into: State
    begins: date | datetime | None = None
    """Where the clocks of this step begin, when its form says so."""
    judged: ClockOutcome | None = None
    """How the step stands to a window that it both begins and ends."""
    ended_on: date | None = None
    """The day on which the pleno sat, where clocks stop with it and not with its being recorded."""
    tracks: tuple[Track, ...] = ()
    keeps: frozenset[str] = frozenset()
    """Clocks of the row that this step leaves running."""
    opened_by: tuple[OfficeFacts, ContestFacts | None] | None = None
    with_clocks: bool = True
    """Whether the row's clocks apply; a step that leaves the state alone may leave them too."""


Handler = Callable[[Any, Case, Lawbook, datetime], Done | Refused]
"""The rules of one step: its own command, the case, the law, the instant."""
