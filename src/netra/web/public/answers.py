"""The unfinished laporan: what was answered so far, and how it travels from page to page.

Nothing is stored on our side before it is sent. All answers travel as one sealed field of the
form; the key in it, drawn when the form was begun, makes a form that is sent twice one report.
"""

import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from netra.apps.ports import wired
from netra.domain.ports import SealBroken

Answer = str | bool | list[str] | dict[str, str] | None
Answers = Mapping[str, Answer]

UNKNOWN = "tidak_tahu"
"""The answer that every question takes."""
NAMED, ANONYMOUS = "dengan_nama", "tanpa_nama"
YES, NO = "ya", "tidak"
WITNESSES = (1, 2)
_VERSION = 1
_KEY_BYTES = 16
_MARK_LENGTH = 12


@dataclass(slots=True)
class DraftLaporan:
    """What was answered (as typed, where it did not fit yet) and which pages are done."""

    key: str
    answers: dict[str, Answer] = field(default_factory=dict)
    done: set[str] = field(default_factory=set)

    @classmethod
    def begin(cls) -> "DraftLaporan":
        return cls(secrets.token_hex(_KEY_BYTES))

    @classmethod
    def open(cls, sealed: str) -> "DraftLaporan":
        """``SealBroken`` when it is not ours, was altered, or comes from an older form."""
        kept = json.loads(wired().drafts.unseal(sealed))
        if kept.get("version") != _VERSION:
            raise SealBroken("Formulir ini dari versi yang lebih lama.")
        return cls(kept["key"], kept["answers"], set(kept["done"]))

    @property
    def mark(self) -> str:
        """Tells two drafts in one tab apart, without telling the key."""
        return sha256(self.key.encode()).hexdigest()[:_MARK_LENGTH]

    def seal(self) -> str:
        kept = {
            "version": _VERSION,
            "key": self.key,
            "answers": self.answers,
            "done": sorted(self.done),
        }
        return wired().drafts.seal(json.dumps(kept, ensure_ascii=False).encode())


def region_of(answers: Answers) -> str:
    """The smallest region that was chosen; empty when none was."""
    for name in ("district", "regency", "province"):
        code = answers.get(name)
        if isinstance(code, str) and code not in {"", UNKNOWN}:
            return code
    return ""


def told(answers: Answers) -> dict[str, object]:
    """The answers as ``domain.intake.reading`` takes them."""
    return {
        "story": _text(answers, "story"),
        "deeds": _deeds(answers),
        "circumstances": _list(answers, "circumstances"),
        "terlapor": {
            name: _text(answers, f"terlapor_{name}")
            for name in ("name", "position", "unit", "address")
        },
        "actor": {
            "status": _known(answers, "status"),
            "position": _known(answers, "position"),
            "role": _known(answers, "role"),
            "on_cltn": _yes_no(answers, "on_cltn"),
            "spouse_of_candidate": _yes_no(answers, "spouse"),
        },
        "region_code": region_of(answers),
        "place": _text(answers, "place"),
        "act_date": _day(answers, "act_date"),
        "known_date": _day(answers, "known_date"),
        "how_known": _known(answers, "how_known"),
        "evidence": [
            *({"description": line} for line in lines(answers, "evidence")),
            *({"link": _with_scheme(line)} for line in lines(answers, "links")),
        ],
        "witnesses": [
            {part: _text(answers, f"witness{n}_{part}") for part in ("name", "address", "phone")}
            for n in WITNESSES
        ],
        "reporter": _reporter(answers) if answers.get("named") == NAMED else None,
    }


def field_of(path: str, answers: Answers) -> str:
    """The form field that a problem of ``domain.intake.reading`` belongs to."""
    head, _, rest = path.partition(".")
    match head:
        case "terlapor" | "reporter":
            return f"{head}_{rest}"
        case "actor":
            return "spouse" if rest == "spouse_of_candidate" else rest
        case "evidence":
            place = rest.partition(".")[0]
            described = len(lines(answers, "evidence"))
            return "links" if place.isdigit() and int(place) >= described else "evidence"
        case "witnesses":
            place, _, part = rest.partition(".")
            return f"witness{int(place) + 1}_{part}" if place.isdigit() else "witness1_name"
        case "region_code":
            return "province"
        case _:
            return head


def lines(answers: Answers, name: str) -> list[str]:
    """The lines of a text that hold something."""
    return [line for raw in _text(answers, name).splitlines() if (line := raw.strip())]


def _deeds(answers: Answers) -> list[str]:
    """Deeds chosen on a page that is no longer asked are no answer any more."""
    if answers.get("areas") == [UNKNOWN]:
        return []
    return [code for code in _list(answers, "deeds") if code != UNKNOWN]


def _reporter(answers: Answers) -> dict[str, object]:
    texts = ("name", "birth_place", "occupation", "nationality", "address", "phone", "email")
    return {
        **{name: _text(answers, f"reporter_{name}") for name in texts},
        "birth_date": _day(answers, "reporter_birth_date"),
        "gender": _known(answers, "reporter_gender"),
    }


def _text(answers: Answers, name: str) -> str:
    value = answers.get(name)
    return value if isinstance(value, str) else ""


def _list(answers: Answers, name: str) -> list[str]:
    value = answers.get(name)
    return value if isinstance(value, list) else []


def _known(answers: Answers, name: str) -> str | None:
    value = _text(answers, name)
    return None if value in {"", UNKNOWN} else value


def _yes_no(answers: Answers, name: str) -> bool | None:
    return {YES: True, NO: False}.get(_text(answers, name))


def _day(answers: Answers, name: str) -> str | None:
    value = answers.get(name)
    if not isinstance(value, dict) or not all(value.get(p) for p in ("day", "month", "year")):
        return None
    return f"{value['year']:>04}-{value['month']:>02}-{value['day']:>02}"


def _with_scheme(link: str) -> str:
    """People copy ``facebook.com/…``; the scheme is the least of their worries."""
    return link if "://" in link else f"https://{link}"
