"""What an event makes of a case. Total and without judgement: what happened, happened."""

from dataclasses import replace
from datetime import datetime
from functools import singledispatch

from netra.domain.calendar import Zone
from netra.domain.cases.events import (
    AssessmentRecorded,
    AuthorityDecided,
    CaseClosed,
    CaseForwarded,
    CaseOpened,
    CaseRegistered,
    ClockDecided,
    ClockLapsed,
    ClockShifted,
    ClockStarted,
    ClockStopped,
    Event,
    FactsEstablished,
    InformasiAwalClosed,
    KajianAwalRecorded,
    KajianWritten,
    KlarifikasiHeld,
    LaporanReceived,
    LaporanWithdrawn,
    NumberDrawn,
    PerbaikanRecorded,
    PerbaikanRequested,
    PlenoDecided,
    ReporterNotified,
    TemuanDeclared,
    TreatedAsInformasiAwal,
)
from netra.domain.cases.state import (
    AuthorityDecision,
    Case,
    CaseClock,
    ClockOutcome,
    Conclusion,
    EventFacts,
    Forward,
    Kind,
    Klarifikasi,
    Notice,
    OfficeFacts,
    State,
)


class NotACase(ValueError):
    """The stream does not begin with a laporan, or has a second beginning."""


def evolve(case: Case | None, event: Event, *, at: datetime, position: int) -> Case:
    """The case after ``event``, recorded at ``position`` of its stream."""
    if case is None:
        if not isinstance(event, LaporanReceived):
            raise NotACase(f"entri pertama bukan laporan, melainkan {event.kind}")
        return _begin(event, at, position)
    if isinstance(event, LaporanReceived):
        raise NotACase("laporan tercatat dua kali dalam satu berkas")
    state: State = getattr(event, "state", case.state)
    return replace(_apply(event, case, at), state=state, version=position)


def _begin(event: LaporanReceived, at: datetime, position: int) -> Case:
    return Case(
        id=event.submission,
        version=position,
        state=State.SUBMITTED,
        kind=Kind.INFORMASI_AWAL if event.anonymous else Kind.LAPORAN,
        # Level, own code and zone are told when the case is opened.
        office=OfficeFacts(event.office, "", "", Zone.WIB),
        contest=None,
        contest_code=event.contest,
        channel=event.channel,
        anonymous=event.anonymous,
        received_at=at,
        region_code=event.region_code,
        facts=EventFacts(
            act_date=event.act_date,
            known_date=event.known_date,
            deeds=event.deeds,
            actor=event.actor,
            circumstances=event.circumstances,
        ),
        evidence_count=event.evidence_count,
        witness_count=event.witness_count,
    )


@singledispatch
def _apply(_event: Event, case: Case, _at: datetime) -> Case:
    """Events that change nothing but the state they carry: refusals, an opened identity."""
    return case


@_apply.register
def _(event: CaseOpened, case: Case, at: datetime) -> Case:
    return replace(case, office=event.office, contest=event.contest, opened_at=at)


@_apply.register
def _(event: NumberDrawn, case: Case, _at: datetime) -> Case:
    return replace(case, numbers=(*case.numbers, event.drawn))


@_apply.register
def _(event: FactsEstablished, case: Case, _at: datetime) -> Case:
    return replace(case, facts=event.facts)


@_apply.register
def _(event: KajianAwalRecorded, case: Case, _at: datetime) -> Case:
    return replace(case, checklist=event.checklist)


@_apply.register
def _(_event: PerbaikanRequested, case: Case, _at: datetime) -> Case:
    return replace(case, perbaikan_requested=True)


@_apply.register
def _(_event: PerbaikanRecorded, case: Case, _at: datetime) -> Case:
    return replace(case, perbaikan_supplied=True)


@_apply.register
def _(_event: LaporanWithdrawn, case: Case, _at: datetime) -> Case:
    return replace(case, withdrawn=True, kind=Kind.INFORMASI_AWAL)


@_apply.register
def _(_event: CaseRegistered, case: Case, at: datetime) -> Case:
    return replace(case, registered_at=at)


