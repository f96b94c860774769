"""The administrator's pages: officers, their appointments, their accounts; the offices."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from netra.apps.journal.services import append
from netra.apps.organisations import appointments
from netra.apps.organisations.appointments import NotAllowed
from netra.apps.organisations.models import Office
from netra.domain.access import Action, Role
from netra.web.desk.acting import DeskRequest
from netra.web.desk.doorway import allowed
from netra.web.fields import Choice, DatePartsField, OneOfField

_WORK: dict[Role, str] = {
    Role.RECEIVING_OFFICER: "Menerima laporan, memeriksa kelengkapan, meregister.",
    Role.EXAMINER: "Klarifikasi, kajian, dan mengusulkan kesimpulan.",
    Role.COMMISSIONER: "Memutus dalam pleno dan meneruskan ke instansi.",
    Role.ADMINISTRATOR: "Mengatur petugas kantor; tidak melihat isi berkas.",
    Role.AGENCY_OFFICER: "Melihat terusan kepada instansi ini dan mencatat tindak lanjutnya.",
}


class AppointForm(forms.Form):
    """An officer and a role in the administrator's own office."""

    name = forms.CharField(
        label="Nama lengkap",
        max_length=200,
        error_messages={"required": "Nama lengkap belum diisi."},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    email = forms.EmailField(
        label="Surel dinas",
        help_text="Dipakai untuk masuk. Jika orang ini sudah punya akun, akun itu yang dipakai.",
        max_length=254,
        error_messages={
            "required": "Surel dinas belum diisi.",
            "invalid": "Tulis surel yang lengkap, misalnya nama@contoh.go.id.",
        },
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )

    def __init__(self, office: Office, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"] = OneOfField(
            label="Peran",
            choices=[
                Choice(role.value, role.label.capitalize(), _WORK[role])
                for role in appointments.roles_for(office)
            ],
        )
        self.fields["valid_from"] = DatePartsField(
            label="Mulai bertugas", named="Tanggal mulai bertugas"
        )


@allowed(Action.MANAGE_OFFICE)
def people(request: DeskRequest) -> HttpResponse:
    return render(request, "desk/people.html", {"people": appointments.people(request.acting)})


@require_http_methods(["GET", "POST"])
@allowed(Action.MANAGE_OFFICE)
def appoint(request: DeskRequest) -> HttpResponse:
    by = request.acting
    today = by.office.today(by.now)
    form = AppointForm(by.office, request.POST or None, initial={"valid_from": today})
    if request.method == "POST" and form.is_valid():
        try:
            user, password = appointments.appoint(
                by,
                email=form.cleaned_data["email"],
                name=form.cleaned_data["name"],
                role=Role(form.cleaned_data["role"]),
                valid_from=form.cleaned_data["valid_from"],
                record=append,
            )
        except NotAllowed as refused:
            form.add_error(None, f"{refused.reason} {refused.instead}")
        else:
            if password is not None:
                # Shown in the answer itself: a redirect would have to keep it somewhere.
                return _password_page(request, user.pk, user.name, user.email, password)
            messages.success(request, f"{user.name} sekarang bertugas di {by.office.name}.")
            return redirect("desk:person", user_id=user.pk)
    return render(request, "desk/appoint.html", {"form": form, "today": today})


@allowed(Action.MANAGE_OFFICE)
def person(request: DeskRequest, user_id: int) -> HttpResponse:
    found = appointments.person(request.acting, user_id)
    if found is None:
        raise Http404
    return render(request, "desk/person.html", {"person": found})


@require_POST
@allowed(Action.MANAGE_OFFICE)
def end_membership(request: DeskRequest, user_id: int, membership_id: int) -> HttpResponse:
    return _act(
        request,
        user_id,
        lambda: appointments.end(request.acting, membership_id, record=append),
        "Penugasan diakhiri.",
    )


@require_POST
@allowed(Action.MANAGE_OFFICE)
def set_active(request: DeskRequest, user_id: int) -> HttpResponse:
    active = request.POST.get("active") == "1"
    return _act(
        request,
        user_id,
        lambda: appointments.set_active(request.acting, user_id, active=active, record=append),
        "Akun dibuka kembali." if active else "Akun ditutup; semua sesinya berakhir.",
    )


@require_POST
@allowed(Action.MANAGE_OFFICE)
def reset_password(request: DeskRequest, user_id: int) -> HttpResponse:
    found = appointments.person(request.acting, user_id)
    if found is None:
        raise Http404
    try:
        password = appointments.reset_password(request.acting, user_id, record=append)
    except NotAllowed as refused:
        messages.error(request, f"{refused.reason} {refused.instead}")
        return redirect("desk:person", user_id=user_id)
    return _password_page(request, user_id, found.user.name, found.user.email, password)


@allowed(Action.MANAGE_OFFICE)
def offices(request: DeskRequest) -> HttpResponse:
    rows = Office.objects.order_by("kind", "region_code", "name")
    return render(request, "desk/offices.html", {"offices": rows})


def _act(request: DeskRequest, user_id: int, act: Callable[[], None], done: str) -> HttpResponse:
    if appointments.person(request.acting, user_id) is None:
        raise Http404
    try:
        act()
    except NotAllowed as refused:
        messages.error(request, f"{refused.reason} {refused.instead}")
    else:
        messages.success(request, done)
    return redirect("desk:person", user_id=user_id)


def _password_page(
    request: DeskRequest, user_id: int, name: str, email: str, password: str
) -> HttpResponse:
    context = {"user_id": user_id, "name": name, "email": email, "password": password}
    return render(request, "desk/initial_password.html", context)
