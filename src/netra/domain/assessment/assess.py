"""Facts in, law out: pure, explained, and never more certain than its weakest value.

The algorithm in prose, with a worked table: ``docs/algorithms/assessment.md``.
"""

from datetime import date
from functools import lru_cache

from netra.domain.assessment.answer import Answer, Verdict
from netra.domain.assessment.eras import era_of
from netra.domain.assessment.facts import FactsInvalid, FieldProblem
from netra.domain.assessment.findings import Outcome
from netra.domain.assessment.norms import norms_for
from netra.domain.assessment.reasons import about_the_day, about_the_person, penalties
from netra.domain.assessment.routes import routes
from netra.domain.assessment.situation import situate
from netra.domain.assessment.values import Facts
from netra.domain.calendar import OutsideCalendar, long_date
from netra.domain.deadlines.clock import Clock, ClockUndetermined, Timeliness, compute_clock
from netra.domain.deadlines.desk import ContestDays
from netra.domain.lawbook.book import Lawbook
from netra.domain.lawbook.procedures import UnknownClock
from netra.domain.lawbook.values import Status
from netra.domain.lawbook.vocabulary import Because, Circumstance

_SKB = "skb-5-instansi-2022"
WINDOW = "laporan_window"
"""The clock of every laporan: how long after it became known it may come."""

_ASK_WHEN_KNOWN = (
    "Kapan pelapor mengetahui perbuatan itu, dan bagaimana? Batas laporan dihitung dari hari itu."
)
_ASK_CONTEST = "Perbuatan itu berkaitan dengan Pemilu atau Pilkada?"
_NOT_LOADED = (
    "Ketentuan netralitas mana yang berlaku pada tanggal perbuatan? Hukum saat itu belum dimuat."
)


def assess(facts: Facts, law: Lawbook) -> Answer:
    """What the law says about these facts. Raises ``FactsInvalid`` for a deed the law has not."""
    implied = _implied(law, facts.deeds)
    on = facts.act_date or facts.known_date or facts.reported_on or date.max
    clocks, said_of_clocks, late = _window(facts, law)
    if on < _loaded_from(law):
        return _law_not_loaded(facts, law, clocks, said_of_clocks, late=late)
    era = era_of(law, on)
    norms = norms_for(
        law, facts.deeds, situate(facts, implied), era if facts.act_date else None, era
    )
    reasons = (
        *about_the_day(facts),
        *norms.reasons,
        *penalties(law, norms.items, on, facts.step_date or on),
        *about_the_person(facts),
        *said_of_clocks,
    )
    cleared = norms.verdict is Verdict.NOT_A_VIOLATION
    return Answer(
        verdict=norms.verdict,
        status=norms.status,
        items=norms.items,
        tracks=routes(
            law,
            facts,
            norms.tracks,
            norms.items,
            otherwise=Outcome.EXCUSED if cleared else Outcome.CANDIDATE,
            late=late,
        ),
        clocks=clocks,
        reasons=reasons,
        questions=tuple(dict.fromkeys((*norms.questions, *_questions_of_the_clock(facts)))),
        needs_human_because=norms.because,
        lawbook_version=law.version,
    )


@lru_cache(maxsize=16384)
def _implied(law: Lawbook, deeds: tuple[str, ...]) -> frozenset[Circumstance]:
    """What telling these deeds tells besides; ``FactsInvalid`` when one of them is unknown."""
    unknown = [code for code in deeds if code not in law.deeds]
    if unknown:
        known = ", ".join(law.deeds)
        raise FactsInvalid(
            tuple(
                FieldProblem(
                    "deeds", f"Kode perbuatan “{code[:40]}” tidak dikenal. Pilihannya: {known}."
                )
                for code in unknown
            )
        )
    return frozenset(told for code in deeds for told in law.deeds[code].implies)


@lru_cache(maxsize=8)
def _loaded_from(law: Lawbook) -> date:
    """The SKB of 22 September 2022: what was forbidden before it is not loaded."""
    return law.regulations[_SKB].in_force_from.latest


def _questions_of_the_clock(facts: Facts) -> tuple[str, ...]:
    if facts.contest is None:
        return ()
    contest = () if facts.contest.kind else (_ASK_CONTEST,)
    return contest if facts.known_date else (*contest, _ASK_WHEN_KNOWN)


def _window(facts: Facts, law: Lawbook) -> tuple[tuple[Clock, ...], tuple[str, ...], bool]:
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
    said_of_clocks: tuple[str, ...],
    *,
    late: bool,
) -> Answer:
    reason = (
        f"Perbuatan terjadi sebelum SKB lima lembaga ({long_date(_loaded_from(law))}). Hukum yang "
        "berlaku saat itu belum dimuat dalam lawbook, maka netra tidak menyimpulkan apa pun."
    )
    return Answer(
        verdict=Verdict.NEEDS_HUMAN,
        status=Status.UNVERIFIED,
        items=(),
        tracks=routes(law, facts, (), (), otherwise=Outcome.CANDIDATE, late=late),
        clocks=clocks,
        reasons=(reason, *said_of_clocks),
        questions=(_NOT_LOADED,),
        needs_human_because=(Because.OPEN_LAW,),
        lawbook_version=law.version,
    )
