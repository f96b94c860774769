"""Indonesian words cut to what a lexicon can compare: spelling, affixes, one slip of the finger.

A stemmer of a library would be stronger; this one is small, has no dictionary, and may be read.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache

BREAK = "."
"""Stands between clauses: a denial does not reach across it."""
LONGEST_QUESTION = 600
"""Characters read of a question; what comes after is left out."""
_TOKEN = re.compile(r"[a-z0-9]+|[.,;:?!]")
_PARTICLES = ("kah", "lah", "pun", "nya", "ku", "mu")
_SUFFIXES = ("kan", "an", "i", "in")
# A prefix and the letters that may have given way to it ("menulis" is from "tulis").
_PREFIXES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("memper", ("",)), ("diper", ("",)), ("member", ("",)), ("meng", ("", "k")),
    ("meny", ("s",)), ("mem", ("", "p")), ("men", ("", "t")), ("me", ("",)),
    ("penge", ("",)), ("peng", ("", "k")), ("peny", ("s",)), ("pem", ("", "p")),
    ("pen", ("", "t")), ("per", ("",)), ("pe", ("",)), ("ber", ("",)), ("ter", ("",)),
    ("di", ("",)), ("ke", ("",)), ("se", ("",)), ("nge", ("",)), ("ng", ("", "k")),
    ("ny", ("s", "c")),
)  # fmt: skip
_SHORTEST_ROOT = 3
SHORTEST_TYPED_WRONG = 7
"""Letters of a word from which one slip of the finger is forgiven."""


def tokens(text: str, spellings: Mapping[str, str]) -> list[str]:
    """The words of a question in plain letters, each in its usual spelling, clauses parted."""
    plain = unicodedata.normalize("NFKD", text[:LONGEST_QUESTION]).casefold()
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    found: list[str] = []
    for piece in _TOKEN.findall(plain):
        if piece[0].isalnum():
            found.extend(_usual(piece, spellings).split())
        else:
            found.append(BREAK)
    return found


def _usual(word: str, spellings: Mapping[str, str]) -> str:
    if word in spellings:
        return spellings[word]
    for particle in _PARTICLES:
        bare = word.removesuffix(particle)
        if bare != word and bare in spellings:
            return spellings[bare]
    return word


def without(words: Sequence[str], phrases: Sequence[Sequence[str]]) -> list[str]:
    """The words less every phrase of ``phrases``, of which the first word is kept."""
    kept: list[str] = []
    at = 0
    while at < len(words):
        length = next((len(p) for p in phrases if list(words[at : at + len(p)]) == list(p)), 0)
        kept.append(words[at])
        at += max(length, 1)
    return kept


@lru_cache(maxsize=16384)
def roots(word: str) -> frozenset[str]:
    """The word and what is left of it without particle, suffix and prefix."""
    bare = {word} | {word.removesuffix(p) for p in _PARTICLES if _leaves_root(word, p)}
    short = bare | {w.removesuffix(s) for w in bare for s in _SUFFIXES if _leaves_root(w, s)}
    found = set(short)
    for one in short:
        for prefix, lost in _PREFIXES:
            rest = one.removeprefix(prefix)
            if rest != one and len(rest) >= _SHORTEST_ROOT:
                found.update(letters + rest for letters in lost)
    return frozenset(found)


def _leaves_root(word: str, ending: str) -> bool:
    return word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_ROOT


def one_slip(word: str, wanted: str) -> bool:
    """One letter more, less, other, or two letters changed over."""
    if abs(len(word) - len(wanted)) > 1:
        return False
    start = 0
    while start < min(len(word), len(wanted)) and word[start] == wanted[start]:
        start += 1
    one, other = word[start:], wanted[start:]
    return (
        one[1:] == other
        or one == other[1:]
        or one[1:] == other[1:]
        or (one[:2] == other[1::-1] and one[2:] == other[2:])
    )
