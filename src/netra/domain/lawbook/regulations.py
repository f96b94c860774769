"""Regulations: what an instrument says, from when to when, what it replaced and what replaced it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cached_property

from netra.domain.lawbook.reading import Reading, no_two_hold_at_once
from netra.domain.lawbook.values import Citation, Period, Source


class Force(StrEnum):
    """Whether an instrument holds on a day."""

    IN_FORCE = "in_force"
    REPEALED = "repealed"
    NOT_YET_IN_FORCE = "not_yet_in_force"
    UNKNOWN = "unknown"


class RegulationKind(StrEnum):
    """What sort of instrument; the values are the Indonesian names."""

    UU = "uu"
    PERPPU = "perppu"
    PP = "pp"
    PERPRES = "perpres"
    KEPPRES = "keppres"
    PERATURAN_BAWASLU = "peraturan_bawaslu"
    PERATURAN_BKN = "peraturan_bkn"
    PERATURAN_BERSAMA = "peraturan_bersama"
    KEPUTUSAN = "keputusan"
    KEPUTUSAN_BERSAMA = "keputusan_bersama"
    PERJANJIAN = "perjanjian_kerja_sama"
    SURAT_EDARAN = "surat_edaran"
    PUTUSAN_MK = "putusan_mk"
    PERNYATAAN = "pernyataan"


@dataclass(frozen=True, slots=True)
class PartlyKnownDay:
    """A day of which perhaps only the year is known: no earlier than, no later than."""

    earliest: date
    latest: date

    @property
    def exact(self) -> date | None:
        return self.earliest if self.earliest == self.latest else None

    def __str__(self) -> str:
        if self.exact:
            return self.exact.isoformat()
        if self.earliest == date.min:
            return "tanggal belum diketahui"
        if (self.earliest, self.latest) == _year(self.earliest.year):
            return f"tahun {self.earliest.year}, tanggal belum diketahui"
        return f"antara {self.earliest.isoformat()} dan {self.latest.isoformat()}"


def _year(year: int) -> tuple[date, date]:
    return date(year, 1, 1), date(year, 12, 31)


_ANY_DAY = PartlyKnownDay(date.min, date.max)


@dataclass(frozen=True, slots=True)
class Provision:
    """One article as far as it is known, summarised in netra's own words."""

    at: Citation
    summary: str
    penalty: str | None
    """The threatened punishment as dated text; netra shows it and never computes with it."""
    period: Period
    source: Source
    now: Citation | None = None
    """Where a later instrument says the same."""


@dataclass(frozen=True, slots=True)
class Extent:
    """How far an instrument reaches: beyond each of these places there is nothing."""

    last: tuple[Citation, ...]
    source: Source

    def last_before(self, place: Citation) -> Citation | None:
        """The last place that ``place`` lies beyond; ``None`` where nothing says it does."""
        return next((last for last in self.last if _beyond(place, last)), None)


@dataclass(frozen=True, slots=True)
class Regulation:
    """One instrument with its life in force and the articles that netra knows."""

    code: str
    short: str
    title: str
    kind: RegulationKind
    issued: PartlyKnownDay
    in_force_from: PartlyKnownDay
    in_force_until: PartlyKnownDay | None
    """The last day in force; ``None`` while nothing is known to have ended it."""
    amends: tuple[str, ...]
    replaces: tuple[str, ...]
    replaced_by: tuple[str, ...]
    changed_by: tuple[str, ...]
    """Rulings and laws that changed its meaning without replacing it."""
    provisions: tuple[Provision, ...]
    names: tuple[str, ...]
    """What letters and newspapers call it without its number: ``UU ASN``. Several may share one."""
    extent: Extent | None
    source: Source

    def force_on(self, day: date) -> Force:
        if day < self.in_force_from.earliest:
            return Force.NOT_YET_IN_FORCE
        if self.in_force_until is not None and day > self.in_force_until.latest:
            return Force.REPEALED
        if day < self.in_force_from.latest:
            return Force.UNKNOWN
        if self.in_force_until is not None and day > self.in_force_until.earliest:
            return Force.UNKNOWN
        return Force.IN_FORCE

    def provisions_at(self, place: Citation, on: date | None = None) -> tuple[Provision, ...]:
        """The known articles at, above or below ``place``, nearest wording first."""
        return tuple(
            provision
            for provision in sorted(self.provisions, key=lambda one: one.at != place)
            if _on_one_line(provision.at, place) and (on is None or provision.period.contains(on))
        )

    def knows_pasal(self, pasal: str) -> bool:
        known = [provision.at for provision in self.provisions]
        if self.extent is not None:
            known.extend(self.extent.last)
        return any(place.pasal == pasal for place in known)


