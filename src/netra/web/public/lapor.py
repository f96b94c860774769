"""The wizard: pages that carry the draft with them, and the one POST that sends it."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from netra.apps.intake.models import Channel
from netra.apps.intake.one_writer import one_at_a_time
from netra.apps.intake.services import NoOffice, submit
from netra.apps.organisations.clock import now as read_clock
from netra.apps.organisations.selectors import receiving_office
from netra.apps.ports import wired
from netra.domain.intake.laporan import Laporan
from netra.domain.intake.reading import LaporanInvalid, World, parse_laporan
from netra.domain.ports import SealBroken
from netra.web.context import shown as installation
from netra.web.public.answers import DraftLaporan, field_of, region_of, told
from netra.web.public.questions import Question
from netra.web.public.receipt import receipt_page
from netra.web.public.review import outlook, sections
from netra.web.public.steps import (
    BY_NAME,
    FIRST,
    Step,
    after,
    asked,
    before,
    crumbs,
    first_open,
    forget_dependent,
)

_BACK, _CHANGE = "kembali", "ubah:"
_TYPED = ("story", "evidence", "links", "place")
"""Texts that take effort to write; given back when the draft itself cannot be read."""


@require_GET
def start(request: HttpRequest) -> HttpResponse:
    """What to expect, before the first question."""
    return render(request, "public/lapor.html", {"section": "lapor"})


@require_http_methods(["GET", "HEAD", "POST"])
def fill(request: HttpRequest) -> HttpResponse:
    """Take the answers of one page, show the next."""
    if request.method != "POST":
        return redirect("lapor")
    # The CSRF check has read the whole form by now: nobody waits here for a slow sender.
    with one_at_a_time():
        return _send(request)


def _send(request: HttpRequest) -> HttpResponse:
    try:
        draft = _draft(request)
    except SealBroken:
        return _broken(request)
    visit = Visit(request, draft)
    step = BY_NAME.get(request.POST.get("step", ""))
    go = request.POST.get("go", "")
    if step is None:
        return visit.show(BY_NAME.get(go.removeprefix(_CHANGE)) or first_open(draft))
    form = visit.form(step, bound=True)
    fits = form.is_valid()
    visit.keep(step, form, fits=fits, settled=go != _BACK)
    if go == _BACK:
        return visit.show(before(draft, step.name) or FIRST)
    if not fits:
        return visit.ask(step, form)
    return visit.show(after(draft, step.name))


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def send(request: HttpRequest) -> HttpResponse:
    """The one POST of a laporan; sent again, it shows the same receipt."""
    if request.method != "POST":
        return redirect("lapor")
    try:
        draft = _draft(request)
    except SealBroken:
        return _broken(request)
    visit = Visit(request, draft)
    try:
        laporan = visit.laporan()
    except LaporanInvalid as error:
        return visit.review({field_of(p, draft.answers): m for p, m in error.problems.items()})
    if request.POST.get("benar") != "on":
        return visit.review({"benar": "Centang pernyataan di bawah sebelum mengirim."})
    try:
        receipt = submit(
            laporan, channel=Channel.WEB, submission_key=draft.key, now=visit.world.now
        )
    except NoOffice as error:
        return visit.review({"province": str(error)})
    return receipt_page(
        receipt,
        anonymous=laporan.anonymous,
        law=visit.law,
        installation=installation(request),
        host=request.get_host(),
    )


class Visit:
    """One request of the wizard: the draft, and the world it is read in."""

    def __init__(self, request: HttpRequest, draft: DraftLaporan) -> None:
        self.request, self.draft = request, draft
        self.law = wired().lawbook()
        self.world = World(
            deeds=self.law.deeds,
            regions=wired().regions,
            zones=self.law.zones,
            now=read_clock(),
        )

    def laporan(self) -> Laporan:
        return parse_laporan(told(self.draft.answers), self.world)

    def form(self, step: Step, *, bound: bool = False) -> Question:
        return step.form(
            self.request.POST if bound else None,
            answers=self.draft.answers,
            law=self.law,
            world=self.world,
        )

    def keep(self, step: Step, form: Question, *, fits: bool, settled: bool) -> None:
        """Take over what was typed, also what does not fit yet: going back loses nothing.

        Who goes back (not ``settled``) has not answered: the page is asked when they come again.
        """
        fresh = form.settled() if fits else form.typed()
        changed = {name for name, value in fresh.items() if self.draft.answers.get(name) != value}
        self.draft.answers.update(fresh)
        if not fits:
            self.draft.done.discard(step.name)
        elif settled:
            self.draft.done.add(step.name)
        forget_dependent(self.draft, changed)

    def show(self, step: Step | None) -> HttpResponse:
        return self.review({}) if step is None else self.ask(step, self.form(step))

    def ask(self, step: Step, form: Question) -> HttpResponse:
        context = {
            "section": "lapor",
            "step": step.name,
            "form": form,
            "crumbs": crumbs(self.draft, step.group),
            "first": step is FIRST,
            "today": form.today if form.recent else None,
            "office": receiving_office(region_of(self.draft.answers))
            if step.name == "tempat"
            else None,
        }
        return self._page("public/lapor_langkah.html", context)

    def review(self, problems: dict[str, str]) -> HttpResponse:
        """All answers; ``problems`` by field lead to the page that holds it."""
        if missing := first_open(self.draft):
            return self.ask(missing, self.form(missing))
        try:
            ahead = outlook(self.laporan(), self.law, self.world.now)
        except LaporanInvalid as error:
            ahead = None
            found = {field_of(p, self.draft.answers): m for p, m in error.problems.items()}
            problems = {**found, **problems}
        forms_of = {step.name: self.form(step) for step in asked(self.draft)}
        context = {
            "section": "lapor",
            "crumbs": crumbs(self.draft, "Periksa"),
            "sections": sections(self.draft, forms_of),
            "problems": [(_step_of(name, forms_of), text) for name, text in problems.items()],
            "unsigned": "benar" in problems,
            "anonymous": not any(step.name == "diri" for step in asked(self.draft)),
            "outlook": ahead,
        }
        return self._page("public/lapor_periksa.html", context)

    def _page(self, template: str, context: dict[str, object]) -> HttpResponse:
        context |= {"draft": self.draft.seal(), "draft_mark": self.draft.mark}
        response = render(self.request, template, context)
        # Not "no-store": the browser's own back button would then lose the page.
        response["Cache-Control"] = "private, max-age=0, must-revalidate"
        return response


def _draft(request: HttpRequest) -> DraftLaporan:
    sealed = request.POST.get("draft", "")
    return DraftLaporan.open(sealed) if sealed else DraftLaporan.begin()


def _broken(request: HttpRequest) -> HttpResponse:
    """The draft cannot be read: say so, and give back what was typed on this page."""
    typed = [text for name in _TYPED if (text := request.POST.get(name, "").strip())]
    context = {"section": "lapor", "typed": typed}
    return render(request, "public/lapor_rusak.html", context, status=HTTPStatus.BAD_REQUEST)


def _step_of(name: str, forms_of: dict[str, Question]) -> str:
    return next((step for step, form in forms_of.items() if name in form.fields), "")
