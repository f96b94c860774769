"""A login at the desk ends twelve hours after it began, and no page of it is kept by a browser."""

import time
from collections.abc import Callable

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

BEGAN = "began"
"""Where the session keeps the second at which it began."""

GetResponse = Callable[[HttpRequest], HttpResponse]


class NothingIsStored:
    """Every answer of the desk: not in a cache, not on a shared disk."""

    def __init__(self, get_response: GetResponse) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self._get_response(request)
        response.headers["Cache-Control"] = "no-store"
        return response


class EndsAfterTwelveHours:
    """The end is absolute: working on does not move it. Real time, not a demo's clock."""

    def __init__(self, get_response: GetResponse) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            now = int(time.time())
            began = request.session.setdefault(BEGAN, now)
            if not 0 <= now - began < settings.SESSION_COOKIE_AGE:
                logout(request)
                messages.info(request, "Sesi Anda berakhir setelah 12 jam. Silakan masuk lagi.")
                return redirect(settings.LOGIN_URL)
        return self._get_response(request)
