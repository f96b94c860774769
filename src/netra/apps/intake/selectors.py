"""Reading what came in: by receipt for the person outside, by what is still to do for the sweep."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from netra.apps.intake.models import StatusRow, Submission
from netra.apps.ports import wired
from netra.domain.intake.receipt import ReceiptCode, receipt_hash
from netra.domain.intake.status import Happened, ShownClock


@dataclass(frozen=True, slots=True)
class ShownStatus:
    """What a receipt shows, and nothing of what was reported."""

    state: str
    title: str
    text: str
    clocks: tuple[ShownClock, ...]
    history: tuple[Happened, ...]
    office_id: int
    received_at: datetime
    updated_at: datetime


def status_of(code: ReceiptCode) -> ShownStatus | None:
    """Where the laporan of a receipt stands; ``None``: no such receipt."""
    row = (
        StatusRow.objects.select_related("submission")
        .filter(submission__receipt_hash=receipt_hash(wired().receipt_key, code))
        .first()
    )
    if row is None:
        return None
    return ShownStatus(
        row.state,
        row.title,
        row.text,
        tuple(ShownClock.from_json(one) for one in row.clocks),
        tuple(Happened.from_json(one) for one in row.history),
        row.submission.office_id,
        row.submission.received_at,
        row.updated_at,
    )


def unopened(limit: int = 100) -> list[uuid.UUID]:
    """Submissions whose case was not opened yet, oldest first: the sweep's work."""
    waiting = Submission.objects.filter(opened_at__isnull=True).order_by("received_at")
    return list(waiting.values_list("pk", flat=True)[:limit])
