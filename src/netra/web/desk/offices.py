"""Choosing the office one acts in, and the front page that follows from it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from netra.web.desk.acting import CHOSEN, DeskRequest, menu
from netra.web.desk.doorway import logged_in


@logged_in
def front(request: DeskRequest) -> HttpResponse:
    """The first page that the officer's roles allow."""
    entries = menu(request.acting)
    return redirect(entries[0].url_name if entries else "mfa_index")


@require_POST
@logged_in
def choose(request: DeskRequest) -> HttpResponse:
    code = request.POST.get("office", "")
    place = next((one for one in request.places if one.office.code == code), None)
    if place is None:
        messages.error(request, "Anda tidak bertugas di kantor itu.")
    else:
        request.session[CHOSEN] = code
        messages.success(request, f"Anda sekarang bekerja untuk {place.office.name}.")
    return redirect("desk:front")
