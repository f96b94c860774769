"""Facts in, law out: pure, explained, and never more certain than its weakest value.

The algorithm in prose, with a worked table: ``docs/algorithms/assessment.md``.
"""

from datetime import date
from functools import lru_cache

from netra.domain.assessment.answer import Answer, Item, Verdict
from netra.domain.assessment.facts import FactsInvalid, FieldProblem
from netra.domain.assessment.findings import (
    DeedFindings,
    Finding,
    Outcome,
    Question,
    merged,
    weigh,
)
from netra.domain.assessment.items import item_of
from netra.domain.assessment.reasons import reasons_of
from netra.domain.assessment.routes import routes
from netra.domain.assessment.situation import Situation, situate
from netra.domain.assessment.values import Facts
from netra.domain.calendar import OutsideCalendar
from netra.domain.deadlines.clock import Clock, ClockUndetermined, Timeliness, compute_clock
from netra.domain.deadlines.desk import ContestDays
from netra.domain.lawbook.book import Lawbook
from netra.domain.lawbook.procedures import UnknownClock
from netra.domain.lawbook.values import Status, weakest
from netra.domain.lawbook.vocabulary import Because

_SKB = "skb-5-instansi-2022"
_RESIDUAL = "other"
"""The deed whose rows stand in when the lawbook has no row for what was reported."""
WINDOW = "laporan_window"

_ASK_WHEN: Question = ("Kapan perbuatan itu terjadi?", Because.MISSING_FACT)
_ASK_WHEN_KNOWN: Question = (
    "Kapan pelapor mengetahui perbuatan itu, dan bagaimana? Batas laporan dihitung dari hari itu.",
    Because.MISSING_FACT,
)
_ASK_CONTEST: Question = (
    "Perbuatan itu berkaitan dengan Pemilu atau Pilkada?",
    Because.MISSING_FACT,
)
_NOT_COVERED: Question = (
    "Lawbook belum memuat butir untuk perbuatan ini bagi status terlapor. Ketentuan mana yang berlaku?",
    Because.OPEN_LAW,
)
_NOT_LOADED: Question = (
    "Ketentuan netralitas mana yang berlaku pada tanggal perbuatan? Hukum saat itu belum dimuat.",
    Because.OPEN_LAW,
)


def assess(facts: Facts, law: Lawbook) -> Answer:
    """What the law says about these facts. Raises ``FactsInvalid`` for a deed the law has not."""
    _require_known_deeds(facts, law)
    deeds = tuple(law.deeds[code] for code in facts.deeds)
    implied = frozenset().union(*(deed.implies for deed in deeds))
    situation = situate(facts, implied)
    on = _law_date(facts)
    clocks, clock_reasons, late = _clocks(facts, law)
    if on < _loaded_from(law):
        return _law_not_loaded(facts, law, clocks, clock_reasons, late=late)
    per_deed = tuple(_weighed(law, code, situation, on) for code in facts.deeds)
    findings = merged(per_deed)
    questions = _questions(findings, per_deed)
    if facts.act_date is None:
        findings = tuple(_doubted(finding) for finding in findings)
        questions.append(_ASK_WHEN)
    verdict = _verdict(findings, per_deed, when_known=facts.act_date is not None)
    items = tuple(item_of(law, finding, situation, on) for finding in findings)
    because = {ground for _text, ground in questions} if verdict is Verdict.NEEDS_HUMAN else set()
    questions.extend(_questions_of_the_clock(facts))
    return Answer(
        verdict=verdict,
        status=_status(verdict, items, per_deed),
        items=items,
        tracks=routes(law, facts, findings, items, _otherwise(verdict), late=late),
        clocks=clocks,
        reasons=(
            *reasons_of(
                law,
                facts,
                situation,
                per_deed=per_deed,
                findings=findings,
                items=items,
                on=on,
            ),
            *clock_reasons,
        ),
        questions=tuple(dict.fromkeys(text for text, _ground in questions)),
        needs_human_because=tuple(ground for ground in Because if ground in because),
        lawbook_version=law.version,
    )


def _require_known_deeds(facts: Facts, law: Lawbook) -> None:
    unknown = [code for code in facts.deeds if code not in law.deeds]
    if unknown:
        raise FactsInvalid(
            tuple(
                FieldProblem(
                    "deeds",
                    f"Kode perbuatan “{code[:40]}” tidak dikenal. Pilihannya: {', '.join(law.deeds)}.",
                )
                for code in unknown
            )
        )


def _law_date(facts: Facts) -> date:
    """The day that selects norm and sanction; unknown: the latest day it can have been."""
    return facts.act_date or facts.known_date or facts.reported_on or date.max


