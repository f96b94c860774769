"""The clock. Doors and tasks read it once and pass ``now`` on; nothing else reads it."""

from datetime import UTC, datetime

from netra.apps.organisations.models import Installation


def now() -> datetime:
    """The instant, aware and in UTC; moved where this is a demonstration whose clock was moved."""
    installation = Installation.objects.filter(demo=True).values_list("clock_shift").first()
    real = datetime.now(UTC)
    return real + installation[0] if installation else real
