"""The legal part of an answer: verdict, items, reasons and questions for one situation in one era.

It depends on nothing but its arguments, and their number is small in practice (the same deeds by
the same kinds of people), so results are kept; an answer then only adds days, desks and clocks.
"""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from netra.domain.assessment.answer import Item, Verdict
from netra.domain.assessment.findings import (
    DeedFindings,
    Finding,
    Outcome,
    Question,
    merged,
    weigh,
)
from netra.domain.assessment.items import item_of
from netra.domain.assessment.reasons import legal_reasons
from netra.domain.assessment.situation import Situation
from netra.domain.lawbook.book import Lawbook
from netra.domain.lawbook.elements import Excuse
from netra.domain.lawbook.values import Status, weakest
from netra.domain.lawbook.vocabulary import Because, Track

_RESIDUAL = "other"
"""The deed whose rows stand in when the lawbook has no row for what was reported."""
_ASK_WHEN: Question = ("Kapan perbuatan itu terjadi?", Because.MISSING_FACT)
_NOT_COVERED: Question = (
    "Lawbook belum memuat butir untuk perbuatan ini bagi status terlapor. Apa yang berlaku?",
    Because.OPEN_LAW,
)


@dataclass(frozen=True, slots=True)
class Norms:
    """What the norms say, before any desk or clock."""

    verdict: Verdict
    status: Status
    items: tuple[Item, ...]
    tracks: tuple[tuple[Track, Outcome], ...]
    reasons: tuple[str, ...]
    questions: tuple[str, ...]
    because: tuple[Because, ...]


@lru_cache(maxsize=65536)
def norms_for(
    law: Lawbook, deeds: tuple[str, ...], situation: Situation, era: date | None, on: date
) -> Norms:
    """Weigh ``deeds`` in ``situation`` by the law of ``on``; ``era`` ``None``: the day is unknown."""
    per_deed = tuple(_weighed(law, code, situation, on) for code in deeds)
    findings = merged(per_deed)
    questions = [question for finding in findings for question in finding.questions]
    questions.extend(question for result in per_deed for question in result.questions)
    if any(result.outcome is None for result in per_deed):
        questions.append(_NOT_COVERED)
    if era is None:
        findings = tuple(_doubted(finding) for finding in findings)
        questions.append(_ASK_WHEN)
    verdict = _verdict(findings, per_deed, when_known=era is not None)
    items = tuple(item_of(law, finding, situation, on) for finding in findings)
    excuses = _excuses(per_deed)
    because = {ground for _text, ground in questions} if verdict is Verdict.NEEDS_HUMAN else set()
    return Norms(
        verdict=verdict,
        status=_status(verdict, items, excuses),
        items=items,
        tracks=_tracks(findings),
        reasons=legal_reasons(law, situation, per_deed, findings, items),
        questions=tuple(dict.fromkeys(text for text, _ground in questions)),
        because=tuple(ground for ground in Because if ground in because),
    )


def _weighed(law: Lawbook, code: str, situation: Situation, on: date) -> DeedFindings:
    """The deed's own rows; where they yield nothing, those of the residual deed."""
    result = weigh(law, law.deeds[code], situation, on)
    if result.outcome is not None:
        return result
    return DeedFindings(result.deed, weigh(law, law.deeds[_RESIDUAL], situation, on).findings)


def _doubted(finding: Finding) -> Finding:
    if finding.outcome is not Outcome.ESTABLISHED:
        return finding
    return Finding(finding.act, Outcome.CANDIDATE, (_ASK_WHEN,))


def _verdict(
    findings: tuple[Finding, ...], per_deed: tuple[DeedFindings, ...], *, when_known: bool
) -> Verdict:
    if any(finding.outcome is Outcome.ESTABLISHED for finding in findings):
        return Verdict.VIOLATION_ALLEGED
    if when_known and all(result.outcome is Outcome.EXCUSED for result in per_deed):
        return Verdict.NOT_A_VIOLATION
    return Verdict.NEEDS_HUMAN


def _status(verdict: Verdict, items: tuple[Item, ...], excuses: tuple[Excuse, ...]) -> Status:
    """The weakest of what the verdict stands on: its items, or the excuses that clear it."""
    if verdict is Verdict.VIOLATION_ALLEGED:
        return weakest(item.status for item in items if item.outcome == Outcome.ESTABLISHED.word)
    if verdict is Verdict.NOT_A_VIOLATION:
        return weakest(excuse.source.status for excuse in excuses)
    return weakest(item.status for item in items) if items else Status.UNVERIFIED


def _excuses(per_deed: tuple[DeedFindings, ...]) -> tuple[Excuse, ...]:
    return tuple(
        excuse
        for result in per_deed
        for excuse in (*result.excuses, *(finding.excuse for finding in result.findings))
        if excuse is not None
    )


def _tracks(findings: tuple[Finding, ...]) -> tuple[tuple[Track, Outcome], ...]:
    """Every track the acts open, in a fixed order, each as strong as its strongest act."""
    strongest: dict[Track, Outcome] = {}
    for finding in findings:
        for track in finding.act.tracks:
            strongest[track] = max(finding.outcome, strongest.get(track, finding.outcome))
    return tuple((track, strongest[track]) for track in Track if track in strongest)
