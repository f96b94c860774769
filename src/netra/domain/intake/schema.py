"""What a laporan looks like as JSON: one JSON schema for the API, the import and its readers."""

from collections.abc import Iterable
from enum import StrEnum

from netra.domain.intake.laporan import Gender, HowKnown
from netra.domain.intake.reading import (
    LINE_LONGEST,
    LINK_LONGEST,
    MOST_EVIDENCE,
    MOST_WITNESSES,
    STORY_LONGEST,
    STORY_SHORTEST,
    TEXT_LONGEST,
)
from netra.domain.lawbook.vocabulary import ActorStatus, Circumstance, PoliticalRole, Position

Schema = dict[str, object]


def laporan_schema(deeds: Iterable[str]) -> Schema:
    """The schema of what ``parse_laporan`` reads; ``deeds`` are the codes of the lawbook.

    It says no less than the reading does, except what depends on the day and on other fields.
    """
    return {
        "type": "object",
        "additionalProperties": False,
        "required": ["story", "region_code"],
        "properties": {
            "story": {
                "type": "string",
                "minLength": STORY_SHORTEST,
                "maxLength": STORY_LONGEST,
                "description": "Apa yang terjadi, dengan kata sendiri.",
            },
            "region_code": {
                "type": "string",
                "pattern": r"^\d{2}(\.\d{2}){0,2}$",
                "description": "Kode wilayah Kemendagri tempat kejadian: 64, 64.71, atau 64.71.01.",
                "examples": ["64.71"],
            },
            "deeds": {
                "type": "array",
                "items": {"enum": sorted(deeds)},
                "description": "Perbuatan yang dilaporkan; daftarnya di /api/v1/deeds.",
            },
            "circumstances": {"type": "array", "items": _words(Circumstance)},
            "terlapor": _group(
                "Yang dilaporkan, sejauh diketahui.",
                name=_text(LINE_LONGEST),
                position=_text(LINE_LONGEST),
                unit=_text(LINE_LONGEST),
                address=_text(TEXT_LONGEST),
            ),
            "actor": _group(
                "Kedudukan terlapor; null: tidak tahu.",
                status=_maybe(ActorStatus),
                position=_maybe(Position),
                role=_maybe(PoliticalRole),
                on_cltn={"type": ["boolean", "null"]},
                spouse_of_candidate={"type": ["boolean", "null"]},
            ),
            "place": _text(TEXT_LONGEST, "Tempat kejadian."),
            "act_date": _day("Tanggal kejadian."),
            "known_date": _day("Tanggal pelapor mengetahuinya."),
            "how_known": _maybe(HowKnown),
            "evidence": {
                "type": "array",
                "maxItems": MOST_EVIDENCE,
                "items": _group(
                    "Bukti: dijelaskan, ditautkan, atau keduanya.",
                    description=_text(TEXT_LONGEST),
                    link=_text(LINK_LONGEST),
                ),
            },
            "witnesses": {
                "type": "array",
                "maxItems": MOST_WITNESSES,
                "items": _group(
                    "Saksi.",
                    name=_text(LINE_LONGEST),
                    address=_text(TEXT_LONGEST),
                    phone=_text(LINE_LONGEST),
                ),
            },
            "reporter": _reporter(),
        },
    }


def _reporter() -> Schema:
    group = _group(
        "Pelapor menurut Formulir Laporan; null: tanpa nama, menjadi informasi awal.",
        name=_text(LINE_LONGEST),
        birth_place=_text(LINE_LONGEST),
        birth_date=_day("Tanggal lahir."),
        gender=_maybe(Gender),
        occupation=_text(LINE_LONGEST),
        nationality=_text(LINE_LONGEST),
        address=_text(TEXT_LONGEST),
        phone=_text(LINE_LONGEST),
        email=_text(LINE_LONGEST),
    )
    return {**group, "type": ["object", "null"], "required": ["name"]}


def _group(about: str, /, **properties: Schema) -> Schema:
    return {
        "type": "object",
        "description": about,
        "additionalProperties": False,
        "properties": properties,
    }


def _text(longest: int, description: str = "") -> Schema:
    about: Schema = {"description": description} if description else {}
    return {"type": "string", "maxLength": longest, **about}


def _day(description: str) -> Schema:
    return {"type": ["string", "null"], "format": "date", "description": description}


def _words(kind: type[StrEnum]) -> Schema:
    return {"enum": [word.value for word in kind]}


def _maybe(kind: type[StrEnum]) -> Schema:
    return {"enum": [*(word.value for word in kind), None]}
