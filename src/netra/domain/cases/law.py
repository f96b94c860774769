"""The questions a case asks of the lawbook, each with the case's own contest, office and facts."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from hashlib import sha256

from netra.domain.calendar import OutsideCalendar
from netra.domain.cases.state import (
    Case,
    CaseClock,
    ContestFacts,
    OfficeFacts,
    Series,
)
from netra.domain.deadlines.clock import Clock, ClockUndetermined, compute_clock
from netra.domain.deadlines.desk import NO_CONTEST_DAYS, ContestDays
from netra.domain.lawbook.authorities import AuthorityCode, AuthorityRow, Duty, KasnFile
from netra.domain.lawbook.book import Lawbook, authority_for
from netra.domain.lawbook.procedures import Requirement, UnknownClock
from netra.domain.lawbook.text import citation_text
from netra.domain.lawbook.values import Citation
from netra.domain.lawbook.vocabulary import ActorStatus, ContestKind, PoliticalRole, Track

LAPORAN_WINDOW = "laporan_window"
KAJIAN_AWAL = "kajian_awal"
PERBAIKAN = "perbaikan"
INFORMASI_AWAL = "informasi_awal"
HANDLING = "handling"
HANDLING_EXTENDED = "handling_extended"
TEMUAN_WINDOW = "temuan_window"
CRIMINAL_REFERRAL = "criminal_referral"
"""The clocks of the procedure, by their code in the lawbook."""
WITHIN_WINDOW = "waktu_laporan"
"""The formal requirement that a clock answers."""


def clock_of(
    law: Lawbook,
    code: str,
    office: OfficeFacts,
    contest: ContestFacts | None,
    *,
    start: date | datetime,
    on: date,
) -> CaseClock | None:
    """Clock ``code`` begun at ``start``; ``None`` where no contest or no rule makes it run."""
    try:
        clock = compute_clock(
            law,
            code,
            contest.kind if contest else ContestKind.NONE,
            start,
            on=on,
            zone=office.zone,
            contest_days=_contest_days(contest),
        )
    except (UnknownClock, ClockUndetermined, OutsideCalendar):
        return None
    return _case_clock(clock, start, on)


def computed(law: Lawbook, case: Case, clock: CaseClock) -> Clock | None:
    """The same clock worked out anew, for its day-by-day working and for a changed calendar."""
    try:
        return compute_clock(
            law,
            clock.code,
            _contest_kind(case),
            clock.started_at or clock.start,
            on=clock.step_on,
            zone=case.office.zone,
            contest_days=_contest_days(case.contest),
        )
    except (UnknownClock, ClockUndetermined, OutsideCalendar):
        return None


def recomputed(law: Lawbook, case: Case, clock: CaseClock) -> CaseClock | None:
    """The clock under today's calendar and lawbook; ``None`` when it ends as before."""
    anew = computed(law, case, clock)
    if anew is None:
        return None
    counted = _case_clock(anew, clock.started_at or clock.start, clock.step_on)
    return None if _ending(counted) == _ending(clock) else counted


def _ending(clock: CaseClock) -> tuple[object, ...]:
    """When a clock ends and what that does; its words may be mended without moving it."""
    return (clock.warn_on, clock.due, clock.due_at, clock.lapses, clock.status)


def _contest_days(contest: ContestFacts | None) -> ContestDays:
    return ContestDays(contest.campaign_to, contest.voting_on) if contest else NO_CONTEST_DAYS


def _case_clock(clock: Clock, start: date | datetime, on: date) -> CaseClock:
    return CaseClock(
        code=clock.code,
        title=clock.title,
        step_on=on,
        start=clock.start,
        started_at=start if isinstance(start, datetime) else None,
        warn_on=clock.warn_on,
        due=clock.due,
        due_at=clock.due_at,
        reachable_until=clock.reachable_until,
        status=clock.status.value,
        lapses=clock.lapses,
        consequence=clock.consequence,
        dasar_hukum=clock.dasar_hukum,
    )


