"""Folding the journal and comparing: every row of a case must follow from its entries."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from uuid import UUID

from django.db.models import QuerySet

from netra.apps.cases.models import Case as CaseRow
from netra.apps.cases.models import DrawnNumber
from netra.apps.cases.rows import read_rows, rows_of
from netra.apps.intake.models import StatusRow, Submission
from netra.apps.journal import services as journal
from netra.apps.organisations.models import Sequence
from netra.domain.cases.evolve import NotACase
from netra.domain.cases.recording import fold, stream_of
from netra.domain.journal.entry import Entry


@dataclass(frozen=True, slots=True)
class Difference:
    """One field of one row that is not what the journal says."""

    where: str
    field: str
    row: object
    journal: object

    def __str__(self) -> str:
        return f"{self.where} {self.field}: baris {self.row!r}, jurnal {self.journal!r}"


@dataclass(frozen=True, slots=True)
class Replay:
    """What folding all cases found."""

    cases: int
    numbers: int
    differences: tuple[Difference, ...]


def replay() -> Replay:
    """Fold every case, compare every row and every sequence. Memory: one case at a time."""
    differences: list[Difference] = []
    cases = 0
    for row in CaseRow.objects.select_related("office", "contest").order_by("pk").iterator(200):
        differences.extend(_case(row))
        cases += 1
    for submission in _submissions().filter(opened_at__isnull=True).order_by("pk").iterator(200):
        differences.extend(_submission(submission, journal.read(stream_of(submission.pk))))
    differences.extend(_opened_without_row())
    numbers, gaps = _sequences()
    differences.extend(gaps)
    return Replay(cases, numbers, tuple(differences))


def _case(row: CaseRow) -> Iterator[Difference]:
    where = row.pk.hex
    entries = journal.read(stream_of(row.pk))
    if (submission := _submissions().filter(pk=row.pk).first()) is not None:
        yield from _submission(submission, entries)
    try:
        case = fold(entries)
    except (NotACase, AttributeError, LookupError, ValueError, TypeError) as error:
        yield Difference(where, "jurnal", row.state, f"tidak dapat dilipat: {error}")
        return
    if case is None:
        yield Difference(where, "jurnal", row.state, None)
        return
    wanted, found = rows_of(case), read_rows(row)
    yield from _compare(where, found.case, wanted.case)
    for part, there, expected in (
        ("nomor", found.numbers, wanted.numbers),
        ("tenggat", found.clocks, wanted.clocks),
        ("penerusan", found.forwards, wanted.forwards),
    ):
        for key in sorted(there.keys() | expected.keys()):
            if key not in there or key not in expected:
                yield Difference(where, f"{part} {key}", there.get(key), expected.get(key))
            else:
                yield from _compare(f"{where} {part} {key}", there[key], expected[key])
    shown = StatusRow.objects.filter(pk=row.pk).values_list("state", flat=True).first()
    if shown != case.state.value:
        yield Difference(where, "status tanda terima", shown, case.state.value)


def _submissions() -> QuerySet[Submission]:
    return Submission.objects.select_related("office", "contest", "identity")


def _submission(row: Submission, entries: list[Entry]) -> Iterator[Difference]:
    """What came in, against its first entry; the sealed reporter, against the hash of the seal."""
    where = f"{row.pk.hex} laporan masuk"
    if not entries:
        yield Difference(where, "jurnal", row.received_at, None)
        return
    first = entries[0]
    if not isinstance(first.body, Mapping):
        return  # the journal's own check names it
    identity = getattr(row, "identity", None)
    found = {
        "office": row.office.code,
        "contest": row.contest.code if row.contest else None,
        "channel": row.channel,
        "anonymous": row.anonymous,
        "identity": sha256(identity.sealed).hexdigest() if identity else None,
    }
    yield from _compare(where, found, {name: first.body.get(name) for name in found})
    yield from _compare(where, {"received_at": row.received_at}, {"received_at": first.at})


def _compare(
    where: str, found: Mapping[str, object], wanted: Mapping[str, object]
) -> Iterator[Difference]:
    for field, expected in wanted.items():
        if found[field] != expected:
            yield Difference(where, field, found[field], expected)


def _opened_without_row() -> Iterator[Difference]:
    """An opened submission whose case row is gone, and a row whose submission is not opened."""
    opened = set(Submission.objects.filter(opened_at__isnull=False).values_list("pk", flat=True))
    rows: set[UUID] = set(CaseRow.objects.values_list("pk", flat=True))
    for case_id in sorted(opened - rows):
        yield Difference(case_id.hex, "baris perkara", None, "dibuka")
    for case_id in sorted(rows - opened):
        yield Difference(case_id.hex, "laporan masuk", "dibuka", None)


def _sequences() -> tuple[int, list[Difference]]:
    """Every sequence gave 1 to its last number, each to one case."""
    drawn: dict[tuple[int, int, str], list[int]] = {}
    rows = DrawnNumber.objects.order_by("number").values_list(
        "office_id", "year", "series", "number"
    )
    for office, year, series, number in rows.iterator(1000):
        drawn.setdefault((office, year, series), []).append(number)
    lasts = {
        (office, year, series): last
        for office, year, series, last in Sequence.objects.values_list(
            "office_id", "year", "series", "last"
        )
    }
    differences = [
        Difference(
            f"kantor {office} tahun {year} seri {series}",
            "urutan nomor",
            drawn.get((office, year, series), []),
            f"1 sampai {lasts.get((office, year, series), 0)}",
        )
        for office, year, series in sorted(drawn.keys() | lasts.keys())
        if drawn.get((office, year, series), [])
        != list(range(1, lasts.get((office, year, series), 0) + 1))
    ]
    return sum(len(numbers) for numbers in drawn.values()), differences
