"""The facts of one report, read strictly: what is wrong, where, and what to do about it.

Unknown is written ``null``. Contradictions are errors: netra asks back, it never guesses.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import lru_cache
from typing import TypeVar

from netra.domain.assessment.contradictions import contradictions
from netra.domain.assessment.values import Actor, Contest, Facts
from netra.domain.calendar import Zone
from netra.domain.lawbook.vocabulary import (
    ActorStatus,
    Circumstance,
    ContestKind,
    PoliticalRole,
    Position,
    TargetKind,
)

_Word = TypeVar("_Word", bound=StrEnum)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_EARLIEST, _LATEST = date(1945, 8, 17), date(2100, 12, 31)
_ZONE_BY_HOURS = {7: Zone.WIB, 8: Zone.WITA, 9: Zone.WIT}


@dataclass(frozen=True, slots=True)
class FieldProblem:
    """One fault: ``field`` as a path such as ``contest.campaign_to``, ``message`` in Indonesian."""

    field: str
    message: str


class FactsInvalid(ValueError):
    """The facts cannot be assessed; every problem is named with its field."""

    def __init__(self, problems: tuple[FieldProblem, ...]) -> None:
        super().__init__("; ".join(f"{one.field}: {one.message}" for one in problems))
        self.problems = problems


class _Reader:
    """Reads one object of the facts; notes problems and goes on, so that all are named at once."""

    def __init__(self, data: object, path: str, problems: list[FieldProblem]) -> None:
        self._path = path
        self._problems = problems
        self._data: dict[object, object] = data if isinstance(data, dict) else {}
        if not isinstance(data, dict):
            self.problem("", "Harus berupa objek JSON.")

    def problem(self, key: str, message: str) -> None:
        place = ".".join(part for part in (self._path, key) if part)
        self._problems.append(FieldProblem(place or "facts", message))

    def has(self, key: str) -> bool:
        return key in self._data

    def get(self, key: str) -> object:
        return self._data.get(key)

    def only(self, *keys: str) -> None:
        for key in self._data:
            if key not in keys:
                self.problem(
                    str(key)[:60], f"Kunci ini tidak dikenal. Pilihannya: {', '.join(keys)}."
                )

    def word(self, key: str, kind: type[_Word]) -> _Word | None:
        value = self.get(key)
        if value is None:
            return None
        members: Mapping[str, _Word] = _members(kind)
        found = members.get(value) if isinstance(value, str) else None
        if found is not None:
            return found
        self.problem(
            key, f"{_shown(value)} tidak dikenal. Pilihannya: {', '.join(kind)}, atau null."
        )
        return None

    def words(self, key: str) -> tuple[str, ...]:
        value = self.get(key)
        if value is None:
            return ()
        if not isinstance(value, (list, tuple)) or not all(isinstance(one, str) for one in value):
            self.problem(key, "Harus berupa daftar kode.")
            return ()
        return tuple(dict.fromkeys(str(one) for one in value))

    def flag(self, key: str) -> bool | None:
        value = self.get(key)
        if value is None or isinstance(value, bool):
            return value
        self.problem(key, "Isi true, false, atau null bila tidak diketahui.")
        return None

    def day(self, key: str) -> date | None:
        value = self.get(key)
        if value is None:
            return None
        if isinstance(value, str):
            day, fault = _day_of(value)
        elif isinstance(value, date) and not isinstance(value, datetime):
            day, fault = _in_reach(value)
        else:
            day, fault = None, _HOW_TO_WRITE_A_DAY
        if fault is not None:
            self.problem(key, fault)
        return day

    def instant(self, key: str) -> datetime | None:
        value = self.get(key)
        if value is None:
            return None
        instant: datetime | None = value if isinstance(value, datetime) else None
        if isinstance(value, str) and _DATE.match(value) and len(value) > len("2024-09-23"):
            try:
                instant = datetime.fromisoformat(value)
            except ValueError:
                instant = None
        if instant is None:
            self.problem(key, "Tulis waktu lengkap, misalnya 2024-09-25T10:00:00+08:00, atau null.")
            return None
        if instant.tzinfo is None or instant.utcoffset() is None:
            self.problem(key, "Tambahkan zona waktu, misalnya +07:00 (WIB), +08:00, atau +09:00.")
            return None
        if not _EARLIEST <= instant.date() <= _LATEST:
            self.problem(key, f"Tahun {instant.year} di luar jangkauan. Periksa tahunnya.")
            return None
        return instant


_HOW_TO_WRITE_A_DAY = "Tulis tanggal sebagai TTTT-BB-HH, misalnya 2024-09-23, atau null."


@lru_cache(maxsize=16384)
def _day_of(text: str) -> tuple[date | None, str | None]:
    """The day that ``text`` writes, or what is wrong with it."""
    if not _DATE.fullmatch(text):
        return None, _HOW_TO_WRITE_A_DAY
    try:
        return _in_reach(date.fromisoformat(text))
    except ValueError:
        return None, f"Tanggal {_shown(text)} tidak ada dalam kalender. Periksa lagi."


def _in_reach(day: date) -> tuple[date | None, str | None]:
    if _EARLIEST <= day <= _LATEST:
        return day, None
    return None, f"Tahun {day.year} di luar jangkauan. Periksa tahunnya."


@lru_cache(maxsize=32)
def _members(kind: type[_Word]) -> Mapping[str, _Word]:
    return {member.value: member for member in kind}


def parse_facts(data: object) -> Facts:
    """Read facts from JSON values; raises ``FactsInvalid`` naming every problem.

    Whether the deeds exist is known only to a lawbook: ``assess`` checks it.
    """
    problems: list[FieldProblem] = []
    top = _Reader(data, "", problems)
    top.only("deeds", "act_date", "known_date", "reported_at", "zone", "actor", "contest", "target",
             "circumstances")  # fmt: skip
    for key, advice in _REQUIRED.items():
        if not top.has(key):
            top.problem(key, advice)
    deeds = top.words("deeds")
    if top.has("deeds") and not deeds and not any(one.field == "deeds" for one in problems):
        top.problem("deeds", "Sebutkan sekurangnya satu perbuatan.")
    reported_at = top.instant("reported_at")
    zone = _zone(top, reported_at)
    circumstances: set[Circumstance] = set()
    known_circumstances = _members(Circumstance)
    for word in top.words("circumstances"):
        if word in known_circumstances:
            circumstances.add(known_circumstances[word])
        else:
            top.problem(
                "circumstances",
                f"{_shown(word)} tidak dikenal. Pilihannya: {', '.join(Circumstance)}.",
            )
    facts = Facts(
        deeds=deeds,
        act_date=top.day("act_date"),
        known_date=top.day("known_date"),
        reported_at=reported_at,
        reported_on=_local_day(reported_at, zone),
        zone=zone,
        actor=_actor(top.get("actor"), problems) if top.has("actor") else Actor(),
        contest=_contest(top.get("contest"), problems),
        target=top.word("target", TargetKind),
        circumstances=frozenset(circumstances),
    )
    problems.extend(FieldProblem(*one) for one in contradictions(facts))
    if problems:
        raise FactsInvalid(tuple(problems))
    return facts


_REQUIRED = {
    "deeds": "Harus ada: daftar kode perbuatan.",
    "act_date": "Harus ada: tanggal perbuatan, atau null bila tidak diketahui.",
    "actor": "Harus ada: keterangan tentang terlapor.",
    "contest": "Harus ada: keterangan pemilihan, atau null bila tidak ada tahapan.",
}


def _zone(top: _Reader, reported_at: datetime | None) -> Zone | None:
    """The office's zone: as written, else as the offset of the report's time tells."""
    zone = top.word("zone", Zone)
    if zone is not None or reported_at is None or top.get("zone") is not None:
        return zone
    offset = reported_at.utcoffset()
    hours = offset.total_seconds() / 3600 if offset is not None else 0
    found = _ZONE_BY_HOURS.get(int(hours)) if hours == int(hours) else None
    if found is None:
        top.problem(
            "reported_at",
            "Hari dihitung menurut zona kantor penerima. Tulis waktunya dengan +07:00, +08:00, atau "
            "+09:00, atau tambahkan zone: WIB, WITA, atau WIT.",
        )
    return found


def _local_day(instant: datetime | None, zone: Zone | None) -> date | None:
    if instant is None:
        return None
    return instant.astimezone(zone.tzinfo).date() if zone else instant.date()


def _actor(data: object, problems: list[FieldProblem]) -> Actor:
    row = _Reader(data, "actor", problems)
    row.only("status", "position", "role", "on_cltn", "spouse_of_candidate")
    return Actor(
        status=row.word("status", ActorStatus),
        position=row.word("position", Position),
        role=row.word("role", PoliticalRole) or PoliticalRole.NONE,
        on_cltn=row.flag("on_cltn"),
        spouse_of_candidate=row.flag("spouse_of_candidate"),
    )


def _contest(data: object, problems: list[FieldProblem]) -> Contest | None:
    if data is None:
        return None
    row = _Reader(data, "contest", problems)
    row.only("kind", "candidates_set_on", "campaign_from", "campaign_to", "voting_on")
    kind = row.word("kind", ContestKind)
    if kind is ContestKind.NONE:
        row.problem("kind", "Bila tidak ada tahapan, isi contest dengan null.")
    return Contest(
        kind=kind,
        candidates_set_on=row.day("candidates_set_on"),
        campaign_from=row.day("campaign_from"),
        campaign_to=row.day("campaign_to"),
        voting_on=row.day("voting_on"),
    )


def _shown(value: object) -> str:
    return f"“{str(value)[:40]}”"
