"""From what a door received (web answers, JSON, a line of a file) to a ``Laporan``."""

import re
from collections.abc import Container, Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime, timedelta, timezone, tzinfo
from enum import StrEnum
from functools import lru_cache
from typing import TypeVar

from netra.domain.calendar import Zone, long_date
from netra.domain.intake.laporan import (
    ActorTold,
    Evidence,
    Gender,
    HowKnown,
    Laporan,
    Reporter,
    Terlapor,
    Witness,
)
from netra.domain.intake.text import clean_line, clean_text
from netra.domain.lawbook.vocabulary import (
    CONTRADICTIONS,
    ActorStatus,
    Circumstance,
    PoliticalRole,
    Position,
)
from netra.domain.ports import Regions

_Choice = TypeVar("_Choice", bound=StrEnum)

STORY_SHORTEST = 10
STORY_LONGEST = 20_000
"""Characters; some ten typed pages."""
TEXT_LONGEST = 1_000
LINE_LONGEST = 300
LINK_LONGEST = 2_000
MOST_EVIDENCE = 20
MOST_WITNESSES = 10
EARLIEST = date(2000, 1, 1)
_OLDEST_PERSON = timedelta(days=120 * 366)
_LATEST_ZONE = timezone(timedelta(hours=9))
"""Where the region is not known yet, the zone in which a new day begins first: a day is refused
as lying ahead only when it lies ahead everywhere."""
_LINK = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
_EMAIL = re.compile(r"[^\s@<>]+@[^\s@<>]+\.[^\s@<>.]+")
_PHONE = re.compile(r"\+?[\d\s().-]{6,24}")


class LaporanInvalid(ValueError):
    """What must be mended before this can be taken; one Indonesian message per field."""

    def __init__(self, problems: Mapping[str, str]) -> None:
        self.problems = dict(problems)
        super().__init__("; ".join(f"{field}: {text}" for field, text in problems.items()))


@dataclass(frozen=True, slots=True)
class World:
    """What reading needs to know of the world."""

    deeds: Container[str]
    regions: Regions
    zones: Mapping[str, Zone]
    """By the first two digits of the region code."""
    now: datetime

    def today(self, region_code: str) -> date:
        """The day it is where the receiving office works."""
        zone = self.zones.get(region_code[:2])
        place: tzinfo = zone.tzinfo if zone else _LATEST_ZONE
        return self.now.astimezone(place).date()


def parse_laporan(raw: Mapping[str, object], world: World) -> Laporan:
    """Read ``raw``; ``LaporanInvalid`` names every field that must be mended."""
    problems: dict[str, str] = {}
    laporan = read_laporan(raw, world, problems)
    if problems:
        raise LaporanInvalid(problems)
    return laporan


def read_laporan(raw: Mapping[str, object], world: World, problems: dict[str, str]) -> Laporan:
    """Read as much as can be read; the rest goes to ``problems``, by field."""
    top = _Fields(raw, "", problems)
    top.only(Laporan)
    story = top.text("story", STORY_LONGEST, lines=True)
    if len(story) < STORY_SHORTEST and "story" not in problems:
        top.fault("story", "Ceritakan apa yang terjadi, satu atau dua kalimat pun cukup.")
    region = _region(top, world)
    today = world.today(region)
    act_date = _past(top, "act_date", "Tanggal kejadian", today)
    known_date = _past(top, "known_date", "Tanggal Anda mengetahui", today)
    if act_date and known_date and known_date < act_date:
        top.fault(
            "known_date",
            f"Menurut isian ini Anda mengetahuinya sebelum terjadi ({long_date(act_date)}). "
            "Periksa kedua tanggalnya.",
        )
    return Laporan(
        story=story,
        region_code=region,
        deeds=_deeds(top, world),
        circumstances=_circumstances(top),
        terlapor=_terlapor(top),
        actor=_actor(top),
        place=top.text("place", TEXT_LONGEST),
        act_date=act_date,
        known_date=known_date,
        how_known=top.choice("how_known", HowKnown),
        evidence=_evidence(top),
        witnesses=_witnesses(top),
        reporter=_reporter(top, today),
    )


