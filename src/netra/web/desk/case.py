"""The page of a case, and its papers."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render

from netra.apps.cases import selectors
from netra.apps.cases.selectors import CasePage
from netra.apps.ports import wired
from netra.domain.access import Action
from netra.domain.cases.state import CaseClock, Series
from netra.domain.deadlines.clock import Clock
from netra.domain.lawbook.book import Lawbook
from netra.web.clock_drawing import ClockDrawing, closed_days, draw_clock
from netra.web.desk import wording
from netra.web.desk.acting import DeskRequest
from netra.web.desk.assessment_panel import assess_for_page
from netra.web.desk.case_words import (
    Told,
    forward_rows,
    how_known,
    place_of,
    state_kind,
    summary,
    terlapor,
)
from netra.web.desk.doorway import allowed
from netra.web.desk.journal_lines import journal_lines
from netra.web.desk.step_buttons import step_buttons


def page_or_404(request: DeskRequest, case_id: UUID) -> CasePage:
    """The case of the office one acts in; another office's case does not exist here."""
    page = selectors.case_page(case_id, request.acting.actor, request.acting.now)
    if page is None:
        raise Http404
    return page


@allowed(Action.VIEW_CASES, hidden=True)
def case(request: DeskRequest, case_id: UUID) -> HttpResponse:
    page, law = page_or_404(request, case_id), wired().lawbook()
    lawful, closed = step_buttons(page, law)
    context = _story(page, law) | {
        "zone": page.case.office.zone.value,
        "contest_name": page.contest_name or "di luar tahapan pemilihan",
        "state_kind": state_kind(page.case.state),
        "steps": lawful,
        "closed_steps": closed,
        "may_open_identity": request.acting.may(Action.OPEN_IDENTITY),
        "forwards": forward_rows(page.case),
        "assessment": assess_for_page(page.case, law, request.acting.today),
        "clocks": drawings(page, page.clocks, law, request.acting.today),
        "journal": journal_lines(
            page.entries,
            page.personal,
            law=law,
            zone=page.case.office.zone,
            names_sealed=not request.acting.may(Action.OPEN_IDENTITY),
        ),
    }
    return render(request, "desk/case.html", context)


@allowed(Action.VIEW_CASES, hidden=True)
def print_report(request: DeskRequest, case_id: UUID) -> HttpResponse:
    """Formulir Laporan; the reporter stays sealed, so those lines are empty."""
    return _paper(request, case_id, "laporan", "desk/print_report.html")


@allowed(Action.VIEW_CASES, hidden=True)
def print_receipt(request: DeskRequest, case_id: UUID) -> HttpResponse:
    """Tanda bukti penyampaian laporan."""
    return _paper(request, case_id, "tanda_bukti", "desk/print_receipt.html")


def _paper(request: DeskRequest, case_id: UUID, form_code: str, template: str) -> HttpResponse:
    page, law = page_or_404(request, case_id), wired().lawbook()
    form = law.forms.forms[form_code]
    contest, day = page.case.contest, page.case.today(page.case.received_at)
    model = form.model_on(contest.kind, day) if contest else None
    number = page.case.number_of(Series.LP)
    reporter = [one.label for one in form.fields if one.section == "Pelapor"]
    context = _story(page, law) | {
        "zone": page.case.office.zone.value,
        "form_title": form.title,
        "form_code": model.model if model else None,
        "number": number.text if number else "",
        "reporter_fields": reporter,
    }
    return render(request, template, context)


def _story(page: CasePage, law: Lawbook) -> dict[str, object]:
    told = Told.of(page.personal.get(0, {}))
    first = page.entries[0].body if page.entries else {}
    known = first.get("how_known")
    region = place_of(page.case.region_code)
    return {
        "case": page.case,
        "summary": summary(page.case, law),
        "channel": wording.CHANNEL.get(page.case.channel, page.case.channel),
        "story": told.story,
        "place": ", ".join(part for part in (told.place, region) if part),
        "evidence": told.evidence,
        "how_known": how_known(known if isinstance(known, str) else None),
        "terlapor": terlapor(page.case, told),
    }


def drawings(
    page: CasePage, clocks: Sequence[tuple[CaseClock, Clock | None]], law: Lawbook, today: date
) -> list[ClockDrawing]:
    """Running ones first, then the ended ones, each as it was on the day it ended."""
    drawn = []
    for kept, counted in sorted(clocks, key=lambda one: (not one[0].is_running, one[0].warn_on)):
        if counted is None:
            continue
        done = page.case.today(kept.stopped_at) if kept.stopped_at else None
        last = max(done or today, counted.due)
        drawn.append(
            draw_clock(
                counted,
                today=today,
                closed=closed_days(law.calendar, counted.start, last),
                zone=page.case.office.zone,
                done_on=done,
            )
        )
    return drawn
