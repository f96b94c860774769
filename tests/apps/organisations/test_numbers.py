"""Numbers are drawn one after the other, whoever asks at once; the clock moves in a demo only."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connections, transaction

from netra.apps.organisations import clock
from netra.apps.organisations.models import Installation, Office, Sequence
from netra.apps.organisations.services import NotADemonstration, draw_number, move_clock
from netra.domain.journal.entry import Draft

OFFICERS, EACH = 8, 10


@pytest.fixture
def make_office() -> Callable[[str], Office]:
    def make(code: str) -> Office:
        return Office.objects.create(
            code=code,
            name=f"Bawaslu {code}",
            kind=Office.Kind.BAWASLU,
            level=Office.Level.KOTA,
            region_code="64.71",
        )

    return make


@pytest.mark.django_db
def test_every_office_year_and_series_counts_from_one(
    make_office: Callable[[str], Office],
) -> None:
    one, other = make_office("satu"), make_office("dua")
    with transaction.atomic():
        assert [draw_number(one, 2024, "LP") for _ in range(3)] == [1, 2, 3]
        assert draw_number(one, 2024, "Reg") == 1
        assert draw_number(one, 2025, "LP") == 1
        assert draw_number(other, 2024, "LP") == 1


@pytest.mark.django_db(transaction=True)
def test_a_number_is_not_drawn_outside_a_transaction(
    make_office: Callable[[str], Office],
) -> None:
    with pytest.raises(transaction.TransactionManagementError):
        draw_number(make_office("satu"), 2024, "LP")


@pytest.mark.django_db(transaction=True)
def test_many_officers_at_once_draw_without_gap_though_some_turn_back(
    make_office: Callable[[str], Office],
) -> None:
    office = make_office("satu")

    def work(officer: int) -> list[int]:
        drawn = []
        try:
            for turn in range(EACH):
                with transaction.atomic():
                    number = draw_number(office, 2024, "LP")
                    if (officer + turn) % 3 == 0:
                        transaction.set_rollback(True)
                        continue
                drawn.append(number)
        finally:
            connections.close_all()
        return drawn

    with ThreadPoolExecutor(OFFICERS) as pool:
        drawn = sorted(number for numbers in pool.map(work, range(OFFICERS)) for number in numbers)
    assert drawn == list(range(1, len(drawn) + 1))
    assert Sequence.objects.get().last == len(drawn)


@pytest.mark.django_db
def test_the_clock_of_a_demonstration_moves_and_says_so() -> None:
    Installation.objects.create(demo=True)
    real = datetime.now(UTC)
    to = real + timedelta(days=3)
    told: list[Draft] = []
    move_clock(to=to, now=real, real=real, by="officer:1", record=told.append)
    assert abs(clock.now() - to) < timedelta(minutes=1)
    assert [(one.kind, one.actor) for one in told] == [("clock_moved", "officer:1")]


@pytest.mark.django_db
@pytest.mark.parametrize("rows", [0, 1])
def test_a_real_installation_keeps_the_real_time(rows: int) -> None:
    for _ in range(rows):
        Installation.objects.create(demo=False)
    real = datetime.now(UTC)
    told: list[Draft] = []
    with pytest.raises(NotADemonstration):
        move_clock(
            to=real + timedelta(days=3), now=real, real=real, by="officer:1", record=told.append
        )
    assert told == []
    assert abs(clock.now() - datetime.now(UTC)) < timedelta(minutes=1)
