"""The parts that ``netra.config`` wired into this running program."""

from django.conf import settings

from netra.domain.ports import Wiring


def wired() -> Wiring:
    wiring: Wiring = settings.NETRA
    return wiring
