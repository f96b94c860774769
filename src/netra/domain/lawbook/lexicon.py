"""The lexicon of advice: which words of a question mean which deed, person or circumstance.

A pattern is a row of groups parted by spaces; every group must occur somewhere in the question,
in any order. ``a|b`` are alternatives, ``a_b`` are words side by side, ``@name`` is a list of the
lexicon, ``!`` before a group means that it must not occur.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from netra.domain.lawbook.reading import Reading
from netra.domain.lawbook.vocabulary import (
    ActorStatus,
    Circumstance,
    ContestKind,
    PoliticalRole,
    Position,
)

_Word = TypeVar("_Word", bound=StrEnum)
Words = tuple[str, ...]
"""Words that stand side by side."""


class Phase(StrEnum):
    """Where in the course of an election the deed would fall."""

    NO_CONTEST = "no_contest"
    BEFORE_SET = "before_set"
    AFTER_SET = "after_set"
    CAMPAIGN = "campaign"


@dataclass(frozen=True, slots=True)
class Group:
    """One of ``alternatives`` must occur, or, where ``absent``, none may."""

    alternatives: tuple[Words, ...]
    absent: bool


Pattern = tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class DeedWords:
    """How people name a deed; a deed that ``beats`` another is the more exact name for it."""

    code: str
    patterns: tuple[Pattern, ...]
    beats: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Everything the matcher knows; it holds no rule of law."""

    spellings: Mapping[str, str]
    """Short or careless spellings and the word they stand for."""
    fillers: tuple[Words, ...]
    """Phrases taken out first: "boleh tidak" is a way to ask, not a denial."""
    negators: frozenset[str]
    deeds: tuple[DeedWords, ...]
    fallback: tuple[DeedWords, ...]
    """Tried in turn where no deed is named: better too careful than silent."""
    circumstances: tuple[tuple[Circumstance, tuple[Pattern, ...]], ...]
    statuses: tuple[tuple[ActorStatus, tuple[Pattern, ...]], ...]
    leading: tuple[tuple[ActorStatus, tuple[Pattern, ...]], ...]
    """Offices that count as the person asking only where the question begins with them."""
    positions: tuple[tuple[Position, tuple[Pattern, ...]], ...]
    roles: tuple[tuple[PoliticalRole, tuple[Pattern, ...]], ...]
    phases: tuple[tuple[Phase, tuple[Pattern, ...]], ...]
    contests: tuple[tuple[ContestKind, tuple[Pattern, ...]], ...]
    spouse: tuple[Pattern, ...]
    cltn: tuple[Pattern, ...]
    aspects: tuple[tuple[str, tuple[Pattern, ...]], ...]
    outside: tuple[tuple[str, tuple[Pattern, ...]], ...]
    """People whose rules this lawbook does not hold, with what to tell them."""


def parse_lexicon(
    rows: Mapping[str, object], deeds: Collection[str], problems: list[str]
) -> Lexicon:
    """Read the word lists; a lawbook without them yields a lexicon that matches nothing."""
    if not rows:
        return Lexicon({}, (), frozenset(), *((),) * 13)
    (name, document), *_ = rows.items()
    file = Reading(document, name, problems)
    file.maybe_text("about")
    reader = _Patterns(file)
    lexicon = Lexicon(
        spellings={
            short: row.text("means")
            for row in file.children("spellings", "means")
            for short in row.texts("written")
        },
        fillers=tuple(tuple(text.split()) for text in file.texts("fillers")),
        negators=frozenset(file.texts("negators")),
        deeds=tuple(_deed(row, reader, deeds) for row in file.children("deeds")),
        fallback=tuple(_deed(row, reader, deeds) for row in file.children("fallback")),
        circumstances=reader.rows("circumstances", Circumstance),
        statuses=reader.rows("statuses", ActorStatus),
        leading=reader.rows("leading", ActorStatus),
        positions=reader.rows("positions", Position),
        roles=reader.rows("roles", PoliticalRole),
        phases=reader.rows("phases", Phase),
        contests=reader.rows("contests", ContestKind),
        spouse=reader.patterns(file.texts("spouse")),
        cltn=reader.patterns(file.texts("cltn")),
        aspects=reader.texts("aspects", "code"),
        outside=reader.texts("outside", "text"),
    )
    file.close()
    return lexicon


class _Patterns:
    """Reads patterns, with the lists of the file filled in."""

    def __init__(self, file: Reading) -> None:
        self._file = file
        self._lists = {
            row.text("name"): row.texts("words") for row in file.children("lists", "name")
        }

    def patterns(self, texts: tuple[str, ...]) -> tuple[Pattern, ...]:
        return tuple(tuple(self._group(word) for word in text.split()) for text in texts)

    def rows(self, key: str, kind: type[_Word]) -> tuple[tuple[_Word, tuple[Pattern, ...]], ...]:
        return tuple(
            (row.choice("code", kind), self.patterns(row.texts("words")))
            for row in self._file.children(key)
        )

    def texts(self, key: str, named: str) -> tuple[tuple[str, tuple[Pattern, ...]], ...]:
        return tuple(
            (row.text(named), self.patterns(row.texts("words")))
            for row in self._file.children(key, named)
        )

    def _group(self, text: str) -> Group:
        absent = text.startswith("!")
        words: list[str] = []
        for part in text.removeprefix("!").split("|"):
            if part.startswith("@"):
                listed = self._lists.get(part[1:])
                if listed is None:
                    self._file.fault(f"daftar {part!r} tidak ada", "lists")
                words.extend(listed or ())
            else:
                words.append(part)
        return Group(tuple(tuple(word.split("_")) for word in words), absent)


def _deed(row: Reading, reader: _Patterns, deeds: Collection[str]) -> DeedWords:
    found = DeedWords(row.text("code"), reader.patterns(row.texts("words")), row.texts("beats"))
    for code in (found.code, *found.beats):
        if code not in deeds:
            row.fault(f"perbuatan {code!r} tidak ada")
    row.close()
    return found