@dataclass(frozen=True, slots=True)
class Standing:
    """The answer to: does this instrument hold on this day, and if not, what does?"""

    regulation: Regulation
    on: date
    force: Force
    replaced_by: tuple[Regulation, ...]

    @property
    def sentence(self) -> str:
        """One Indonesian sentence that a letter can carry."""
        name = self.regulation.short
        if self.force is Force.NOT_YET_IN_FORCE:
            return f"{name} belum berlaku pada {self.on.isoformat()}."
        if self.force is Force.UNKNOWN:
            return f"Belum diketahui apakah {name} berlaku pada {self.on.isoformat()}."
        if self.force is Force.IN_FORCE:
            return f"{name} berlaku pada {self.on.isoformat()}."
        successors = " dan ".join(one.short for one in self.replaced_by)
        return f"{name} sudah tidak berlaku pada {self.on.isoformat()}" + (
            f"; digantikan oleh {successors}." if successors else "."
        )


class RegulationBook(Mapping[str, Regulation]):
    """All instruments by code; a plain read-only mapping that can also resolve citations."""

    def __init__(self, regulations: Mapping[str, Regulation]) -> None:
        self._by_code = dict(regulations)

    def __getitem__(self, code: str) -> Regulation:
        return self._by_code[code]

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_code)

    def __len__(self) -> int:
        return len(self._by_code)

    @cached_property
    def _families(self) -> Mapping[str, frozenset[str]]:
        """Each code with every instrument of its chain of amendments."""
        families: dict[str, set[str]] = {code: {code} for code in self._by_code}
        for regulation in self._by_code.values():
            for other in regulation.amends:
                merged = families[regulation.code] | families.get(other, {other})
                for code in merged:
                    families[code] = merged
        return {code: frozenset(family) for code, family in families.items()}

    def family(self, code: str) -> tuple[Regulation, ...]:
        """The instrument and those it amends or is amended by, itself first."""
        others = sorted(self._families.get(code, frozenset()) - {code})
        return tuple(self._by_code[one] for one in (code, *others) if one in self._by_code)

    def resolve(self, citation: Citation, on: date | None = None) -> tuple[Provision, ...]:
        """The known articles a citation means; articles of the law it amends count as its own."""
        if citation.regulation not in self._by_code:
            return ()
        found: list[Provision] = []
        for regulation in self.family(citation.regulation):
            place = replace(citation, regulation=regulation.code)
            found.extend(regulation.provisions_at(place, on))
        return tuple(found)

    def why_unresolved(self, citation: Citation) -> str | None:
        """Why a citation leads nowhere, in Indonesian; ``None`` when it resolves."""
        if citation.regulation not in self._by_code:
            return f"peraturan {citation.regulation!r} tidak ada dalam lawbook"
        if citation.pasal is None:
            return None
        if any(one.knows_pasal(citation.pasal) for one in self.family(citation.regulation)):
            return None
        return f"Pasal {citation.pasal} belum tercatat pada {citation.regulation}"

    def standing(self, code: str, on: date) -> Standing:
        """Whether ``code`` holds on a day; ``KeyError`` for an unknown code."""
        regulation = self._by_code[code]
        successors = tuple(
            self._by_code[one] for one in regulation.replaced_by if one in self._by_code
        )
        return Standing(regulation, on, regulation.force_on(on), successors)


def parse_regulations(documents: Mapping[str, object], problems: list[str]) -> RegulationBook:
    """Read the files under ``regulations/``: path → content."""
    regulations: dict[str, Regulation] = {}
    for path, content in documents.items():
        document = Reading(content, path, problems)
        for row in document.children("regulations"):
            regulation = _regulation(row)
            if regulation.code in regulations:
                row.fault(f"kode {regulation.code!r} sudah dipakai")
            regulations[regulation.code] = regulation
        document.close()
    _references_resolve(regulations, problems)
    return RegulationBook(_with_successors(regulations))


def _regulation(row: Reading) -> Regulation:
    code = row.text("code")
    provisions = tuple(_provision(one, code) for one in row.children("articles", named_by="at"))
    regulation = Regulation(
        code=code,
        short=row.text("short"),
        title=row.text("title"),
        kind=row.choice("kind", RegulationKind),
        issued=_partly_known(row, "issued") or _ANY_DAY,
        in_force_from=_partly_known(row, "in_force_from") or _ANY_DAY,
        in_force_until=_partly_known(row, "in_force_until", may_be_open=True),
        amends=row.texts("amends"),
        replaces=row.texts("replaces"),
        replaced_by=row.texts("replaced_by"),
        changed_by=row.texts("changed_by"),
        provisions=provisions,
        names=row.texts("names"),
        extent=_extent(row, code),
        source=row.source(),
    )
    until = regulation.in_force_until
    if until is not None and until.latest < regulation.in_force_from.earliest:
        row.fault("tidak berlaku lagi sebelum mulai berlaku")
    problems: list[str] = []
    no_two_hold_at_once(
        ((one.at.place, one.period, f"{row.place}") for one in provisions), problems
    )
    for problem in problems:
        row.fault(problem.removeprefix(f"{row.place}: "))
    row.close()
    return regulation


