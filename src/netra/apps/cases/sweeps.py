"""Work that nobody clicks: opening what came in, lapses, and clocks that a decree moved.

Each sweep looks for rows that say work is to be done, does each in a transaction of its own, and may
be run at any time by any number of workers. What fails is logged and tried again by the next sweep.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

import structlog
from django.db import DatabaseError

from netra.apps.cases.models import Case as CaseRow
from netra.apps.cases.models import CaseClock
from netra.apps.cases.services import open_case, perform
from netra.apps.intake.selectors import unopened
from netra.apps.ports import wired
from netra.domain.access import SYSTEM
from netra.domain.cases.commands import LapseClock, RecomputeClocks
from netra.domain.cases.law import calendar_mark
from netra.domain.cases.outcome import Refused

_FARTHEST_ZONE = timedelta(hours=9)
"""WIT is the first zone in which a day ends."""
_BROKEN = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    DatabaseError,
    LookupError,
    TypeError,
    ValueError,
)
"""What one broken case may raise without keeping the others waiting."""
_LOOK_AHEAD = 10
"""How many times ``limit`` is looked at, so that broken ones in front hide nobody behind them."""


@dataclass(frozen=True, slots=True)
class Swept:
    """How much was done, and for which cases it failed."""

    done: int
    failed: tuple[UUID, ...] = ()


def open_received(now: datetime, limit: int = 100) -> Swept:
    """Open a case for every submission that has none."""
    waiting = unopened(limit * _LOOK_AHEAD)
    return _each(waiting, lambda case_id: open_case(case_id, now) is not None, limit)


def sweep_clocks(now: datetime, limit: int = 1000) -> Swept:
    """Recount where the calendar changed, then let clocks lapse whose last moment has passed."""
    shifted, lapsed = recount_clocks(now, limit), lapse_clocks(now, limit)
    return Swept(lapsed.done + shifted.done, lapsed.failed + shifted.failed)


def lapse_clocks(now: datetime, limit: int = 1000) -> Swept:
    """Only clocks whose rule is certain enough to end something.

    A clock that a new decree or lawbook may have moved waits until it is recounted: a lapse cannot
    be taken back.
    """
    mark = calendar_mark(wired().lawbook())
    candidates = list(
        CaseClock.objects.filter(
            outcome="",
            lapses=True,
            due__lte=(now + _FARTHEST_ZONE).date(),
            case__counted_with=mark,
        )
        .order_by("due", "pk")
        .values_list("case_id", "code")[:limit]
    )
    codes: dict[UUID, list[str]] = {}
    for case_id, code in candidates:
        codes.setdefault(case_id, []).append(code)

    def lapse(case_id: UUID) -> bool:
        results = [
            perform(case_id, LapseClock(clock=code), by=SYSTEM, now=now) for code in codes[case_id]
        ]
        return any(not isinstance(one, Refused) for one in results)

    return _each(codes, lapse)


def recount_clocks(now: datetime, limit: int = 1000) -> Swept:
    """Recount running clocks that were last counted with another calendar or lawbook."""
    mark = calendar_mark(wired().lawbook())
    behind = list(
        CaseRow.objects.exclude(next_clock="")
        .exclude(counted_with=mark)
        .values_list("pk", flat=True)[:limit]
    )

    def recount(case_id: UUID) -> bool:
        result = perform(case_id, RecomputeClocks(), by=SYSTEM, now=now)
        CaseRow.objects.filter(pk=case_id).update(counted_with=mark)
        return not isinstance(result, Refused)

    return _each(behind, recount)


def _each(case_ids: Iterable[UUID], act: Callable[[UUID], bool], limit: int | None = None) -> Swept:
    done, failed = 0, []
    for case_id in case_ids:
        if done == limit:
            break
        try:
            done += act(case_id)
        except _BROKEN as error:
            # The message may quote a row; the kind of error never does.
            structlog.get_logger().error(
                "case_sweep_failed", case=case_id.hex, error=type(error).__name__
            )
            failed.append(case_id)
    return Swept(done, tuple(failed))
