"""Questions as a reporter fills them, and as a stranger with odd input does."""

from datetime import date

import pytest
from django import forms
from django.template import engines
from django.utils.html import escape

from netra.web.fields import Choice, DatePartsField, OneOfField, SomeOfField
from netra.web.parts import StepAhead, code_groups, field_part, summary_errors
from netra.web.typography import unbroken


class Report(forms.Form):
    when = DatePartsField(named="Tanggal kejadian", label="Kapan terjadi?")
    who = OneOfField(
        label="Siapa?",
        choices=[Choice("pns", "PNS", "Termasuk guru"), Choice("unknown", "Saya tidak tahu")],
    )
    deeds = SomeOfField(label="Apa?", choices=[Choice("a", "Unggahan"), Choice("b", "Spanduk")])
    place = forms.CharField(label="Tempat", max_length=80, required=False)
    story = forms.CharField(label="Cerita", widget=forms.Textarea, required=False)
    sure = forms.BooleanField(label="Benar", required=False)
    draft = forms.CharField(widget=forms.HiddenInput(attrs={"data-draft": "1"}), required=False)


def filled(day: str, month: str, year: str) -> Report:
    return Report(
        {"when-day": day, "when-month": month, "when-year": year, "who": "pns", "deeds": ["b"]}
    )


@pytest.mark.parametrize("month", ["9", "09", "September", "sept", "Sep."])
def test_a_reporter_writes_the_month_as_she_likes(month: str) -> None:
    form = filled("23", month, "2024")
    assert form.is_valid(), form.errors
    assert form.cleaned_data["when"] == date(2024, 9, 23)


@pytest.mark.parametrize(
    ("parts", "message"),
    [
        (("31", "2", "2024"), "Tanggal kejadian tidak ada di kalender"),
        (("0", "1", "2024"), "Tanggal kejadian tidak ada di kalender"),
        (("23", "", "2024"), "Isi bulannya."),
        (("", "", "2024"), "Isi hari dan bulannya."),
        (("", "", ""), "Tanggal kejadian belum diisi."),
        (("dua", "9", "2024"), "tidak terbaca"),
        (("23", "ma", "2024"), "tidak terbaca"),
        (("٢٣", "9", "2024"), "tidak terbaca"),
        (("9" * 5000, "9", "2024"), "tidak terbaca"),
        (("23", "9", "-2024"), "tidak terbaca"),
        (("23", "9", "0000"), "tidak ada di kalender"),
    ],
)
def test_a_wrong_date_is_told_where_and_how(parts: tuple[str, str, str], message: str) -> None:
    form = filled(*parts)
    assert not form.is_valid()
    assert message in form.errors["when"][0]


def test_what_was_typed_comes_back_escaped() -> None:
    form = filled('"><img>', "9", "2024")
    form.is_valid()
    template = engines["django"].from_string("{% load netra %}{% field form.when %}")
    page = template.render({"form": form})
    assert "<img>" not in page
    assert escape('"><img>') in page
    assert 'id="id_when-error"' in page
    assert 'aria-describedby="id_when-error"' in page


def test_every_kind_of_question_has_a_control_and_no_inline_style() -> None:
    template = engines["django"].from_string(
        "{% load netra %}{% for one in form %}{% field one today=today %}{% endfor %}"
    )
    page = template.render({"form": Report(), "today": date(2024, 9, 24)})
    for name in ("when-day", "who", "deeds", "place", "story", "sure", "draft"):
        assert f'name="{name}"' in page
    assert 'data-day="2024-09-23"' in page, "yesterday"
    assert "style=" not in page


def test_the_chosen_answers_stay_chosen() -> None:
    form = filled("23", "9", "2024")
    deeds = field_part(form["deeds"])
    assert [option.checked for option in deeds.options] == [False, True]
    assert field_part(form["who"]).options[0].hint == "Termasuk guru"


def test_the_summary_leads_to_the_first_control_of_each_question() -> None:
    form = Report({})
    targets = [error.target for error in summary_errors(form)]
    assert targets == ["id_when-day", "id_who", "id_deeds"]
    assert field_part(form["who"]).options[0].id == "id_who"
    template = engines["django"].from_string("{% load netra %}{% error_summary form %}")
    assert 'href="#id_when-day"' in template.render({"form": form})
    assert template.render({"form": filled("23", "9", "2024")}).strip() == ""


def test_a_kept_date_fills_its_boxes() -> None:
    form = Report(initial={"when": date(2024, 9, 3)})
    assert [box.value for box in field_part(form["when"]).boxes] == ["3", "9", "2024"]


def test_a_code_is_shown_in_its_groups() -> None:
    assert code_groups("7K3F-9QXM 2RTB") == ("7K3F", "9QXM", "2RTB")


def test_a_step_ahead_names_its_day_only_when_it_has_one() -> None:
    assert StepAhead("Register", "").when_text == ""
    assert StepAhead("Register", "", date(2024, 10, 1)).when_text == unbroken(
        "Paling lambat Selasa, 1 Oktober 2024"
    )


def test_dates_are_not_torn_apart() -> None:
    kept = unbroken("Senin, 7 Oktober 2024 pukul 16.00 WITA")
    assert kept.count("\N{NO-BREAK SPACE}") == 3
