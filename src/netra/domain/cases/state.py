"""A case as a value: everything that was recorded of it, and nothing about a named person.

Names, stories and reasons stand in the journal's personal data; what a step needs to decide is here.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from netra.domain.calendar import Zone, long_date, long_instant
from netra.domain.lawbook.vocabulary import ContestKind, Track


class State(StrEnum):
    """Where a case stands. English, except where a regulation's word would be lost."""

    SUBMITTED = "submitted"
    RECEIVED = "received"
    INCOMPLETE = "incomplete"
    AWAITING_PERBAIKAN = "awaiting_perbaikan"
    READY_TO_REGISTER = "ready_to_register"
    INFORMASI_AWAL = "informasi_awal"
    REGISTERED = "registered"
    KLARIFIKASI = "klarifikasi"
    KAJIAN = "kajian"
    DECIDED = "decided"
    FORWARDED = "forwarded"
    RESOLVED = "resolved"
    CLOSED = "closed"

    @property
    def label(self) -> str:
        return _STATE_LABELS[self]


_STATE_LABELS = {
    State.SUBMITTED: "masuk, berkas belum dibuka",
    State.RECEIVED: "menunggu kajian awal",
    State.INCOMPLETE: "belum lengkap menurut kajian awal",
    State.AWAITING_PERBAIKAN: "menunggu perbaikan dari pelapor",
    State.READY_TO_REGISTER: "lengkap, siap diregister",
    State.INFORMASI_AWAL: "informasi awal, ditelusuri",
    State.REGISTERED: "diregister, ditangani",
    State.KLARIFIKASI: "klarifikasi berjalan",
    State.KAJIAN: "kajian selesai, menunggu pleno",
    State.DECIDED: "diputus pleno",
    State.FORWARDED: "diteruskan, menunggu putusan instansi",
    State.RESOLVED: "ada hasil akhir",
    State.CLOSED: "ditutup",
}


class Kind(StrEnum):
    """What the case is before the law."""

    LAPORAN = "laporan"
    TEMUAN = "temuan"
    INFORMASI_AWAL = "informasi_awal"


class Series(StrEnum):
    """The three series of numbers that an office draws."""

    LP = "LP"
    REG = "Reg"
    TM = "TM"


class Verdict(StrEnum):
    """What the pleno decides about the event; sanctions are not Bawaslu's to give."""

    VIOLATION = "violation"
    NOT_A_VIOLATION = "not_a_violation"

    @property
    def label(self) -> str:
        return "pelanggaran" if self is Verdict.VIOLATION else "bukan pelanggaran"


class ClockOutcome(StrEnum):
    """How a clock ended; a clock without outcome is running."""

    IN_TIME = "in_time"
    PERSON_DECIDES = "person_decides"
    """Between the two counting dates, or the rule is unverified: a person decides and says why."""
    LATE = "late"
    LAPSED = "lapsed"

    @property
    def label(self) -> str:
        return _OUTCOME_LABELS[self]


_OUTCOME_LABELS = {
    ClockOutcome.IN_TIME: "tepat waktu",
    ClockOutcome.PERSON_DECIDES: "menunggu putusan petugas",
    ClockOutcome.LATE: "lewat waktu",
    ClockOutcome.LAPSED: "lewat tanpa langkah",
}

UNVERIFIED = "unverified"
"""The status of a lawbook value that may warn and never decide."""


@dataclass(frozen=True, slots=True)
class CaseClock:
    """One deadline of the case: both counting dates, and how it ended."""

    code: str
    title: str
    start: date
    step_on: date
    """The day of the step that started it; selects the version of the law."""
    warn_on: date
    due: date
    status: str
    lapses: bool
    started_at: datetime | None = None
    due_at: datetime | None = None
    reachable_until: datetime | None = None
    consequence: str = ""
    dasar_hukum: tuple[str, ...] = ()
    stopped_at: datetime | None = None
    outcome: ClockOutcome | None = None
    decided_by_person: bool = False

    @property
    def is_running(self) -> bool:
        return self.outcome is None

    def is_past(self, now: datetime, zone: Zone) -> bool:
        """Whether the last moment has passed under every way of counting."""
        if self.due_at is not None and now > self.due_at:
            return True
        return now.astimezone(zone.tzinfo).date() > self.due

    def judge(self, at: datetime, zone: Zone) -> ClockOutcome:
        """How a step at the instant ``at`` stands to this clock."""
        if self.is_past(at, zone):
            # A value that nobody could verify never makes anybody late by itself.
            return ClockOutcome.PERSON_DECIDES if self.status == UNVERIFIED else ClockOutcome.LATE
        if at.astimezone(zone.tzinfo).date() > self.warn_on:
            return ClockOutcome.PERSON_DECIDES
        if self.reachable_until is not None and at > self.reachable_until:
            return ClockOutcome.PERSON_DECIDES
        return ClockOutcome.IN_TIME

    def judge_day(self, day: date) -> ClockOutcome:
        """How a step of which only the day is known stands to this clock."""
        if day <= self.warn_on:
            return ClockOutcome.IN_TIME
        if day <= self.due or self.status == UNVERIFIED:
            return ClockOutcome.PERSON_DECIDES
        return ClockOutcome.LATE

    def ends(self, zone: Zone) -> str:
        """The last moment in words."""
        return long_instant(self.due_at, zone) if self.due_at else long_date(self.due)


