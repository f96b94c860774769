"""Advice before the deed: ways that remain, what to do instead, whom to ask, and its lexicon.

Whether something is allowed is never written here: the assessment works it out. These documents
give the words, and the ways whose lawfulness the assessment then has to confirm.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

from netra.domain.lawbook.lexicon import Lexicon, parse_lexicon
from netra.domain.lawbook.reading import Reading
from netra.domain.lawbook.values import Source
from netra.domain.lawbook.vocabulary import Circumstance, ContestKind


class WayKind(StrEnum):
    """A manner can be chosen by whoever asks; an exception is another situation altogether."""

    MANNER = "manner"
    EXCEPTION = "exception"


@dataclass(frozen=True, slots=True)
class Way:
    """Facts under which the deed may be lawful, and the condition in plain words."""

    suppose: frozenset[Circumstance]
    on_cltn: bool
    kind: WayKind
    condition: str


@dataclass(frozen=True, slots=True)
class Exemption:
    """When what is asked is not this deed at all: ``when`` is told, or the question ``asked`` it."""

    when: frozenset[Circumstance]
    asked: str | None
    condition: str
    reason: str
    source: Source


@dataclass(frozen=True, slots=True)
class Conflict:
    """Official answers that contradict each other.

    ``asked``: only when the question touches that aspect. ``unless``: told, it is beside the point.
    """

    text: str
    asked: str | None
    unless: frozenset[Circumstance]
    source: Source


@dataclass(frozen=True, slots=True)
class DeedAdvice:
    """What to say about one deed besides the law."""

    code: str
    kindly: str | None
    caution: str | None
    permitted: str | None
    """The condition to keep when nothing forbids the deed."""
    ways: tuple[Way, ...]
    exempt: tuple[Exemption, ...]
    conflicts: tuple[Conflict, ...]
    instead: tuple[str, ...]
    ask: tuple[str, ...]
    contests: tuple[ContestKind, ...]
    """Empty: the deed matters in every contest and outside any."""


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody who can be asked before anything is done."""

    code: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Wording:
    """A circumstance as the person asking would say it, and as something to refrain from."""

    mine: str
    avoid: str


@dataclass(frozen=True, slots=True)
class AdviceBook:
    """Everything under ``lawbook/advice/``."""

    deeds: Mapping[str, DeedAdvice]
    contacts: Mapping[str, Contact]
    words: Mapping[Circumstance, Wording]
    lexicon: Lexicon


def parse_advice(
    rows: Mapping[str, object], deeds: Collection[str], problems: list[str]
) -> AdviceBook:
    """Read the documents under ``lawbook/advice/``, by file name; faults go to ``problems``."""
    advice: dict[str, DeedAdvice] = {}
    contacts: dict[str, Contact] = {}
    words: dict[Circumstance, Wording] = {}
    lexicon: dict[str, object] = {}
    for name, document in rows.items():
        if name.endswith("kata.yaml"):
            lexicon[name] = document
            continue
        file = Reading(document, name, problems)
        file.maybe_text("about")
        for row in file.children("contacts"):
            contact = Contact(row.text("code"), row.text("title"), row.text("text"))
            contacts[contact.code] = contact
            row.close()
        for row in file.children("words", "circumstance"):
            one = row.choice("circumstance", Circumstance)
            words[one] = Wording(row.text("mine"), row.text("avoid"))
            row.close()
        for row in file.children("deeds"):
            found = _deed(row)
            if found.code not in deeds:
                row.fault(f"perbuatan {found.code!r} tidak ada", "code")
            for code in found.ask:
                if code not in contacts:
                    row.fault(f"{code!r} tidak ada di contacts", "ask")
            if found.code in advice:
                row.fault("kode ini sudah dipakai", "code")
            advice[found.code] = found
        file.close()
    return AdviceBook(advice, contacts, words, parse_lexicon(lexicon, deeds, problems))


def _deed(row: Reading) -> DeedAdvice:
    found = DeedAdvice(
        code=row.text("code"),
        kindly=row.maybe_text("kindly"),
        caution=row.maybe_text("caution"),
        permitted=row.maybe_text("permitted"),
        ways=tuple(_way(one) for one in row.children("ways", "kind")),
        exempt=tuple(_exemption(one) for one in row.children("exempt", "condition")),
        conflicts=tuple(_conflict(one) for one in row.children("conflicts", "asked")),
        instead=row.texts("instead"),
        ask=row.texts("ask"),
        contests=row.choices("contests", ContestKind),
    )
    row.close()
    return found


def _way(row: Reading) -> Way:
    way = Way(
        frozenset(row.choices("suppose", Circumstance)),
        row.flag("on_cltn", default=False),
        row.choice("kind", WayKind),
        row.text("condition"),
    )
    row.close()
    return way


def _exemption(row: Reading) -> Exemption:
    found = Exemption(
        frozenset(row.choices("when", Circumstance)),
        row.maybe_text("asked"),
        row.text("condition"),
        row.text("reason"),
        row.source(),
    )
    if bool(found.when) is (found.asked is not None):
        row.fault("sebutkan when atau asked, salah satu")
    row.close()
    return found


def _conflict(row: Reading) -> Conflict:
    found = Conflict(
        row.text("text"),
        row.maybe_text("asked"),
        frozenset(row.choices("unless", Circumstance)),
        row.source(),
    )
    row.close()
    return found
