"""A step's form, made from the fields the domain declares; a new step needs no form of its own."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from typing import Any, NamedTuple

from django import forms

from netra.domain.access import Action
from netra.domain.calendar import Zone
from netra.domain.cases.commands import Command
from netra.domain.cases.fields import (
    PARAGRAPH_LIMIT,
    TEXT_LIMIT,
    CommandInvalid,
    Field,
    FieldKind,
    parse_command,
)
from netra.web.fields import Choice, DatePartsField, OneOfField, SomeOfField

FEW = 12
"""Up to so many answers are radios; more are a list to choose from."""
TIME_SUFFIX = "_pukul"
YES, NO, UNKNOWN = "ya", "tidak", ""


class Seen(NamedTuple):
    """Whether the case itself shows that a choice is so, and by what."""

    there: bool
    why: str


class StepForm(forms.Form):
    """The questions of one step; ``command`` holds what they ask for once they are valid."""

    command: Command

    def __init__(
        self,
        step: Action,
        questions: Sequence[Field],
        zone: Zone,
        data: Mapping[str, Any] | None = None,
        *,
        seen: Mapping[str, Seen] | None = None,
        fixed: Mapping[str, str] | None = None,
    ) -> None:
        """``seen``: choices that the case itself already shows, each with what shows it.

        ``fixed``: answers that are not the person's to give, and so are not asked.
        """
        self._fixed = dict(fixed or {})
        self._step, self._questions, self._zone = step, tuple(questions), zone
        self._parts: dict[str, list[str]] = {}
        super().__init__(data, initial=_initial(self._questions, zone))
        for question in self._questions:
            if question.name in self._fixed:
                continue
            if question.kind is FieldKind.CHOICES and (groups := _groups(question)):
                self._ask_in_groups(question, groups, seen or {})
                continue
            self.fields[question.name] = _field(question, _none_word(step))
            if question.kind is FieldKind.INSTANT:
                self.fields[question.name + TIME_SUFFIX] = _time_field()

    def _ask_in_groups(
        self, question: Field, groups: Mapping[str, list[Choice]], seen: Mapping[str, Seen]
    ) -> None:
        """One set of boxes per group; what the case shows is ticked, with the reason beside it."""
        names = self._parts[question.name] = []
        known = set(question.value) or {code for code, one in seen.items() if one.there}
        for number, (group, choices) in enumerate(groups.items()):
            name = f"{question.name}_{number}"
            names.append(name)
            hinted = [
                one._replace(hint=seen[one.value].why) if one.value in seen else one
                for one in choices
            ]
            self.fields[name] = SomeOfField(
                label=f"{group}: {_inside(question.label)}",
                help_text=question.hint,
                required=False,
                choices=hinted,
            )
            self.initial[name] = [one.value for one in choices if one.value in known]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if self.errors:
            return given
        try:
            self.command = parse_command(
                self._step, self._answers(given), self._questions, self._zone.tzinfo
            )
        except CommandInvalid as invalid:
            for name, problem in invalid.problems.items():
                field = self._parts.get(name, [name])[0]
                self.add_error(field if field in self.fields else None, problem)
        return given

    def _answers(self, given: Mapping[str, Any]) -> dict[str, object]:
        answers: dict[str, object] = {}
        for question in self._questions:
            value = self._fixed.get(question.name, given.get(question.name))
            if question.name in self._parts:
                value = [one for part in self._parts[question.name] for one in given[part]]
            if question.kind is FieldKind.INSTANT and isinstance(value, date):
                at = given.get(question.name + TIME_SUFFIX) or time(0, 0)
                value = datetime.combine(value, at)
            answers[question.name] = value.isoformat() if isinstance(value, date) else value
        return answers


def _inside(label: str) -> str:
    """A label within a sentence: names in it keep their capitals."""
    return label[:1].lower() + label[1:]


def _none_word(step: Action) -> str:
    """How an answer is called that is not given: a fact is unknown, an office is not chosen."""
    return "Belum diketahui" if step is Action.ESTABLISH_FACTS else "Tidak dipilih"


def _field(question: Field, none: str) -> forms.Field:
    asked: dict[str, Any] = {
        "label": question.label,
        "help_text": question.hint,
        "required": question.required,
    }
    missing = {"required": f"Isi {_inside(question.label)}."}
    match question.kind:
        case FieldKind.DAY | FieldKind.INSTANT:
            return DatePartsField(named=question.label, **asked)
        case FieldKind.YES_NO:
            unknown = [] if question.required else [Choice(UNKNOWN, none)]
            return OneOfField(choices=[Choice(YES, "Ya"), Choice(NO, "Tidak"), *unknown], **asked)
        case FieldKind.CHOICES:
            return SomeOfField(choices=_choices(question), **asked)
        case FieldKind.CHOICE:
            return _one_of(question, asked, none)
        case FieldKind.PARAGRAPH:
            return forms.CharField(
                max_length=PARAGRAPH_LIMIT,
                widget=forms.Textarea(attrs={"rows": "6"}),
                error_messages=missing | {"max_length": _too_long(PARAGRAPH_LIMIT)},
                **asked,
            )
        case FieldKind.TEXT:
            return forms.CharField(
                max_length=TEXT_LIMIT,
                widget=forms.TextInput(attrs={"autocomplete": "off"}),
                error_messages=missing | {"max_length": _too_long(TEXT_LIMIT)},
                **asked,
            )


def _one_of(question: Field, asked: dict[str, Any], none: str) -> forms.Field:
    unknown = [] if question.required else [Choice(UNKNOWN, none)]
    offered = [*_choices(question), *unknown]
    if unknown:
        # One way to say so is enough.
        offered = [one for one in offered if one.value != "unknown"]
    if len(offered) <= FEW:
        return OneOfField(choices=offered, **asked)
    first = [] if unknown else [(UNKNOWN, "Pilih …")]
    return forms.ChoiceField(
        choices=[*first, *((one.value, one.label) for one in offered)],
        error_messages={"required": "Pilih salah satu jawaban."},
        **asked,
    )


def _groups(question: Field) -> dict[str, list[Choice]]:
    """Choices whose labels name their group (``Formal: …``), by group; empty when they do not."""
    groups: dict[str, list[Choice]] = {}
    for one in question.choices:
        group, colon, label = one.label.partition(": ")
        if not colon or " " in group:
            return {}
        groups.setdefault(group, []).append(Choice(one.value, label))
    return groups


def _choices(question: Field) -> list[Choice]:
    return [Choice(one.value, one.label) for one in question.choices]


def _time_field() -> forms.TimeField:
    return forms.TimeField(
        label="Pukul",
        help_text="Jam kantor, misalnya 14:30.",
        required=False,
        input_formats=["%H:%M", "%H.%M"],
        error_messages={"invalid": "Tulis jam seperti 14:30."},
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )


def _too_long(limit: int) -> str:
    return f"Terlalu panjang: paling banyak {limit} huruf."


def _is_only_answer(question: Field) -> bool:
    return question.kind is FieldKind.CHOICE and question.required and len(question.choices) == 1


def _initial(questions: Sequence[Field], zone: Zone) -> dict[str, Any]:
    initial: dict[str, Any] = {}
    for question in questions:
        value: Any = question.value
        if isinstance(value, str) and value and question.kind is FieldKind.DAY:
            value = date.fromisoformat(value)
        if isinstance(value, str) and value and question.kind is FieldKind.INSTANT:
            local = datetime.fromisoformat(value).astimezone(zone.tzinfo)
            initial[question.name + TIME_SUFFIX] = f"{local:%H:%M}"
            value = local.date()
        if _is_only_answer(question):
            value = question.choices[0].value
        initial[question.name] = list(value) if isinstance(value, tuple) else value
    return initial
