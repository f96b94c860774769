"""A desk with one fresh report, as every test of the domain begins."""

from datetime import date

import pytest
from tests.factories.cases import PEMILU, Desk, received, wita

from netra.domain.lawbook.book import Lawbook


@pytest.fixture
def desk() -> Desk:
    """A Pilkada report of a known person, received Monday 7 October 2024 at 10.00 WITA."""
    return Desk(now=wita("2024-10-07 10:00"))


@pytest.fixture
def pemilu_desk() -> Desk:
    """A Pemilu report, received Tuesday 9 January 2024 at 10.00 WITA."""
    return Desk(now=wita("2024-01-09 10:00"), contest=PEMILU)


@pytest.fixture
def anonymous_desk() -> Desk:
    """The same Pilkada event, told by somebody who gave no name."""
    return Desk(now=wita("2024-10-07 10:00"), report=received(anonymous=True))


@pytest.fixture
def late_desk() -> Desk:
    """Known on 20 September, reported on 7 October: late under every counting."""
    report = received(act_date=date(2024, 9, 20), known_date=date(2024, 9, 20))
    return Desk(now=wita("2024-10-07 10:00"), report=report)


@pytest.fixture
def outside_desk() -> Desk:
    """An event that belongs to no contest."""
    return Desk(now=wita("2024-10-07 10:00"), contest=None, report=received(contest=None))


@pytest.fixture
def law(desk: Desk) -> Lawbook:
    return desk.law