def _region(top: "_Fields", world: World) -> str:
    code = top.text("region_code", LINE_LONGEST)
    if not code:
        top.fault("region_code", "Pilih provinsi tempat kejadian.")
        return ""
    if world.regions.get(code) is None or code[:2] not in world.zones:
        top.fault("region_code", "Wilayah ini tidak dikenal. Pilih dari daftar, mulai provinsi.")
        return ""
    return code


def _past(top: "_Fields", key: str, named: str, today: date) -> date | None:
    day = top.day(key, named)
    if day is None:
        return None
    if day > today:
        top.fault(key, f"{named} lebih baru dari hari ini. Periksa tahunnya.")
    elif day < EARLIEST:
        top.fault(key, f"{named} terlalu lama berlalu. Periksa tahunnya.")
    return day


def _deeds(top: "_Fields", world: World) -> tuple[str, ...]:
    deeds = top.words("deeds")
    if any(code not in world.deeds for code in deeds):
        top.fault("deeds", "Ada perbuatan yang tidak dikenal. Pilih dari daftar.")
    return deeds


def _circumstances(top: "_Fields") -> tuple[Circumstance, ...]:
    words = top.words("circumstances")
    try:
        told = tuple(Circumstance(word) for word in words)
    except ValueError:
        top.fault("circumstances", "Ada keadaan yang tidak dikenal. Pilih dari daftar.")
        return ()
    for one, others in CONTRADICTIONS:
        if one in told and (against := others.intersection(told)):
            second = next(other for other in told if other in against)
            top.fault(
                "circumstances",
                f"Dua keadaan ini tidak dapat terjadi bersama: “{one.label}” dan "
                f"“{second.label}”. Pilih salah satu.",
            )
    return told


def _terlapor(top: "_Fields") -> Terlapor:
    row = top.group("terlapor")
    row.only(Terlapor)
    return Terlapor(
        name=row.text("name", LINE_LONGEST),
        position=row.text("position", LINE_LONGEST),
        unit=row.text("unit", LINE_LONGEST),
        address=row.text("address", TEXT_LONGEST),
    )


def _actor(top: "_Fields") -> ActorTold:
    row = top.group("actor")
    row.only(ActorTold)
    role = row.choice("role", PoliticalRole)
    return ActorTold(
        status=row.choice("status", ActorStatus),
        position=row.choice("position", Position),
        role=None if role is PoliticalRole.NONE else role,
        on_cltn=row.yes_no("on_cltn"),
        spouse_of_candidate=row.yes_no("spouse_of_candidate"),
    )


def _evidence(top: "_Fields") -> tuple[Evidence, ...]:
    found = []
    for row in top.groups("evidence", MOST_EVIDENCE):
        row.only(Evidence)
        description = row.text("description", TEXT_LONGEST)
        link = row.text("link", LINK_LONGEST)
        if link and not _LINK.fullmatch(link):
            row.fault("link", "Alamat bukti harus diawali https:// atau http://.")
        if description or link:
            found.append(Evidence(description, link))
    return tuple(found)


def _witnesses(top: "_Fields") -> tuple[Witness, ...]:
    found = []
    for row in top.groups("witnesses", MOST_WITNESSES):
        row.only(Witness)
        witness = Witness(
            name=row.text("name", LINE_LONGEST),
            address=row.text("address", TEXT_LONGEST),
            phone=_phone(row),
        )
        if witness.name:
            found.append(witness)
        elif witness.address or witness.phone:
            row.fault("name", "Tulis nama saksi, atau kosongkan alamat dan nomornya.")
    return tuple(found)


def _reporter(top: "_Fields", today: date) -> Reporter | None:
    if not top.has("reporter"):
        return None
    row = top.group("reporter")
    row.only(Reporter)
    born = row.day("birth_date", "Tanggal lahir")
    if born and not today - _OLDEST_PERSON < born < today:
        row.fault("birth_date", "Tanggal lahir tidak mungkin. Periksa tahunnya.")
    email = row.text("email", LINE_LONGEST)
    if email and not _EMAIL.fullmatch(email):
        row.fault("email", "Alamat email belum lengkap, misalnya nama@contoh.id.")
    name = row.text("name", LINE_LONGEST)
    if not name:
        row.fault("name", "Tulis nama Anda, atau pilih melapor tanpa nama.")
    return Reporter(
        name=name,
        birth_place=row.text("birth_place", LINE_LONGEST),
        birth_date=born,
        gender=row.choice("gender", Gender),
        occupation=row.text("occupation", LINE_LONGEST),
        nationality=row.text("nationality", LINE_LONGEST),
        address=row.text("address", TEXT_LONGEST),
        phone=_phone(row),
        email=email,
    )


