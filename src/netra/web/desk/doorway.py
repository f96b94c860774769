"""In front of every page: who is asking, in which office, and whether the table allows it."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, cast

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase

from netra.domain.access import Action
from netra.web.desk.acting import DeskRequest
from netra.web.desk.refusals import FORBIDDEN, problem

P = ParamSpec("P")
Page = Callable[Concatenate[DeskRequest, P], HttpResponse]
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]


def logged_in(page: Page[P]) -> View[P]:
    """Any officer who serves somewhere today."""

    @wraps(page)
    def view(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        if vars(request)["acting"] is None:
            return problem(
                request,
                title="Anda belum bertugas di kantor mana pun",
                text="Akun Anda aktif, tetapi hari ini tidak ada penugasan yang berlaku.",
                instead="Minta pengelola kantor Anda memeriksa tanggal penugasan Anda.",
                status=FORBIDDEN,
            )
        return page(cast("DeskRequest", request), *args, **kwargs)

    return view


def allowed(action: Action, *, hidden: bool = False) -> Callable[[Page[P]], View[P]]:
    """Only who may do ``action`` in the office they act in.

    ``hidden``: for everybody else the page does not exist, as for a case of another office.
    """

    def decorate(page: Page[P]) -> View[P]:
        @wraps(page)
        def checked(request: DeskRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            if request.acting.may(action):
                return page(request, *args, **kwargs)
            if hidden:
                raise Http404
            return problem(
                request,
                title="Halaman ini bukan untuk peran Anda",
                text="Di kantor yang Anda pilih, peran Anda tidak mencakup halaman ini.",
                instead="Jika Anda bertugas di kantor lain, ganti kantor di bagian atas halaman.",
                status=FORBIDDEN,
            )

        return logged_in(checked)

    return decorate
