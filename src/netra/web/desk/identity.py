"""Opening the reporter's sealed identity: asked for a reason, journalled, never stored."""

import json
from collections.abc import Mapping
from typing import NamedTuple
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from netra.apps.cases.services import open_identity
from netra.domain.access import Action
from netra.domain.cases.outcome import Refused
from netra.domain.ports import SealBroken
from netra.web.desk.acting import DeskRequest
from netra.web.desk.case import page_or_404
from netra.web.desk.doorway import allowed

LONGEST = 2_000
SHORTEST = 10


class ReasonForm(forms.Form):
    """Why the identity is needed now."""

    reason = forms.CharField(
        label="Untuk keperluan apa",
        help_text="Misalnya: memanggil pelapor untuk klarifikasi 9 Oktober 2024.",
        min_length=SHORTEST,
        max_length=LONGEST,
        error_messages={
            "required": "Tulis untuk keperluan apa identitas dibuka.",
            "min_length": "Tulis alasannya dengan lebih jelas.",
            "max_length": f"Terlalu panjang: paling banyak {LONGEST} huruf.",
        },
        widget=forms.Textarea(attrs={"rows": "3"}),
    )


class SummaryRow(NamedTuple):
    """As ``parts/summary_list.html`` prints it."""

    key: str
    value: str
    href: str = ""
    action: str = ""


_LABELS: Mapping[str, str] = {
    "name": "Nama",
    "birth_place": "Tempat lahir",
    "birth_date": "Tanggal lahir",
    "gender": "Jenis kelamin",
    "occupation": "Pekerjaan",
    "nationality": "Kewarganegaraan",
    "address": "Alamat",
    "phone": "Telepon",
    "email": "Surel",
}


@require_http_methods(["GET", "POST"])
@allowed(Action.OPEN_IDENTITY, hidden=True)
def identity(request: DeskRequest, case_id: UUID) -> HttpResponse:
    page = page_or_404(request, case_id)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    context: dict[str, object] = {
        "case": page.case,
        "form": form,
        "now": request.acting.now,
        "zone": page.case.office.zone.value,
    }
    if form.is_bound and form.is_valid():
        try:
            opened = open_identity(
                case_id,
                by=request.acting.actor,
                reason=form.cleaned_data["reason"],
                now=request.acting.now,
            )
        except SealBroken:
            context["broken"] = True
        else:
            if isinstance(opened, Refused):
                form.add_error(None, f"{opened.ground} {opened.instead}".strip())
            else:
                context |= _people(opened)
    return render(request, "desk/identity.html", context)


def _people(text: str) -> dict[str, object]:
    """The reporter and the witnesses of the sealed text."""
    kept = json.loads(text)
    return {
        "opened": True,
        "reporter": _rows(kept.get("reporter") or {}),
        "witnesses": [_rows(one) for one in kept.get("witnesses") or ()],
    }


def _rows(person: Mapping[str, object]) -> list[SummaryRow]:
    return [
        SummaryRow(_LABELS.get(name, name), str(value))
        for name, value in person.items()
        if value not in {None, ""}
    ]
