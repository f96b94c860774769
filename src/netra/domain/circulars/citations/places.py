"""Articles in running text: ``Pasal 5 huruf n angka 2, angka 3, dan angka 4``, lists, ranges."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from netra.domain.circulars.citations.kinds import digits

LEVELS = ("pasal", "ayat", "huruf", "angka")
_MOST_IN_A_RANGE = 60

_WORDS = {
    "pasal": r"(?:Pasal\s?-\s?pasal|Pasa[l1I]|Psl\b\.?|Ps\b\.?)",
    "ayat": r"(?:ayat)",
    "huruf": r"(?:huru[fp]|hrf\b\.?)",
    "angka": r"(?:angka|agk\b\.?|butir|point|poin)",
}
_LABELS = {
    "pasal": r"(?P<pasal>(?=[OolI]?[0-9])[0-9OolI]{1,4}(?:\s?(?-i:[A-Z])(?![A-Za-z]))?)(?![0-9])",
    "ayat": r"\(?\s?(?P<ayat>[0-9lI]{1,2}(?:(?-i:[a-z])(?![a-z]))?)(?![0-9A-Za-z])\s?\)?",
    "huruf": r"""\(?\s?["']?(?P<huruf>[a-z])(?![a-z0-9])["']?\s?(?:\)|(?<=[a-z])\)(?!\())?""",
    "angka": r"\(?\s?(?P<angka>[0-9lI]{1,2})(?![0-9A-Za-z/])\s?\)?",
}
_NAMED = {
    level: re.compile(rf"\s?{_WORDS[level]}\s?{_LABELS[level]}", re.IGNORECASE) for level in LEVELS
}
_BARE = {level: re.compile(_LABELS[level], re.IGNORECASE) for level in LEVELS}
_DOTTED = re.compile(r"\.\s?(?P<angka>[0-9]{1,2})(?![0-9A-Za-z])\)?")
_BRACKETED = re.compile(r"\s?\((?P<ayat>[0-9]{1,2})\)")
_AND = re.compile(
    r"\s?(?:,\s?(?:dan/atau|dan|serta|atau|maupun|jo\.?)?|dan/atau|dan|serta|atau|maupun|&"
    r"|jo\b\.?|juncto|yo\b\.?)\s?",
    re.IGNORECASE,
)
_THROUGH = re.compile(
    r"\s?(?:sampai\s+dengan|sampai|hingga|s\.?\s?/?\s?d\b\.?|-)\s?", re.IGNORECASE
)
_AFTER_BARE = re.compile(
    r"\s?(?:$|[.,;:)\"\n]|(?:UU|Undang|PP|Per[a-z]+|PKPU|KUHA?P|ayat|huruf|angka|dan|serta|jo|juncto"
    r"|sampai|hingga|tentang|dalam|pada|di|dari|yang|me[a-z]{4,}|ber[a-z]{3,}|di[a-z]{4,}|jelas|tegas)\b)",
    re.IGNORECASE,
)
_PASAL = re.compile(rf"(?<![A-Za-z0-9])(?={_WORDS['pasal']})", re.IGNORECASE)
_SAME = re.compile(
    r"Pasal\s(?:-\s?pasal\s)?(?:tersebut|itu|ini|dimaksud|yang\s+sama)\b", re.IGNORECASE
)
_LONE_AYAT = re.compile(rf"(?<![A-Za-z0-9]){_WORDS['ayat']}\s?{_LABELS['ayat']}", re.IGNORECASE)
_TURNED = {
    level: re.compile(
        rf"(?<![A-Za-z0-9]){_WORDS[level]}\s?{_LABELS[level]}\s?(?:(?:dari|pada|dalam|di)\s)?$",
        re.IGNORECASE,
    )
    for level in LEVELS[1:]
}
_FARTHEST_BACK = 40


@dataclass(frozen=True, slots=True)
class Place:
    """Where in an instrument, from the article down; ``None`` where nothing is said."""

    pasal: str | None = None
    ayat: str | None = None
    huruf: str | None = None
    angka: str | None = None

    @property
    def deepest(self) -> str:
        return next(level for level in reversed(LEVELS) if getattr(self, level) or level == "pasal")

    def at(self, level: str, label: str) -> "Place":
        """The same place with another label on ``level`` and nothing below it."""
        below = LEVELS[LEVELS.index(level) + 1 :]
        return replace(self, **{level: label}, **dict.fromkeys(below))


@dataclass(frozen=True, slots=True)
class Leaf:
    """One cited place and the words that cite it."""

    place: Place
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Group:
    """Places written in one breath, which one instrument serves."""

    leaves: tuple[Leaf, ...]
    same: bool = False
    """``pasal tersebut``: the place is that of an earlier citation."""

    @property
    def start(self) -> int:
        return self.leaves[0].start

    @property
    def end(self) -> int:
        return self.leaves[-1].end


def find_groups(text: str) -> Iterator[Group]:
    """Every group of places in cleaned ``text``, from left to right."""
    end = 0
    for found in _PASAL.finditer(text):
        if found.start() < end:
            continue
        group = _group(text, found.start(), end)
        if group is not None:
            yield from _lone(text, end, group.start)
            yield group
            end = group.end
    yield from _lone(text, end, len(text))


def _lone(text: str, start: int, end: int) -> Iterator[Group]:
    """``Ayat (3) menyebut …``: the article is the one spoken of."""
    for found in _LONE_AYAT.finditer(text, start, end):
        place = Place(ayat=_label("ayat", found["ayat"]))
        yield Group((Leaf(place, found.start(), _stripped(text, found.end())),), same=True)


def _group(text: str, start: int, floor: int) -> Group | None:
    turned, first = _turned(text, start, floor)
    same = _SAME.match(text, start)
    if same:
        return Group((Leaf(turned, first, same.end()),), same=True)
    step = _NAMED["pasal"].match(text, start)
    if step is None:
        return None
    place = replace(turned, pasal=_label("pasal", step["pasal"]))
    leaves: list[Leaf] = []
    begin, end = first, step.end()
    while True:
        deeper = _deeper(text, end, place)
        if deeper:
            place, end = deeper
            continue
        leaves.append(Leaf(place, begin, _stripped(text, end)))
        further = _further(text, end, place)
        if further is None:
            return Group(tuple(leaves))
        places, begin, end = further
        leaves.extend(Leaf(one, begin, end) for one in places[:-1])
        place = places[-1]


def _turned(text: str, start: int, floor: int) -> tuple[Place, int]:
    """What stands before the word: ``huruf c Pasal 11``."""
    place = Place()
    first = start
    searching = True
    while searching:
        searching = False
        for level in LEVELS[1:]:
            found = _TURNED[level].search(text, max(floor, first - _FARTHEST_BACK), first)
            if found and getattr(place, level) is None:
                place = replace(place, **{level: _label(level, found[level])})
                first = found.start()
                searching = True
    return place, first


def _deeper(text: str, end: int, place: Place) -> tuple[Place, int] | None:
    deepest = place.deepest
    for level in LEVELS[LEVELS.index(deepest) + 1 :]:
        step = _NAMED[level].match(text, _skip_comma(text, end))
        if step:
            return place.at(level, _label(level, step[level])), step.end()
    if deepest == "pasal":
        step = _BRACKETED.match(text, end)
        if step:
            return place.at("ayat", step["ayat"]), step.end()
    if deepest == "huruf":
        step = _DOTTED.match(text, end)
        if step:
            return place.at("angka", step["angka"]), step.end()
    return None


def _skip_comma(text: str, end: int) -> int:
    return end + 1 if text[end : end + 1] == "," else end


def _further(text: str, end: int, place: Place) -> tuple[list[Place], int, int] | None:
    """The next place of a list or the places of a range, with where the words stand."""
    through = _THROUGH.match(text, end)
    if through and (step := _sibling(text, through.end(), place, only=place.deepest)):
        level, label, begin, stop = step
        between = _between(getattr(place, level), label)
        if between:
            return [place.at(level, one) for one in between], begin, stop
    joined = _AND.match(text, end)
    if joined and (step := _sibling(text, joined.end(), place)):
        level, label, begin, stop = step
        return [place.at(level, label)], begin, stop
    return None


def _sibling(
    text: str, at: int, place: Place, only: str | None = None
) -> tuple[str, str, int, int] | None:
    upto = LEVELS.index(place.deepest)
    for level in (only,) if only else LEVELS[: upto + 1]:
        step = _NAMED[level].match(text, at)
        if step:
            begin = at + (text[at : at + 1] == " ")
            return level, _label(level, step[level]), begin, step.end()
    level = place.deepest
    step = _BARE[level].match(text, at)
    if step and (step[0].startswith("(") or _AFTER_BARE.match(text, step.end())):
        return level, _label(level, step[level]), at, step.end()
    return None


def _between(first: str | None, last: str) -> list[str]:
    """Labels after ``first`` up to ``last``; nothing when it is no range."""
    if first is None:
        return []
    if first.isdigit() and last.isdigit():
        span = range(int(first) + 1, int(last) + 1)
        return [str(one) for one in span] if len(span) <= _MOST_IN_A_RANGE else []
    if len(first) == len(last) == 1 and first.isalpha():
        return [chr(one) for one in range(ord(first) + 1, ord(last) + 1)]
    return []


def _label(level: str, written: str) -> str:
    if level == "huruf":
        return written.lower()
    if level == "pasal":
        number = written.replace(" ", "")
        letter = number[-1] if number[-1].isalpha() and number[-1] not in "OolI" else ""
        return digits(number.removesuffix(letter)) + letter
    return digits(written) if not written[-1].islower() or written[-1] == "l" else written


def _stripped(text: str, end: int) -> int:
    while text[end - 1].isspace():
        end -= 1
    return end
