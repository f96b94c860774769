"""The administrator's own office: the code its numbers print, the address its papers print."""

from django import forms
from django.contrib import messages
from django.core.validators import RegexValidator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from netra.apps.journal.services import append
from netra.apps.organisations import details
from netra.domain.access import Action
from netra.web.desk.acting import DeskRequest
from netra.web.desk.doorway import allowed


class OfficeForm(forms.Form):
    """What may be changed; the rest belongs to the installation."""

    bawaslu_code = forms.CharField(
        label="Kode Bawaslu",
        help_text=(
            "Kode wilayah Bawaslu sendiri, bukan kode Kemendagri; dicetak dalam nomor laporan, "
            "misalnya 08.05. Nomor yang sudah diambil tidak berubah."
        ),
        max_length=16,
        validators=[
            RegexValidator(
                r"^[0-9]{2}(\.[0-9]{2})+$",
                "Tulis angka dua-dua yang dipisah titik, misalnya 08.05.",
            )
        ],
        error_messages={"required": "Kode Bawaslu belum diisi."},
    )
    address = forms.CharField(
        label="Alamat kantor", max_length=500, required=False, widget=forms.Textarea
    )


@require_http_methods(["GET", "POST"])
@allowed(Action.MANAGE_OFFICE)
def own_office(request: DeskRequest) -> HttpResponse:
    by = request.acting
    now = {"bawaslu_code": by.office.bawaslu_code, "address": by.office.address}
    form = OfficeForm(request.POST or None, initial=now)
    if request.method == "POST" and form.is_valid():
        if details.change(by, **form.cleaned_data, record=append):
            messages.success(request, "Data kantor disimpan.")
        else:
            messages.info(request, "Tidak ada yang berubah.")
        return redirect("desk:offices")
    return render(request, "desk/own_office.html", {"form": form})
