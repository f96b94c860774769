"""What changes once in years and is asked for with every request, remembered for a few seconds.

Inside a transaction nothing is remembered and nothing is taken from memory: who writes there, or
reads what was just written, sees the database. A change made by this process is seen at once; one
made by another process after ``SECONDS`` at the latest.
"""

import time
from collections.abc import Callable
from typing import Any, Generic, TypeVar

from django.db import connection
from django.db.models.signals import post_delete, post_migrate, post_save
from django.dispatch import receiver

from netra.apps.organisations.models import Contest, Installation, Office

SECONDS = 5.0
_Value = TypeVar("_Value")
_all: list["Remembered[Any]"] = []


class Remembered(Generic[_Value]):
    """A value and when it was read; ``worth`` says which values may be remembered at all."""

    def __init__(
        self, read: Callable[[], _Value], *, worth: Callable[[_Value], bool] = lambda _: True
    ) -> None:
        self._read, self._worth = read, worth
        self._kept: tuple[_Value, float] | None = None
        _all.append(self)

    def __call__(self) -> _Value:
        kept = self._kept
        if connection.in_atomic_block:
            return self._read()
        if kept is not None and time.monotonic() < kept[1]:
            return kept[0]
        value = self._read()
        self._kept = (value, time.monotonic() + SECONDS) if self._worth(value) else None
        return value

    def forget(self) -> None:
        self._kept = None


@receiver([post_save, post_delete], sender=Office)
@receiver([post_save, post_delete], sender=Contest)
@receiver([post_save, post_delete], sender=Installation)
@receiver(post_migrate)
def forget_all(**_: object) -> None:
    """Something changed here: read everything again."""
    for one in _all:
        one.forget()
