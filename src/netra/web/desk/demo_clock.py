"""Moving the clock of a demonstration; a real installation refuses."""

from datetime import UTC, datetime

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from netra.apps.journal.services import append
from netra.apps.organisations.clock import is_demonstration
from netra.apps.organisations.services import NotADemonstration, move_clock
from netra.domain.access import Action
from netra.web.desk.acting import DeskRequest
from netra.web.desk.doorway import allowed
from netra.web.fields import DatePartsField

_YEARS = range(2015, 2041)
"""Wide enough for every law the lawbook holds; a slip of the pen is caught."""


class DemoClockForm(forms.Form):
    """A day and an hour of the acting office."""

    day = DatePartsField(label="Tanggal", named="Tanggal")
    at = forms.TimeField(
        label="Pukul",
        help_text="Jam kantor Anda, misalnya 14:30.",
        input_formats=["%H:%M", "%H.%M"],
        error_messages={
            "required": "Jam belum diisi.",
            "invalid": "Tulis jam seperti 14:30.",
        },
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )

    def clean_day(self) -> object:
        day = self.cleaned_data["day"]
        if day.year not in _YEARS:
            raise forms.ValidationError(
                f"Pilih tahun {_YEARS.start} sampai {_YEARS.stop - 1}.", code="far"
            )
        return day


@require_http_methods(["GET", "POST"])
@allowed(Action.MOVE_DEMO_CLOCK)
def demo_clock(request: DeskRequest) -> HttpResponse:
    if not is_demonstration():
        raise Http404
    by = request.acting
    local = by.now.astimezone(by.zone.tzinfo)
    form = DemoClockForm(
        request.POST if request.method == "POST" and "real" not in request.POST else None,
        initial={"day": local.date(), "at": f"{local:%H:%M}"},
    )
    real = datetime.now(UTC)
    to: datetime | None = None
    if request.method == "POST" and "real" in request.POST:
        to = real
    elif form.is_bound and form.is_valid():
        to = datetime.combine(
            form.cleaned_data["day"], form.cleaned_data["at"], tzinfo=by.zone.tzinfo
        )
    if to is None:
        return render(request, "desk/demo_clock.html", {"form": form})
    try:
        move_clock(to=to, now=by.now, real=real, by=by.actor.name, record=append)
    except NotADemonstration as refused:
        raise Http404(str(refused)) from refused
    messages.success(request, "Jam contoh dipindahkan.")
    return redirect("desk:demo_clock")
