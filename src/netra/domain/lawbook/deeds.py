"""Deeds: what people report, in plain words, and the acts each may come under."""

from collections.abc import Mapping
from dataclasses import dataclass

from netra.domain.lawbook.acts import Act
from netra.domain.lawbook.conditions import Condition
from netra.domain.lawbook.elements import Doubt, Excuse, Proof, Remark
from netra.domain.lawbook.reading import Reading
from netra.domain.lawbook.values import Source
from netra.domain.lawbook.vocabulary import Circumstance, TargetKind


@dataclass(frozen=True, slots=True)
class MapRow:
    """``acts`` may follow from the deed when ``when`` holds.

    ``proof`` replaces that of the act; ``shown_by_deed`` says the deed itself shows the element.
    """

    acts: tuple[str, ...]
    when: Condition
    proof: Proof | None
    shown_by_deed: bool
    doubts: tuple[Doubt, ...]


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing people do, told without any legal label."""

    code: str
    title: str
    plain: str
    question: str
    """What the wizard asks, answered with yes."""
    help: str
    before_candidates: str
    after_candidates: str
    not_this: tuple[str, ...]
    examples: tuple[str, ...]
    by_status: Mapping[str, str]
    """What it means for PNS, PPPK, honorer and kepala desa."""
    target: TargetKind | None
    """Whom the deed is always about; ``None``: the date decides."""
    implies: frozenset[Circumstance]
    """What is also told by telling this deed."""
    maps: tuple[MapRow, ...]
    proof: Proof | None
    """Stands for every row whose act has no proof of its own."""
    excuses: tuple[Excuse, ...]
    doubts: tuple[Doubt, ...]
    remarks: tuple[Remark, ...]
    to_be_researched: str | None
    """Why no act is given yet; the deed can be reported all the same."""
    source: Source


_STATUSES_EXPLAINED = ("pns", "pppk", "honorer", "kepala_desa")


def parse_deeds(
    rows: Mapping[str, object], acts: Mapping[str, Act], problems: list[str]
) -> Mapping[str, Deed]:
    """Read the documents under ``lawbook/deeds/``, by file name; faults go to ``problems``."""
    deeds: dict[str, Deed] = {}
    for name, document in rows.items():
        file = Reading(document, name, problems)
        file.maybe_text("about")
        for row in file.children("deeds"):
            deed = _read(row, acts)
            if deed.code in deeds:
                row.fault("kode ini sudah dipakai", "code")
            deeds[deed.code] = deed
        file.close()
    return deeds


def _read(row: Reading, acts: Mapping[str, Act]) -> Deed:
    explained = row.child("by_status")
    deed = Deed(
        code=row.text("code"),
        title=row.text("title"),
        plain=row.text("plain"),
        question=row.text("question"),
        help=row.text("help"),
        before_candidates=row.text("before_candidates"),
        after_candidates=row.text("after_candidates"),
        not_this=row.texts("not_this"),
        examples=row.texts("examples"),
        by_status={status: explained.text(status) for status in _STATUSES_EXPLAINED},
        target=row.choice("target", TargetKind) if row.has("target") else None,
        implies=frozenset(row.choices("implies", Circumstance)),
        maps=tuple(_map_row(one, acts) for one in row.children("maps", "acts")),
        proof=Proof.read(row.child("proof")) if row.has("proof") else None,
        excuses=tuple(Excuse.read(one) for one in row.children("excuses", "reason")),
        doubts=tuple(Doubt.read(one) for one in row.children("doubts", "ask")),
        remarks=tuple(Remark.read(one) for one in row.children("remarks", "text")),
        to_be_researched=row.maybe_text("to_be_researched"),
        source=row.source(),
    )
    explained.close()
    row.close()
    return deed


def _map_row(row: Reading, acts: Mapping[str, Act]) -> MapRow:
    codes = row.texts("acts")
    for code in codes:
        if code not in acts:
            row.fault(f"butir {code!r} tidak ada", "acts")
    found = MapRow(
        acts=codes,
        when=Condition.read(row.child("when")) if row.has("when") else Condition(),
        proof=Proof.read(row.child("proof")) if row.has("proof") else None,
        shown_by_deed=row.flag("shown_by_deed", default=False),
        doubts=tuple(Doubt.read(one) for one in row.children("doubts", "ask")),
    )
    if found.shown_by_deed and found.proof is not None:
        row.fault("proof dan shown_by_deed tidak dapat berlaku bersama", "proof")
    row.close()
    return found


@dataclass(frozen=True, slots=True)
class AliasItem:
    """One line of an older list and the codes that carry its matter today."""

    number: int
    title: str
    deeds: tuple[str, ...]
    acts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AliasList:
    """A list of socialisation with its own numbers, such as the two lists of 16 items."""

    code: str
    title: str
    items: tuple[AliasItem, ...]
    source: Source


def parse_aliases(
    rows: Mapping[str, object],
    acts: Mapping[str, Act],
    deeds: Mapping[str, Deed],
    problems: list[str],
) -> Mapping[str, AliasList]:
    """Read ``lawbook/aliases.yaml``; every code must exist."""
    lists: dict[str, AliasList] = {}
    for name, document in rows.items():
        file = Reading(document, name, problems)
        file.maybe_text("about")
        for row in file.children("lists"):
            found = _alias_list(row, acts, deeds)
            lists[found.code] = found
        file.close()
    return lists


def _alias_list(row: Reading, acts: Mapping[str, Act], deeds: Mapping[str, Deed]) -> AliasList:
    items: list[AliasItem] = []
    for line in row.children("items", "title"):
        item = AliasItem(
            line.maybe_number("number") or 0,
            line.text("title"),
            line.texts("deeds"),
            line.texts("acts"),
        )
        for code in (*item.deeds, *item.acts):
            if code not in deeds and code not in acts:
                line.fault(f"kode {code!r} tidak ada")
        line.close()
        items.append(item)
    found = AliasList(row.text("code"), row.text("title"), tuple(items), row.source())
    row.close()
    return found
