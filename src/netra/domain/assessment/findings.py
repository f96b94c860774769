"""One deed against its rows: which acts follow, which may, and which are excused.

The rows of the lawbook are compiled once per lawbook into flat tuples; weighing a deed is then a
walk over them without any look-up by name.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from functools import lru_cache

from netra.domain.assessment.situation import QUESTIONS, Situation
from netra.domain.lawbook.acts import Act
from netra.domain.lawbook.book import Lawbook
from netra.domain.lawbook.conditions import Condition, Dimension
from netra.domain.lawbook.deeds import Deed, MapRow
from netra.domain.lawbook.elements import Doubt, Excuse, Proof
from netra.domain.lawbook.values import Status, weakest
from netra.domain.lawbook.vocabulary import Because

Question = tuple[str, Because]


class Outcome(IntEnum):
    """What became of an act, weakest first: the strongest of several wins."""

    EXCUSED = 0
    CANDIDATE = 1
    ESTABLISHED = 2

    @property
    def word(self) -> str:
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Finding:
    """What one act came to for one deed."""

    act: Act
    outcome: Outcome
    questions: tuple[Question, ...] = ()
    excuse: Excuse | None = None


@dataclass(frozen=True, slots=True)
class DeedFindings:
    """What one deed came to; no finding and no excuse: the lawbook has nothing for it."""

    deed: Deed
    findings: tuple[Finding, ...]
    excuses: tuple[Excuse, ...] = ()
    questions: tuple[Question, ...] = ()
    """What would tell whether an excuse holds, when no act follows."""

    @property
    def outcome(self) -> Outcome | None:
        if self.findings:
            return max(finding.outcome for finding in self.findings)
        if self.excuses:
            return Outcome.EXCUSED
        return Outcome.CANDIDATE if self.questions else None


@dataclass(frozen=True, slots=True)
class _Rule:
    """An act under one row of a deed, with everything that bears on it in one place."""

    act: Act
    condition: Condition
    needed: Proof | None
    """The proof without which the act stays a candidate."""
    element: Proof | None
    """The proof that defeats an excuse, needed or not."""
    excuses: tuple[Excuse, ...]
    doubts: tuple[Doubt, ...]


@lru_cache(maxsize=8)
def compiled(law: Lawbook) -> Mapping[str, tuple[_Rule, ...]]:
    """The rules of every deed, by its code."""
    return {code: tuple(_rules(deed, law.acts)) for code, deed in law.deeds.items()}


def _rules(deed: Deed, acts: Mapping[str, Act]) -> list[_Rule]:
    return [_rule(deed, row, acts[code]) for row in deed.maps for code in row.acts]


def _rule(deed: Deed, row: MapRow, act: Act) -> _Rule:
    element = row.proof or act.proof or deed.proof
    subjects = Condition(((Dimension.STATUS, frozenset(act.subjects)),))
    return _Rule(
        act=act,
        condition=subjects.joined(act.applies).joined(row.when),
        needed=None if row.shown_by_deed else element,
        element=element,
        excuses=act.excuses + deed.excuses,
        doubts=act.doubts + row.doubts + deed.doubts,
    )


def weigh(law: Lawbook, deed: Deed, situation: Situation, on: date) -> DeedFindings:
    """Hold one deed against its rules, with the law in force on the day of the act."""
    if deed.target is not None:
        situation = situation.about(deed.target)
    findings = []
    for rule in compiled(law)[deed.code]:
        finding = _weigh(rule, situation, on)
        if finding is not None:
            findings.append(finding)
    if findings:
        return DeedFindings(deed, tuple(findings))
    return _without_act(deed, situation)


def _without_act(deed: Deed, situation: Situation) -> DeedFindings:
    """No act follows: the deed is excused, or may be, or the lawbook has nothing for it."""
    held = [(excuse, excuse.holds(situation.possible, situation.told)) for excuse in deed.excuses]
    excuses = tuple(excuse for excuse, holds in held if holds)
    if excuses:
        return DeedFindings(deed, (), excuses)
    open_questions = [
        question
        for excuse, holds in held
        if holds is None
        for question in _asking(excuse.when.unknown(situation.possible))
    ]
    return DeedFindings(deed, (), (), tuple(dict.fromkeys(open_questions)))


def _weigh(rule: _Rule, situation: Situation, on: date) -> Finding | None:
    possible, told = situation.possible, situation.told
    applies = rule.condition.holds(possible, told)
    if applies is False or not rule.act.period.contains(on):
        return None
    proven = rule.element is not None and not rule.element.any_of.isdisjoint(told)
    questions: list[Question] = []
    for excuse in rule.excuses:
        if proven and not excuse.always:
            continue
        holds = excuse.holds(possible, told)
        if holds:
            return Finding(rule.act, Outcome.EXCUSED, excuse=excuse)
        if holds is None and rule.needed is None:
            questions.extend(_asking(excuse.when.unknown(possible)))
    if applies is None:
        questions.extend(_asking(rule.condition.unknown(possible)))
    if rule.needed is not None and not proven:
        questions.append((rule.needed.ask, rule.needed.because))
    questions.extend(
        (doubt.ask, doubt.because)
        for doubt in rule.doubts
        if doubt.period.contains(on) and doubt.when.holds(possible, told) is not False
    )
    if not questions and act_status(rule.act, possible[Dimension.STATUS]) is Status.UNVERIFIED:
        questions.append((f"{rule.act.code} belum terverifikasi; ketentuannya perlu diperiksa.",
                          Because.OPEN_LAW))  # fmt: skip
    if questions:
        return Finding(rule.act, Outcome.CANDIDATE, tuple(dict.fromkeys(questions)))
    return Finding(rule.act, Outcome.ESTABLISHED)


def _asking(dimensions: tuple[Dimension, ...]) -> list[Question]:
    return [(QUESTIONS[dimension], Because.MISSING_FACT) for dimension in dimensions]


@lru_cache(maxsize=4096)
def _act_status(source: Status, subjects: tuple[Status, ...]) -> Status:
    return weakest((source, *subjects))


def act_status(act: Act, statuses: frozenset[str]) -> Status:
    """How certain it is that the act binds this person: its text and its subject."""
    return _act_status(
        act.source.status,
        tuple(certain for subject, certain in act.subjects.items() if subject in statuses),
    )


def merged(per_deed: tuple[DeedFindings, ...]) -> tuple[Finding, ...]:
    """One finding per act, the strongest; established first, then in the order of the rows."""
    by_act: dict[str, Finding] = {}
    for result in per_deed:
        for finding in result.findings:
            known = by_act.get(finding.act.code)
            if known is None or finding.outcome > known.outcome:
                by_act[finding.act.code] = finding
            elif finding.outcome is Outcome.CANDIDATE and known.outcome is Outcome.CANDIDATE:
                questions = tuple(dict.fromkeys(known.questions + finding.questions))
                by_act[finding.act.code] = Finding(finding.act, Outcome.CANDIDATE, questions)
    return tuple(sorted(by_act.values(), key=lambda finding: -finding.outcome))
