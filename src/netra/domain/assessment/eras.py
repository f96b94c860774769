"""Eras: spans of days in which every act, ground and doubt of the lawbook stays the same.

Two acts on different days of one era meet the same norms, so the legal part of an answer is worked
out once per era and kept.
"""

from bisect import bisect_right
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from netra.domain.lawbook.book import Lawbook
from netra.domain.lawbook.values import Period


def era_of(law: Lawbook, day: date) -> date:
    """The first day of the era that ``day`` lies in; it stands for every day of that era."""
    begins = _beginnings(law)
    return begins[bisect_right(begins, day) - 1]


@lru_cache(maxsize=8)
def _beginnings(law: Lawbook) -> tuple[date, ...]:
    days = {date.min}
    for period in _periods(law):
        if period.valid_from is not None:
            days.add(period.valid_from)
        if period.valid_until is not None:
            days.add(period.valid_until + timedelta(days=1))
    return tuple(sorted(days))


def _periods(law: Lawbook) -> Iterator[Period]:
    for act in law.acts.values():
        yield act.period
        yield from (ground.period for ground in act.grounds)
        yield from (doubt.period for doubt in act.doubts)
    for deed in law.deeds.values():
        yield from (doubt.period for doubt in deed.doubts)
        yield from (doubt.period for row in deed.maps for doubt in row.doubts)
