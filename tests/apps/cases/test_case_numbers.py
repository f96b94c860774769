"""Many officers at once: every number drawn once, none skipped, read back from the database."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from uuid import UUID

import pytest
from django.db import connections

from netra.apps.cases.models import DrawnNumber
from netra.apps.cases.replay import replay
from netra.apps.cases.services import perform
from netra.apps.journal import services as journal
from netra.apps.journal.models import Entry
from netra.apps.organisations.models import Sequence
from netra.domain.access import Actor
from netra.domain.cases.commands import RecordKajianAwal, RecordNumber, Register
from netra.domain.cases.outcome import Refused
from netra.domain.cases.state import Case

pytestmark = pytest.mark.django_db(transaction=True)
OFFICERS = 6


def test_many_officers_number_and_register_many_cases_without_a_gap(
    opened: Callable[..., Case], staff: Actor, now: datetime
) -> None:
    cases = [opened().id for _ in range(18)]
    met = (
        "identitas_pelapor",
        "identitas_terlapor",
        "waktu_laporan",
        "kesesuaian_tanda_tangan",
        "waktu_dan_tempat",
        "uraian",
        "bukti",
    )

    def work(case_id: UUID) -> bool:
        try:
            results = [
                perform(case_id, command, by=staff, now=now)
                for command in (
                    # Too early: refused, and its number goes to somebody else.
                    Register(),
                    RecordNumber(),
                    RecordKajianAwal(met=met),
                    Register(),
                    RecordNumber(),
                )
            ]
        finally:
            connections.close_all()
        return [isinstance(one, Refused) for one in results] == [True, False, False, False, True]

    with ThreadPoolExecutor(OFFICERS) as pool:
        assert all(pool.map(work, cases))
    wanted = list(range(1, len(cases) + 1))
    for series in ("LP", "Reg"):
        rows = DrawnNumber.objects.filter(series=series).order_by("number")
        assert list(rows.values_list("number", flat=True)) == wanted
        assert Sequence.objects.get(series=series).last == len(cases)
        told = sorted(
            entry.body["drawn"]["number"]
            for entry in Entry.objects.filter(kind="number_drawn")
            if entry.body["drawn"]["series"] == series
        )
        assert told == wanted
    assert Entry.objects.filter(kind="step_refused").count() == 2 * len(cases)
    assert replay().differences == ()
    assert journal.verify().faults == ()


def test_officers_who_number_the_same_case_at_once_draw_one_number(
    opened: Callable[..., Case], staff: Actor, now: datetime
) -> None:
    case_id = opened().id

    def work(_: int) -> bool:
        try:
            return isinstance(perform(case_id, RecordNumber(), by=staff, now=now), Case)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(OFFICERS) as pool:
        assert sum(pool.map(work, range(OFFICERS))) == 1
    assert DrawnNumber.objects.get().number == Sequence.objects.get().last == 1
    assert Entry.objects.filter(kind="step_refused").count() == OFFICERS - 1
    assert replay().differences == ()
