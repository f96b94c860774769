"""Reading cases: the inbox, a case's page, what an agency was sent."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Count, F, Q, QuerySet

from netra.apps.cases.models import Case as CaseRow
from netra.apps.cases.models import CaseForward
from netra.apps.cases.rows import load_case
from netra.apps.journal import services as journal
from netra.apps.organisations.models import Office
from netra.apps.ports import wired
from netra.domain.access import Action, Actor, may
from netra.domain.assessment.answer import Answer
from netra.domain.assessment.facts import FieldProblem
from netra.domain.cases.assessing import answer_for
from netra.domain.cases.events import CaseForwarded
from netra.domain.cases.fields import Choice
from netra.domain.cases.law import computed
from netra.domain.cases.recording import stream_of
from netra.domain.cases.state import Case, CaseClock, State
from netra.domain.cases.steps import StepOption, step_option, steps_of
from netra.domain.deadlines.clock import Clock
from netra.domain.journal.entry import Entry
from netra.domain.regions import enclosing

INBOX_PAGE = 50


@dataclass(frozen=True, slots=True)
class InboxLine:
    """One case of the inbox, with what an officer needs to choose the next one."""

    case: Case
    clock: CaseClock | None
    """The running clock that ends first."""

    @property
    def id(self) -> UUID:
        return self.case.id


@dataclass(frozen=True, slots=True)
class Inbox:
    """One page of an office's cases, what ends first in front."""

    lines: tuple[InboxLine, ...]
    total: int
    by_state: Mapping[State, int]
    """Open and closed cases of the whole office, whatever was asked for."""


def inbox(
    office: str,
    *,
    states: Sequence[State] = (),
    contest: str = "",
    text: str = "",
    page: int = 1,
    size: int = INBOX_PAGE,
) -> Inbox:
    """Cases of an office; without ``states`` all that are not closed. ``text`` finds numbers."""
    rows = CaseRow.objects.filter(office__code=office)
    counted = rows.order_by().values_list("state").annotate(count=Count("pk"))
    by_state = {State(state): count for state, count in counted}
    wanted = (
        rows.filter(state__in=[state.value for state in states])
        if states
        else rows.exclude(state=State.CLOSED.value)
    )
    if contest:
        wanted = wanted.filter(contest__code=contest)
    if text.strip():
        wanted = _found(wanted, text.strip())
    ordered = wanted.order_by(
        F("next_warn_on").asc(nulls_last=True),
        F("next_due_on").asc(nulls_last=True),
        "received_at",
        "pk",
    )
    first = (max(page, 1) - 1) * size
    lines = []
    for row in ordered[first : first + size]:
        case = load_case(row)
        lines.append(InboxLine(case, next(iter(case.running_clocks), None)))
    return Inbox(tuple(lines), wanted.count(), by_state)


def contests_of(office: str) -> list[tuple[str, str]]:
    """Code and name of the contests that an office has cases of."""
    found = CaseRow.objects.filter(office__code=office, contest__isnull=False)
    named = found.order_by("contest__name").values_list("contest__code", "contest__name")
    return list(named.distinct())


def _found(rows: QuerySet[CaseRow], text: str) -> QuerySet[CaseRow]:
    by_number = Q(title__icontains=text) | Q(
        pk__in=CaseRow.objects.filter(numbers__text__icontains=text).values("pk")
    )
    return rows.filter(by_number)


def find(reference: str) -> UUID | None:
    """The case of an id (also its beginning, as the desk shows it) or of a number."""
    by_number = CaseRow.objects.filter(numbers__text=reference).values_list("pk", flat=True)
    if (found := by_number.first()) is not None:
        return found
    try:
        return CaseRow.objects.filter(pk=UUID(reference)).values_list("pk", flat=True).first()
    except ValueError:
        return None


def case_of(case_id: UUID) -> Case | None:
    """The case as it stands, with no question of rights; for the command line and the sweeps."""
    row = CaseRow.objects.filter(pk=case_id).first()
    return load_case(row) if row else None


@dataclass(frozen=True, slots=True)
class CasePage:
    """Everything that the page of a case shows."""

    case: Case
    office_name: str
    contest_name: str | None
    steps: tuple[StepOption, ...]
    """All steps of the reader's roles: lawful ones are buttons, the others say why not."""
    clocks: tuple[tuple[CaseClock, Clock | None], ...]
    """Every clock with its counting anew, for the working; ``None`` when no longer countable."""
    entries: tuple[Entry, ...]
    assessment: Answer | None
    """What the lawbook answers to the facts known now."""
    missing_facts: tuple[FieldProblem, ...]
    """Why it cannot be asked yet, where it cannot."""
    personal: Mapping[int, Mapping[str, str]]
    """Names, stories and reasons by entry; ``personal[0]`` holds the report itself."""


