"""Which instrument each article belongs to: the one beside it, else the one spoken of."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import zip_longest
from typing import TypeVar

from netra.domain.circulars.citations.mentions import Mention, Way
from netra.domain.circulars.citations.places import Group

_LINK_AFTER = re.compile(
    r"[\s\"']*(?:\(|,\s?(?=yang\s))?(?:(?:yang\s)?(?:terdapat|tercantum|termuat|tertuang|diatur|dimaksud|ada)\s)?"
    r"(?:(?:di\s?dalam|dalam|pada|dari|di|atas)\s)?(?:ketentuan\s)?"
    r"(?:(?:undang-undang|peraturan)\syang\ssama\s?,?\s?(?:yakni|yaitu)\s)?",
    re.IGNORECASE,
)
_LINK_BEFORE = re.compile(
    r"\s?(?:\([^()]{0,160}\))?[\s,:;\"'(-]*(?:tentang\s[^.;\n\"]{1,260}?)?(?:\([^()]{0,160}\))?[\s,:\"'(-]*"
    r"(?:\b(?:sebagaimana|khususnya|utamanya|terutama|yakni|yaitu|tepatnya|tersebut|di|dalam|pada|itu|"
    r"diatur|dimaksud|ketentuan|melalui|lewat|bunyi)\b[\s,:]*){0,4}",
    re.IGNORECASE,
)
_LOOSE_AFTER = re.compile(
    r"\s?,?\s?(?:yang|tentang|mengenai|terkait)\s[^.;:\n]{2,90}?\s(?:dalam|pada|dari|di)\s",
    re.IGNORECASE,
)
_INSIDE_A_TITLE = re.compile(
    r"\s?(?:\([^()]{0,120}\)\s?)?tentang\s(?:[^.;\n]{0,160}?\b)?"
    r"(?:penetapan|perubahan(?:\s\w+)?\s(?:atas|terhadap)|pelaksanaan|pelaksana|pencabutan)"
    r"(?:\s(?:atas|dari))?\s$",
    re.IGNORECASE,
)
_TITLE_REST = re.compile(
    r"(?:\s?tentang\s[^.;:\n\"()]{1,160}?)?\s(?:menjadi\sundang\s?-?\s?undang)"
    r"|\s?tentang\s(?:[^.,;:\n\"()0-9](?!\b(?:pasal|ayat)\b)){1,120}?(?=\s(?:Pasal|sebagaimana)\b)",
    re.IGNORECASE,
)
_DEFINING = re.compile(
    r"[^.;\n]{0,220}?[(,]\s?(?:(?:yang\s)?(?:selanjutnya|untuk\sselanjutnya)\s)?"
    r"(?:(?:disebut|disingkat)\s(?:sebagai\s|dengan\s)?)?[\"']?$",
    re.IGNORECASE,
)
_BETWEEN_SENTENCES = re.compile(
    r"\n|(?<![A-Z])(?<!\bNo)(?<!\bjo)(?<!\bTh)(?<!\bPs)[.!?][\"')]*\s+(?=[\"'(]*[A-Z0-9])"
)
_NOT_FAR = 300
_LONGEST_TITLE = 700

_Placed = TypeVar("_Placed", Mention, Group)


@dataclass(frozen=True, slots=True)
class Item:
    """A citation to be resolved: places with the mention beside them, or a mention alone."""

    group: Group | None
    before: Mention | None = None
    after: Mention | None = None
    defines: tuple[Mention, ...] = ()
    """Short names the text gives the instrument: ``(selanjutnya disebut UU ASN)``."""
    loose: Mention | None = None
    """An instrument further on in the sentence, for want of one before."""

    @property
    def mention(self) -> Mention | None:
        return self.after or self.before

    @property
    def start(self) -> int:
        starts = [one.start for one in (self.group, self.before, self.after) if one]
        return min(starts)


def link(text: str, mentions: list[Mention], groups: list[Group]) -> list[Item]:
    """Items from left to right; a law named inside another's title is no citation of it."""
    outer, reach, defines = _without_titles(text, mentions)
    starts = [one.start for one in outer]
    group_starts = [one.start for one in groups]
    items: list[Item] = []
    used: set[Mention] = set()
    for group in groups:
        here = bisect_left(starts, group.start)
        earlier = outer[here - 1] if here else None
        later = _first_from(outer, starts, group.end)
        before = _before(text, group, earlier, reach) if earlier not in used else None
        after = later if later and _LINK_AFTER.fullmatch(text, group.end, later.start) else None
        if before and after:
            own = _first_from(groups, group_starts, reach[after])
            if own and _LINK_BEFORE.fullmatch(text, reach[after], own.start):
                after = None  # "UU A Pasal 1, UU B Pasal 2": the second has an article of its own
        if after:
            before = None
        loose = None if before or after else _loose(text, group, later)
        used.update(one for one in (before, after) if one)
        defined = tuple(
            one for mention in (before, after) if mention for one in defines.get(mention, ())
        )
        items.append(Item(group, before, after, defined, loose))
    items.extend(
        Item(None, before=mention, defines=defines.get(mention, ()))
        for mention in outer
        if mention not in used
    )
    return sorted(items, key=lambda item: item.start)


