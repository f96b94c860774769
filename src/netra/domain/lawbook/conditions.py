"""Conditions of the lawbook, answered with yes, no, or not known.

Every fact is held as the set of values that are still possible: known is a set of one, unknown
is the set of all. A condition names the values it wants. It is true when everything possible is
wanted, false when nothing possible is, and otherwise nobody knows yet.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import Self

from netra.domain.lawbook.reading import Reading
from netra.domain.lawbook.vocabulary import (
    ActorStatus,
    Circumstance,
    ContestKind,
    PoliticalRole,
    Position,
    TargetKind,
    YesNo,
)


class Dimension(IntEnum):
    """What a condition may ask about; the number is its place in a ``Situation``."""

    STATUS = 0
    POSITION = 1
    ROLE = 2
    ON_CLTN = 3
    SPOUSE_OF_CANDIDATE = 4
    CONTEST = 5
    TARGET = 6
    IN_CAMPAIGN = 7
    MUTATION_BAN = 8
    CANDIDATES_SET = 9

    @property
    def key(self) -> str:
        """The word the lawbook's YAML uses for it."""
        return self.name.lower()


Possible = tuple[frozenset[str], ...]
"""The values still possible, one set per dimension, in the order of ``Dimension``."""

WORDS: Mapping[Dimension, type[StrEnum]] = {
    Dimension.STATUS: ActorStatus,
    Dimension.POSITION: Position,
    Dimension.ROLE: PoliticalRole,
    Dimension.ON_CLTN: YesNo,
    Dimension.SPOUSE_OF_CANDIDATE: YesNo,
    Dimension.CONTEST: ContestKind,
    Dimension.TARGET: TargetKind,
    Dimension.IN_CAMPAIGN: YesNo,
    Dimension.MUTATION_BAN: YesNo,
    Dimension.CANDIDATES_SET: YesNo,
}


@dataclass(frozen=True, slots=True)
class Condition:
    """All of ``wants`` hold, and, where given, at least one of ``told`` has been told.

    A circumstance that was not told makes the condition false: a row that needs it to be asked
    says so as a ``Proof``.
    """

    wants: tuple[tuple[Dimension, frozenset[str]], ...] = ()
    told: frozenset[Circumstance] = frozenset()

    def holds(self, possible: Possible, told: frozenset[Circumstance]) -> bool | None:
        """``True``, ``False``, or ``None`` when the facts known do not tell."""
        if self.told and self.told.isdisjoint(told):
            return False
        answer: bool | None = True
        for dimension, wanted in self.wants:
            values = possible[dimension]
            if values <= wanted:
                continue
            if values.isdisjoint(wanted):
                return False
            answer = None
        return answer

    def unknown(self, possible: Possible) -> tuple[Dimension, ...]:
        """The dimensions that keep this condition from being decided."""
        return tuple(
            dimension for dimension, wanted in self.wants if not possible[dimension] <= wanted
        )

    def joined(self, other: "Condition") -> "Condition":
        """Both conditions at once; ``told`` of the two must not both be given."""
        return Condition(self.wants + other.wants, self.told | other.told)

    @classmethod
    def read(cls, row: Reading) -> Self:
        """``{status: [pns], target: [calon], in_campaign: [ya], circumstances: [on_duty]}``."""
        wants: list[tuple[Dimension, frozenset[str]]] = []
        for dimension, words in WORDS.items():
            if row.has(dimension.key):
                wants.append((dimension, frozenset(row.choices(dimension.key, words))))
        told = frozenset(row.choices("circumstances", Circumstance))
        row.close()
        return cls(tuple(wants), told)


ALWAYS = Condition()
