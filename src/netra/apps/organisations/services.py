"""Drawing numbers, and moving the clock of a demonstration."""

from collections.abc import Callable
from datetime import datetime

from django.db import transaction

from netra.apps.organisations.models import Installation, Office, Sequence
from netra.domain.journal.entry import Draft

CLOCK_STREAM = "installation"


class NotADemonstration(Exception):
    """A real installation's clock is nobody's to move."""


def draw_number(office: Office, year: int, series: str) -> int:
    """The next number of an office's series in a year, from 1, without a gap.

    Call inside the transaction that uses it: rolled back, the number is drawn again by the next
    one. Two who draw at once wait for each other.
    """
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError("nomor diambil di luar transaksi")
    Sequence.objects.get_or_create(office=office, year=year, series=series)
    row = Sequence.objects.select_for_update().get(office=office, year=year, series=series)
    row.last += 1
    row.save(update_fields=["last"])
    return row.last


@transaction.atomic
def move_clock(
    *, to: datetime, now: datetime, real: datetime, by: str, record: Callable[[Draft], object]
) -> None:
    """Let this demonstration believe that it is ``to``; journalled through ``record``.

    ``now`` is the instant as shown until now, ``real`` the true one; all aware.
    ``NotADemonstration`` anywhere else.
    """
    moved = Installation.objects.select_for_update().filter(demo=True).first()
    if moved is None:
        raise NotADemonstration("Jam hanya dapat dipindah pada instalasi contoh.")
    moved.clock_shift = to - real
    moved.save(update_fields=["clock_shift"])
    record(
        Draft(
            stream=CLOCK_STREAM,
            kind="clock_moved",
            at=real,
            actor=by,
            body={"from": now.isoformat(), "to": to.isoformat()},
        )
    )
