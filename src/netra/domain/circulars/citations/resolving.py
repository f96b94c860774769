"""From words to codes: which instrument a mention means on the letter's date."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from netra.domain.circulars.citations.kinds import digits
from netra.domain.circulars.citations.mentions import Mention, Way
from netra.domain.lawbook.regulations import (
    Force,
    PartlyKnownDay,
    Regulation,
    RegulationBook,
    RegulationKind,
)

_JOINT_KINDS: Mapping[str, RegulationKind] = {
    "skb": RegulationKind.KEPUTUSAN_BERSAMA,
    "peraturan-bersama": RegulationKind.PERATURAN_BERSAMA,
}
_PREFERRED = (Force.IN_FORCE, Force.UNKNOWN, Force.REPEALED, Force.NOT_YET_IN_FORCE)


def force_over(regulation: Regulation, day: PartlyKnownDay) -> Force | None:
    """The force on every day the letter can have; ``None`` where it changes in between."""
    first, last = regulation.force_on(day.earliest), regulation.force_on(day.latest)
    return first if first is last else None


@dataclass(slots=True)
class Discourse:
    """What has been spoken of so far; a text is read once, from left to right."""

    book: RegulationBook
    day: PartlyKnownDay | None
    numbered: frozenset[str]
    """Codes that the whole text cites by number."""
    last: str | None = None
    by_kind: dict[str, str] = field(default_factory=dict)
    called: dict[tuple[str, ...], str] = field(default_factory=dict)
    """Short names the text itself has given."""

    def resolve(self, mention: Mention) -> str | None:
        """The code meant; ``None`` when the words mean no instrument after all."""
        if mention.way is Way.BACK:
            return self.by_kind.get(mention.kind)
        if mention.way is Way.NUMBER:
            return self._by_number(mention)
        if mention.way is Way.CODE:
            return mention.codes[0]
        return self._by_name(mention)

    def spoken(self, mention: Mention, code: str) -> None:
        """Remember ``code`` as the instrument spoken of last."""
        self.last = code
        if mention.kind:
            self.by_kind[mention.kind] = code

    def named(self, mention: Mention, code: str) -> None:
        """The text calls ``code`` by a short name from here on."""
        if code in mention.codes or code not in self.book:
            self.called[mention.codes] = code

    def _by_number(self, mention: Mention) -> str | None:
        if mention.kind in _JOINT_KINDS:
            return self._joint(mention)
        if mention.year is not None:
            parts = (mention.kind, mention.number or "", mention.year)
            return "-".join(part for part in parts if part)
        beginning = f"{mention.kind}-{mention.number}-"
        if self.by_kind.get(mention.kind, "").startswith(beginning):
            return self.by_kind[mention.kind]
        codes: set[str] = {*self.book, *self.numbered}
        known = [code for code in codes if re.fullmatch(rf"{re.escape(beginning)}[0-9]{{4}}", code)]
        cited = [code for code in known if code in self.numbered] or known
        return cited[0] if len(cited) == 1 else None

    def _joint(self, mention: Mention) -> str | None:
        kind = _JOINT_KINDS[mention.kind]
        if mention.year is None:
            return None
        for code, regulation in self.book.items():
            if regulation.kind is kind and code.endswith(f"-{mention.year}"):
                return code
        first = re.search(r"[0-9]+", mention.number or "")
        number = digits(first[0]) if first else ""
        return f"{mention.kind}-{number}-{mention.year}"

    def _by_name(self, mention: Mention) -> str | None:
        bearers = [self.book[code] for code in mention.codes]
        if mention.year is not None:
            dated = [one for one in bearers if one.code.endswith(mention.year)]
            if dated:
                return dated[0].code
        newest_first = sorted(bearers, key=lambda one: one.in_force_from.latest, reverse=True)
        if mention.age == "lama":
            return newest_first[min(1, len(newest_first) - 1)].code
        if mention.age is not None:
            return newest_first[0].code
        if mention.codes in self.called:
            return self.called[mention.codes]
        if self.day is None:
            cited = [one for one in newest_first if one.code in self.numbered]
            return (cited or newest_first)[0].code
        day = self.day.latest
        return min(newest_first, key=lambda one: _PREFERRED.index(one.force_on(day))).code
