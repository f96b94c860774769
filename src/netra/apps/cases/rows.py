"""Between the domain's case and its rows: one mapping, used to write, to read and to check."""

from collections.abc import Mapping
from dataclasses import dataclass

from netra.apps.cases.models import Case as CaseRow
from netra.apps.cases.models import CaseClock, CaseForward, DrawnNumber
from netra.apps.intake.models import Submission
from netra.apps.organisations.models import Office
from netra.domain.cases.codec import Json, dump, load
from netra.domain.cases.state import Case

Values = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class RowSet:
    """What the rows of one case must say. Offices and contests by code, so that it compares."""

    case: Values
    numbers: Mapping[str, Values]
    clocks: Mapping[str, Values]
    forwards: Mapping[str, Values]


def rows_of(case: Case) -> RowSet:
    """The rows that ``case`` comes to."""
    first = next(iter(case.running_clocks), None)
    snapshot = dump(case)
    return RowSet(
        case={
            "office": case.office.code,
            "contest": case.contest_code,
            "version": case.version,
            "state": case.state.value,
            "kind": case.kind.value,
            "title": case.title,
            "anonymous": case.anonymous,
            "received_at": case.received_at,
            "registered_at": case.registered_at,
            "closed_at": case.closed_at,
            "next_clock": first.code if first else "",
            "next_warn_on": first.warn_on if first else None,
            "next_due_on": first.due if first else None,
            "undecided": bool(case.undecided_clocks),
            "snapshot": snapshot,
        },
        numbers={
            one.series.value: {
                "office": case.office.code,
                "year": one.year,
                "number": one.number,
                "text": one.text,
            }
            for one in case.numbers
        },
        clocks={
            one.code: {
                "start": one.start,
                "warn_on": one.warn_on,
                "due": one.due,
                "lapses": one.lapses,
                "status": one.status,
                "outcome": one.outcome.value if one.outcome else "",
                "stopped_at": one.stopped_at,
            }
            for one in case.clocks
        },
        forwards={
            str(one.number): {
                "track": one.track.value,
                "authority": one.authority,
                "agency": one.agency,
                "letter_number": one.letter_number,
                "letter_on": one.letter_on,
                "outcome": one.decision.outcome if one.decision else "",
                "decided_on": one.decision.decided_on if one.decision else None,
            }
            for one in case.forwards
        },
    )


def read_rows(row: CaseRow) -> RowSet:
    """What the rows of one case do say."""
    wanted = _CASE_FIELDS
    return RowSet(
        case={
            **{name: getattr(row, name) for name in wanted},
            "office": row.office.code,
            "contest": row.contest.code if row.contest else None,
        },
        numbers={
            one.series: {
                "office": one.office.code,
                "year": one.year,
                "number": one.number,
                "text": one.text,
            }
            for one in row.numbers.select_related("office")
        },
        clocks={
            one.code: {name: getattr(one, name) for name in _CLOCK_FIELDS}
            for one in row.clocks.all()
        },
        forwards={
            str(one.number): {
                **{name: getattr(one, name) for name in _FORWARD_FIELDS},
                "agency": one.agency.code if one.agency else None,
            }
            for one in row.forwards.select_related("agency")
        },
    )


_CASE_FIELDS = (
    "version",
    "state",
    "kind",
    "title",
    "anonymous",
    "received_at",
    "registered_at",
    "closed_at",
    "next_clock",
    "next_warn_on",
    "next_due_on",
    "undecided",
    "snapshot",
)
_CLOCK_FIELDS = ("start", "warn_on", "due", "lapses", "status", "outcome", "stopped_at")
_FORWARD_FIELDS = (
    "track",
    "authority",
    "letter_number",
    "letter_on",
    "outcome",
    "decided_on",
)


def load_case(row: CaseRow) -> Case:
    """The domain's value of a row."""
    snapshot: Json = row.snapshot
    return load(Case, snapshot)


def insert(case: Case, submission: Submission, counted_with: str) -> CaseRow:
    """The first rows of a case that was just opened; ``counted_with`` is the calendar's mark."""
    wanted = rows_of(case)
    row = CaseRow(
        id=case.id,
        **{
            **wanted.case,
            "office": submission.office,
            "contest": submission.contest,
            "counted_with": counted_with,
        },
    )
    row.save(force_insert=True)
    _write_parts(row, wanted, before=RowSet({}, {}, {}, {}))
    return row


def update(row: CaseRow, before: Case, case: Case) -> None:
    """Bring a locked row, and those below it, from ``before`` to ``case``."""
    wanted = rows_of(case)
    # Office and contest were fixed when the case was opened.
    for name in _CASE_FIELDS:
        setattr(row, name, wanted.case[name])
    row.save(update_fields=_CASE_FIELDS)
    _write_parts(row, wanted, before=rows_of(before))


def _write_parts(row: CaseRow, wanted: RowSet, *, before: RowSet) -> None:
    """Only what changed; nothing of a case is ever deleted."""
    for series, number in wanted.numbers.items():
        if before.numbers.get(series) != number:
            DrawnNumber.objects.create(case=row, series=series, **{**number, "office": row.office})
    for code, clock in wanted.clocks.items():
        if before.clocks.get(code) != clock:
            CaseClock.objects.update_or_create(case=row, code=code, defaults=dict(clock))
    for letter, forward in wanted.forwards.items():
        if before.forwards.get(letter) != forward:
            agency = forward["agency"]
            CaseForward.objects.update_or_create(
                case=row,
                number=int(letter),
                defaults={
                    **forward,
                    "agency": Office.objects.get(code=agency) if agency else None,
                },
            )
