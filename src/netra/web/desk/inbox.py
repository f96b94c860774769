"""The inbox: the cases of the office, what ends first in front."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django import forms
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render

from netra.apps.cases import selectors
from netra.apps.cases.selectors import InboxLine
from netra.apps.ports import wired
from netra.domain.access import Action, Role
from netra.domain.calendar import MONTHS
from netra.domain.cases.law import computed
from netra.domain.cases.state import State
from netra.domain.cases.transitions import TRANSITIONS
from netra.domain.lawbook.book import Lawbook
from netra.web.clock_drawing import ClockDrawing, closed_days, draw_clock
from netra.web.desk.acting import DeskRequest
from netra.web.desk.case_words import place_of, summary
from netra.web.desk.doorway import allowed
from netra.web.typography import unbroken

PAGE = 25
_OPEN = "open"
_EVERYTHING = "everything"
_SHOWN = tuple(state for state in State if state is not State.SUBMITTED)


class Filters(forms.Form):
    """What to see; nothing chosen shows all that is open."""

    keadaan = forms.ChoiceField(
        label="Keadaan",
        required=False,
        choices=[
            ("", "Semua yang terbuka"),
            *((state.value, state.label.capitalize()) for state in _SHOWN),
            (_EVERYTHING, "Semua, juga yang ditutup"),
        ],
    )
    pemilihan = forms.ChoiceField(label="Pemilihan", required=False)
    siapa = forms.ChoiceField(
        label="Milik",
        required=False,
        choices=[("", "Semua berkas kantor"), ("saya", "Menunggu langkah saya")],
    )
    cari = forms.CharField(
        label="Nomor",
        required=False,
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def __init__(self, contests: list[tuple[str, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["pemilihan"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", "Semua pemilihan"), *contests]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the inbox."""

    id: UUID
    number: str
    summary: str
    place: str
    state_label: str
    state_kind: str
    undecided: bool
    clock: ClockDrawing | None


@allowed(Action.VIEW_CASES)
def inbox(request: DeskRequest) -> HttpResponse:
    acting = request.acting
    filters = Filters(selectors.contests_of(acting.office.code), request.GET)
    given = filters.cleaned_data if filters.is_valid() else {}
    page_number = _page(request.GET.get("halaman", ""))
    found = selectors.inbox(
        acting.office.code,
        states=_states(given, acting.roles),
        contest=given.get("pemilihan", ""),
        text=given.get("cari", ""),
        page=page_number,
        size=PAGE,
    )
    chosen = {name: value for name, value in given.items() if value}
    law = wired().lawbook()
    context = {
        "filters": filters,
        "filtered": bool(chosen),
        "query": f"{urlencode(chosen)}&" if chosen else "",
        "rows": [_row(line, law, request) for line in found.lines],
        "count": found.total,
        "page": Paginator(range(found.total), PAGE).get_page(page_number),
    }
    return render(request, "desk/inbox.html", context)


def brief_day(day: date) -> str:
    """``7 Okt``."""
    return unbroken(f"{day.day} {MONTHS[day.month - 1][:3]}")


def _page(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and int(text[:6]) > 0 else 1


def _states(given: dict[str, str], roles: tuple[Role, ...]) -> tuple[State, ...]:
    chosen = given.get("keadaan", "")
    if chosen == _EVERYTHING:
        states: tuple[State, ...] = tuple(State)
    else:
        states = (State(chosen),) if chosen else ()
    if given.get("siapa") != "saya":
        return states
    mine = states_awaiting(roles)
    return tuple(one for one in mine if not states or one in states) or (State.SUBMITTED,)


def states_awaiting(roles: tuple[Role, ...]) -> tuple[State, ...]:
    """The states that somebody with these roles can move on."""
    return tuple(
        state
        for state in State
        if any(
            row.targets and state in row.sources and not row.roles.isdisjoint(roles)
            for row in TRANSITIONS
        )
    )


def _row(line: InboxLine, law: Lawbook, request: DeskRequest) -> Row:
    case = line.case
    counted = computed(law, case, line.clock) if line.clock else None
    today = request.acting.today
    drawing = (
        draw_clock(
            counted,
            today=today,
            closed=closed_days(law.calendar, counted.start, max(today, counted.due)),
            zone=case.office.zone,
        )
        if counted
        else None
    )
    if drawing is not None and counted is not None:
        drawing = replace(drawing, remaining=f"{drawing.remaining} · {brief_day(counted.due)}")
    return Row(
        id=case.id,
        number=case.title if case.numbers else "",
        summary=summary(case, law),
        place=place_of(case.region_code),
        state_label=case.state.label,
        state_kind="active" if case.state in states_awaiting(request.acting.roles) else "quiet",
        undecided=bool(case.undecided_clocks),
        clock=drawing,
    )