class Sentences:
    """Where each sentence of a text begins and ends; found once, asked often."""

    def __init__(self, text: str) -> None:
        breaks = [(found.start(), found.end()) for found in _BETWEEN_SENTENCES.finditer(text)]
        self._starts = [0, *(after for _, after in breaks)]
        self._ends = [*(before for before, _ in breaks), len(text)]

    def around(self, at: int) -> tuple[int, int]:
        """Start and end of the sentence that holds ``at``."""
        index = min(bisect_left(self._ends, at), len(self._ends) - 1)
        return self._starts[index], self._ends[index]


def _first_from(items: list[_Placed], starts: list[int], at: int) -> _Placed | None:
    index = bisect_left(starts, at)
    return items[index] if index < len(items) else None


def _without_titles(
    text: str, mentions: list[Mention]
) -> tuple[list[Mention], dict[Mention, int], dict[Mention, tuple[Mention, ...]]]:
    outer: list[Mention] = []
    reach: dict[Mention, int] = {}
    defines: dict[Mention, tuple[Mention, ...]] = {}
    for mention, following in zip_longest(mentions, mentions[1:]):
        if outer:
            last = outer[-1]
            gap = text[reach[last] : mention.start]
            if _INSIDE_A_TITLE.fullmatch(gap) and mention.way is not Way.BACK:
                reach[last] = mention.end
                limit = following.start if following else len(text)
                rest = _TITLE_REST.match(text, mention.end)
                if rest and rest.end() <= limit:
                    reach[last] = rest.end()
                continue
            if mention.way is Way.NAME and last.kind == mention.kind and _DEFINING.fullmatch(gap):
                defines[last] = (*defines.get(last, ()), mention)
                if text[mention.end : mention.end + 1] in {")", '"'}:
                    reach[last] = mention.end + 1
                continue
        outer.append(mention)
        reach[mention] = mention.end
    return outer, reach, defines


def _before(
    text: str, group: Group, mention: Mention | None, reach: dict[Mention, int]
) -> Mention | None:
    if mention is None or not 0 <= group.start - reach[mention] <= _LONGEST_TITLE:
        return None
    return mention if _LINK_BEFORE.fullmatch(text, reach[mention], group.start) else None


def _loose(text: str, group: Group, later: Mention | None) -> Mention | None:
    if later and _LOOSE_AFTER.fullmatch(text, group.end, later.start):
        return later
    return None


def following(group: Group, mentions: Iterable[Mention]) -> Mention | None:
    """The next instrument not far after ``group``, for a text that names none before."""
    end = group.end + _NOT_FAR
    return next((one for one in mentions if group.end <= one.start < end), None)
