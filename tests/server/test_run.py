"""``netra run`` as an operator meets it: real processes, real ports, a database of its own."""

import os
import re
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

pytestmark = pytest.mark.server
PATIENCE = 90.0


@dataclass(frozen=True, slots=True)
class Installation:
    """One installation: its folder and its two ports."""

    var: Path
    public: int
    desk: int

    @property
    def environment(self) -> Mapping[str, str]:
        kept = {key: value for key, value in os.environ.items() if not key.startswith("NETRA_")}
        return {
            **{key: value for key, value in kept.items() if key != "DATABASE_URL"},
            "DJANGO_SETTINGS_MODULE": "netra.config.settings.worker",
            "NETRA_VAR": str(self.var),
            "NETRA_PUBLIC_PORT": str(self.public),
            "NETRA_DESK_PORT": str(self.desk),
            "NETRA_PUBLIC_WORKERS": "1",
        }

    def rows(self, query: str) -> list[tuple[object, ...]]:
        with closing(sqlite3.connect(self.var / "netra.sqlite3")) as connection:
            return connection.execute(query).fetchall()


class Running:
    """A started ``netra run`` and what it has printed."""

    def __init__(self, installation: Installation, *options: str) -> None:
        self.installation = installation
        self._log = installation.var.parent / f"{installation.var.name}-{time.monotonic_ns()}.log"
        with self._log.open("wb") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "netra", "run", *options],
                env=dict(installation.environment),
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    @property
    def printed(self) -> str:
        return self._log.read_text()

    def wait_for(self, words: str) -> None:
        deadline = time.monotonic() + PATIENCE
        while words not in self.printed:
            assert self.process.poll() is None, self.printed
            assert time.monotonic() < deadline, self.printed
            time.sleep(0.1)

    def end(self, sign: signal.Signals = signal.SIGINT) -> int:
        """As Ctrl-C does; the exit code."""
        self.process.send_signal(sign)
        return self.process.wait(PATIENCE)


def descendants(pid: int) -> set[int]:
    """All processes under ``pid``, by the kernel's own account."""
    parents = {}
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                fields = (folder / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            parents[int(folder.name)] = int(fields[1])
    found: set[int] = set()
    while grown := {child for child, parent in parents.items() if parent in found | {pid}} - found:
        found |= grown
    return found


def alive(pids: set[int]) -> set[int]:
    return {pid for pid in pids if Path(f"/proc/{pid}/exe").exists()}


def await_end(pids: set[int]) -> set[int]:
    """Those of ``pids`` that are still there after a while."""
    deadline = time.monotonic() + PATIENCE
    while (left := alive(pids)) and time.monotonic() < deadline:
        time.sleep(0.1)
    return left


def listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def fetch(port: int, path: str = "/") -> str:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=30) as response:
        assert response.status == 200
        text: str = response.read().decode()
        return text


@pytest.fixture
def installation(tmp_path: Path) -> Installation:
    with socket.socket() as one, socket.socket() as other:
        one.bind(("127.0.0.1", 0))
        other.bind(("127.0.0.1", 0))
        ports = one.getsockname()[1], other.getsockname()[1]
    return Installation(tmp_path / "var", *ports)


@pytest.fixture
def started(installation: Installation) -> Iterator[list[Running]]:
    """Whatever the test starts is ended with it."""
    running: list[Running] = []
    yield running
    for one in running:
        pids = descendants(one.process.pid) | {one.process.pid}
        if one.process.poll() is None:
            one.end(signal.SIGKILL)
        for pid in alive(pids - {one.process.pid}):
            os.kill(pid, signal.SIGKILL)


def test_the_first_run_sets_up_and_the_second_keeps_everything(
    installation: Installation, started: list[Running]
) -> None:
    first = Running(installation)
    started.append(first)
    first.wait_for("Ctrl-C menghentikan semuanya.")
    for port in (installation.public, installation.desk):
        assert f"http://localhost:{port}" in first.printed
        assert "netra" in fetch(port)
    login = re.search(r"Kata sandi untuk semuanya: (\S+)", first.printed)
    assert login is not None
    processes = descendants(first.process.pid)
    assert len(processes) >= 5  # two doors with their workers, and the worker of the sweeps
    assert first.end() == 0
    assert await_end(processes) == set()
    assert not listens(installation.public)
    assert not listens(installation.desk)
    query = "SELECT id, hash FROM journal_entry ORDER BY id"
    entries = installation.rows(query)
    assert len(entries) > 50

    second = Running(installation)
    started.append(second)
    begun = time.monotonic()
    second.wait_for("Ctrl-C menghentikan semuanya.")
    assert time.monotonic() - begun < PATIENCE / 2
    assert login[0] in second.printed
    assert installation.rows(query)[: len(entries)] == entries
    assert second.end(signal.SIGTERM) == 0


def test_a_busy_port_is_refused_in_words_and_nothing_is_started(
    installation: Installation, started: list[Running]
) -> None:
    with socket.create_server(("127.0.0.1", installation.desk)):
        refused = Running(installation)
        started.append(refused)
        assert refused.process.wait(PATIENCE) == 1
    assert f"Porta {installation.desk} untuk meja petugas sudah dipakai" in refused.printed
    assert "Traceback" not in refused.printed
    assert not (installation.var / "netra.sqlite3").exists()


@pytest.mark.parametrize("victim", ["supervisor", "door"])
def test_after_a_kill_nothing_is_left_listening(
    installation: Installation, started: list[Running], victim: str
) -> None:
    """kill -9 of the parent must not leave workers behind that share the next server's port."""
    running = Running(installation, "--no-demo")
    started.append(running)
    running.wait_for("Ctrl-C menghentikan semuanya.")
    processes = descendants(running.process.pid)
    if victim == "supervisor":
        running.process.kill()
    else:
        doors = [
            pid for pid in processes if b"wsgi_public" in Path(f"/proc/{pid}/cmdline").read_bytes()
        ]
        os.kill(min(doors), signal.SIGKILL)  # the door's own parent was started first
    running.process.wait(PATIENCE)
    assert await_end(processes) == set()
    assert not listens(installation.public)
    assert not listens(installation.desk)
    if victim == "door":
        assert "Bagian pintu umum berhenti sendiri" in running.printed
