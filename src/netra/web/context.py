"""What every page of both doors is told: whether this is a demonstration, and its moved clock."""

from datetime import UTC, datetime

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from netra.apps.organisations.models import Installation
from netra.domain.calendar import Zone, long_instant


def installation(request: HttpRequest) -> dict[str, object]:
    """``installation`` with ``demo`` and ``now_text``; read only where a page asks for it."""
    del request
    return {"installation": SimpleLazyObject(_shown)}


def _shown() -> dict[str, object]:
    row = Installation.objects.filter(demo=True).values_list("clock_shift").first()
    if row is None:
        return {"demo": False, "now_text": ""}
    (shift,) = row
    now_text = long_instant(datetime.now(UTC) + shift, Zone.WIB) if shift else ""
    return {"demo": True, "now_text": now_text}
