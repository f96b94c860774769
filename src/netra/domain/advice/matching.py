"""A question in free words, read by the lexicon; no rule of law is applied here."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from netra.domain.advice.question import Question
from netra.domain.advice.words import (
    BREAK,
    SHORTEST_TYPED_WRONG,
    one_slip,
    roots,
    tokens,
    without,
)
from netra.domain.lawbook.lexicon import Group, Lexicon, Pattern
from netra.domain.lawbook.vocabulary import (
    CONTRADICTIONS,
    ActorStatus,
    Circumstance,
    PoliticalRole,
)

_Found = TypeVar("_Found")
_LEADING_WORDS = 3
_REACH_OF_DENIAL = 3
_GIVES_WAY = frozenset({Circumstance.PASSIVE, Circumstance.OFF_DUTY, Circumstance.NEUTRAL_ACCOUNT})
"""Of two circumstances that cannot both be true, the harmless one is dropped."""


def understand(text: str, lexicon: Lexicon, on: date) -> Question:
    """What the words say; a deed that nothing names leaves ``deeds`` empty."""
    reader = _Reader(text, lexicon)
    told, denied = reader.circumstances()
    return consistent(
        Question(
            deeds=reader.deeds(),
            on=on,
            status=reader.status(),
            position=reader.first(lexicon.positions),
            role=reader.first(lexicon.roles) or PoliticalRole.NONE,
            spouse_of_candidate=reader.any(lexicon.spouse),
            on_cltn=reader.any(lexicon.cltn, denied_counts=False),
            told=told,
            denied=denied,
            phases=frozenset(reader.every(lexicon.phases)),
            contests=frozenset(reader.every(lexicon.contests)),
            aspects=frozenset(reader.every(lexicon.aspects)),
            outside=reader.first(lexicon.outside),
        )
    )


def consistent(question: Question) -> Question:
    """The same question without the harmless half of what cannot be true together."""
    told = question.told
    for one, others in CONTRADICTIONS:
        if one in told and told & others:
            told -= _GIVES_WAY & ({one} | others)
    return replace(question, told=told, denied=question.denied - told)


class _Reader:
    """The words of one question against the patterns of the lexicon."""

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._words = without(tokens(text, lexicon.spellings), lexicon.fillers)
        self._by_root: dict[str, set[int]] = {}
        for at, word in enumerate(self._words):
            for root in roots(word):
                self._by_root.setdefault(root, set()).add(at)
        self._known: dict[str, frozenset[int]] = {}

    def deeds(self) -> tuple[str, ...]:
        """The deeds named, less those that another names more exactly."""
        named = [deed for deed in self._lexicon.deeds if any(map(self._matches, deed.patterns))]
        beaten = {code for deed in named for code in deed.beats}
        exact = tuple(deed.code for deed in named if deed.code not in beaten)
        return exact or tuple(deed.code for deed in named[:1]) or self._fallback()

    def _fallback(self) -> tuple[str, ...]:
        fitting = (d for d in self._lexicon.fallback if any(map(self._matches, d.patterns)))
        return tuple(deed.code for deed in fitting)[:1]

    def status(self) -> ActorStatus | None:
        for status, patterns in self._lexicon.leading:
            for pattern in filter(self._matches, patterns):
                place = self._place(pattern[0])
                if place is not None and place < _LEADING_WORDS:
                    return status
        return self.first(self._lexicon.statuses)

    def circumstances(self) -> tuple[frozenset[Circumstance], frozenset[Circumstance]]:
        """What is told, and what is denied; told anywhere, it is not denied."""
        told: set[Circumstance] = set()
        denied: set[Circumstance] = set()
        for code, patterns in self._lexicon.circumstances:
            for pattern in filter(self._matches, patterns):
                (denied if self._denied(pattern) else told).add(code)
        if Circumstance.WORKING_HOURS in denied:
            told.add(Circumstance.OFF_DUTY)
        return frozenset(told), frozenset(denied - told)

    def first(self, rows: Iterable[tuple[_Found, tuple[Pattern, ...]]]) -> _Found | None:
        return next(iter(self.every(rows)), None)

    def every(self, rows: Iterable[tuple[_Found, tuple[Pattern, ...]]]) -> list[_Found]:
        return [found for found, patterns in rows if self.any(patterns)]

    def any(self, patterns: Sequence[Pattern], *, denied_counts: bool = True) -> bool:
        return any(
            self._matches(pattern) and (denied_counts or not self._denied(pattern))
            for pattern in patterns
        )

    def _matches(self, pattern: Pattern) -> bool:
        return all((self._place(group) is None) is group.absent for group in pattern)

    def _place(self, group: Group) -> int | None:
        return min((at for words in group.alternatives for at in self._places(words)), default=None)

    def _places(self, words: tuple[str, ...]) -> frozenset[int]:
        """Where ``words`` stand side by side."""
        found = self._places_of(words[0])
        for step, word in enumerate(words[1:], start=1):
            if not found:
                break
            found &= frozenset(at - step for at in self._places_of(word))
        return found

    def _places_of(self, word: str) -> frozenset[int]:
        """Every word of the lexicon is looked for once per question."""
        if word not in self._known:
            usual = self._lexicon.spellings.get(word, word)
            found = self._by_root.get(usual, set())
            if len(usual) >= SHORTEST_TYPED_WRONG:
                written = enumerate(self._words)
                found = found | {at for at, one in written if one_slip(one, usual)}
            self._known[word] = frozenset(found)
        return self._known[word]

    def _denied(self, pattern: Pattern) -> bool:
        """Whether every place of the pattern's first group stands behind a "tidak"."""
        first = pattern[0]
        spots = [at for words in first.alternatives for at in self._places(words)]
        return bool(spots) and all(self._behind_denial(at) for at in spots)

    def _behind_denial(self, at: int) -> bool:
        for word in reversed(self._words[max(0, at - _REACH_OF_DENIAL) : at]):
            if word == BREAK:
                return False
            if word in self._lexicon.negators:
                return True
        return False
