"""What happens with nobody clicking: opening, lapsing, recounting; with workers that die or compete."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID

import pytest
from django.db import connection, connections
from pytest_django.fixtures import Settings
from tests.domain.cases.test_case_clocks import with_holiday

from netra.apps.cases.models import Case as CaseRow
from netra.apps.cases.models import CaseClock
from netra.apps.cases.replay import replay
from netra.apps.cases.services import open_case, perform
from netra.apps.cases.sweeps import lapse_clocks, open_received, recount_clocks, sweep_clocks
from netra.apps.intake.models import StatusRow, Submission
from netra.apps.journal import services as journal
from netra.apps.journal import triggers
from netra.apps.journal.models import Entry, Personal
from netra.config.settings.desk import NETRA
from netra.domain.access import Actor
from netra.domain.cases.commands import (
    ExtendHandling,
    RecordKajianAwal,
    RecordNumber,
    Register,
    RequestPerbaikan,
)
from netra.domain.cases.recording import stream_of
from netra.domain.cases.state import Case

pytestmark = pytest.mark.django_db
MET = (
    "identitas_pelapor",
    "identitas_terlapor",
    "waktu_laporan",
    "waktu_dan_tempat",
    "uraian",
    "bukti",
)


def test_the_sweep_opens_what_came_in_once(send: Callable[..., UUID], now: datetime) -> None:
    sent = {send() for _ in range(3)}
    assert open_received(now, limit=2).done == 2
    assert open_received(now, limit=2).done == 1
    assert open_received(now).done == 0
    assert set(CaseRow.objects.values_list("pk", flat=True)) == sent
    assert not Submission.objects.filter(opened_at__isnull=True).exists()
    assert replay().differences == ()


def test_a_worker_that_died_after_opening_is_followed_by_one_that_opens_nothing_twice(
    send: Callable[..., UUID], now: datetime
) -> None:
    case_id = send()
    assert open_case(case_id, now) is not None
    assert open_case(case_id, now) is None
    kinds = [one.kind for one in journal.read(stream_of(case_id))]
    assert kinds.count("case_opened") == 1


def test_one_broken_report_does_not_keep_the_others_waiting(
    send: Callable[..., UUID], now: datetime
) -> None:
    broken, sound = send(), send()
    triggers.remove(connection)
    Personal.objects.filter(entry__stream=stream_of(broken)).delete()
    Entry.objects.filter(stream=stream_of(broken)).delete()
    triggers.install(connection)
    swept = open_received(now)
    assert (swept.done, swept.failed) == (1, (broken,))
    assert CaseRow.objects.filter(pk=sound).exists()


@pytest.fixture
def waiting_for_perbaikan(opened: Callable[..., Case], staff: Actor, now: datetime) -> Case:
    case = opened()
    perform(case.id, RecordKajianAwal(met=("waktu_laporan",)), by=staff, now=now)
    result = perform(case.id, RequestPerbaikan(message="Lengkapi."), by=staff, now=now)
    assert isinstance(result, Case)
    return result


def test_a_perbaikan_lapses_with_nobody_clicking(
    waiting_for_perbaikan: Case, now: datetime
) -> None:
    in_time = now + timedelta(hours=48)
    assert sweep_clocks(in_time).done == 0
    assert sweep_clocks(in_time + timedelta(seconds=1)).done == 1
    row = CaseRow.objects.get()
    assert (row.state, row.kind, row.next_clock) == (
        "informasi_awal",
        "informasi_awal",
        "informasi_awal",
    )
    entries = journal.read(stream_of(waiting_for_perbaikan.id))
    lapsed = next(one for one in entries if one.kind == "clock_lapsed")
    assert lapsed.actor == "system"
    assert StatusRow.objects.get().title == "Bawaslu menelusuri informasi ini"
    assert sweep_clocks(in_time + timedelta(days=9)).done == 0
    assert replay().differences == ()


def test_a_clock_that_only_warns_is_left_alone(opened: Callable[..., Case], now: datetime) -> None:
    opened()
    assert lapse_clocks(now + timedelta(days=365)).done == 0
    assert CaseClock.objects.get(code="kajian_awal").outcome == ""


def test_a_late_decree_moves_open_clocks_once_and_tells_the_receipt(
    opened: Callable[..., Case], staff: Actor, settings: Settings
) -> None:
    at = datetime.fromisoformat("2024-01-09T10:00:00+08:00")
    case = opened(at, act_date=date(2024, 1, 6), known_date=date(2024, 1, 8))
    for command in (
        RecordNumber(),
        RecordKajianAwal(met=MET),
        Register(),
        ExtendHandling(reason="Perlu keterangan."),
    ):
        assert isinstance(perform(case.id, command, by=staff, now=at), Case)
    assert recount_clocks(at).done == 0
    assert CaseRow.objects.get().counted_with
    law = with_holiday(NETRA.lawbook(), date(2024, 1, 15))
    settings.NETRA = replace(NETRA, lawbook=lambda: law)
    before = CaseClock.objects.get(code="handling_extended").due
    assert recount_clocks(at).done == 1
    after = CaseClock.objects.get(code="handling_extended").due
    assert after > before
    entry = journal.read(stream_of(case.id))[-1]
    assert (entry.kind, entry.body["due_before"], entry.body["due"]) == (
        "clock_shifted",
        before.isoformat(),
        after.isoformat(),
    )
    assert "bergeser" in StatusRow.objects.get().history[-1]["title"]
    assert recount_clocks(at).done == 0
    assert replay().differences == ()


def test_nothing_lapses_by_a_calendar_that_is_no_longer_the_calendar(
    waiting_for_perbaikan: Case, now: datetime
) -> None:
    """The decree came in the night, the last day was yesterday: recount first, then look again."""
    CaseRow.objects.update(counted_with="kalender sebelum keputusan itu")
    late = now + timedelta(days=3)
    assert lapse_clocks(late).done == 0
    assert CaseRow.objects.get().state == "awaiting_perbaikan"
    assert sweep_clocks(late).done == 1
    assert CaseRow.objects.get().state == "informasi_awal"


@pytest.mark.django_db(transaction=True)
def test_several_workers_open_every_report_exactly_once(
    send: Callable[..., UUID], now: datetime
) -> None:
    sent = [send() for _ in range(24)]

    def work(_: int) -> int:
        try:
            return open_received(now).done
        finally:
            connections.close_all()

    with ThreadPoolExecutor(4) as pool:
        done = sum(pool.map(work, range(4)))
    done += open_received(now).done
    assert done == len(sent)
    assert CaseRow.objects.count() == len(sent)
    assert Entry.objects.filter(kind="case_opened").count() == len(sent)
    assert replay().differences == ()


@pytest.mark.django_db(transaction=True)
def test_two_workers_let_a_clock_lapse_once(
    opened: Callable[..., Case], staff: Actor, now: datetime
) -> None:
    case = opened()
    perform(case.id, RecordKajianAwal(met=("waktu_laporan",)), by=staff, now=now)
    perform(case.id, RequestPerbaikan(message="Lengkapi."), by=staff, now=now)
    later = now + timedelta(days=3)

    def work(_: int) -> int:
        try:
            return lapse_clocks(later).done
        finally:
            connections.close_all()

    with ThreadPoolExecutor(2) as pool:
        assert sum(pool.map(work, range(2))) == 1
    assert Entry.objects.filter(kind="clock_lapsed").count() == 1