@_apply.register
def _(_event: TreatedAsInformasiAwal, case: Case, _at: datetime) -> Case:
    return replace(case, kind=Kind.INFORMASI_AWAL)


@_apply.register
def _(_event: TemuanDeclared, case: Case, _at: datetime) -> Case:
    return replace(case, kind=Kind.TEMUAN)


@_apply.register
def _(event: InformasiAwalClosed, case: Case, at: datetime) -> Case:
    return replace(case, closed_at=at if event.state is State.CLOSED else None)


@_apply.register
def _(event: KlarifikasiHeld, case: Case, _at: datetime) -> Case:
    held = Klarifikasi(event.held_on, event.party, event.attended)
    return replace(case, klarifikasi=(*case.klarifikasi, held))


@_apply.register
def _(event: KajianWritten, case: Case, _at: datetime) -> Case:
    return replace(case, kajian=Conclusion(event.verdict, event.tracks, event.on))


@_apply.register
def _(event: AssessmentRecorded, case: Case, _at: datetime) -> Case:
    return replace(case, assessment=event.assessed)


@_apply.register
def _(event: PlenoDecided, case: Case, _at: datetime) -> Case:
    return replace(case, pleno=Conclusion(event.verdict, event.tracks, event.on))


@_apply.register
def _(event: CaseForwarded, case: Case, at: datetime) -> Case:
    forward = Forward(
        number=event.number,
        track=event.track,
        authority=event.authority,
        agency=event.agency,
        letter_number=event.letter_number,
        letter_on=event.letter_on,
        forwarded_at=at,
        basis=event.basis,
    )
    return replace(case, forwards=(*case.forwards, forward))


@_apply.register
def _(event: AuthorityDecided, case: Case, _at: datetime) -> Case:
    decision = AuthorityDecision(event.outcome, event.decided_on, event.number)
    return replace(
        case,
        forwards=tuple(
            replace(one, decision=decision) if one.number == event.forward else one
            for one in case.forwards
        ),
    )


@_apply.register
def _(event: ReporterNotified, case: Case, _at: datetime) -> Case:
    return replace(case, notices=(*case.notices, Notice(event.state, event.on, event.channel)))


@_apply.register
def _(_event: CaseClosed, case: Case, at: datetime) -> Case:
    return replace(case, closed_at=at)


@_apply.register
def _(event: ClockStarted, case: Case, _at: datetime) -> Case:
    # A clock that starts anew takes the place of the one before it; the journal keeps both.
    kept = tuple(one for one in case.clocks if one.code != event.clock.code)
    return replace(case, clocks=(*kept, event.clock))


@_apply.register
def _(event: ClockStopped, case: Case, _at: datetime) -> Case:
    return _with_clock(case, event.code, stopped_at=event.stopped_at, outcome=event.outcome)


@_apply.register
def _(event: ClockLapsed, case: Case, at: datetime) -> Case:
    kind = Kind.INFORMASI_AWAL if event.state is State.INFORMASI_AWAL else case.kind
    lapsed = _with_clock(case, event.code, stopped_at=at, outcome=ClockOutcome.LAPSED)
    return replace(lapsed, kind=kind)


@_apply.register
def _(event: ClockShifted, case: Case, _at: datetime) -> Case:
    return replace(
        case,
        clocks=tuple(event.clock if one.code == event.code else one for one in case.clocks),
    )


@_apply.register
def _(event: ClockDecided, case: Case, _at: datetime) -> Case:
    return _with_clock(case, event.code, outcome=event.outcome, decided_by_person=True)


def _with_clock(
    case: Case,
    code: str,
    *,
    outcome: ClockOutcome,
    stopped_at: datetime | None = None,
    decided_by_person: bool = False,
) -> Case:
    def ended(clock: CaseClock) -> CaseClock:
        return replace(
            clock,
            outcome=outcome,
            stopped_at=stopped_at or clock.stopped_at,
            decided_by_person=decided_by_person,
        )

    return replace(
        case, clocks=tuple(ended(one) if one.code == code else one for one in case.clocks)
    )
