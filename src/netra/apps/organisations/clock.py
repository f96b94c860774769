"""The clock. Doors and tasks read it once and pass ``now`` on; nothing else reads it."""

from datetime import UTC, datetime

from netra.apps.organisations.models import Installation
from netra.apps.organisations.selectors import demo_shift


def now() -> datetime:
    """The instant, aware and in UTC; moved where this is a demonstration whose clock was moved."""
    shift = demo_shift()
    real = datetime.now(UTC)
    return real + shift if shift else real


def is_demonstration() -> bool:
    """Whether everybody and everything here is fictional, so that the clock may be moved."""
    return Installation.objects.filter(demo=True).exists()