def case_page(case_id: UUID, by: Actor, now: datetime) -> CasePage | None:
    """The page for ``by``; ``None`` for an unknown case and for a stranger's alike."""
    row = CaseRow.objects.select_related("office", "contest").filter(pk=case_id).first()
    if row is None:
        return None
    case = load_case(row)
    today = case.today(now)
    if not may(by.memberships, Action.VIEW_CASES, case.office.code, today):
        return None
    law = wired().lawbook()
    answer = answer_for(case, law)
    steps = steps_of(case, by.roles_at(case.office.code, today), law, now)
    return CasePage(
        case=case,
        office_name=row.office.name,
        contest_name=row.contest.name if row.contest else None,
        steps=tuple(with_agencies(one, case) for one in steps),
        clocks=tuple((clock, computed(law, case, clock)) for clock in case.clocks),
        entries=tuple(journal.read(stream_of(case_id))),
        assessment=answer if isinstance(answer, Answer) else None,
        missing_facts=() if isinstance(answer, Answer) else answer,
        personal=journal.personal(stream_of(case_id)),
    )


def step_for(case_id: UUID, step: Action, now: datetime) -> tuple[Case, StepOption] | None:
    """One step with its form as it stands now; the service asks who may."""
    case = case_of(case_id)
    if case is None:
        return None
    return case, with_agencies(step_option(case, step, wired().lawbook(), now), case)


def with_agencies(option: StepOption, case: Case) -> StepOption:
    """The offices of agencies that know netra, for the form of forwarding."""
    if option.step is not Action.FORWARD:
        return option
    authorities = next(one.choices for one in option.fields if one.name == "authority")
    offices = agencies([one.value for one in authorities], case.region_code)
    return option.with_choices("agency", tuple(Choice(one.code, one.name) for one in offices))


def agencies(authorities: Sequence[str], region_code: str) -> list[Office]:
    """Agencies that could be written to about an event in a region: its own, then the nation's."""
    near = enclosing(region_code)
    rows = Office.objects.filter(kind=Office.Kind.AGENCY, authority__in=authorities).filter(
        Q(region_code__in=near) | Q(level=Office.Level.RI)
    )
    return sorted(rows, key=lambda one: (-len(one.region_code), one.name))


@dataclass(frozen=True, slots=True)
class ForwardLine:
    """What an agency is shown of a case: Bawaslu's letter and summary, and nothing more."""

    case_id: UUID
    number: int
    sender: str
    track: str
    letter_number: str
    letter_on: date
    resume: str | None
    """``None`` when it was shed."""
    outcome: str
    decided_on: date | None
    items: tuple[str, ...]
    """The legal items that the kajian rested on, by their code in the lawbook."""
    basis: tuple[str, ...]


def forwarded(by: Actor, agency: str, now: datetime) -> tuple[ForwardLine, ...] | None:
    """The letters to an agency, newest first; ``None`` for who does not serve there."""
    office = Office.objects.filter(code=agency, kind=Office.Kind.AGENCY).first()
    if office is None or not may(by.memberships, Action.VIEW_FORWARDED, agency, office.today(now)):
        return None
    rows = (
        CaseForward.objects.filter(agency=office)
        .select_related("case__office")
        .order_by("-letter_on", "-pk")
    )
    return tuple(_forward_line(row) for row in rows)


def _forward_line(row: CaseForward) -> ForwardLine:
    case = load_case(row.case)
    letter = next(one for one in case.forwards if one.number == row.number)
    return ForwardLine(
        case_id=row.case_id,
        number=row.number,
        sender=row.case.office.name,
        track=row.track,
        letter_number=row.letter_number,
        letter_on=row.letter_on,
        resume=_resume(row.case_id, row.number),
        outcome=row.outcome,
        decided_on=row.decided_on,
        items=case.assessment.items if case.assessment else (),
        basis=letter.basis,
    )


def _resume(case_id: UUID, number: int) -> str | None:
    stream = stream_of(case_id)
    position = next(
        (
            entry.position
            for entry in journal.read(stream)
            if entry.kind == CaseForwarded.kind and entry.body["number"] == number
        ),
        None,
    )
    if position is None:
        return None
    return journal.personal(stream).get(position, {}).get("resume")
