"""The answer: verdict, items, tracks, clocks, reasons and questions, as values and as JSON."""

from dataclasses import dataclass
from enum import StrEnum

from netra.domain.deadlines.clock import Clock
from netra.domain.lawbook.authorities import AuthorityCode
from netra.domain.lawbook.values import Status
from netra.domain.lawbook.vocabulary import Because, Regime, SanctionClass, Track


class Verdict(StrEnum):
    """What follows from the facts; never more than an allegation."""

    VIOLATION_ALLEGED = "violation_alleged"
    NOT_A_VIOLATION = "not_a_violation"
    NEEDS_HUMAN = "needs_human"


@dataclass(frozen=True, slots=True)
class Item:
    """One act that follows, may follow, or was excused."""

    code: str
    regime: Regime
    skb: SanctionClass | None
    pp94: SanctionClass | None
    skb_status: Status | None
    pp94_status: Status | None
    dasar_hukum: tuple[str, ...]
    status: Status
    outcome: str

    @property
    def conflict(self) -> bool:
        """The two texts name different classes. A text that names none leaves a gap instead."""
        return self.skb is not None and self.pp94 is not None and self.skb is not self.pp94

    def to_json(self) -> dict[str, object]:
        return {
            "code": self.code,
            "regime": self.regime,
            "classes": {"skb": self.skb, "pp94": self.pp94},
            "conflict": self.conflict,
            "dasar_hukum": list(self.dasar_hukum),
            "status": self.status,
            "class_status": {"skb": self.skb_status, "pp94": self.pp94_status},
            "outcome": self.outcome,
        }


@dataclass(frozen=True, slots=True)
class TrackAnswer:
    """A path and who answers for it on the day of the step."""

    track: Track
    authority: AuthorityCode
    name: str
    dasar_hukum: tuple[str, ...]
    status: Status
    outcome: str

    def to_json(self) -> dict[str, object]:
        return {
            "track": self.track,
            "authority": self.authority,
            "dasar_hukum": list(self.dasar_hukum),
            "name": self.name,
            "status": self.status,
            "outcome": self.outcome,
        }


@dataclass(frozen=True, slots=True)
class Answer:
    """Law out. ``status`` is the weakest status of the values the verdict stands on."""

    verdict: Verdict
    status: Status
    items: tuple[Item, ...]
    tracks: tuple[TrackAnswer, ...]
    clocks: tuple[Clock, ...]
    reasons: tuple[str, ...]
    questions: tuple[str, ...]
    needs_human_because: tuple[Because, ...]
    lawbook_version: str

    def to_json(self, *, with_working: bool = True) -> dict[str, object]:
        """JSON values; the day-by-day working of the clocks is rendered only when asked for."""
        return {
            "verdict": self.verdict,
            "status": self.status,
            "items": [item.to_json() for item in self.items],
            "tracks": [track.to_json() for track in self.tracks],
            "clocks": [_clock_json(clock, with_working=with_working) for clock in self.clocks],
            "reasons": list(self.reasons),
            "questions": list(self.questions),
            "needs_human_because": list(self.needs_human_because),
            "lawbook_version": self.lawbook_version,
        }


def _clock_json(clock: Clock, *, with_working: bool) -> dict[str, object]:
    reachable = clock.reachable_until
    return {
        "code": clock.code,
        "warn_on": clock.warn_on.isoformat(),
        "due": clock.due.isoformat(),
        "counting": clock.counting,
        "reachable_until": reachable.isoformat() if reachable else None,
        "status": clock.status,
        "lapses": clock.lapses,
        "dasar_hukum": list(clock.dasar_hukum),
        "working": list(clock.working) if with_working else [],
    }
