"""What can happen to a case: one frozen value per kind of journal entry.

A field marked ``personal()`` never enters the entry's body: it is kept beside the journal, may be
shed, and reads as an empty text when the entries are folded. No step may depend on one.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from netra.domain.cases.state import (
    ActorFacts,
    Assessed,
    CaseClock,
    Checklist,
    ClockOutcome,
    ContestFacts,
    DrawnNumber,
    EventFacts,
    OfficeFacts,
    State,
    Verdict,
)
from netra.domain.lawbook.vocabulary import Track

PERSONAL = "personal"


def personal() -> str:
    """A field whose text stands in the journal's personal data."""
    text: str = field(default="", metadata={PERSONAL: True})
    return text


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened. ``kind`` names the journal entry."""

    kind: ClassVar[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class LaporanReceived(Event):
    """Written by intake at position 0: the report as it came in."""

    kind: ClassVar[str] = "laporan_received"
    submission: UUID
    office: str
    contest: str | None
    channel: str
    anonymous: bool
    act_date: date | None = None
    known_date: date | None = None
    how_known: str | None = None
    deeds: tuple[str, ...] = ()
    actor: ActorFacts = field(default_factory=ActorFacts)
    circumstances: tuple[str, ...] = ()
    region_code: str = ""
    evidence_count: int = 0
    witness_count: int = 0
    identity: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseOpened(Event):
    kind: ClassVar[str] = "case_opened"
    state: State
    office: OfficeFacts
    contest: ContestFacts | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberDrawn(Event):
    kind: ClassVar[str] = "number_drawn"
    drawn: DrawnNumber
    text: str
    """The number again, at the top level, where the journal's sentence finds it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FactsEstablished(Event):
    kind: ClassVar[str] = "facts_established"
    facts: EventFacts
    reason: str = personal()


@dataclass(frozen=True, slots=True, kw_only=True)
class KajianAwalRecorded(Event):
    kind: ClassVar[str] = "kajian_awal_recorded"
    state: State
    checklist: Checklist
    note: str = personal()


@dataclass(frozen=True, slots=True, kw_only=True)
class PerbaikanRequested(Event):
    kind: ClassVar[str] = "perbaikan_requested"
    state: State
    missing: tuple[str, ...]
    delivered_at: datetime
    message: str = personal()


@dataclass(frozen=True, slots=True, kw_only=True)
class PerbaikanRecorded(Event):
    kind: ClassVar[str] = "perbaikan_recorded"
    state: State
    note: str = personal()


@dataclass(frozen=True, slots=True, kw_only=True)
class LaporanWithdrawn(Event):
    kind: ClassVar[str] = "laporan_withdrawn"
    state: State
    reason: str = personal()


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRegistered(Event):
    kind: ClassVar[str] = "case_registered"
    state: State


@dataclass(frozen=True, slots=True, kw_only=True)
class TreatedAsInformasiAwal(Event):
    kind: ClassVar[str] = "treated_as_informasi_awal"
    state: State
    missing: tuple[str, ...]
    reason: str = personal()


@dataclass(frozen=True, slots=True, kw_only=True)
class TemuanDeclared(Event):
    kind: ClassVar[str] = "temuan_declared"
    state: State
    found_on: date
    pleno_on: date
    reason: str = personal()


@dataclass(frozen=True, slots=True, kw_only=True)
class InformasiAwalClosed(Event):
    kind: ClassVar[str] = "informasi_awal_closed"
    state: State
    pleno_on: date
    reason: str = personal()


@dataclass(frozen=True, slots=True, kw_only=True)
class HandlingExtended(Event):
    kind: ClassVar[str] = "handling_extended"
    reason: str = personal()


@dataclass(frozen=True, slots=True, kw_only=True)
class KlarifikasiHeld(Event):
    kind: ClassVar[str] = "klarifikasi_held"
    state: State
    held_on: date
    party: str
    attended: bool
    name: str = personal()
    note: str = personal()


@dataclass(frozen=True, slots=True, kw_only=True)
class KajianWritten(Event):
    kind: ClassVar[str] = "kajian_written"
    state: State
    verdict: Verdict
    tracks: tuple[Track, ...]
    on: date
    text: str = personal()


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentRecorded(Event):
    kind: ClassVar[str] = "assessment_recorded"
    assessed: Assessed
    lawbook: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlenoDecided(Event):
    kind: ClassVar[str] = "pleno_decided"
    state: State
    verdict: Verdict
    tracks: tuple[Track, ...]
    on: date
    reason: str = personal()


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseForwarded(Event):
    kind: ClassVar[str] = "case_forwarded"
    state: State
    number: int
    track: Track
    authority: str
    agency: str | None
    letter_number: str
    letter_on: date
    basis: tuple[str, ...]
    resume: str = personal()


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorityDecided(Event):
    kind: ClassVar[str] = "authority_decided"
    state: State
    forward: int
    outcome: str
    decided_on: date
    number: str
    note: str = personal()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReporterNotified(Event):
    kind: ClassVar[str] = "reporter_notified"
    state: State
    on: date
    channel: str
    text: str = personal()


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseClosed(Event):
    kind: ClassVar[str] = "case_closed"
    state: State
    reason: str = personal()


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockStarted(Event):
    kind: ClassVar[str] = "clock_started"
    clock: CaseClock
    title: str
    due: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockStopped(Event):
    kind: ClassVar[str] = "clock_stopped"
    code: str
    title: str
    stopped_at: datetime
    outcome: ClockOutcome


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockLapsed(Event):
    """The last day passed with nobody acting; ``state`` is where the case goes by itself."""

    kind: ClassVar[str] = "clock_lapsed"
    code: str
    title: str
    state: State


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockShifted(Event):
    """A decree or a mended lawbook moved a running clock."""

    kind: ClassVar[str] = "clock_shifted"
    code: str
    title: str
    clock: CaseClock
    due_before: date
    due: date
    lawbook: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockDecided(Event):
    """A person decided what counting could not."""

    kind: ClassVar[str] = "clock_decided"
    code: str
    title: str
    outcome: ClockOutcome
    reason: str = personal()


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentityOpened(Event):
    kind: ClassVar[str] = "identity_opened"
    reason: str = personal()


@dataclass(frozen=True, slots=True, kw_only=True)
class StepRefused(Event):
    kind: ClassVar[str] = "step_refused"
    step: str
    code: str
    ground: str
    pasal: tuple[str, ...]
    instead: str


EVENTS: tuple[type[Event], ...] = (
    LaporanReceived,
    CaseOpened,
    NumberDrawn,
    FactsEstablished,
    KajianAwalRecorded,
    PerbaikanRequested,
    PerbaikanRecorded,
    LaporanWithdrawn,
    CaseRegistered,
    TreatedAsInformasiAwal,
    TemuanDeclared,
    InformasiAwalClosed,
    HandlingExtended,
    KlarifikasiHeld,
    KajianWritten,
    AssessmentRecorded,
    PlenoDecided,
    CaseForwarded,
    AuthorityDecided,
    ReporterNotified,
    CaseClosed,
    ClockStarted,
    ClockStopped,
    ClockLapsed,
    ClockShifted,
    ClockDecided,
    IdentityOpened,
    StepRefused,
)
