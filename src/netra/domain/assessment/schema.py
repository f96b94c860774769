"""The JSON schema of facts and answer, written from the same vocabularies that the code uses."""

from collections.abc import Sequence
from enum import StrEnum

from netra.domain.assessment.answer import Verdict
from netra.domain.assessment.findings import Outcome
from netra.domain.calendar import Zone
from netra.domain.lawbook.authorities import AuthorityCode
from netra.domain.lawbook.book import Lawbook
from netra.domain.lawbook.procedures import Counting
from netra.domain.lawbook.values import Status
from netra.domain.lawbook.vocabulary import (
    ActorStatus,
    Because,
    Circumstance,
    ContestKind,
    PoliticalRole,
    Position,
    Regime,
    SanctionClass,
    TargetKind,
    Track,
)

Schema = dict[str, object]


def schema(law: Lawbook) -> Schema:
    """Draft 2020-12: the document itself is the facts; the answer stands under ``$defs``."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "netra assess",
        "description": "Fakta masuk (dokumen ini), jawaban keluar ($defs.answer).",
        "$ref": "#/$defs/facts",
        "$defs": {"facts": facts_schema(law), "answer": answer_schema()},
    }


def facts_schema(law: Lawbook) -> Schema:
    """What ``parse_facts`` accepts; contradictions between fields are told by it, not here."""
    return _object(
        {
            "deeds": _list(
                {"enum": list(law.deeds)},
                "Kode perbuatan yang dilaporkan, sekurangnya satu.",
                minItems=1,
            ),
            "act_date": _day("Tanggal perbuatan; memilih norma dan sanksi."),
            "known_date": _day("Tanggal pelapor mengetahui; batas laporan dihitung dari sini."),
            "reported_at": {
                "type": ["string", "null"],
                "format": "date-time",
                "description": "Waktu laporan dengan zona kantor penerima; memilih instansi.",
            },
            "zone": _word(Zone, "Zona kantor penerima, bila tidak terbaca dari reported_at."),
            "actor": _object(
                {
                    "status": _word(ActorStatus, "Status terlapor pada tanggal perbuatan."),
                    "position": _word(Position, "Jabatan terlapor."),
                    "role": _word(PoliticalRole, "Peran tambahan; null berarti tidak ada."),
                    "on_cltn": _flag("Sedang cuti di luar tanggungan negara."),
                    "spouse_of_candidate": _flag("Suami atau istri calon atau bakal calon."),
                },
                required=(),
            ),
            "contest": {
                "description": "Pemilihan; null berarti tidak ada tahapan.",
                "anyOf": [
                    {"type": "null"},
                    _object(
                        {
                            "kind": {
                                "enum": [ContestKind.PILKADA, ContestKind.PEMILU, None],
                                "description": "Jenis pemilihan; null bila tidak diketahui.",
                            },
                            "candidates_set_on": _day("Hari penetapan calon."),
                            "campaign_from": _day("Hari pertama kampanye."),
                            "campaign_to": _day("Hari terakhir kampanye."),
                            "voting_on": _day("Hari pemungutan suara."),
                        },
                        required=(),
                    ),
                ],
            },
            "target": _word(TargetKind, "Sasaran; null berarti dihitung dari tanggal."),
            "circumstances": _list(
                {"oneOf": [{"const": one, "description": one.label} for one in Circumstance]},
                "Keadaan yang diceritakan; yang tidak disebut berarti belum diketahui.",
            ),
        },
        required=("deeds", "act_date", "actor", "contest"),
    )


def answer_schema() -> Schema:
    """What ``Answer.to_json`` gives; the keys beyond the agreed ones are marked ``tambahan``."""
    outcome = _only([one.word for one in Outcome], "Tambahan: established, candidate, excused.")
    texts = _list({"type": "string"}, "Teks dalam bahasa Indonesia.")
    status = _only(list(Status), "Seberapa pasti nilai yang dipakai.")
    klass: Schema = {"enum": [*SanctionClass, None]}
    return _object(
        {
            "verdict": _only(list(Verdict), "Tidak pernah lebih dari dugaan."),
            "status": status,
            "items": _list(
                _object(
                    {
                        "code": {"type": "string"},
                        "regime": _only(list(Regime), "Rumpun hukum."),
                        "classes": _object({"skb": klass, "pp94": klass}),
                        "conflict": {"type": "boolean"},
                        "dasar_hukum": texts,
                        "status": status,
                        "class_status": {
                            **_object(
                                {
                                    "skb": {"enum": [*Status, None]},
                                    "pp94": {"enum": [*Status, None]},
                                }
                            ),
                            "description": "Tambahan: seberapa pasti tiap kelas, atau celahnya.",
                        },
                        "outcome": outcome,
                    }
                ),
                "Butir; pada needs_human semuanya calon butir.",
            ),
            "tracks": _list(
                _object(
                    {
                        "track": _only(list(Track), "Jalur."),
                        "authority": _only(list(AuthorityCode), "Instansi pada tanggal langkah."),
                        "dasar_hukum": texts,
                        "name": {"type": "string", "description": "Tambahan: nama instansi."},
                        "status": status,
                        "outcome": outcome,
                    }
                ),
                "Jalur yang berjalan berdampingan.",
            ),
            "clocks": _list(
                _object(
                    {
                        "code": {"type": "string"},
                        "warn_on": {"type": "string", "format": "date"},
                        "due": {"type": "string", "format": "date"},
                        "counting": _only(list(Counting), "Cara menghitung."),
                        "reachable_until": {"type": ["string", "null"], "format": "date-time"},
                        "status": status,
                        "lapses": {
                            "type": "boolean",
                            "description": "Tambahan: false berarti hanya memperingatkan.",
                        },
                        "dasar_hukum": texts,
                        "working": texts,
                    }
                ),
                "Tenggat yang berjalan.",
            ),
            "reasons": texts,
            "questions": texts,
            "needs_human_because": _list(
                {"enum": list(Because)}, "Tambahan: mengapa manusia memutus; kosong bila tidak."
            ),
            "lawbook_version": {
                "type": "string",
                "description": "Tambahan: SHA-256 lawbook yang dipakai.",
            },
        }
    )


def _object(properties: dict[str, Schema], required: tuple[str, ...] | None = None) -> Schema:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties) if required is None else list(required),
        "additionalProperties": False,
    }


def _list(items: Schema, description: str, **limits: object) -> Schema:
    return {"type": "array", "items": items, "description": description, **limits}


def _day(description: str) -> Schema:
    return {"type": ["string", "null"], "format": "date", "description": description}


def _flag(description: str) -> Schema:
    return {"type": ["boolean", "null"], "description": description}


def _word(words: type[StrEnum], description: str) -> Schema:
    return {"enum": [*words, None], "description": description}


def _only(words: Sequence[str], description: str) -> Schema:
    return {"enum": list(words), "description": description}
