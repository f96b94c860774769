"""What decides between an allegation, a question and an excuse: proofs, excuses, doubts."""

from dataclasses import dataclass

from netra.domain.lawbook.conditions import Condition, Possible
from netra.domain.lawbook.reading import Reading
from netra.domain.lawbook.values import Period, Source
from netra.domain.lawbook.vocabulary import Because, Circumstance


@dataclass(frozen=True, slots=True)
class Proof:
    """An element that the deed alone does not show: one of ``any_of`` must be told.

    While none is told, the item stays a candidate and ``ask`` goes back as a question.
    """

    any_of: frozenset[Circumstance]
    ask: str
    because: Because

    @classmethod
    def read(cls, row: Reading) -> "Proof":
        proof = cls(
            frozenset(row.choices("any_of", Circumstance)),
            row.text("ask"),
            row.choice("because", Because),
        )
        row.close()
        return proof


@dataclass(frozen=True, slots=True)
class Excuse:
    """Why something that looks like the act is not it.

    A told proof is stronger than an excuse, unless the excuse stands ``always``: who is no longer
    ASN cannot break a rule for ASN, whatever was proved. One of ``unless`` told takes the excuse
    away: a guard in uniform is on duty, a guard who leads the cheers is not.
    """

    when: Condition
    unless: frozenset[Circumstance]
    reason: str
    always: bool
    source: Source

    def holds(self, possible: Possible, told: frozenset[Circumstance]) -> bool | None:
        """``True``, ``False``, or ``None`` when the facts known do not tell."""
        if not self.unless.isdisjoint(told):
            return False
        return self.when.holds(possible, told)

    @classmethod
    def read(cls, row: Reading) -> "Excuse":
        excuse = cls(
            Condition.read(row.child("when")),
            frozenset(row.choices("unless", Circumstance)),
            row.text("reason"),
            row.flag("always", default=False),
            row.source(),
        )
        row.close()
        return excuse


@dataclass(frozen=True, slots=True)
class Doubt:
    """A ground on which a person must look first, however clear the rest is.

    ``period``: the days of the act on which it is a ground.
    """

    when: Condition
    ask: str
    because: Because
    period: Period

    @classmethod
    def read(cls, row: Reading) -> "Doubt":
        doubt = cls(
            Condition.read(row.child("when")),
            row.text("ask"),
            row.choice("because", Because),
            row.period(),
        )
        row.close()
        return doubt


@dataclass(frozen=True, slots=True)
class Remark:
    """A sentence that belongs into the reasons and changes nothing else."""

    when: Condition
    text: str

    @classmethod
    def read(cls, row: Reading) -> "Remark":
        remark = cls(Condition.read(row.child("when")), row.text("text"))
        row.close()
        return remark
