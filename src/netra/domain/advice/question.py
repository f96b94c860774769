"""What is asked before a deed: the deed, who asks, when, and what is said about it."""

from dataclasses import dataclass, field
from datetime import date

from netra.domain.lawbook.lexicon import Phase
from netra.domain.lawbook.vocabulary import (
    ActorStatus,
    Circumstance,
    ContestKind,
    PoliticalRole,
    Position,
)


@dataclass(frozen=True, slots=True)
class Question:
    """``None`` and the empty set mean: not said. Nothing here tells who the person is."""

    deeds: tuple[str, ...]
    on: date
    status: ActorStatus | None = None
    position: Position | None = None
    role: PoliticalRole = PoliticalRole.NONE
    spouse_of_candidate: bool = False
    on_cltn: bool = False
    told: frozenset[Circumstance] = frozenset()
    denied: frozenset[Circumstance] = frozenset()
    """Circumstances the person says will not be there."""
    phases: frozenset[Phase] = frozenset()
    contests: frozenset[ContestKind] = frozenset()
    aspects: frozenset[str] = frozenset()
    outside: str | None = field(default=None)
    """What to tell somebody whose rules the lawbook does not hold."""