@dataclass(frozen=True, slots=True)
class Receiver:
    """An authority that the date and the facts allow, with the ground a letter names."""

    track: Track
    authority: str
    name: str
    basis: tuple[str, ...]
    """As a letter prints it."""
    citations: tuple[str, ...]
    """The same in the lawbook's notation."""
    is_certain: bool
    """Whether the lawbook names it, rather than listing it as one that comes into question."""


def receivers(law: Lawbook, case: Case, track: Track, on: date) -> tuple[Receiver, ...]:
    """Who may be sent this case on this track on this day; none while the status is unknown."""
    if case.facts.actor.status is None:
        return ()
    receives = _authority(law, case, track, Duty.RECEIVES, on)
    if receives.authority is AuthorityCode.UNDETERMINED and receives.period.valid_until is not None:
        # A gap that is known to end is waited out; nobody is written to in the meantime.
        return ()
    found: dict[str, Receiver] = {}
    for row in (receives, _authority(law, case, track, Duty.DECIDES, on)):
        for receiver in _receivers(law, track, row):
            found.setdefault(receiver.authority, receiver)
    return tuple(found.values())


def _authority(law: Lawbook, case: Case, track: Track, duty: Duty, on: date) -> AuthorityRow:
    return authority_for(
        law,
        track=track,
        subject=ActorStatus(case.facts.actor.status or ""),
        on=on,
        role=_role(case),
        contest=_contest_kind(case),
        duty=duty,
        kasn_file=_kasn_file(case),
    )


def _receivers(law: Lawbook, track: Track, row: AuthorityRow) -> list[Receiver]:
    basis = tuple(citation_text(law.regulations, one) for one in row.dasar_hukum)
    cited = tuple(notation(one) for one in row.dasar_hukum)
    if row.authority is not AuthorityCode.UNDETERMINED:
        return [Receiver(track, row.authority.value, row.name, basis, cited, is_certain=True)]
    return [
        Receiver(
            track, one.value, f"{one.value.upper()}: {row.name}", basis, cited, is_certain=False
        )
        for one in row.candidates
    ]


def notation(citation: Citation) -> str:
    """A citation as the lawbook writes it."""
    return f"{citation.regulation} {citation.place}".strip()


def _role(case: Case) -> PoliticalRole:
    role = case.facts.actor.role
    return PoliticalRole(role) if role else PoliticalRole.NONE


def _contest_kind(case: Case) -> ContestKind:
    if case.contest is None:
        return ContestKind.NONE
    return case.contest.kind


def _kasn_file(case: Case) -> KasnFile:
    processed = "kasn_file_processed" in case.facts.circumstances
    return KasnFile.PROCESSED if processed else KasnFile.NONE


def requirements(
    law: Lawbook, case: Case
) -> tuple[tuple[Requirement, ...], tuple[Requirement, ...]]:
    """What a kajian awal looks for: formal and materiel; both empty without a contest."""
    procedure = law.procedures.get(case.contest.kind) if case.contest else None
    return (procedure.formal, procedure.materiel) if procedure else ((), ())


_PATTERNS: Mapping[Series, str] = {Series.LP: "lp", Series.REG: "reg", Series.TM: "tm"}


def number_text(law: Lawbook, case: Case, series: Series, number: int, day: date) -> str | None:
    """The number as the lawbook's pattern writes it; ``None`` when the pattern cannot be filled."""
    pattern = law.forms.numbers.get(_PATTERNS[series])
    if pattern is None or case.contest is None or not case.office.bawaslu_code:
        return None
    return pattern.write(
        number,
        day,
        {
            "jenis": case.contest.series,
            "tingkat": case.office.level,
            "kode": case.office.bawaslu_code,
        },
    )


@lru_cache(maxsize=8)
def calendar_mark(law: Lawbook) -> str:
    """Changes exactly when the lawbook or the calendar under it does; 64 hex digits."""
    days = sorted(law.calendar.holidays) + sorted(law.calendar.joint_leave)
    text = ",".join((law.version, *(day.isoformat() for day in days)))
    return sha256(text.encode()).hexdigest()
