"""The agency's pages: what was forwarded to it, and its answer. Never the report itself."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from netra.apps.cases import selectors
from netra.apps.cases.selectors import ForwardLine
from netra.apps.cases.services import perform
from netra.apps.ports import wired
from netra.domain.access import Action
from netra.domain.calendar import long_date
from netra.domain.cases.outcome import Refused
from netra.domain.cases.wording import TRACKS
from netra.domain.lawbook.book import Lawbook
from netra.domain.lawbook.vocabulary import Track
from netra.web.desk.acting import DeskRequest
from netra.web.desk.case_words import outcome_word
from netra.web.desk.doorway import allowed
from netra.web.desk.law_text import pasal_text
from netra.web.desk.step import REFUSED, Refusal
from netra.web.desk.step_form import StepForm


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter as the agency reads it."""

    href: str
    letter_number: str
    letter_on: date
    office: str
    track: str
    items: tuple[str, ...]
    basis: str
    resume: str
    decision: str


def _lines(request: DeskRequest) -> tuple[ForwardLine, ...]:
    acting = request.acting
    lines = selectors.forwarded(acting.actor, acting.office.code, acting.now)
    if lines is None:
        raise Http404
    return lines


def _letter(line: ForwardLine, law: Lawbook) -> Letter:
    decided = f", {long_date(line.decided_on)}" if line.decided_on else ""
    items = (f"{code}: {law.acts[code].title}" if code in law.acts else code for code in line.items)
    return Letter(
        href=reverse("desk:forward", args=[line.case_id, line.number]),
        letter_number=line.letter_number,
        letter_on=line.letter_on,
        office=line.sender,
        track=TRACKS[Track(line.track)],
        items=tuple(items),
        basis=pasal_text(law, line.basis),
        resume=line.resume or "",
        decision=f"{outcome_word(line.outcome)}{decided}" if line.outcome else "",
    )


@allowed(Action.VIEW_FORWARDED)
def forwarded(request: DeskRequest) -> HttpResponse:
    law = wired().lawbook()
    letters = [_letter(line, law) for line in _lines(request)]
    return render(request, "desk/forwarded.html", {"forwards": letters})


@require_http_methods(["GET", "POST"])
@allowed(Action.VIEW_FORWARDED, hidden=True)
def forward(request: DeskRequest, case_id: UUID, number: int) -> HttpResponse:
    """One letter. A letter to another agency, even of the same case, does not exist here."""
    line = next(
        (one for one in _lines(request) if (one.case_id, one.number) == (case_id, number)), None
    )
    if line is None:
        raise Http404
    law = wired().lawbook()
    context: dict[str, Any] = {"forward": _letter(line, law), "today": request.acting.today}
    if line.outcome:
        return render(request, "desk/forward.html", context)
    found = selectors.step_for(case_id, Action.RECORD_AUTHORITY_DECISION, request.acting.now)
    assert found is not None, "the letter's case was just read"
    case, option = found
    form = context["form"] = StepForm(
        option.step,
        option.fields,
        case.office.zone,
        request.POST if request.method == "POST" else None,
        fixed={"forward": str(number)},
    )
    if not form.is_bound or not form.is_valid():
        return render(request, "desk/forward.html", context)
    acting = request.acting
    result = perform(case_id, form.command, by=acting.actor, now=acting.now)
    if isinstance(result, Refused):
        context["refused"] = Refusal(result.ground, result.instead, pasal_text(law, result.pasal))
        return render(request, "desk/forward.html", context, status=REFUSED)
    messages.success(request, f"Putusan atas surat {line.letter_number} tercatat.")
    return redirect("desk:forwarded")
