"""Events as journal entries, and entries folded back into a case."""

from collections.abc import Iterable
from dataclasses import fields
from datetime import datetime
from uuid import UUID

from netra.domain.cases.codec import dump, load_dataclass
from netra.domain.cases.events import EVENTS, PERSONAL, Event
from netra.domain.cases.evolve import evolve
from netra.domain.cases.state import Case
from netra.domain.journal.entry import Draft, Entry

_BY_KIND = {event.kind: event for event in EVENTS}


def stream_of(case_id: UUID) -> str:
    """The journal's stream of a case."""
    return f"case:{case_id.hex}"


def personal_fields(event: type[Event]) -> frozenset[str]:
    return frozenset(one.name for one in fields(event) if PERSONAL in one.metadata)


def to_draft(event: Event, *, case_id: UUID, at: datetime, actor: str) -> Draft:
    """The entry to append; personal texts stand apart, empty ones are left out."""
    apart = personal_fields(type(event))
    values = {one.name: getattr(event, one.name) for one in fields(event)}
    return Draft(
        stream=stream_of(case_id),
        kind=event.kind,
        at=at,
        actor=actor,
        body={name: dump(value) for name, value in values.items() if name not in apart},
        personal={name: values[name] for name in sorted(apart) if values[name]},
    )


def to_event(entry: Entry) -> Event | None:
    """The event an entry records; ``None`` for kinds that do not change a case."""
    event = _BY_KIND.get(entry.kind)
    return load_dataclass(event, entry.body) if event else None


def fold(entries: Iterable[Entry]) -> Case | None:
    """The case as its journal tells it; ``None`` when it holds no laporan."""
    case: Case | None = None
    for entry in entries:
        if (event := to_event(entry)) is not None:
            case = evolve(case, event, at=entry.at, position=entry.position)
    return case
