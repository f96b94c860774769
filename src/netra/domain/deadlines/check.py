"""Checking a lawbook as a whole: references lead somewhere, values are dated, examples compute."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from netra.domain.calendar import OutsideCalendar
from netra.domain.deadlines.clock import ClockUndetermined, compute_clock
from netra.domain.lawbook.book import Lawbook
from netra.domain.lawbook.contents import SECTIONS, citations, sources
from netra.domain.lawbook.procedures import ClockRule, UnknownClock, WorkedExample
from netra.domain.lawbook.regulations import Force
from netra.domain.lawbook.text import citation_text
from netra.domain.lawbook.values import Status


@dataclass(frozen=True, slots=True)
class Report:
    """What a check found; ``problems`` is empty for a lawbook that may be used."""

    problems: tuple[str, ...]
    rows: Mapping[str, int]
    """Entries per section."""
    counts: Mapping[str, Mapping[Status, int]]
    """Values per section and status."""
    citations: int
    examples: int
    oldest_check: date | None

    @property
    def ok(self) -> bool:
        return not self.problems


def check(law: Lawbook, today: date | None = None) -> Report:
    """Check references, dates and worked examples; ``today`` also forbids checks in the future."""
    counts: dict[str, Counter[Status]] = {}
    checked: list[date] = []
    problems: list[str] = list(unresolved_citations(law))
    for section in SECTIONS:
        counts[section] = Counter()
        for place, source in sources(law, section):
            counts[section][source.status] += 1
            checked.append(source.last_checked)
            if not source.reference:
                problems.append(f"{place}: tidak menyebut sumber")
            if today is not None and source.last_checked > today:
                problems.append(f"{place}: diperiksa pada {source.last_checked}, di masa depan")
    problems.extend(_ended_without_a_day(law))
    examples = 0
    for code, rules in law.clocks.items():
        for rule in rules:
            for example in rule.examples:
                examples += 1
                problems.extend(_example_problems(law, rule, example, f"clocks.{code}"))
    return Report(
        problems=tuple(problems),
        rows={section: _rows(getattr(law, section)) for section in SECTIONS},
        counts=counts,
        citations=sum(1 for _ in citations(law)),
        examples=examples,
        oldest_check=min(checked, default=None),
    )


def unresolved_citations(law: Lawbook) -> Iterator[str]:
    """Every citation that leads to no known regulation or article, and where it stands."""
    for place, citation in citations(law):
        if why := law.regulations.why_unresolved(citation):
            yield f"{place}: {why}"


def _ended_without_a_day(law: Lawbook) -> Iterator[str]:
    for code, regulation in law.regulations.items():
        if regulation.replaced_by and regulation.in_force_until is None:
            yield f"regulations.{code}: digantikan tetapi tidak menyebut sampai kapan berlaku"


def _rows(section: object) -> int:
    if isinstance(section, Mapping | tuple):
        return len(section)
    forms, numbers = getattr(section, "forms", ()), getattr(section, "numbers", ())
    return len(forms) + len(numbers)


def _example_problems(
    law: Lawbook, rule: ClockRule, example: WorkedExample, place: str
) -> Iterator[str]:
    day = example.start.date() if isinstance(example.start, datetime) else example.start
    where = f"{place}/{example.contest} contoh {example.start.isoformat()}"
    if not rule.period.contains(day):
        yield f"{where}: di luar masa berlaku barisnya"
        return
    try:
        clock = compute_clock(law, rule.code, example.contest, example.start, zone=example.zone)
    except (UnknownClock, ClockUndetermined, OutsideCalendar) as error:
        yield f"{where}: tidak dapat dihitung: {error}"
        return
    for name in ("warn_on", "due"):
        wanted, got = getattr(example, name), getattr(clock, name)
        if wanted != got:
            yield f"{where}: {name} tertulis {wanted}, terhitung {got}"
    wanted_reach = example.reachable_until
    if wanted_reach is not None and wanted_reach != clock.reachable_until:
        yield f"{where}: reachable_until tertulis {wanted_reach}, terhitung {clock.reachable_until}"
    for citation in rule.dasar_hukum:
        regulation = law.regulations.get(citation.regulation)
        if regulation and regulation.force_on(day) in {Force.NOT_YET_IN_FORCE, Force.REPEALED}:
            yield (f"{where}: {citation_text(law.regulations, citation)} tidak berlaku pada {day}")
