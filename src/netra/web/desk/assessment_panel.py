"""The assessment as the case page prints it: both classes apart, nothing resolved by netra."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from netra.domain.assessment.answer import Answer, Item, TrackAnswer
from netra.domain.cases.assessing import answer_for
from netra.domain.cases.law import receivers
from netra.domain.cases.state import Case
from netra.domain.cases.wording import AUTHORITIES, TRACKS
from netra.domain.lawbook.book import Lawbook
from netra.domain.lawbook.text import STATUS_TEXT
from netra.domain.lawbook.vocabulary import Regime
from netra.web.desk import wording


@dataclass(frozen=True, slots=True)
class ItemPart:
    """One item: ``classes`` names its two sources, never one result."""

    code: str
    title: str
    regime: str
    outcome: str
    classes: tuple[tuple[str, str], ...]
    conflict: bool
    grounds: tuple[str, ...]
    certainty: str


@dataclass(frozen=True, slots=True)
class TrackPart:
    name: str
    authority: str
    grounds: str
    outcome: str


_CANDIDATE = "candidate"
_FEW_CANDIDATES = 2


@dataclass(frozen=True, slots=True)
class AssessmentPart:
    """What ``desk/assessment.html`` prints. ``error`` says why there is no answer."""

    error: str = ""
    problems: tuple[str, ...] = ()
    verdict: str = ""
    certainty: str = ""
    items: tuple[ItemPart, ...] = ()
    candidates: tuple[ItemPart, ...] = ()
    """Items that a fact still has to decide: beside the alleged ones, or before there are any."""
    tracks: tuple[TrackPart, ...] = ()
    reasons: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()

    @property
    def folds_candidates(self) -> bool:
        """With the status unknown a dozen regimes come into question: they wait behind a line."""
        return bool(self.items) or len(self.candidates) > _FEW_CANDIDATES


def assess_for_page(case: Case, law: Lawbook, today: date) -> AssessmentPart:
    """What the lawbook answers to the facts as they are now known."""
    if not case.facts.deeds:
        return AssessmentPart(
            error="Belum ada perbuatan yang dicatat. Tentukan lewat “Catat fakta yang diketahui”."
        )
    answer = answer_for(case, law)
    if not isinstance(answer, Answer):
        return unassessable([one.message for one in answer])
    return assessment_part(answer, case, law, today)


def assessment_part(answer: Answer, case: Case, law: Lawbook, today: date) -> AssessmentPart:
    waiting = [item for item in answer.items if item.outcome == _CANDIDATE]
    settled = [item for item in answer.items if item.outcome != _CANDIDATE]
    return AssessmentPart(
        verdict=wording.VERDICT[answer.verdict],
        certainty=wording.CERTAINTY[answer.status],
        items=tuple(_item(item, law) for item in settled),
        candidates=tuple(_item(item, law) for item in waiting),
        tracks=tuple(_track(one, case, law, today) for one in answer.tracks),
        reasons=answer.reasons,
        questions=answer.questions,
    )


def _track(one: TrackAnswer, case: Case, law: Lawbook, today: date) -> TrackPart:
    """Who may be written to today; the answer itself speaks of the day of the report."""
    named = [receiver for receiver in receivers(law, case, one.track, today) if receiver.is_certain]
    return TrackPart(
        name=_capital(TRACKS[one.track]),
        authority=named[0].name if named else one.name or AUTHORITIES[one.authority],
        grounds="; ".join(named[0].basis if named else one.dasar_hukum),
        outcome=wording.OUTCOME.get(one.outcome, ""),
    )


def unassessable(problems: Sequence[str]) -> AssessmentPart:
    """The facts do not suffice, or contradict each other: said, and never guessed over."""
    return AssessmentPart(
        error="Faktanya belum dapat dinilai. Lengkapi atau perbaiki lewat “Catat fakta”.",
        problems=tuple(problems),
    )


def _capital(text: str) -> str:
    """The first letter only: the rest may hold names."""
    return text[:1].upper() + text[1:]


_CLASSED = frozenset({Regime.KODE_ETIK, Regime.DISIPLIN})
"""Only these know classes of sanction; a crime has a range, a contract its own terms."""


def _item(item: Item, law: Lawbook) -> ItemPart:
    act = law.acts.get(item.code)
    classes = (("SKB", item.skb), ("PP 94/2021", item.pp94)) if item.regime in _CLASSED else ()
    return ItemPart(
        code=item.code,
        title=act.title if act else "",
        regime=wording.REGIME[item.regime],
        outcome=wording.OUTCOME.get(item.outcome, ""),
        classes=tuple((source, wording.SANCTION[sanction]) for source, sanction in classes),
        conflict=item.conflict,
        grounds=item.dasar_hukum,
        certainty=STATUS_TEXT[item.status].capitalize() + ".",
    )
