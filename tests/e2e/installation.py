"""One real installation for all browser tests: ``netra run`` as an operator starts it."""

import os
import re
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import psycopg

PATIENCE = 120.0
"""Seconds; a machine that also does other work is slow to start."""
_READY = "Ctrl-C menghentikan semuanya."
_PASSWORD = re.compile(r"Kata sandi untuk semuanya: (\S+)")


@dataclass(slots=True)
class Installation:
    """Where the two doors are, and how one logs in."""

    public: str
    desk: str
    printed: list[str] = field(default_factory=list)

    @property
    def password(self) -> str:
        found = _PASSWORD.search("".join(self.printed))
        assert found, self.printed
        return found[1]

    @property
    def errors(self) -> list[str]:
        """What the programs logged that no request and no sweep should bring about."""
        return [line for line in self.printed if "ERROR" in line or "sweep_failed" in line]


@contextmanager
def running(var: Path) -> Iterator[Installation]:
    """Start with demonstration data, on free ports; end the whole of it."""
    public, desk = _free_ports()
    installation = Installation(f"http://localhost:{public}", f"http://localhost:{desk}")
    with _database(var) as database:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("NETRA_")}
        process = subprocess.Popen(
            [sys.executable, "-m", "netra", "run"],
            env={
                **kept,
                **database,
                "DJANGO_SETTINGS_MODULE": "netra.config.settings.worker",
                "NETRA_VAR": str(var),
                "NETRA_PUBLIC_PORT": str(public),
                "NETRA_DESK_PORT": str(desk),
                "NETRA_PUBLIC_WORKERS": "1",
            },
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        ready = threading.Event()
        reader = threading.Thread(target=_listen, args=(process, installation.printed, ready))
        reader.start()
        try:
            assert ready.wait(PATIENCE), "".join(installation.printed)
            assert process.poll() is None, "".join(installation.printed)
            yield installation
        finally:
            _end(process)
            reader.join(PATIENCE)
            assert process.stdout is not None
            process.stdout.close()


def _listen(process: subprocess.Popen[str], printed: list[str], ready: threading.Event) -> None:
    """Keep what is printed; also set ``ready`` at the end, so that nobody waits for the dead."""
    assert process.stdout is not None
    for line in process.stdout:
        printed.append(line)
        if _READY in line:
            ready.set()
    ready.set()


def _end(process: subprocess.Popen[str]) -> None:
    """As Ctrl-C does; what does not end by itself loses its supervisor, and ends with it."""
    if process.poll() is None:
        process.send_signal(signal.SIGINT)
    try:
        process.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        raise


def _free_ports() -> tuple[int, int]:
    with socket.socket() as one, socket.socket() as other:
        for probe in (one, other):
            probe.bind(("127.0.0.1", 0))
        return one.getsockname()[1], other.getsockname()[1]


@contextmanager
def _database(var: Path) -> Iterator[Mapping[str, str]]:
    """SQLite under ``var``; where the tests run on PostgreSQL, a database of its own there."""
    server = os.environ.get("DATABASE_URL", "")
    if not server.startswith("postgres"):
        yield {"DATABASE_URL": f"sqlite:///{var / 'netra.sqlite3'}"}
        return
    name = f"netra_e2e_{os.getpid()}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    try:
        yield {"DATABASE_URL": urlsplit(server)._replace(path=f"/{name}").geturl()}
    finally:
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