@lru_cache(maxsize=8)
def _loaded_from(law: Lawbook) -> date:
    return law.regulations[_SKB].in_force_from.latest


def _weighed(law: Lawbook, code: str, situation: Situation, on: date) -> DeedFindings:
    """The deed's own rows; where they yield nothing, those of the residual deed."""
    result = weigh(law, law.deeds[code], situation, on)
    if result.outcome is not None:
        return result
    return DeedFindings(result.deed, weigh(law, law.deeds[_RESIDUAL], situation, on).findings, ())


def _doubted(finding: Finding) -> Finding:
    if finding.outcome is not Outcome.ESTABLISHED:
        return finding
    return Finding(finding.act, Outcome.CANDIDATE, (_ASK_WHEN,))


def _questions(findings: tuple[Finding, ...], per_deed: tuple[DeedFindings, ...]) -> list[Question]:
    questions = [question for finding in findings for question in finding.questions]
    if any(result.outcome is None for result in per_deed):
        questions.append(_NOT_COVERED)
    return questions


def _verdict(
    findings: tuple[Finding, ...], per_deed: tuple[DeedFindings, ...], *, when_known: bool
) -> Verdict:
    if any(finding.outcome is Outcome.ESTABLISHED for finding in findings):
        return Verdict.VIOLATION_ALLEGED
    if when_known and all(result.outcome is Outcome.EXCUSED for result in per_deed):
        return Verdict.NOT_A_VIOLATION
    return Verdict.NEEDS_HUMAN


def _otherwise(verdict: Verdict) -> Outcome:
    return Outcome.EXCUSED if verdict is Verdict.NOT_A_VIOLATION else Outcome.CANDIDATE


def _status(
    verdict: Verdict, items: tuple[Item, ...], per_deed: tuple[DeedFindings, ...]
) -> Status:
    """The weakest of what the verdict stands on: its items, or the excuses that clear it."""
    if verdict is Verdict.VIOLATION_ALLEGED:
        return weakest(item.status for item in items if item.outcome == Outcome.ESTABLISHED.word)
    if verdict is Verdict.NOT_A_VIOLATION:
        excuses = [excuse for result in per_deed for excuse in result.excuses]
        excuses.extend(
            finding.excuse
            for result in per_deed
            for finding in result.findings
            if finding.excuse is not None
        )
        return weakest(excuse.source.status for excuse in excuses)
    return weakest(item.status for item in items) if items else Status.UNVERIFIED


def _questions_of_the_clock(facts: Facts) -> list[Question]:
    if facts.contest is None:
        return []
    questions = [] if facts.contest.kind else [_ASK_CONTEST]
    return questions if facts.known_date else [*questions, _ASK_WHEN_KNOWN]


def _clocks(facts: Facts, law: Lawbook) -> tuple[tuple[Clock, ...], tuple[str, ...], bool]:
    """The window for a laporan, what is to be said about it, and whether the report was late."""
    contest = facts.contest
    if contest is None or contest.kind is None or facts.known_date is None:
        return (), (), False
    days = ContestDays(campaign_to=contest.campaign_to, voting_on=contest.voting_on)
    try:
        clock = compute_clock(
            law, WINDOW, contest.kind, facts.known_date, zone=facts.zone, contest_days=days
        )
    except (UnknownClock, ClockUndetermined, OutsideCalendar) as error:
        return (), (f"Batas laporan tidak dapat dihitung: {error}",), False
    if facts.reported_at is None:
        return (clock,), (), False
    judged = clock.judge(facts.reported_at)
    if judged.timeliness is Timeliness.LATE:
        return (clock,), (f"Laporan melewati batas. {judged.reason} {clock.consequence}",), True
    if judged.timeliness is Timeliness.PERSON_DECIDES:
        return (clock,), (judged.reason,), False
    return (clock,), (), False


def _law_not_loaded(
    facts: Facts,
    law: Lawbook,
    clocks: tuple[Clock, ...],
    clock_reasons: tuple[str, ...],
    *,
    late: bool,
) -> Answer:
    reason = (
        f"Perbuatan terjadi sebelum SKB lima lembaga ({_loaded_from(law)}). Hukum yang berlaku saat itu "
        "belum dimuat dalam lawbook, maka netra tidak menyimpulkan apa pun."
    )
    return Answer(
        verdict=Verdict.NEEDS_HUMAN,
        status=Status.UNVERIFIED,
        items=(),
        tracks=routes(law, facts, (), (), Outcome.CANDIDATE, late=late),
        clocks=clocks,
        reasons=(reason, *clock_reasons),
        questions=(_NOT_LOADED[0],),
        needs_human_because=(_NOT_LOADED[1],),
        lawbook_version=law.version,
    )
