"""The advice: a word, the condition, the reasons, what to do instead, and whom to ask."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from netra.domain.lawbook.advice import Contact
from netra.domain.lawbook.values import Status
from netra.domain.lawbook.vocabulary import Circumstance


class Answer(StrEnum):
    """The strictest last: of several deeds the strictest answer stands."""

    ALLOWED = "allowed"
    DEPENDS = "depends"
    FORBIDDEN = "forbidden"

    @property
    def label(self) -> str:
        return {"allowed": "Boleh", "depends": "Tergantung", "forbidden": "Tidak boleh"}[self.value]

    @property
    def strictness(self) -> int:
        return list(Answer).index(self)


@dataclass(frozen=True, slots=True)
class Advice:
    """Advice about the deeds of one question; it is never a judgement about anybody."""

    answer: Answer
    condition: str | None
    """Under which it is allowed; with "forbidden", the exception that exists."""
    dasar_hukum: tuple[str, ...]
    sources_conflict: bool
    deeds: tuple[str, ...]
    kindly: str | None
    reasons: tuple[str, ...]
    conflicts: tuple[str, ...]
    instead: tuple[str, ...]
    ask: tuple[Contact, ...]
    status: Status
    """How certain the values are on which the answer stands."""
    on: date
    understood: tuple[Circumstance, ...]
    lawbook_version: str

    def to_json(self) -> dict[str, object]:
        """JSON values; the first four keys are the agreed ones."""
        return {
            "answer": self.answer,
            "condition": self.condition,
            "dasar_hukum": list(self.dasar_hukum),
            "sources_conflict": self.sources_conflict,
            "deeds": list(self.deeds),
            "circumstances": list(self.understood),
            "kindly": self.kindly,
            "reasons": list(self.reasons),
            "conflicts": list(self.conflicts),
            "instead": list(self.instead),
            "ask": [{"title": one.title, "text": one.text} for one in self.ask],
            "status": self.status,
            "on": self.on.isoformat(),
            "lawbook_version": self.lawbook_version,
        }
