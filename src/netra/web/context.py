"""What every template of both doors knows: whether this is a demonstration, and its clock."""

from dataclasses import dataclass
from datetime import UTC, datetime

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from netra.apps.organisations.selectors import demo_shift
from netra.domain.calendar import Zone, long_instant
from netra.web.typography import unbroken


@dataclass(frozen=True, slots=True)
class Shown:
    """The installation as a page shows it; ``now_text`` is empty unless its clock was moved."""

    demo: bool
    now_text: str = ""


def installation(request: HttpRequest) -> dict[str, object]:
    """``installation`` for every template; an own clock is told in the zone of the office.

    Read only when a page prints it: an answer that is no page costs no query.
    """
    return {"installation": SimpleLazyObject(lambda: shown(request))}


def shown(request: HttpRequest) -> Shown:
    """The installation as it is now."""
    shift = demo_shift()
    if not shift:
        return Shown(demo=shift is not None)
    acting = getattr(request, "acting", None)
    zone = acting.zone if acting else Zone.WIB
    return Shown(demo=True, now_text=unbroken(long_instant(datetime.now(UTC) + shift, zone)))
