"""View-models of the shared parts: what a template prints, already decided."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from django import forms
from django.forms.boundfield import BoundField

from netra.domain.calendar import long_date
from netra.web.fields import DatePartsWidget
from netra.web.typography import unbroken


@dataclass(frozen=True, slots=True)
class Option:
    """One radio, checkbox or option of a select."""

    id: str
    value: str
    label: str
    hint: str
    checked: bool


@dataclass(frozen=True, slots=True)
class DateBox:
    """One of the three boxes of a date."""

    id: str
    name: str
    label: str
    value: str
    width: str


@dataclass(frozen=True, slots=True)
class DateShortcut:
    """A button that fills the three boxes; shown only where a script can do it."""

    label: str
    day: date


class Crumb(NamedTuple):
    """A page the wizard has, by name; ``state`` is "done", "now" or "ahead"."""

    name: str
    state: str


@dataclass(frozen=True, slots=True)
class FieldPart:
    """A question with its help, its error and its control."""

    kind: str
    name: str
    id: str
    label: str
    hint: str
    errors: tuple[str, ...]
    required: bool
    attributes: Mapping[str, str]
    value: str = ""
    options: tuple[Option, ...] = ()
    boxes: tuple[DateBox, ...] = ()
    shortcuts: tuple[DateShortcut, ...] = ()
    page_heading: bool = False

    @property
    def described_by(self) -> str:
        """The ids of help and error, for ``aria-describedby``."""
        ids = [f"{self.id}-hint"] if self.hint else []
        return " ".join([*ids, *([f"{self.id}-error"] if self.errors else [])])


_KINDS: tuple[tuple[type[forms.Widget], str], ...] = (
    (DatePartsWidget, "date"),
    (forms.HiddenInput, "hidden"),
    (forms.CheckboxSelectMultiple, "checkboxes"),
    (forms.RadioSelect, "radios"),
    (forms.Select, "select"),
    (forms.CheckboxInput, "checkbox"),
    (forms.Textarea, "textarea"),
)
_BOXES = (("day", "Hari", "2"), ("month", "Bulan", "2"), ("year", "Tahun", "4"))


def field_part(
    field: BoundField, *, page_heading: bool = False, today: date | None = None
) -> FieldPart:
    """Read ``field`` into a part; ``today`` adds "hari ini" and "kemarin" to a date."""
    widget = field.field.widget
    kind = next((kind for cls, kind in _KINDS if isinstance(widget, cls)), "input")
    value = field.value()
    name, id_ = field.html_name, field.auto_id or field.html_name
    return FieldPart(
        kind=kind,
        name=name,
        id=id_,
        label=str(field.label),
        hint=str(field.help_text),
        errors=tuple(str(error) for error in field.errors),
        required=field.field.required,
        attributes=_attributes(field),
        value=str(value) if kind in {"input", "textarea", "hidden"} and value is not None else "",
        options=_options(field, id_, checked=bool(value)),
        boxes=_boxes(name, id_, value) if kind == "date" else (),
        shortcuts=_shortcuts(today) if kind == "date" and today else (),
        page_heading=page_heading,
    )


def _attributes(field: BoundField) -> dict[str, str]:
    widget = field.field.widget
    attributes = {key: str(value) for key, value in widget.attrs.items() if key != "id"}
    if isinstance(widget, forms.widgets.Input):
        attributes.setdefault("type", widget.input_type or "text")
    return attributes


def _options(field: BoundField, id_: str, *, checked: bool) -> tuple[Option, ...]:
    if isinstance(field.field.widget, forms.CheckboxInput):
        return (Option(id_, "on", str(field.label), str(field.help_text), checked),)
    if not isinstance(field.field.widget, forms.widgets.ChoiceWidget):
        return ()
    hints: Mapping[str, str] = getattr(field.field, "choice_hints", {})
    # The first option carries the field's own id, so that the error summary lands on it.
    return tuple(
        Option(
            id_ if n == 0 else f"{id_}-{n}",
            str(choice.data["value"]),
            str(choice.data["label"]),
            hints.get(str(choice.data["value"]), ""),
            bool(choice.data["selected"]),
        )
        for n, choice in enumerate(field.subwidgets)
    )


def _boxes(name: str, id_: str, value: object) -> tuple[DateBox, ...]:
    parts: Mapping[str, str] = value if isinstance(value, dict) else {}
    return tuple(
        DateBox(f"{id_}-{part}", f"{name}-{part}", label, parts.get(part, ""), width)
        for part, label, width in _BOXES
    )


def _shortcuts(today: date) -> tuple[DateShortcut, ...]:
    return (
        DateShortcut("Hari ini", today),
        DateShortcut("Kemarin", today - timedelta(days=1)),
    )


@dataclass(frozen=True, slots=True)
class SummaryError:
    """One line of the error summary; ``target`` is the id of the field, or empty."""

    text: str
    target: str


def summary_errors(form: forms.BaseForm) -> tuple[SummaryError, ...]:
    """All errors of a form in the order of its fields, each leading to its field."""
    general = tuple(SummaryError(str(error), "") for error in form.non_field_errors())
    return general + tuple(
        SummaryError(str(error), field.id_for_label or field.auto_id or field.html_name)
        for field in form
        for error in field.errors
    )


def code_groups(code: str) -> tuple[str, ...]:
    """A receipt code as it is read aloud: the groups between its hyphens or spaces."""
    return tuple(code.replace("-", " ").split())


class StepAhead(NamedTuple):
    """What happens next, with the day it happens at the latest."""

    title: str
    text: str
    when: date | None = None

    @property
    def when_text(self) -> str:
        return unbroken(f"Paling lambat {long_date(self.when)}") if self.when else ""
