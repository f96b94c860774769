"""In which office an officer acts: chosen once, kept in the session, shown on every page."""

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse

from netra.apps.accounts.models import User
from netra.apps.organisations.clock import is_demonstration, now
from netra.apps.organisations.serving import Serving, serving
from netra.domain.access import Action
from netra.domain.calendar import MONTHS, WEEKDAYS
from netra.web.typography import unbroken

CHOSEN = "office"
"""Where the session keeps the code of the chosen office."""


class DeskRequest(HttpRequest):
    """A request of the desk after its middleware; ``acting`` is None before a login."""

    user: User
    acting: Serving
    places: tuple[Serving, ...]


class ActingMembership:
    """Finds the office of the request; reads the clock, once."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        places: tuple[Serving, ...] = ()
        if isinstance(request.user, User):
            places = serving(request.user, now())
        chosen = request.session.get(CHOSEN)
        acting = next((place for place in places if place.office.code == chosen), None)
        vars(request)["places"] = places
        vars(request)["acting"] = acting or (places[0] if places else None)
        return self._get_response(request)


@dataclass(frozen=True, slots=True)
class Entry:
    """A link of the desk's menu."""

    name: str
    url_name: str


_MENU = (
    (Action.VIEW_CASES, Entry("Kotak masuk", "desk:inbox")),
    (Action.VIEW_FORWARDED, Entry("Terusan", "desk:forwarded")),
    (Action.MANAGE_OFFICE, Entry("Petugas", "desk:people")),
    (Action.MANAGE_OFFICE, Entry("Kantor", "desk:offices")),
    (Action.MOVE_DEMO_CLOCK, Entry("Jam contoh", "desk:demo_clock")),
)


def menu(acting: Serving) -> tuple[Entry, ...]:
    """What the roles allow, and what exists in this installation."""
    return tuple(
        entry
        for action, entry in _MENU
        if acting.may(action) and (action is not Action.MOVE_DEMO_CLOCK or is_demonstration())
    )


def office_time(acting: Serving) -> str:
    """``Sen 7 Okt, 09.01 WITA``: what the clock on the office's wall shows."""
    local = acting.now.astimezone(acting.zone.tzinfo)
    weekday, month = WEEKDAYS[local.weekday()][:3], MONTHS[local.month - 1][:3]
    return unbroken(f"{weekday} {local.day} {month}, {local:%H.%M} {acting.zone}")


def desk(request: HttpRequest) -> dict[str, object]:
    """For every template: the office one acts in, its own time, the other offices, the menu."""
    acting: Serving | None = getattr(request, "acting", None)
    if acting is None:
        return {"acting": None}
    return {
        "acting": acting,
        "acting_zone": acting.zone,
        "acting_time": office_time(acting),
        "acting_roles": ", ".join(role.label for role in acting.roles),
        "places": getattr(request, "places", ()),
        "desk_menu": menu(acting),
        "section": request.resolver_match.view_name if request.resolver_match else "",
    }
