"""From facts to what is still possible: the target by date, the phases, the unknowns."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from netra.domain.assessment.values import Contest, Facts
from netra.domain.deadlines.counting import add_months
from netra.domain.lawbook.conditions import WORDS, Dimension, Possible
from netra.domain.lawbook.vocabulary import (
    Circumstance,
    ContestKind,
    Position,
    TargetKind,
    YesNo,
)

_ALL: Mapping[Dimension, frozenset[str]] = {
    dimension: frozenset(words) for dimension, words in WORDS.items()
}
_ALL_CONTESTS: frozenset[str] = frozenset({ContestKind.PILKADA, ContestKind.PEMILU})
_CALON: frozenset[str] = frozenset({TargetKind.CALON})
_BAKAL_CALON: frozenset[str] = frozenset({TargetKind.BAKAL_CALON})
_EITHER_CALON = _CALON | _BAKAL_CALON
_YES: frozenset[str] = frozenset({YesNo.YES})
_NO: frozenset[str] = frozenset({YesNo.NO})
_YES_OR_NO = _YES | _NO
_ONE: Mapping[str, frozenset[str]] = {
    word: frozenset({word}) for words in WORDS.values() for word in words
}
MUTATION_BAN_MONTHS = 6
"""UU 10/2016 Pasal 71 ayat (2): from the same date six months before, that day included."""


@dataclass(frozen=True, slots=True)
class Situation:
    """The facts as sets of possibilities, with what was told."""

    possible: Possible
    told: frozenset[Circumstance]

    def about(self, target: TargetKind) -> "Situation":
        """The same situation for a deed that always has this target."""
        possible = list(self.possible)
        possible[Dimension.TARGET] = _ONE[target]
        return Situation(tuple(possible), self.told)


def situate(facts: Facts, implied: frozenset[Circumstance]) -> Situation:
    """The facts, with what telling the deeds tells besides."""
    actor = facts.actor
    by_date = possible_targets(facts)
    targets = _ONE[facts.target] if facts.target else by_date
    position = None if actor.position is Position.UNKNOWN else actor.position
    return Situation(
        possible=(
            _known(Dimension.STATUS, actor.status),
            _known(Dimension.POSITION, position),
            _ONE[actor.role],
            _yes_no(actor.on_cltn),
            _yes_no(actor.spouse_of_candidate),
            _contests(facts.contest),
            targets,
            _in_campaign(facts),
            _in_mutation_ban(facts),
            _candidates_set(by_date if facts.target is TargetKind.PARPOL else targets),
        ),
        told=facts.circumstances | implied,
    )


def possible_targets(facts: Facts) -> frozenset[str]:
    """Calon or bakal calon as the dates tell; both when they do not, and on the set date itself."""
    contest, day = facts.contest, facts.act_date
    if contest is None:
        return _BAKAL_CALON
    set_on = contest.candidates_set_on
    if day is None:
        return _BAKAL_CALON if _surely_before(facts, set_on) else _EITHER_CALON
    if set_on is None:
        campaign_runs = contest.campaign_from is not None and day >= contest.campaign_from
        return _CALON if campaign_runs else _EITHER_CALON
    if day == set_on:
        return _EITHER_CALON
    return _CALON if day > set_on else _BAKAL_CALON


def _surely_before(facts: Facts, day: date | None) -> bool:
    """Whether an act of unknown day was before ``day``, because it was already known by then."""
    latest = facts.known_date or facts.reported_on
    return latest is not None and day is not None and latest < day


def _in_campaign(facts: Facts) -> frozenset[str]:
    contest, day = facts.contest, facts.act_date
    if contest is None:
        return _NO
    if day is None:
        return _NO if _surely_before(facts, contest.campaign_from) else _YES_OR_NO
    first, last, set_on = contest.campaign_from, contest.campaign_to, contest.candidates_set_on
    before = (first is not None and day < first) or (set_on is not None and day < set_on)
    after = (last is not None and day > last) or (
        contest.voting_on is not None and day >= contest.voting_on
    )
    if before or after:
        return _NO
    return _YES if first is not None and last is not None else _YES_OR_NO


def _candidates_set(targets: frozenset[str]) -> frozenset[str]:
    if targets == _EITHER_CALON:
        return _YES_OR_NO
    return _YES if targets == _CALON else _NO


def _in_mutation_ban(facts: Facts) -> frozenset[str]:
    contest, day = facts.contest, facts.act_date
    if contest is None:
        return _NO
    if day is None or contest.candidates_set_on is None:
        return _YES_OR_NO
    return _YES if day >= _ban_begins(contest.candidates_set_on) else _NO


@lru_cache(maxsize=1024)
def _ban_begins(set_on: date) -> date:
    return add_months(set_on, -MUTATION_BAN_MONTHS)


def _contests(contest: Contest | None) -> frozenset[str]:
    if contest is None:
        return _ONE[ContestKind.NONE]
    return _ONE[contest.kind] if contest.kind else _ALL_CONTESTS


def _known(dimension: Dimension, value: StrEnum | None) -> frozenset[str]:
    return _ALL[dimension] if value is None else _ONE[value]


def _yes_no(value: bool | None) -> frozenset[str]:
    if value is None:
        return _YES_OR_NO
    return _YES if value else _NO


QUESTIONS: Mapping[Dimension, str] = {
    Dimension.STATUS: "Apa status kepegawaian terlapor pada tanggal perbuatan?",
    Dimension.POSITION: "Apa jabatan terlapor pada tanggal perbuatan?",
    Dimension.ROLE: "Apakah terlapor sedang menjadi penjabat, pelaksana tugas, atau sekda?",
    Dimension.ON_CLTN: (
        "Apakah terlapor sedang cuti di luar tanggungan negara (CLTN) pada tanggal perbuatan?"
    ),
    Dimension.SPOUSE_OF_CANDIDATE: "Apakah terlapor suami atau istri calon atau bakal calon?",
    Dimension.CONTEST: "Perbuatan itu berkaitan dengan Pemilu atau Pilkada?",
    Dimension.TARGET: (
        "Kapan calon ditetapkan, dan apakah perbuatan terjadi sebelum atau sesudah penetapan itu?"
    ),
    Dimension.IN_CAMPAIGN: "Apakah perbuatan terjadi dalam masa kampanye? Sebutkan tanggalnya.",
    Dimension.CANDIDATES_SET: "Kapan calon ditetapkan? Sebagian butir berlaku hanya sesudahnya.",
    Dimension.MUTATION_BAN: "Kapan pasangan calon ditetapkan? Masa larangan dihitung dari hari itu.",
}
"""What is asked when a dimension keeps a condition from being decided."""
