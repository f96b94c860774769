"""kill -9 in the middle of the load: what a stranger got a receipt for is there afterwards."""

import json
import os
import signal
import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import psycopg
import pytest

from netra.cli.bench.intake import Bench
from netra.cli.bench.intake.database import throw_away_database
from netra.config.settings.desk import ENVIRONMENT

pytestmark = pytest.mark.server
REPORTS = 600


def _server_of_this_test_run() -> str:
    """The PostgreSQL server that the tests run on; empty for SQLite."""
    return "" if ENVIRONMENT.database.is_sqlite else os.environ["DATABASE_URL"]


def _accepted(url: str) -> int:
    """How many reports lie in the database right now, asked past the server."""
    count = "SELECT count(*) FROM intake_submission"
    if url.startswith("sqlite"):
        with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as lite:
            return int(lite.execute(count).fetchone()[0])
    with psycopg.connect(url) as connection:
        row = connection.execute(count).fetchone()
        return int(row[0]) if row else 0


def _kill_when_under_way(url: str, group: int) -> None:
    """Wait until some reports have been written, then end the whole group without any warning."""
    pause = threading.Event()
    while _accepted(url) < REPORTS // 5:
        pause.wait(0.02)
    os.killpg(group, signal.SIGKILL)


def test_a_killed_server_loses_no_acknowledged_report(tmp_path: Path) -> None:
    with throw_away_database(_server_of_this_test_run(), tmp_path) as url:
        bench = Bench(tmp_path, url, workers=2, threads=2)
        bench.prepare()
        drafts = bench.drafts(REPORTS)
        with bench.serving() as server:
            killer = threading.Thread(target=_kill_when_under_way, args=(url, server.pid))
            killer.start()
            answers = bench.send(16, drafts)
            killer.join()
        acknowledged = json.loads(answers.read_text())["codes"]
        assert 0 < len(acknowledged) < REPORTS, "dibunuh terlalu awal atau terlambat"
        found = bench.check(answers)
        assert (found["lost"], found["duplicated"]) == (0, 0)
        # The people who got no answer send the same form again: nobody is there twice.
        with bench.serving():
            answers = bench.send(16, drafts)
        again = json.loads(answers.read_text())["codes"]
        assert len(set(again)) == REPORTS
        assert set(acknowledged) <= set(again)
        found = bench.check(answers)
        assert (found["lost"], found["duplicated"]) == (0, 0)
