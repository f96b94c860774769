"""What the reporter's receipt shows after a step: human words, running clocks, no names."""

from collections.abc import Sequence
from datetime import datetime

from netra.apps.intake.services import publish_status
from netra.apps.ports import wired
from netra.domain.cases.events import (
    AuthorityDecided,
    ClockShifted,
    Event,
    HandlingExtended,
    NumberDrawn,
)
from netra.domain.cases.law import computed
from netra.domain.cases.state import Case, Series
from netra.domain.cases.wording import outcome_text, public_status
from netra.domain.intake.status import Happened, ShownClock


def publish(before: Case, after: Case, events: Sequence[Event], now: datetime) -> None:
    """Rewrite the status row; inside the transaction of the step."""
    shown = public_status(after)
    publish_status(
        after.id,
        state=shown.state,
        title=shown.title,
        text=shown.text,
        clocks=_clocks(after),
        at=now,
        happened=_happened(before, after, events, now),
    )


def _clocks(case: Case) -> list[ShownClock]:
    law = wired().lawbook()
    return [
        ShownClock.of(clock)
        for one in case.running_clocks
        if (clock := computed(law, case, one)) is not None
    ]


def _answered(case: Case, event: AuthorityDecided) -> str:
    asked = next(one for one in case.forwards if one.number == event.forward)
    return outcome_text(asked.authority, event.outcome)


def _happened(before: Case, after: Case, events: Sequence[Event], now: datetime) -> Happened | None:
    if after.state is not before.state:
        return Happened(now, public_status(after).title)
    for event in events:
        match event:
            case NumberDrawn() if event.drawn.series is Series.LP:
                return Happened(now, f"Laporan dicatat dengan nomor {event.text}")
            case HandlingExtended():
                return Happened(now, "Waktu penanganan ditambah")
            case ClockShifted() if event.due != event.due_before:
                return Happened(now, f"{event.title} bergeser karena kalender berubah")
            case AuthorityDecided():
                return Happened(now, _answered(after, event))
            case _:
                continue
    return None
