"""The receipt page and the page that a receipt opens."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from netra.apps.intake.selectors import ShownStatus, status_of
from netra.apps.intake.services import Receipt
from netra.apps.organisations.clock import now as read_clock
from netra.apps.organisations.selectors import OfficeCard, office_card
from netra.apps.ports import wired
from netra.domain.calendar import OutsideCalendar, Zone, long_instant
from netra.domain.deadlines.clock import Clock, ClockUndetermined, compute_clock
from netra.domain.intake.clocks import FIRST_CHECK, HANDLING, MENDING, TRACING
from netra.domain.intake.receipt import GROUP, LENGTH, ReceiptMistyped, parse
from netra.domain.intake.status import Happened, ShownClock
from netra.domain.lawbook.book import Lawbook
from netra.domain.lawbook.procedures import UnknownClock
from netra.domain.lawbook.values import Status
from netra.domain.lawbook.vocabulary import ContestKind
from netra.web.clock_drawing import ClockDrawing, closed_days, draw_clock
from netra.web.context import Shown as Installation
from netra.web.parts import StepAhead
from netra.web.typography import unbroken

_LONGEST_TYPED = 200


def receipt_page(
    receipt: Receipt, *, anonymous: bool, law: Lawbook, installation: Installation, host: str
) -> HttpResponse:
    """The page after sending. All but the code and the minute is the same for every laporan of
    one day and office, so that it is rendered once and filled in by hand (docs/performance.md)."""
    office = receipt.office
    page = _receipt_page(
        law,
        office,
        receipt.contest_kind,
        receipt.received_at.astimezone(office.zone.tzinfo).date(),
        anonymous=anonymous,
        again=receipt.again,
        changed=receipt.changed,
        installation=installation,
        host=host,
    )
    filled = dict(zip(_GROUPS, receipt.code.groups, strict=True))
    filled[_MINUTE] = unbroken(long_instant(receipt.received_at, office.zone))
    return HttpResponse("".join(filled.get(piece, piece) for piece in page))


_GROUPS = tuple(chr(0xE000 + place) for place in range(LENGTH // GROUP))
_MINUTE = chr(0xE100)
"""Places to fill in: private-use characters, which no text of ours contains."""
_PLACES = re.compile(f"([{''.join(_GROUPS)}{_MINUTE}])")


@lru_cache(maxsize=256)
def _receipt_page(
    law: Lawbook,
    office: OfficeCard,
    kind: str,
    received_on: date,
    *,
    anonymous: bool,
    again: bool,
    changed: bool,
    installation: Installation,
    host: str,
) -> tuple[str, ...]:
    context = {
        "section": "lapor",
        "code": "-".join(_GROUPS),
        "received_text": f"{_MINUTE} oleh {office.name}",
        "status_url": f"{host}/status/",
        "office": office,
        "anonymous": anonymous,
        "again": again,
        "changed": changed,
        "steps": steps_ahead(law, kind, received_on, office.zone, anonymous),
        "installation": installation,
    }
    return tuple(_PLACES.split(render_to_string("public/terkirim.html", context)))


def steps_ahead(
    law: Lawbook, kind: str, received_on: date, zone: Zone, anonymous: bool
) -> tuple[StepAhead, ...]:
    """What happens next, each with its last day when everything takes as long as it may."""
    contest = ContestKind(kind)
    if anonymous:
        return (
            _step(
                "Petugas membaca informasi Anda",
                "Bila cukup penting, petugas menelusurinya dan pleno memutuskan apakah menjadi "
                "temuan.",
                _clock(law, TRACING, contest, received_on, zone),
            ),
            StepAhead(
                "Anda dapat melihat kelanjutannya",
                "Buka halaman cek status dengan kode ini. Kami tidak dapat menghubungi Anda.",
            ),
        )
    checked = _clock(law, FIRST_CHECK, contest, received_on, zone)
    handled = _clock(law, HANDLING, contest, checked.due, zone) if checked else None
    return (
        _step(
            "Kajian awal",
            "Petugas memeriksa apakah laporan Anda lengkap dan mencocokkan tanda tangan Anda "
            "dengan KTP.",
            checked,
        ),
        StepAhead(
            "Bila ada yang kurang",
            f"Petugas meminta Anda melengkapinya{_mending(law, contest, received_on, zone)}, "
            "dihitung sejak Anda menerima pemberitahuannya. Yang kurang terlihat di halaman cek "
            "status.",
        ),
        _step(
            "Registrasi dan pemeriksaan",
            "Laporan yang lengkap mendapat nomor. Petugas meminta keterangan, lalu pleno "
            "memutuskan. Setelah diregistrasi laporan tidak dapat dicabut. Tanggal ini berlaku "
            "bila laporan diregistrasi pada hari terakhir kajian awal.",
            handled,
        ),
        StepAhead(
            "Pemberitahuan kepada Anda",
            "Anda diberi tahu statusnya, dan diteruskan ke mana bila terbukti.",
        ),
    )


def _step(title: str, text: str, clock: Clock | None) -> StepAhead:
    if clock is not None and clock.status is Status.UNVERIFIED:
        text = f"{text} Tanggal ini pengingat; dasar hitungannya belum dapat diperiksa."
    return StepAhead(title, text, clock.due if clock else None)


def _clock(law: Lawbook, code: str, contest: ContestKind, start: date, zone: Zone) -> Clock | None:
    try:
        return compute_clock(law, code, contest, start, zone=zone)
    except (UnknownClock, ClockUndetermined, OutsideCalendar):
        return None


def _mending(law: Lawbook, contest: ContestKind, on: date, zone: Zone) -> str:
    """How long one has to complete it; nothing where the number is only a memory."""
    clock = _clock(law, MENDING, contest, on, zone)
    if clock is None or clock.status is Status.UNVERIFIED:
        return ""
    unit = {"jam": "jam", "hari_kerja": "hari kerja"}.get(clock.counting, "hari")
    return f" paling lama {clock.number} {unit}"


@dataclass(frozen=True, slots=True)
class Shown:
    """One thing that happened, as the timeline prints it."""

    title: str
    when_text: str
    text: str
    state: str


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def status(request: HttpRequest) -> HttpResponse:
    """Where a laporan stands, for whoever holds its receipt. The code travels in the body only."""
    context: dict[str, object] = {"section": "status"}
    if request.method != "POST":
        return render(request, "public/status.html", context)
    typed = request.POST.get("kode", "")[:_LONGEST_TYPED]
    context["typed"] = typed
    try:
        code = parse(typed)
    except ReceiptMistyped as error:
        return render(request, "public/status.html", {**context, "problem": str(error)})
    shown = status_of(code)
    if shown is None:
        problem = (
            "Kode ini tertulis benar, tetapi tidak ada laporan dengan kode ini. Periksa apakah "
            "Anda menyalinnya dari tanda terima netra di alamat ini."
        )
        return render(request, "public/status.html", {**context, "problem": problem})
    return render(
        request, "public/status_isi.html", _status_context(shown, office_card(shown.office_id))
    )


def _status_context(shown: ShownStatus, office: OfficeCard) -> dict[str, object]:
    now = read_clock()
    today = now.astimezone(office.zone.tzinfo).date()
    law = wired().lawbook()
    last = len(shown.history) - 1
    return {
        "section": "status",
        "shown": shown,
        "office": office,
        "received_text": long_instant(shown.received_at, office.zone),
        "updated_text": long_instant(shown.updated_at, office.zone),
        "clocks": [_drawn(clock, law, today, office.zone) for clock in shown.clocks],
        "entries": [
            _told(one, office.zone, "now" if place == last else "done")
            for place, one in enumerate(shown.history)
        ],
    }


def _drawn(clock: ShownClock, law: Lawbook, today: date, zone: Zone) -> ClockDrawing:
    closed = closed_days(law.calendar, clock.start, max(clock.due, today, clock.start))
    return draw_clock(clock, today=today, closed=closed, zone=zone, done_on=clock.done_on)


def _told(one: Happened, zone: Zone, state: str) -> Shown:
    at: datetime = one.at
    return Shown(one.title, long_instant(at, zone), one.text, state)
