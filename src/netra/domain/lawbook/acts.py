"""Acts: the legal items a deed may come under, each with its subjects, elements and sanction."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from netra.domain.lawbook.conditions import Condition
from netra.domain.lawbook.elements import Doubt, Excuse, Proof, Remark
from netra.domain.lawbook.reading import Reading
from netra.domain.lawbook.values import Citation, Period, Source, Status
from netra.domain.lawbook.vocabulary import ActorStatus, Regime, SanctionClass, Track


@dataclass(frozen=True, slots=True)
class ClassRow:
    """The sanction class one text gives, under a condition; ``None``: that text gives none."""

    value: SanctionClass | None
    when: Condition
    source: Source


@dataclass(frozen=True, slots=True)
class Ground:
    """A place in a regulation on which the act rests, and how certain that link is."""

    citation: Citation
    period: Period
    source: Source


@dataclass(frozen=True, slots=True)
class Range:
    """The sanctions a class leaves to choose from, as dated text; netra picks none."""

    text: str
    period: Period
    source: Source


@dataclass(frozen=True, slots=True)
class Act:
    """One legal item. ``skb`` and ``pp94`` stay apart: netra shows a conflict, never settles it."""

    code: str
    title: str
    summary: str
    regime: Regime
    tracks: tuple[Track, ...]
    period: Period
    subjects: Mapping[ActorStatus, Status]
    """Whom the item binds, and how certain that is for each."""
    elements: tuple[str, ...]
    applies: Condition
    proof: Proof | None
    excuses: tuple[Excuse, ...]
    doubts: tuple[Doubt, ...]
    remarks: tuple[Remark, ...]
    skb: tuple[ClassRow, ...]
    pp94: tuple[ClassRow, ...]
    ranges: tuple[Range, ...]
    grounds: tuple[Ground, ...]
    is_the_act: tuple[str, ...]
    is_not_the_act: tuple[str, ...]
    fallback: tuple[str, ...]
    """Codes under which the examiner may look for a class when the text gives none."""
    source: Source

    def grounds_on(self, day: date) -> tuple[Ground, ...]:
        """The grounds in force on the day of the act."""
        return tuple(ground for ground in self.grounds if ground.period.contains(day))


def parse_acts(rows: Mapping[str, object], problems: list[str]) -> Mapping[str, Act]:
    """Read the documents under ``lawbook/acts/``, by file name; every fault goes to ``problems``.

    A file may hold ``defaults``: they stand for every act of the file that does not say otherwise,
    and their ``excuses``, ``doubts`` and ``remarks`` are added to the act's own.
    """
    acts: dict[str, Act] = {}
    for name, document in rows.items():
        file = Reading(_with_defaults(document), name, problems)
        file.maybe_text("about")
        for row in file.children("acts"):
            act = _read(row)
            if act.code in acts:
                row.fault("kode ini sudah dipakai", "code")
            acts[act.code] = act
        file.close()
    for act in acts.values():
        problems.extend(
            f"{act.code}.fallback: butir {code!r} tidak ada"
            for code in act.fallback
            if code not in acts
        )
    return acts


_ADDED = ("excuses", "doubts", "remarks")


def _with_defaults(document: object) -> object:
    """The document with its ``defaults`` written out into every act."""
    if not isinstance(document, Mapping) or not isinstance(document.get("acts"), list):
        return document
    defaults = document.get("defaults") or {}
    return {key: value for key, value in document.items() if key != "defaults"} | {
        "acts": [_written_out(row, defaults) for row in document["acts"]]
    }


def _written_out(row: object, defaults: Mapping[str, object]) -> object:
    if not isinstance(row, Mapping):
        return row
    added: dict[str, object] = {}
    for key in _ADDED:
        own, usual = row.get(key) or [], defaults.get(key) or []
        if isinstance(own, list) and isinstance(usual, list) and (own or usual):
            added[key] = own + usual
    return {**defaults, **row, **added}


def _read(row: Reading) -> Act:
    act = Act(
        code=row.text("code"),
        title=row.text("title"),
        summary=row.text("summary"),
        regime=row.choice("regime", Regime),
        tracks=row.choices("tracks", Track),
        period=row.period(),
        subjects=_subjects(row),
        elements=row.texts("elements"),
        applies=Condition.read(row.child("applies")) if row.has("applies") else Condition(),
        proof=Proof.read(row.child("proof")) if row.has("proof") else None,
        excuses=tuple(Excuse.read(one) for one in row.children("excuses", "reason")),
        doubts=tuple(Doubt.read(one) for one in row.children("doubts", "ask")),
        remarks=tuple(Remark.read(one) for one in row.children("remarks", "text")),
        skb=tuple(_class_row(one) for one in row.children("skb", "class")),
        pp94=tuple(_class_row(one) for one in row.children("pp94", "class")),
        ranges=tuple(_range(one) for one in row.children("ranges", "text")),
        grounds=tuple(_ground(one) for one in row.children("dasar_hukum", "cite")),
        is_the_act=row.texts("is_the_act"),
        is_not_the_act=row.texts("is_not_the_act"),
        fallback=row.texts("fallback"),
        source=row.source(),
    )
    if not act.tracks:
        row.fault("sebutkan sekurangnya satu jalur", "tracks")
    if not act.grounds and act.source.status is not Status.UNVERIFIED:
        row.fault("sebutkan sekurangnya satu dasar hukum", "dasar_hukum")
    if act.period.valid_from is None:
        row.fault("harus diisi: sejak kapan butir ini berlaku", "valid_from")
    row.close()
    return act


def _subjects(row: Reading) -> Mapping[ActorStatus, Status]:
    """``{pns: verified_secondary, cpns: unconfirmed}``."""
    named = row.child("subjects")
    subjects = {status: named.choice(status, Status) for status in ActorStatus if named.has(status)}
    named.close()
    if not subjects:
        row.fault("sebutkan sekurangnya satu subjek", "subjects")
    return subjects


def _class_row(row: Reading) -> ClassRow:
    value = row.choice("class", SanctionClass) if row.has("class") else None
    row.raw("class")
    source = row.source()
    when = Condition.read(row.child("when")) if row.has("when") else Condition()
    if value is not None and source.status is Status.UNVERIFIED:
        row.fault("kelas yang belum diverifikasi ditulis null, tidak pernah ditebak", "class")
    row.close()
    return ClassRow(value, when, source)


def _range(row: Reading) -> Range:
    found = Range(row.text("text"), row.period(), row.source())
    row.close()
    return found


def _ground(row: Reading) -> Ground:
    cited = row.text("cite")
    try:
        citation = Citation.parse(cited)
    except ValueError as error:
        row.fault(str(error), "cite")
        citation = Citation(cited)
    found = Ground(citation, row.period(), row.source())
    row.close()
    return found
