"""Who is responsible on the day of a step: dated rows, looked up and never assumed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from netra.domain.lawbook.reading import Reading, no_two_hold_at_once
from netra.domain.lawbook.values import Citation, Period, Source, Status
from netra.domain.lawbook.vocabulary import ActorStatus, ContestKind, PoliticalRole, Track


class AuthorityCode(StrEnum):
    """Who can be responsible."""

    KASN = "kasn"
    BKN = "bkn"
    MENPANRB = "menpanrb"
    GAKKUMDU = "gakkumdu"
    PPK = "ppk"
    BUPATI_WALIKOTA = "bupati_walikota"
    GUBERNUR = "gubernur"
    KEMENDAGRI = "kemendagri"
    SATGAS = "satgas"
    KPU = "kpu"
    INTERNAL_TNI_POLRI = "internal_tni_polri"
    UNDETERMINED = "undetermined"


class Duty(StrEnum):
    """What the authority does with the case."""

    RECEIVES = "receives"
    VERIFIES = "verifies"
    DECIDES = "decides"
    MONITORS = "monitors"


class KasnFile(StrEnum):
    """What KASN had done with a paper before its work was handed over."""

    NONE = "none"
    PROCESSED = "processed"
    UNPROCESSED = "unprocessed"


@dataclass(frozen=True, slots=True)
class AuthorityRow:
    """One line of the table; an empty selector means everybody."""

    code: str
    track: Track
    duty: Duty
    subjects: tuple[ActorStatus, ...]
    roles: tuple[PoliticalRole, ...]
    contests: tuple[ContestKind, ...]
    kasn_file: KasnFile
    authority: AuthorityCode
    candidates: tuple[AuthorityCode, ...]
    """Where nobody is named for certain: who comes into question."""
    name: str
    period: Period
    enabled: bool
    dasar_hukum: tuple[Citation, ...]
    source: Source


def parse_authorities(
    documents: Mapping[str, object], problems: list[str]
) -> tuple[AuthorityRow, ...]:
    """Read the files under ``authorities/``."""
    rows: list[tuple[AuthorityRow, str]] = []
    codes: set[str] = set()
    for path, content in documents.items():
        document = Reading(content, path, problems)
        for reading in document.children("authorities"):
            row = _row(reading)
            if row.code in codes:
                reading.fault(f"kode {row.code!r} sudah dipakai")
            codes.add(row.code)
            rows.append((row, reading.place))
        document.close()
    no_two_hold_at_once(
        (
            (f"{row.track}/{row.duty}/{subject}/{role}/{contest}/{row.kasn_file}", row.period, at)
            for row, at in rows
            if row.enabled
            for subject in row.subjects or tuple(ActorStatus)
            for role in row.roles or (None,)
            for contest in row.contests or tuple(ContestKind)
        ),
        problems,
    )
    return tuple(row for row, _place in rows)


def _row(reading: Reading) -> AuthorityRow:
    row = AuthorityRow(
        code=reading.text("code"),
        track=reading.choice("track", Track),
        duty=reading.choice("duty", Duty),
        subjects=reading.choices("subjects", ActorStatus),
        roles=reading.choices("roles", PoliticalRole),
        contests=reading.choices("contests", ContestKind),
        kasn_file=(
            reading.choice("kasn_file", KasnFile) if reading.has("kasn_file") else KasnFile.NONE
        ),
        authority=reading.choice("authority", AuthorityCode),
        candidates=reading.choices("candidates", AuthorityCode),
        name=reading.text("name"),
        period=reading.period(),
        enabled=reading.flag("enabled", default=True),
        dasar_hukum=reading.citations(),
        source=reading.source(),
    )
    if not row.dasar_hukum:
        reading.fault("harus menyebut dasar hukum", "dasar_hukum")
    reading.close()
    return row


NO_ROW = AuthorityRow(
    code="tidak-tercatat",
    track=Track.HUKUM_LAINNYA,
    duty=Duty.RECEIVES,
    subjects=(),
    roles=(),
    contests=(),
    kasn_file=KasnFile.NONE,
    authority=AuthorityCode.UNDETERMINED,
    candidates=(),
    name="Belum ada instansi yang tercatat untuk keadaan ini",
    period=Period(),
    enabled=True,
    dasar_hukum=(),
    source=Source("tidak ada baris dalam lawbook", date.min, Status.UNVERIFIED),
)
"""The answer where the table has no line: undetermined and unverified, never a guessed desk."""
