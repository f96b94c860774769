"""What a step's form asks for, and how its answers become a command: the same for every door."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, tzinfo
from enum import StrEnum
from typing import Any

from netra.domain.access import Action
from netra.domain.cases.codec import hints_of
from netra.domain.cases.commands import COMMANDS, Command


class FieldKind(StrEnum):
    """How a value is asked for."""

    TEXT = "text"
    PARAGRAPH = "paragraph"
    DAY = "day"
    INSTANT = "instant"
    YES_NO = "yes_no"
    CHOICE = "choice"
    CHOICES = "choices"


@dataclass(frozen=True, slots=True)
class Choice:
    """One value that may be chosen, and what a person reads."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Field:
    """One question of a step's form. ``name`` is the command's field."""

    name: str
    label: str
    kind: FieldKind
    required: bool = True
    choices: tuple[Choice, ...] = ()
    """Fixed ones; where a case decides what may be chosen, ``step_fields`` fills them in."""
    hint: str = ""
    personal: bool = False
    """Holds words about people: kept apart from the journal's entries, may be shed."""
    value: str | tuple[str, ...] = ""
    """What the case already knows, to begin with."""

    def with_choices(self, choices: tuple[Choice, ...]) -> "Field":
        return replace(self, choices=choices)

    def with_value(self, value: str | tuple[str, ...]) -> "Field":
        return replace(self, value=value)


TEXT_LIMIT = 500
PARAGRAPH_LIMIT = 20_000
"""Characters. A kajian of ten pages fits; a pasted archive does not."""


class _Unreadable(ValueError):
    """One answer cannot be read; the message is for the person who gave it."""


class CommandInvalid(ValueError):
    """The answers do not make a command; ``problems`` says per field what is wrong."""

    def __init__(self, problems: Mapping[str, str]) -> None:
        self.problems = dict(problems)
        super().__init__("; ".join(f"{name}: {text}" for name, text in self.problems.items()))


def parse_command(
    step: Action, answers: Mapping[str, object], fields: tuple[Field, ...], zone: tzinfo
) -> Command:
    """Read a form's or an API's answers; ``CommandInvalid`` names every field that is wrong.

    A field may come as text (a form) or as JSON value. Instants without an offset are read in
    ``zone``, the office's own.
    """
    problems: dict[str, str] = {}
    values: dict[str, object] = {}
    for field in fields:
        try:
            value = _read(field, answers.get(field.name), zone)
        except _Unreadable as error:
            problems[field.name] = str(error)
            continue
        if value is not None:
            values[field.name] = value
        elif field.required:
            problems[field.name] = f"Isi {field.label[:1].lower()}{field.label[1:]}."
    for name in answers.keys() - {field.name for field in fields}:
        problems[name] = "Isian ini tidak dikenal pada langkah ini."
    if problems:
        raise CommandInvalid(problems)
    return _build(COMMANDS[step], values)


def _build(command: type[Command], values: Mapping[str, object]) -> Command:
    hints = hints_of(command)
    return command(**{name: _typed(hints[name], value) for name, value in values.items()})


def _typed(hint: Any, value: object) -> object:
    """A choice becomes the enum or number its command declares."""
    if isinstance(value, tuple):
        item = hint.__args__[0]
        return tuple(_typed(item, one) for one in value)
    if not isinstance(value, str):
        return value
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return hint(value)
    return int(value) if hint is int else value


def _read(field: Field, raw: object, zone: tzinfo) -> object:
    """The value, ``None`` when there is none; ``_Unreadable`` carries the message."""
    if field.kind is FieldKind.CHOICES:
        return _many(field, raw)
    if field.kind is FieldKind.YES_NO and isinstance(raw, bool):
        return raw
    if raw is None:
        return None
    if isinstance(raw, bool) or not isinstance(raw, str | int):
        raise _Unreadable("Isian ini harus berupa satu teks.")
    text = str(raw).strip()
    if not text:
        return None
    match field.kind:
        case FieldKind.TEXT | FieldKind.PARAGRAPH:
            return _plain(text, TEXT_LIMIT if field.kind is FieldKind.TEXT else PARAGRAPH_LIMIT)
        case FieldKind.DAY:
            return _day(text)
        case FieldKind.INSTANT:
            return _instant(text, zone)
        case FieldKind.YES_NO:
            return _yes_no(text)
        case _:
            return _one_of(field, text)


def _plain(text: str, limit: int) -> str:
    if len(text) > limit:
        raise _Unreadable(f"Terlalu panjang: {len(text)} huruf, paling banyak {limit}.")
    if any(ord(one) < ord(" ") and one not in "\n\r\t" for one in text):
        raise _Unreadable("Ada huruf kendali yang tidak dapat dicatat; ketik ulang teksnya.")
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise _Unreadable("Ada huruf yang rusak; ketik ulang teksnya.") from error
    return text


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise _Unreadable("Tanggal harus seperti 2024-10-07.") from error


def _instant(text: str, zone: tzinfo) -> datetime:
    try:
        instant = datetime.fromisoformat(text)
        if instant.tzinfo is None:
            instant = instant.replace(tzinfo=zone)
        return instant.astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise _Unreadable("Waktu harus seperti 2024-10-07T16:00.") from error


def _yes_no(text: str) -> bool:
    if text not in {"ya", "tidak"}:
        raise _Unreadable("Pilih ya atau tidak.")
    return text == "ya"


def _one_of(field: Field, text: str) -> str:
    if text not in {choice.value for choice in field.choices}:
        raise _Unreadable("Pilihan ini tidak tersedia untuk perkara ini.")
    return text


def _many(field: Field, raw: object) -> tuple[str, ...] | None:
    if raw is None:
        return () if not field.required else None
    values = [raw] if isinstance(raw, str) else raw
    if not isinstance(values, list | tuple):
        raise _Unreadable("Isian ini harus berupa daftar pilihan.")
    chosen = [_one_of(field, str(one)) for one in values if str(one)]
    # As the form lists them, each once: the same choice always makes the same entry.
    ordered = tuple(one.value for one in field.choices if one.value in chosen)
    return ordered or (() if not field.required else None)