def _phone(row: "_Fields") -> str:
    phone = row.text("phone", LINE_LONGEST)
    if phone and not _PHONE.fullmatch(phone):
        row.fault("phone", "Nomor telepon hanya berisi angka, misalnya 0812 3456 7890.")
    return phone


@lru_cache(maxsize=32)
def _names(kind: type) -> frozenset[str]:
    return frozenset(field.name for field in fields(kind))


class _Fields:
    """One mapping of the input; notes what is wrong under the field's dotted path."""

    def __init__(self, raw: object, place: str, problems: dict[str, str]) -> None:
        self._place = place
        self._problems = problems
        self._raw: Mapping[object, object] = {}
        if isinstance(raw, Mapping):
            self._raw = raw
        elif raw is not None:
            problems[place.rstrip(".")] = "Harus berupa kelompok isian."

    def fault(self, key: str, message: str) -> None:
        """The first thing wrong with a field is the one to mend."""
        self._problems.setdefault(f"{self._place}{key}", message)

    def only(self, kind: type) -> None:
        """Refuse what ``kind`` has no field for: a misspelt key must not pass in silence."""
        known = _names(kind)
        for key in self._raw:
            if key not in known:
                self.fault(clean_line(str(key))[:60], "Isian ini tidak dikenal.")

    def has(self, key: str) -> bool:
        return self._raw.get(key) is not None

    def text(self, key: str, longest: int, *, lines: bool = False) -> str:
        value = self._raw.get(key)
        if value is None:
            return ""
        if not isinstance(value, str):
            self.fault(key, "Harus berupa teks.")
            return ""
        text = clean_text(value) if lines else clean_line(value)
        if len(text) > longest:
            self.fault(
                key,
                f"Terlalu panjang: {len(text)} huruf, paling banyak {longest}. "
                "Pendekkan; selebihnya dapat Anda serahkan kepada petugas.",
            )
        return text

    def words(self, key: str) -> tuple[str, ...]:
        value = self._raw.get(key)
        if value is None:
            return ()
        if not isinstance(value, (list, tuple)) or not all(isinstance(w, str) for w in value):
            self.fault(key, "Harus berupa daftar.")
            return ()
        return tuple(dict.fromkeys(value))

    def choice(self, key: str, kind: type[_Choice]) -> _Choice | None:
        value = self._raw.get(key)
        if value is None or value == "":
            return None
        found = next((one for one in kind if one.value == value), None)
        if found is None:
            self.fault(key, "Pilihan ini tidak dikenal. Pilih dari daftar.")
        return found

    def yes_no(self, key: str) -> bool | None:
        value = self._raw.get(key)
        if value is None or isinstance(value, bool):
            return value
        self.fault(key, "Jawab ya, tidak, atau tidak tahu.")
        return None

    def day(self, key: str, named: str) -> date | None:
        value = self._raw.get(key)
        if value is None or value == "":
            return None
        if isinstance(value, str):
            try:
                return date.fromisoformat(value)
            except ValueError:
                pass
        self.fault(key, f"{named} tidak ada di kalender; tulis seperti 2024-09-24.")
        return None

    def group(self, key: str) -> "_Fields":
        return _Fields(self._raw.get(key), f"{self._place}{key}.", self._problems)

    def groups(self, key: str, most: int) -> list["_Fields"]:
        value = self._raw.get(key)
        if value is None:
            return []
        if not isinstance(value, (list, tuple)):
            self.fault(key, "Harus berupa daftar.")
            return []
        if len(value) > most:
            self.fault(key, f"Paling banyak {most}; ada {len(value)}.")
        return [
            _Fields(one, f"{self._place}{key}.{place}.", self._problems)
            for place, one in enumerate(value[:most])
        ]
