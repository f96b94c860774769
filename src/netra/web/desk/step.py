"""One step: its form, the service, and back to the case; a refusal names its ground."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from netra.apps.cases import selectors
from netra.apps.cases.selectors import CasePage
from netra.apps.cases.services import perform
from netra.apps.ports import wired
from netra.domain.access import Action
from netra.domain.cases.law import LAPORAN_WINDOW, requirements
from netra.domain.cases.outcome import Refused
from netra.domain.cases.state import Case
from netra.domain.cases.steps import StepOption
from netra.domain.cases.transitions import BY_STEP
from netra.domain.cases.wording import public_status
from netra.domain.lawbook.book import Lawbook
from netra.web.desk.acting import DeskRequest
from netra.web.desk.case import drawings, page_or_404
from netra.web.desk.case_words import Told, seen_requirements
from netra.web.desk.doorway import allowed
from netra.web.desk.law_text import pasal_text
from netra.web.desk.refusals import FORBIDDEN, problem
from netra.web.desk.step_buttons import step_of
from netra.web.desk.step_form import Seen, StepForm

REFUSED = 409


@dataclass(frozen=True, slots=True)
class Refusal:
    """A refusal as ``parts/notification.html`` prints it."""

    ground: str
    instead: str
    law: str


_LEADS: Mapping[Action, str] = {
    Action.RECORD_NUMBER: "Nomor berikutnya dari seri LP kantor ini diambil saat Anda menekan "
    "tombol. Nomor yang sudah diambil tidak dapat dilewati atau dipakai ulang.",
    Action.ESTABLISH_FACTS: "Tulis fakta sebagaimana ditemukan. Yang belum diketahui biarkan "
    "kosong: sistem akan bertanya, bukan menebak. Cerita pelapor tidak berubah.",
    Action.RECORD_KAJIAN_AWAL: "Yang terlihat dari isi laporan sudah dicentang beserta "
    "alasannya. Periksa satu per satu; keputusannya milik Anda.",
    Action.REQUEST_PERBAIKAN: "Pelapor melihat permintaan ini pada halaman statusnya. Tenggat "
    "perbaikan berjalan sejak pemberitahuan diterima.",
    Action.WITHDRAW: "Hanya sebelum diregister; sesudahnya laporan tidak dapat dicabut. Isinya "
    "tetap ditelusuri sebagai informasi awal.",
    Action.REGISTER: "Nomor register diambil saat Anda menekan tombol, dan waktu penanganan "
    "mulai berjalan hari ini. Setelah ini laporan tidak dapat dicabut.",
    Action.TREAT_AS_INFORMASI_AWAL: "Syarat formal tidak terpenuhi, tetapi isinya layak "
    "ditelusuri: laporan tidak dibuang.",
    Action.WRITE_KAJIAN: "Penilaian menurut lawbook hari ini ikut dicatat di samping kesimpulan "
    "Anda.",
    Action.FORWARD: "Hanya instansi yang berwenang pada hari ini yang dapat dipilih. Tulis "
    "resume dengan kata-kata Bawaslu sendiri; kalimat pelapor akan ditolak.",
    Action.DECIDE_BETWEEN_DATES: "Langkah itu dilakukan sesudah batas aman dan sebelum batas "
    "akhir, atau bersandar pada angka yang belum pasti. Hitungan berhenti di sini; Anda yang "
    "memutuskan, dengan alasan yang dapat dibaca kembali.",
    Action.NOTIFY_REPORTER: "Ini tercatat sebagai pemberitahuan resmi. Halaman status pelapor "
    "menampilkan persis yang ada di bawah.",
}
_BUTTONS: Mapping[Action, str] = {
    Action.RECORD_NUMBER: "Ambil nomor",
    Action.REGISTER: "Register dan mulai tenggat",
    Action.REQUEST_PERBAIKAN: "Kirim permintaan",
    Action.FORWARD: "Catat penerusan",
    Action.CLOSE: "Tutup perkara",
    Action.NOTIFY_REPORTER: "Catat pemberitahuan",
}
_ASIDES: Mapping[Action, str] = {
    Action.NOTIFY_REPORTER: "desk/status_preview.html",
    Action.REQUEST_PERBAIKAN: "desk/missing.html",
    Action.TREAT_AS_INFORMASI_AWAL: "desk/missing.html",
    Action.DECIDE_BETWEEN_DATES: "desk/undecided.html",
}

_WITH_STORY = frozenset(
    {
        Action.ESTABLISH_FACTS,
        Action.RECORD_KAJIAN_AWAL,
        Action.TREAT_AS_INFORMASI_AWAL,
        Action.DECLARE_TEMUAN,
        Action.CLOSE_INFORMASI_AWAL,
        Action.WRITE_KAJIAN,
        Action.DECIDE_PLENO,
    }
)
"""Steps that weigh the report itself: it can be read again beside the questions. Not where a letter
is written: it shall not begin as a copy."""


@require_http_methods(["GET", "POST"])
@allowed(Action.VIEW_CASES, hidden=True)
def step(request: DeskRequest, case_id: UUID, name: str) -> HttpResponse:
    action = step_of(name)
    page = page_or_404(request, case_id)
    if action is None:
        raise Http404
    option = next((one for one in page.steps if one.step is action), None)
    if option is None:
        return _of_other_roles(request, page, action)
    form = _form(option, page, request.POST if request.method == "POST" else None)
    refused: Refused | None = option.refusal if request.method == "GET" else None
    if request.method == "POST" and form.is_valid():
        result = perform(
            case_id,
            form.command,
            by=request.acting.actor,
            now=request.acting.now,
            seen_version=_version(request.POST.get("version", "")),
        )
        if isinstance(result, Case):
            _tell(request, option, page.case, result)
            return redirect("desk:case", case_id=case_id)
        refused = result
    status = REFUSED if refused and request.method == "POST" else 200
    context = _context(page, option, form, refused, request.acting.today)
    return render(request, "desk/step.html", context, status=status)


def _of_other_roles(request: DeskRequest, page: CasePage, action: Action) -> HttpResponse:
    """Asked all the same, the service refuses it and the journal keeps that it was asked."""
    found = selectors.step_for(page.case.id, action, request.acting.now)
    assert found is not None, "the page of the case was just read"
    if request.method == "POST":
        form = _form(found[1], page, request.POST)
        if form.is_valid():
            perform(page.case.id, form.command, by=request.acting.actor, now=request.acting.now)
    roles = ", ".join(sorted(role.label for role in BY_STEP[action].roles))
    return problem(
        request,
        title="Langkah ini bukan wewenang peran Anda",
        text=f"{found[1].title} dilakukan oleh: {roles}.",
        instead="Minta rekan yang berwenang melakukannya.",
        status=FORBIDDEN,
    )


def _form(option: StepOption, page: CasePage, data: Mapping[str, Any] | None) -> StepForm:
    seen: Mapping[str, Seen] = {}
    if option.step is Action.RECORD_KAJIAN_AWAL:
        seen = seen_requirements(page.case, Told.of(page.personal.get(0, {})), LAPORAN_WINDOW)
    return StepForm(option.step, option.fields, page.case.office.zone, data, seen=seen)


_NEVER = -1
"""The version of no case: a form that does not say what its sender saw is refused as outdated."""


def _version(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < len("1000000") else _NEVER


def _tell(request: DeskRequest, option: StepOption, before: Case, after: Case) -> None:
    """What happened, with the number when one was drawn."""
    drawn = [one.text for one in after.numbers if one not in before.numbers]
    number = f" Nomornya {drawn[0]}." if drawn else ""
    messages.success(request, f"{option.title}: tercatat.{number}")


def _context(
    page: CasePage, option: StepOption, form: StepForm, refused: Refused | None, today: date
) -> dict[str, object]:
    law: Lawbook = wired().lawbook()
    return {
        "case": page.case,
        "title": option.title,
        "lead": _LEADS.get(option.step, ""),
        "pasal": pasal_text(law, option.pasal),
        "button": _BUTTONS.get(option.step, "Simpan"),
        "aside": _ASIDES.get(option.step, ""),
        "story": page.personal.get(0, {}).get("story", "") if option.step in _WITH_STORY else "",
        "is_open": option.is_lawful,
        "form": form,
        "today": today,
        "refused": Refusal(refused.ground, refused.instead, pasal_text(law, refused.pasal))
        if refused
        else None,
    } | _beside(page, option, law, today)


def _beside(page: CasePage, option: StepOption, law: Lawbook, today: date) -> dict[str, object]:
    """What the template beside the questions needs."""
    if option.step is Action.NOTIFY_REPORTER:
        return {"preview": public_status(page.case)}
    if option.step is Action.DECIDE_BETWEEN_DATES:
        codes = {one.code for one in page.case.undecided_clocks}
        wanted = [pair for pair in page.clocks if pair[0].code in codes]
        return {"drawings": drawings(page, wanted, law, today)}
    checklist = page.case.checklist
    if checklist is None or option.step not in _ASIDES:
        return {}
    missing = {*checklist.missing_formal, *checklist.missing_materiel}
    formal, materiel = requirements(law, page.case)
    return {"missing": [one.text for one in (*formal, *materiel) if one.code in missing]}
