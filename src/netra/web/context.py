"""What every template of both doors knows: whether this is a demonstration, and its clock."""

from dataclasses import dataclass

from django.http import HttpRequest

from netra.apps.organisations.clock import now
from netra.apps.organisations.models import Installation
from netra.domain.calendar import Zone, long_instant
from netra.web.typography import unbroken


@dataclass(frozen=True, slots=True)
class Shown:
    """The installation as a page shows it; ``now_text`` is empty unless its clock was moved."""

    demo: bool
    now_text: str = ""


def installation(request: HttpRequest) -> dict[str, Shown]:
    """``installation`` for every template; an own clock is told in the zone of the office."""
    row = Installation.objects.filter(demo=True).first()
    if row is None:
        return {"installation": Shown(demo=False)}
    if not row.clock_shift:
        return {"installation": Shown(demo=True)}
    acting = getattr(request, "acting", None)
    zone = acting.zone if acting else Zone.WIB
    return {"installation": Shown(demo=True, now_text=unbroken(long_instant(now(), zone)))}
