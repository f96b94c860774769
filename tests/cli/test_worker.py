"""The worker: every sweep gets its turn, whatever happens to the others."""

import json
import threading
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner
from django.db import connection
from pytest_django.fixtures import Settings

from netra.apps.journal import triggers
from netra.apps.journal.services import append
from netra.cli.check import command
from netra.cli.worker import BATCH, Sweep, seal_journal, work
from netra.domain.journal.entry import Draft

pytestmark = pytest.mark.django_db
NOON = datetime(2024, 10, 7, 4, 0, tzinfo=UTC)


class Sweeper:
    """A sweep that counts its turns and stops the worker at the last one."""

    def __init__(self, *outcomes: int | Exception, stop: threading.Event | None = None) -> None:
        self.outcomes = list(outcomes)
        self.seen: list[datetime] = []
        self._stop = stop

    def __call__(self, now: datetime) -> int:
        self.seen.append(now)
        outcome = self.outcomes.pop(0) if self.outcomes else 0
        if not self.outcomes and self._stop is not None:
            self._stop.set()
        if isinstance(outcome, Exception):
            raise outcome
        return outcome


def run(*sweeps: Sweep, stop: threading.Event, folder: Path) -> None:
    work(sweeps, stop=stop, now=lambda: NOON, heartbeat=folder / "worker.json")


def test_a_failing_sweep_does_not_stop_the_others(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    stop = threading.Event()
    failing = Sweeper(ValueError("Warga Contoh, Jalan Contoh 1"), 0)
    sound = Sweeper(1, 1, stop=stop)
    run(Sweep("a", 0.0, failing), Sweep("b", 0.0, sound), stop=stop, folder=tmp_path)
    assert len(sound.seen) == 2
    assert len(failing.seen) == 2
    told = "".join(capsys.readouterr())
    assert "ValueError" in told
    assert "Warga Contoh" not in told  # a stranger who reads the log learns no name


def test_a_full_batch_is_followed_at_once_by_the_next(tmp_path: Path) -> None:
    stop = threading.Event()
    busy = Sweeper(BATCH, BATCH, 3, stop=stop)
    run(Sweep("busy", 3600.0, busy), stop=stop, folder=tmp_path)
    assert len(busy.seen) == 3


def test_the_clock_is_read_once_per_turn_and_handed_on(tmp_path: Path) -> None:
    stop = threading.Event()
    only = Sweeper(0, stop=stop)
    run(Sweep("only", 3600.0, only), stop=stop, folder=tmp_path)
    assert only.seen == [NOON]


def test_a_worker_told_to_stop_starts_nothing_more(tmp_path: Path) -> None:
    stop = threading.Event()
    first, second = Sweeper(0, stop=stop), Sweeper(0)
    run(Sweep("first", 0.0, first), Sweep("second", 0.0, second), stop=stop, folder=tmp_path)
    assert second.seen == []


def test_it_leaves_a_sign_of_life_without_personal_data(tmp_path: Path) -> None:
    stop = threading.Event()
    run(Sweep("a", 3600.0, Sweeper(7, stop=stop)), stop=stop, folder=tmp_path)
    sign = json.loads((tmp_path / "worker.json").read_text())
    assert sign["sweeps"] == {"a": "7"}
    assert sign.keys() == {"at", "pid", "sweeps"}


def test_a_sign_of_life_that_cannot_be_written_ends_nothing(tmp_path: Path) -> None:
    """With a full disk a stranger can still ask where a report stands: the doors stay open."""
    stop = threading.Event()
    only = Sweeper(0, 0, stop=stop)
    run(Sweep("only", 0.0, only), stop=stop, folder=tmp_path / "missing")
    assert len(only.seen) == 2


def test_a_checkpoint_is_kept_outside_the_database_too(tmp_path: Path, settings: Settings) -> None:
    settings.ENVIRONMENT = replace(settings.ENVIRONMENT, var=tmp_path)
    assert seal_journal(NOON) == 0
    append(Draft("case:a", "case_opened", NOON, "system"))
    assert seal_journal(NOON) == 1
    assert CliRunner().invoke(command, ["journal"]).exit_code == 0
    triggers.remove(connection)
    for table in ("journal_entry", "journal_checkpoint"):
        with connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM {table}")
    triggers.install(connection)
    outcome = CliRunner().invoke(command, ["journal"])
    assert outcome.exit_code == 1
    assert "salinan titik periksa #1" in outcome.output
