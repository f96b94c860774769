"""What every template of both doors knows: whether this is a demonstration, and its clock."""

from dataclasses import dataclass
from datetime import UTC, datetime

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from netra.apps.organisations.models import Installation
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
    return {"installation": SimpleLazyObject(lambda: _shown(request))}


def _shown(request: HttpRequest) -> Shown:
    row = Installation.objects.filter(demo=True).values_list("clock_shift").first()
    if row is None:
        return Shown(demo=False)
    (shift,) = row
    if not shift:
        return Shown(demo=True)
    acting = getattr(request, "acting", None)
    zone = acting.zone if acting else Zone.WIB
    return Shown(demo=True, now_text=unbroken(long_instant(datetime.now(UTC) + shift, zone)))
