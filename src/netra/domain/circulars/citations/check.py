"""Check the citations of a letter: which law, which article, in force or not, what instead."""

from dataclasses import dataclass

from netra.domain.circulars.citations.cleaning import Cleaned, clean
from netra.domain.circulars.citations.dates import own_date
from netra.domain.circulars.citations.instruments import find_mentions
from netra.domain.circulars.citations.linking import Item, following, link
from netra.domain.circulars.citations.mentions import Mention, Way
from netra.domain.circulars.citations.places import Leaf, Place, find_groups
from netra.domain.circulars.citations.resolving import Discourse
from netra.domain.circulars.citations.standing import CitationStanding, stand
from netra.domain.lawbook.regulations import PartlyKnownDay, RegulationBook


@dataclass(frozen=True, slots=True)
class Cited:
    """One citation as the letter writes it and as the lawbook knows it."""

    text: str
    span: tuple[int, int]
    """Offsets of ``text`` in the letter, in characters; the end is excluded."""
    regulation: str | None
    """The lawbook's code, or one of the same make for a law that netra does not hold; ``None``
    when the text never says which law it means."""
    place: Place
    standing: CitationStanding


@dataclass(frozen=True, slots=True)
class Read:
    """What was found, with the even text it was found in."""

    cleaned: Cleaned
    day: PartlyKnownDay | None
    citations: tuple[Cited, ...]
    offsets: tuple[tuple[int, int], ...]
    """For each citation, where it stands in the even text."""


def read_citations(text: str, book: RegulationBook, day: PartlyKnownDay | None = None) -> Read:
    """Every citation of a law in ``text``; without ``day`` the letter's own date decides."""
    day = day or own_date(text)
    cleaned = clean(text)
    mentions = find_mentions(cleaned.text, book)
    items = link(cleaned.text, mentions, list(find_groups(cleaned.text)))
    numbered = frozenset(
        f"{one.kind}-{one.number}-{one.year}"
        for one in mentions
        if one.way is Way.NUMBER and one.year
    )
    reading = _Reading(cleaned, text, Discourse(book, day, numbered), mentions)
    for item in items:
        reading.read(item)
    found = sorted(zip(reading.offsets, reading.citations, strict=True), key=lambda pair: pair[0])
    return Read(
        cleaned,
        day,
        tuple(cited for _, cited in found),
        tuple(offsets for offsets, _ in found),
    )


class _Reading:
    """One pass over the items; it remembers what was spoken of."""

    def __init__(
        self, cleaned: Cleaned, original: str, discourse: Discourse, mentions: list[Mention]
    ) -> None:
        self._cleaned = cleaned
        self._original = original
        self._discourse = discourse
        self._mentions = mentions
        self._place = Place()
        self._place_law: str | None = None
        self.citations: list[Cited] = []
        self.offsets: list[tuple[int, int]] = []

    def read(self, item: Item) -> None:
        mention = item.mention
        code = self._discourse.resolve(mention) if mention else None
        if mention and code:
            self._discourse.spoken(mention, code)
            for name in item.defines:
                self._discourse.named(name, code)
        if item.group is None:
            if mention and code:
                self._cite(code, Place(), mention.start, mention.end)
            return
        if item.group.same:
            self._read_same(item, code)
            return
        if code is None:
            code = self._unlinked(item)
        first, last = item.group.leaves[0], item.group.leaves[-1]
        for leaf in item.group.leaves:
            start = item.before.start if item.before and leaf is first else leaf.start
            end = item.after.end if item.after and leaf is last else leaf.end
            self._cite(code, leaf.place, start, end)
        self._place, self._place_law = last.place, code
        if code:
            self._discourse.last = code

    def _read_same(self, item: Item, code: str | None) -> None:
        """``pasal tersebut``, or a lone ``ayat (3)``: nothing when no article was spoken of."""
        assert item.group is not None
        leaf = item.group.leaves[0]
        if self._place.pasal is None:
            return
        place = _merged(self._place, leaf)
        self._cite(code or self._place_law, place, leaf.start, leaf.end)
        self._place = place

    def _unlinked(self, item: Item) -> str | None:
        assert item.group is not None
        if item.loose:
            code = self._discourse.resolve(item.loose)
            if code:
                return code
        if self._discourse.last:
            return self._discourse.last
        later = following(item.group, self._mentions)
        return self._discourse.resolve(later) if later else None

    def _cite(self, code: str | None, place: Place, start: int, end: int) -> None:
        span = self._cleaned.span(start, end)
        discourse = self._discourse
        standing = stand(discourse.book, code, place, discourse.day)
        self.citations.append(Cited(self._original[span[0] : span[1]], span, code, place, standing))
        self.offsets.append((start, end))


def _merged(earlier: Place, leaf: Leaf) -> Place:
    """The earlier place; what is said now replaces that level and what lay below it."""
    place = earlier
    for level in ("ayat", "huruf", "angka"):
        label = getattr(leaf.place, level)
        if label:
            place = place.at(level, label)
    return place
