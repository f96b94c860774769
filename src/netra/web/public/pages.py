"""The pages around the wizard: home, who is behind it, what is kept, and what went wrong."""

from http import HTTPStatus

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.views.decorators.http import require_safe

from netra.apps.ports import wired
from netra.web.public.larangan import card

_MOST_REPORTED = (
    "social_post_support",
    "attend_campaign",
    "photo_with_candidate",
    "approach_party",
    "banner_self_promotion",
    "decision_favouring",
)


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Three doors, and below them what is forbidden and who handles what."""
    deeds = wired().lawbook().deeds
    cards = [card(deeds[code]) for code in _MOST_REPORTED if code in deeds]
    return render(request, "public/home.html", {"deeds": cards})


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """Who handles what, and what can go wrong, in plain words."""
    return render(request, "public/tentang.html", {})


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """What is kept, and what never is."""
    return render(request, "public/privasi.html", {})


@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """Whether this door answers and reaches its database."""
    del request
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok\n", content_type="text/plain")


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Search engines may read what is public; forms are not theirs."""
    del request
    lines = "User-agent: *\nDisallow: /lapor/\nDisallow: /status/\nDisallow: /api/\n"
    return HttpResponse(lines, content_type="text/plain")


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    """Where browsers ask without having read the page."""
    del request
    return redirect(static("netra/favicon.svg"))


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """A request nobody could read; one that is too big says so, and how to get through."""
    too_big = isinstance(exception, (RequestDataTooBig, TooManyFieldsSent))
    status = HTTPStatus.REQUEST_ENTITY_TOO_LARGE if too_big else HTTPStatus.BAD_REQUEST
    return render(request, "public/400.html", {"too_big": too_big}, status=status)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    del exception
    return render(request, "public/404.html", {}, status=HTTPStatus.NOT_FOUND)


def forbidden(request: HttpRequest, reason: str = "", exception: object = None) -> HttpResponse:
    """Also the answer to a form that did not come from us, or came without our cookie."""
    del reason, exception
    return render(request, "public/403.html", {}, status=HTTPStatus.FORBIDDEN)


def broken(request: HttpRequest) -> HttpResponse:
    return render(request, "public/500.html", {}, status=HTTPStatus.INTERNAL_SERVER_ERROR)
