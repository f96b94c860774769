"""``netra worker``: does what time demands, though nobody clicks.

Every piece of work is a row; a sweep finds the rows that are due. So a worker that is killed loses
nothing: the next one finds the same rows. A sweep that fails is logged and tried again at its next
turn; the others go on.
"""

import json
import logging
import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

import click
import django
import structlog
from django.conf import settings
from django.db import close_old_connections, connection

from netra.adapters.checkpoint_copies import keep
from netra.adapters.logs import place_of

BATCH = 100
HEARTBEAT_SECONDS = 30.0
LONGEST_NAP_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class Sweep:
    """One kind of work: how often to look for it, and how to do it at an instant."""

    name: str
    every: float
    """Seconds of real time between two looks."""
    run: Callable[[datetime], int]
    """Does what is due at the given instant; how many rows it did."""


@dataclass(slots=True)
class Turn:
    """When a sweep is due next (monotonic seconds) and how its last turn went."""

    sweep: Sweep
    due: float = 0.0
    last: str = "-"


def sweeps() -> tuple[Sweep, ...]:
    """All the work there is. Needs Django to be set up."""
    from netra.apps.cases import sweeps as cases

    return (
        Sweep("open_received", 2.0, lambda now: cases.open_received(now, BATCH).done),
        Sweep("sweep_clocks", 15.0, lambda now: cases.sweep_clocks(now).done),
        Sweep("checkpoint", 300.0, seal_journal),
    )


def seal_journal(now: datetime) -> int:
    """Seal what came since the last time, and keep the seal outside the database as well."""
    from netra.apps.journal import services as journal

    sealed = journal.checkpoint(now)
    if sealed is None:
        return 0
    keep(settings.ENVIRONMENT.checkpoint_copies, journal.copy_of(sealed))
    return 1


def work(
    all_sweeps: tuple[Sweep, ...],
    *,
    stop: threading.Event,
    now: Callable[[], datetime],
    heartbeat: Path,
) -> None:
    """Run every sweep when it is due, until ``stop`` is set; never raises for a failed sweep."""
    turns = [Turn(sweep) for sweep in all_sweeps]
    next_beat = 0.0
    while not stop.is_set():
        for turn in turns:
            if stop.is_set() or time.monotonic() < turn.due:
                continue
            done = run_sweep(turn.sweep, now)
            turn.last = "failed" if done is None else str(done)
            # A full batch means that more is waiting.
            wait = 0.0 if done is not None and done >= BATCH else turn.sweep.every
            turn.due = time.monotonic() + wait
        if time.monotonic() >= next_beat:
            # A full disk must not end the worker, and with it both doors.
            with Isolated():
                beat(heartbeat, turns)
            next_beat = time.monotonic() + HEARTBEAT_SECONDS
        nap = min(turn.due for turn in turns) - time.monotonic()
        stop.wait(min(max(nap, 0.0), LONGEST_NAP_SECONDS))


class Isolated:
    """Whatever goes wrong inside is kept here instead of ending the worker."""

    error: Exception | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> bool:
        self.error = error if isinstance(error, Exception) else None
        return self.error is not None


def run_sweep(sweep: Sweep, now: Callable[[], datetime]) -> int | None:
    """One turn of one sweep, and how many rows it did; ``None`` when it failed."""
    log = structlog.get_logger()
    started = time.monotonic()
    done: int | None = None
    with Isolated() as attempt:
        close_old_connections()
        done = sweep.run(now())
    if attempt.error is not None:
        connection.close()
        # The message of an exception may quote a row; its type and its place never do.
        kind, at = type(attempt.error).__name__, place_of(attempt.error)
        log.error("sweep_failed", sweep=sweep.name, error=kind, at=at)
    elif done:
        seconds = round(time.monotonic() - started, 3)
        log.info("sweep_done", sweep=sweep.name, rows=done, seconds=seconds)
    return done


def beat(path: Path, turns: list[Turn]) -> None:
    """Leave a sign of life that a monitor can read."""
    state = {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "pid": os.getpid(),
        "sweeps": {turn.sweep.name: turn.last for turn in turns},
    }
    draft = path.with_suffix(".new")
    draft.write_text(json.dumps(state))
    draft.replace(path)
    structlog.get_logger().debug("alive", **state)


def configure_log() -> None:
    """Lines of JSON on the error stream; for a person at a terminal, plain lines."""
    terminal = sys.stderr.isatty()
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.dev.ConsoleRenderer() if terminal else structlog.processors.JSONRenderer(),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )


@click.command(name="worker")
def command() -> None:
    """Jalankan pekerjaan berkala: membuka perkara, memeriksa tenggat, menyegel jurnal."""
    django.setup()
    from netra.apps.organisations.clock import now

    configure_log()
    # A faulty lawbook is said once, here, and not for every case.
    settings.NETRA.lawbook()
    stop = threading.Event()
    for sign in (signal.SIGTERM, signal.SIGINT):
        signal.signal(sign, lambda *_: stop.set())
    log = structlog.get_logger()
    log.info("worker_started")
    work(sweeps(), stop=stop, now=now, heartbeat=settings.ENVIRONMENT.var / "worker.json")
    log.info("worker_stopped")
