"""Official forms and case numbers as data: what a form asks, and how a number is written."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from netra.domain.lawbook.reading import Reading, no_two_hold_at_once
from netra.domain.lawbook.values import Citation, Period, Source
from netra.domain.lawbook.vocabulary import ContestKind

ROMAN_MONTHS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


@dataclass(frozen=True, slots=True)
class FormField:
    """One thing a form asks for."""

    code: str
    label: str
    section: str
    required: bool
    personal: bool
    """Holds data of a person, so that it is sealed or shed like such data."""
    filled_by_office: bool


@dataclass(frozen=True, slots=True)
class FormModel:
    """What a regime calls the form; ``model`` is ``None`` where the code is not known for sure."""

    contest: ContestKind
    model: str | None
    period: Period
    dasar_hukum: tuple[Citation, ...]
    source: Source


@dataclass(frozen=True, slots=True)
class Form:
    """An official form: its title is safe to print, its model code only where known."""

    code: str
    title: str
    fields: tuple[FormField, ...]
    models: tuple[FormModel, ...]
    source: Source

    def model_on(self, contest: ContestKind, day: date) -> FormModel | None:
        return next(
            (
                model
                for model in self.models
                if model.contest is contest and model.period.contains(day)
            ),
            None,
        )

    def heading(self, contest: ContestKind, day: date) -> str:
        """What to print on top: the title, preceded by the model code where it is known."""
        model = self.model_on(contest, day)
        return f"{model.model} {self.title}" if model and model.model else self.title


@dataclass(frozen=True, slots=True)
class NumberPattern:
    """How the numbers of one series are written, with the numbers actually seen."""

    code: str
    title: str
    template: str
    width: int
    """The running number is padded with zeros to this many digits."""
    seen: tuple[str, ...]
    """Numbers read on real papers; the pattern must match each of them."""
    source: Source

    def write(self, number: int, day: date, parts: Mapping[str, str]) -> str:
        """``015/LP/PL/Kota/13.03/I/2024``; ``KeyError`` names a missing part."""
        return self.template.format_map(
            {
                **parts,
                "urut": f"{number:0{self.width}d}",
                "bulan": ROMAN_MONTHS[day.month - 1],
                "tahun": str(day.year),
            }
        )

    def matches(self, text: str) -> bool:
        pattern = re.escape(self.template)
        for name, allowed in _NUMBER_PARTS.items():
            pattern = pattern.replace(re.escape("{" + name + "}"), allowed)
        return re.fullmatch(pattern, text) is not None


_NUMBER_PARTS: Mapping[str, str] = {
    "urut": r"\d+",
    "jenis": r"(?:PL|PP|PG|PB|PW)",
    "tingkat": r"(?:RI|Prov|Kab|Kota|Kec)",
    "kode": r"\d\d\.\d\d(?:\.\d\d)?",
    "bulan": f"(?:{'|'.join(ROMAN_MONTHS)})",
    "tahun": r"\d{4}",
}
"""The closed set of places in a number, and what may stand there."""


@dataclass(frozen=True, slots=True)
class FormBook:
    """All forms and number patterns by code."""

    forms: Mapping[str, Form]
    numbers: Mapping[str, NumberPattern]


def parse_forms(documents: Mapping[str, object], problems: list[str]) -> FormBook:
    """Read the files under ``forms/``."""
    forms: dict[str, Form] = {}
    numbers: dict[str, NumberPattern] = {}
    for path, content in documents.items():
        document = Reading(content, path, problems)
        for row in document.children("forms"):
            form = _form(row)
            if form.code in forms:
                row.fault(f"kode {form.code!r} sudah dipakai")
            forms[form.code] = form
        for row in document.children("numbers"):
            pattern = _number(row)
            if pattern.code in numbers:
                row.fault(f"kode {pattern.code!r} sudah dipakai")
            numbers[pattern.code] = pattern
        document.close()
    return FormBook(forms, numbers)


def _form(row: Reading) -> Form:
    fields = []
    for one in row.children("fields"):
        fields.append(
            FormField(
                code=one.text("code"),
                label=one.text("label"),
                section=one.text("section"),
                required=one.flag("required", default=True),
                personal=one.flag("personal", default=False),
                filled_by_office=one.flag("filled_by_office", default=False),
            )
        )
        one.close()
    models = []
    for one in row.children("models", named_by="contest"):
        models.append(
            FormModel(
                contest=one.choice("contest", ContestKind),
                model=one.maybe_text("model"),
                period=one.period(),
                dasar_hukum=one.citations(),
                source=one.source(),
            )
        )
        one.close()
    form = Form(row.text("code"), row.text("title"), tuple(fields), tuple(models), row.source())
    problems: list[str] = []
    no_two_hold_at_once(
        ((f"model {one.contest}", one.period, row.place) for one in models), problems
    )
    for problem in problems:
        row.fault(problem.removeprefix(f"{row.place}: "), "models")
    if len({field.code for field in fields}) != len(fields):
        row.fault("dua isian memakai kode yang sama", "fields")
    row.close()
    return form


def _number(row: Reading) -> NumberPattern:
    width = row.maybe_number("width")
    pattern = NumberPattern(
        code=row.text("code"),
        title=row.text("title"),
        template=row.text("template"),
        width=width or 1,
        seen=row.texts("seen"),
        source=row.source(),
    )
    for name in re.findall(r"\{(.*?)\}", pattern.template):
        if name not in _NUMBER_PARTS:
            row.fault(f"bagian {name!r} tidak dikenal", "template")
    for text in pattern.seen:
        if not pattern.matches(text):
            row.fault(f"nomor {text!r} yang pernah terbaca tidak cocok dengan pola", "seen")
    row.close()
    return pattern
