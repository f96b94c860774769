"""The facts of one report as values; ``None`` is not known."""

from dataclasses import dataclass
from datetime import date, datetime

from netra.domain.calendar import Zone
from netra.domain.lawbook.vocabulary import (
    ActorStatus,
    Circumstance,
    ContestKind,
    PoliticalRole,
    Position,
    TargetKind,
)


@dataclass(frozen=True, slots=True)
class Actor:
    """Who is said to have done it. ``PoliticalRole.NONE``: no office besides the position."""

    status: ActorStatus | None = None
    position: Position | None = None
    role: PoliticalRole = PoliticalRole.NONE
    on_cltn: bool | None = None
    spouse_of_candidate: bool | None = None


@dataclass(frozen=True, slots=True)
class Contest:
    """The election the act belongs to, with its days; both ends of the campaign included."""

    kind: ContestKind | None = None
    candidates_set_on: date | None = None
    campaign_from: date | None = None
    campaign_to: date | None = None
    voting_on: date | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of one event. ``contest`` ``None``: no tahapan runs there and then."""

    deeds: tuple[str, ...]
    act_date: date | None
    known_date: date | None
    reported_at: datetime | None
    reported_on: date | None
    """The day of the report at the receiving office."""
    zone: Zone | None
    actor: Actor
    contest: Contest | None
    target: TargetKind | None
    circumstances: frozenset[Circumstance]

    @property
    def step_date(self) -> date | None:
        """The day that selects procedure and authority: when reported, else when known."""
        return self.reported_on or self.known_date