def _extent(row: Reading, code: str) -> Extent | None:
    if not row.has("extent"):
        return None
    given = row.child("extent")
    last = tuple(_place(given, "last", code, text) for text in given.texts("last"))
    extent = Extent(last, given.source())
    given.close()
    return extent


def _now(row: Reading) -> Citation | None:
    text = row.maybe_text("now")
    if text is None:
        return None
    try:
        return Citation.parse(text)
    except ValueError as error:
        row.fault(str(error), "now")
        return None


def _place(row: Reading, key: str, code: str, text: str) -> Citation:
    try:
        return Citation.parse(f"{code} {text}")
    except ValueError as error:
        row.fault(str(error), key)
        return Citation(code)


def _provision(row: Reading, code: str) -> Provision:
    at = _place(row, "at", code, row.text("at"))
    provision = Provision(
        at,
        row.text("summary"),
        row.maybe_text("penalty"),
        row.period(),
        row.source(),
        _now(row),
    )
    row.close()
    return provision


def _partly_known(row: Reading, key: str, *, may_be_open: bool = False) -> PartlyKnownDay | None:
    """A date, two dates it lies between, a year alone, ``unknown``, or (for an end) ``open``."""
    if not row.has(key):
        row.fault("harus diisi: tanggal, tahun, atau unknown", key)
    value = row.raw(key)
    if isinstance(value, int) and not isinstance(value, bool) and date.min.year < value:
        if value < date.max.year:
            return PartlyKnownDay(*_year(value))
        row.fault(f"tahun {value} tidak masuk akal", key)
    elif isinstance(value, list):
        return _between(row, key, value)
    elif value == "unknown":
        return _ANY_DAY
    elif value == "open" and may_be_open:
        return None
    else:
        day = row.maybe_day(key)
        if day is not None:
            return PartlyKnownDay(day, day)
    return None


def _between(row: Reading, key: str, bounds: list[object]) -> PartlyKnownDay | None:
    match bounds:
        case [date() as earliest, date() as latest] if earliest <= latest:
            return PartlyKnownDay(earliest, latest)
    row.fault("harus dua tanggal berurutan, paling awal dan paling akhir", key)
    return None


def _references_resolve(regulations: Mapping[str, Regulation], problems: list[str]) -> None:
    for regulation in regulations.values():
        for relation in ("amends", "replaces", "replaced_by", "changed_by"):
            problems.extend(
                f"regulations[{regulation.code}].{relation}: "
                f"peraturan {code!r} tidak ada dalam lawbook"
                for code in getattr(regulation, relation)
                if code not in regulations
            )
        problems.extend(
            f"regulations[{regulation.code}].articles[{one.at.place}].now: "
            f"peraturan {one.now.regulation!r} tidak ada dalam lawbook"
            for one in regulation.provisions
            if one.now and one.now.regulation not in regulations
        )


def _with_successors(regulations: Mapping[str, Regulation]) -> Mapping[str, Regulation]:
    """Write ``replaces`` once and read it both ways."""
    successors: dict[str, list[str]] = {
        code: list(regulation.replaced_by) for code, regulation in regulations.items()
    }
    for code, regulation in regulations.items():
        for old in regulation.replaces:
            if old in successors and code not in successors[old]:
                successors[old].append(code)
    return {
        code: replace(regulation, replaced_by=tuple(successors[code]))
        for code, regulation in regulations.items()
    }


def _on_one_line(one: Citation, other: Citation) -> bool:
    """Whether one place contains the other: Pasal 5 contains Pasal 5 huruf n angka 3."""
    return all(
        mine is None or theirs is None or mine == theirs
        for mine, theirs in (
            (one.regulation, other.regulation),
            (one.pasal, other.pasal),
            (one.ayat, other.ayat),
            (one.huruf, other.huruf),
            (one.angka, other.angka),
            (one.part, other.part),
        )
    )


_LEVELS = ("pasal", "ayat", "huruf", "angka")


def _beyond(place: Citation, last: Citation) -> bool:
    deepest = next((one for one in reversed(_LEVELS) if getattr(last, one)), None)
    if deepest is None or getattr(place, deepest) is None:
        return False
    above = _LEVELS[: _LEVELS.index(deepest)]
    if any(getattr(place, one) != getattr(last, one) for one in above):
        return False
    return _rank(getattr(place, deepest)) > _rank(getattr(last, deepest))


def _rank(label: str) -> int:
    """``28A`` stands with 28; letters count from a."""
    number = "".join(sign for sign in label if sign.isdigit())
    return int(number) if number else ord(label[:1])
