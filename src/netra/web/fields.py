"""Form fields as the pages ask: choices with hints, and a date in three boxes."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from django import forms

from netra.domain.calendar import MONTHS

_PARTS = ("day", "month", "year")
_LONGEST_NUMBER = 4
_SHORTEST_MONTH_NAME = 3
_PART_NAMES: Mapping[str, str] = {"day": "hari", "month": "bulan", "year": "tahun"}


class Choice(NamedTuple):
    """An answer one can choose, with a line of help under it."""

    value: str
    label: str
    hint: str = ""


def _hints(choices: Sequence[Choice]) -> dict[str, str]:
    return {choice.value: choice.hint for choice in choices if choice.hint}


class OneOfField(forms.ChoiceField):
    """Radios; ``choices`` may carry hints."""

    widget = forms.RadioSelect

    def __init__(self, *, choices: Sequence[Choice], **options: Any) -> None:
        self.choice_hints = _hints(choices)
        options.setdefault("error_messages", {"required": "Pilih salah satu jawaban."})
        super().__init__(choices=[(c.value, c.label) for c in choices], **options)


class SomeOfField(forms.MultipleChoiceField):
    """Checkboxes; ``choices`` may carry hints."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, *, choices: Sequence[Choice], **options: Any) -> None:
        self.choice_hints = _hints(choices)
        options.setdefault("error_messages", {"required": "Pilih sedikitnya satu jawaban."})
        super().__init__(choices=[(c.value, c.label) for c in choices], **options)


class DatePartsWidget(forms.Widget):
    """Day, month and year as three inputs: ``name-day``, ``name-month``, ``name-year``."""

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> dict[str, str]:
        del files
        return {part: str(data.get(f"{name}-{part}", "")).strip() for part in _PARTS}

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        del files
        return all(f"{name}-{part}" not in data for part in _PARTS)

    def id_for_label(self, id_: str, index: str | None = None) -> str:
        del index
        return f"{id_}-day"


class DatePartsField(forms.Field):
    """A day of the calendar as three boxes; cleans to a ``date``, or ``None`` when left empty.

    A month may be written as a number or by its Indonesian name. ``named`` is how errors call the
    date ("Tanggal kejadian").
    """

    widget = DatePartsWidget

    def __init__(self, *, named: str, **options: Any) -> None:
        self.named = named
        options.setdefault("error_messages", {"required": f"{named} belum diisi."})
        super().__init__(**options)

    def to_python(self, value: dict[str, str] | None) -> date | None:
        if not value or not any(value.values()):
            return None
        missing = [_PART_NAMES[part] for part in _PARTS if not value[part]]
        if missing:
            raise forms.ValidationError(
                f"{self.named} belum lengkap. Isi {' dan '.join(missing)}nya.", code="incomplete"
            )
        day, month, year = _number(value["day"]), _month(value["month"]), _number(value["year"])
        if day is None or month is None or year is None:
            raise forms.ValidationError(
                f"{self.named} tidak terbaca. Tulis dengan angka, misalnya 7 10 2024.",
                code="unreadable",
            )
        try:
            return date(year, month, day)
        except ValueError as error:
            raise forms.ValidationError(
                f"{self.named} tidak ada di kalender. Periksa hari, bulan dan tahunnya.",
                code="impossible",
            ) from error

    def prepare_value(self, value: date | dict[str, str] | None) -> dict[str, str]:
        if isinstance(value, date):
            return {"day": str(value.day), "month": str(value.month), "year": str(value.year)}
        return value or dict.fromkeys(_PARTS, "")


def _number(text: str) -> int | None:
    # Plain digits only: isdecimal alone lets other scripts' digits through.
    plain = text.isascii() and text.isdecimal() and len(text) <= _LONGEST_NUMBER
    return int(text) if plain else None


def _month(text: str) -> int | None:
    number = _number(text)
    if number is not None:
        return number
    name = text.strip(". ").casefold()
    if len(name) < _SHORTEST_MONTH_NAME:
        return None
    months = enumerate(MONTHS, start=1)
    return next((n for n, month in months if month.casefold().startswith(name)), None)