@dataclass(frozen=True, slots=True)
class ContestFacts:
    """The contest as it stood when the case was opened."""

    code: str
    kind: ContestKind
    series: str
    begins_on: date
    candidates_set_on: date
    campaign_from: date
    campaign_to: date
    voting_on: date
    ends_on: date


@dataclass(frozen=True, slots=True)
class OfficeFacts:
    """The office as it stood when the case was opened: its days and its numbers follow from it."""

    code: str
    level: str
    bawaslu_code: str
    zone: Zone


@dataclass(frozen=True, slots=True)
class ActorFacts:
    """What is known of the terlapor's position; unknown stays ``None``."""

    status: str | None = None
    position: str | None = None
    role: str | None = None
    on_cltn: bool | None = None
    spouse_of_candidate: bool | None = None


@dataclass(frozen=True, slots=True)
class EventFacts:
    """What is known of the event, as reported and later as established."""

    act_date: date | None = None
    known_date: date | None = None
    deeds: tuple[str, ...] = ()
    actor: ActorFacts = ActorFacts()
    circumstances: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DrawnNumber:
    """A number of one series as it is printed; ``year`` and ``number`` place it in its sequence."""

    series: Series
    year: int
    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Checklist:
    """The result of a kajian awal, by the requirement codes of the lawbook."""

    met: tuple[str, ...]
    missing_formal: tuple[str, ...]
    missing_materiel: tuple[str, ...]

    @property
    def is_complete(self) -> bool:
        return not self.missing_formal and not self.missing_materiel


@dataclass(frozen=True, slots=True)
class Klarifikasi:
    """One hearing, without the name of who was heard."""

    held_on: date
    party: str
    attended: bool


@dataclass(frozen=True, slots=True)
class Assessed:
    """What the lawbook answered when the kajian was written."""

    verdict: str
    status: str
    items: tuple[str, ...]
    tracks: tuple[str, ...]
    lawbook: str


@dataclass(frozen=True, slots=True)
class Conclusion:
    """A verdict with its tracks: proposed by the kajian, or decided by the pleno."""

    verdict: Verdict
    tracks: tuple[Track, ...]
    on: date


@dataclass(frozen=True, slots=True)
class AuthorityDecision:
    """What the receiving authority decided."""

    outcome: str
    decided_on: date
    number: str


@dataclass(frozen=True, slots=True)
class Forward:
    """One letter to one authority, on one track."""

    number: int
    track: Track
    authority: str
    agency: str | None
    letter_number: str
    letter_on: date
    forwarded_at: datetime
    basis: tuple[str, ...]
    decision: AuthorityDecision | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """One time that the reporter was told where the case stands."""

    state: State
    on: date
    channel: str


@dataclass(frozen=True, slots=True)
class Case:
    """The whole case. ``version`` is the position of its last entry in the journal."""

    id: UUID
    version: int
    state: State
    kind: Kind
    office: OfficeFacts
    contest: ContestFacts | None
    channel: str
    anonymous: bool
    received_at: datetime
    region_code: str
    facts: EventFacts
    contest_code: str | None = None
    evidence_count: int = 0
    witness_count: int = 0
    opened_at: datetime | None = None
    registered_at: datetime | None = None
    closed_at: datetime | None = None
    numbers: tuple[DrawnNumber, ...] = ()
    checklist: Checklist | None = None
    perbaikan_requested: bool = False
    perbaikan_supplied: bool = False
    withdrawn: bool = False
    clocks: tuple[CaseClock, ...] = ()
    klarifikasi: tuple[Klarifikasi, ...] = ()
    assessment: Assessed | None = None
    kajian: Conclusion | None = None
    pleno: Conclusion | None = None
    forwards: tuple[Forward, ...] = ()
    notices: tuple[Notice, ...] = ()

    def today(self, now: datetime) -> date:
        """The office's own day at the instant ``now``."""
        return now.astimezone(self.office.zone.tzinfo).date()

    def number_of(self, series: Series) -> DrawnNumber | None:
        return next((one for one in self.numbers if one.series is series), None)

    def clock(self, code: str) -> CaseClock | None:
        return next((one for one in self.clocks if one.code == code), None)

    @property
    def running_clocks(self) -> tuple[CaseClock, ...]:
        """Those still running, the one that ends first in front."""
        running = [one for one in self.clocks if one.is_running]
        return tuple(sorted(running, key=lambda one: (one.warn_on, one.due, one.code)))

    @property
    def undecided_clocks(self) -> tuple[CaseClock, ...]:
        """Those that ended between the dates and wait for a person."""
        return tuple(one for one in self.clocks if one.outcome is ClockOutcome.PERSON_DECIDES)

    @property
    def title(self) -> str:
        """The number an officer knows it by; before one is drawn, the start of its id."""
        for series in (Series.REG, Series.TM, Series.LP):
            if number := self.number_of(series):
                return number.text
        return f"berkas {self.id.hex[:8]}"

    @property
    def told_current_state(self) -> bool:
        """Whether the reporter was told since the case came to where it stands."""
        return any(one.state is self.state for one in self.notices)
