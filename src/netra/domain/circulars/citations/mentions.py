"""One mention of an instrument, before it is known which one is meant."""

from dataclasses import dataclass
from enum import StrEnum


class Way(StrEnum):
    """How the text says which instrument it means."""

    NUMBER = "number"
    NAME = "name"
    CODE = "code"
    BACK = "back"
    """``undang-undang tersebut``: one spoken of before."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that mean an instrument; offsets into the cleaned text."""

    start: int
    end: int
    way: Way
    kind: str
    """The first part of a lawbook code; empty for a name such as KUHAP."""
    codes: tuple[str, ...] = ()
    """What a name may mean, or the code itself."""
    number: str | None = None
    year: str | None = None
    age: str | None = None
    """``baru``, ``terbaru`` or ``lama`` after a name."""
