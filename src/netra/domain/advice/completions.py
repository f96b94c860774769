"""What is left open by a question, filled in every plausible way, and assessed.

A completion is a full set of facts that fits what was asked. Days of an election that nobody gave
are laid around the day of the deed so that it falls into the phase meant.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from netra.domain.advice.question import Question
from netra.domain.assessment.answer import Answer, Item, Verdict
from netra.domain.assessment.assess import assess
from netra.domain.assessment.findings import Outcome, compiled
from netra.domain.assessment.values import Actor, Contest, Facts
from netra.domain.lawbook.book import Lawbook
from netra.domain.lawbook.lexicon import Phase
from netra.domain.lawbook.values import Status, weakest
from netra.domain.lawbook.vocabulary import (
    CONTRADICTIONS,
    ActorStatus,
    Circumstance,
    ContestKind,
)

_ASSUMED = (ActorStatus.PNS, ActorStatus.PPPK)
"""Who asks without saying so is taken for ASN: the door is theirs."""
_KINDS = (ContestKind.PILKADA, ContestKind.PEMILU)
# Days from the day of the deed: candidates set, campaign from, campaign to, voting.
_DAYS: dict[Phase, tuple[int, int, int, int]] = {
    Phase.BEFORE_SET: (60, 63, 120, 124),
    Phase.AFTER_SET: (-70, -60, -2, 2),
    Phase.CAMPAIGN: (-30, -20, 30, 34),
}


@dataclass(frozen=True, slots=True)
class Weighed:
    """The answers to every completion of one question."""

    answers: tuple[Answer, ...]

    @property
    def cleared(self) -> bool:
        """Whether no completion is a violation, nor one that a person would have to judge."""
        return all(one.verdict is Verdict.NOT_A_VIOLATION for one in self.answers)

    @property
    def alleged(self) -> bool:
        """Whether some completion is a violation as it stands."""
        return any(one.verdict is Verdict.VIOLATION_ALLEGED for one in self.answers)

    @property
    def status(self) -> Status:
        return weakest(one.status for one in self.answers)

    def items(self) -> tuple[Item, ...]:
        """What the deed may come under: what is established, else what a person would weigh."""
        for outcome in (Outcome.ESTABLISHED, Outcome.CANDIDATE):
            found = {
                item.code: item
                for answer in self.answers
                for item in answer.items
                if item.outcome == outcome.word
            }
            if found:
                return tuple(found.values())
        return ()


def weigh(
    question: Question,
    law: Lawbook,
    deed: str,
    *,
    suppose: frozenset[Circumstance] = frozenset(),
    on_cltn: bool = False,
) -> Weighed:
    """Assess one deed in every completion of ``question``, supposing some facts besides."""
    told = question.told | suppose
    answers = (
        assess(_facts(question, deed, told, contest, status, on_cltn=on_cltn), law)
        for status in ((question.status,) if question.status else _ASSUMED)
        for contest in _contests(question, law, deed)
    )
    return Weighed(tuple(answers))


def open_circumstances(question: Question, law: Lawbook, deed: str) -> list[Circumstance]:
    """What would turn the deed into a violation and has been neither told nor ruled out."""
    rules, row = compiled(law)[deed], law.deeds[deed]
    bearing: set[Circumstance] = set()
    for rule in rules:
        bearing |= rule.condition.told
        bearing |= rule.element.any_of if rule.element else frozenset()
    for excuse in row.excuses:
        bearing |= excuse.unless
    bearing -= question.told | question.denied | row.implies
    told = question.told | row.implies
    return [one for one in Circumstance if one in bearing and fits(one, told)]


def fits(one: Circumstance, told: frozenset[Circumstance]) -> bool:
    """Whether a circumstance can be true together with what was told."""
    return not any(
        (one == first and told & others) or (first in told and one in others)
        for first, others in CONTRADICTIONS
    )


def _contests(question: Question, law: Lawbook, deed: str) -> Iterator[Contest | None]:
    advice = law.advice.deeds.get(deed)
    kinds: tuple[ContestKind, ...] = tuple(k for k in _KINDS if k in question.contests) or _KINDS
    bound = advice.contests if advice else ()
    if bound:
        kinds = tuple(kind for kind in kinds if kind in bound) or bound
    phases = question.phases or (frozenset(Phase) - ({Phase.NO_CONTEST} if bound else set()))
    for phase in Phase:
        if phase not in phases:
            continue
        if phase is Phase.NO_CONTEST:
            yield None
        else:
            yield from (_contest(kind, phase, question.on) for kind in kinds)


def _contest(kind: ContestKind, phase: Phase, on: date) -> Contest:
    set_on, first, last, voting = (on + timedelta(days=days) for days in _DAYS[phase])
    return Contest(kind, set_on, first, last, voting)


def _facts(
    question: Question,
    deed: str,
    told: frozenset[Circumstance],
    contest: Contest | None,
    status: ActorStatus,
    *,
    on_cltn: bool,
) -> Facts:
    return Facts(
        deeds=(deed,),
        act_date=question.on,
        known_date=None,
        reported_at=None,
        reported_on=None,
        zone=None,
        actor=Actor(
            status=status,
            position=question.position,
            role=question.role,
            on_cltn=question.on_cltn or on_cltn,
            spouse_of_candidate=question.spouse_of_candidate or deed == "spouse_accompany",
        ),
        contest=contest,
        target=None,
        circumstances=told,
    )
