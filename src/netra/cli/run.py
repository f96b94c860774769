"""``netra run``: both doors and the worker as one, started together and ended together."""

import os
import signal
import subprocess
import threading
import time
import urllib.error
import urllib.request
from dataclasses import dataclass

import click
from django.conf import settings

from netra.adapters.processes import bound, port_is_free
from netra.cli import demo
from netra.cli.setup import prepare

PUBLIC_THREADS = 4
DESK_THREADS = 4
POLL_SECONDS = 0.2
READY_SECONDS = 120.0
GRACE_SECONDS = 15.0


@dataclass(frozen=True, slots=True)
class Program:
    """One process to keep running; ``port`` where it answers HTTP."""

    title: str
    module: str
    arguments: tuple[str, ...]
    port: int | None = None


def door(title: str, target: str, port: int, *, workers: int, threads: int) -> Program:
    """One of the two Django programs under granian, as WSGI."""
    options = {
        "--interface": "wsgi",
        "--host": "127.0.0.1",
        "--port": str(port),
        "--http": "1",
        "--workers": str(workers),
        "--blocking-threads": str(threads),
        "--workers-kill-timeout": "10",
        # No access log: a line with an address and a time can name the person who reported.
        "--log-level": "warning",
    }
    flags = ("--no-ws", "--respawn-failed-workers", "--no-access-log")
    pairs = (part for option in options.items() for part in option)
    return Program(title, "granian", (*pairs, *flags, target), port)


def programs() -> tuple[Program, ...]:
    """What this installation runs, by its environment."""
    environment = settings.ENVIRONMENT
    return (
        door(
            "pintu umum",
            "netra.config.wsgi_public:application",
            environment.public_port,
            workers=environment.public_workers,
            threads=PUBLIC_THREADS,
        ),
        door(
            "meja petugas",
            "netra.config.wsgi_desk:application",
            environment.desk_port,
            workers=1,
            threads=DESK_THREADS,
        ),
        Program("pekerja", "netra", ("worker",)),
    )


class Supervisor:
    """Starts programs, each leading a process group of its own, and ends them whole."""

    def __init__(self, wanted: tuple[Program, ...]) -> None:
        self._wanted = wanted
        self._running: list[tuple[Program, subprocess.Popen[bytes]]] = []
        self._stop = threading.Event()

    def stop(self, *_: object) -> None:
        """Ask for the end; a signal handler."""
        self._stop.set()

    @property
    def stopping(self) -> bool:
        return self._stop.is_set()

    def start(self) -> None:
        """Start all of them; ``ready`` tells when they answer."""
        for program in self._wanted:
            command_line = bound(program.module, program.arguments)
            process = subprocess.Popen(command_line, start_new_session=True)
            self._running.append((program, process))

    def dead(self) -> Program | None:
        """A program that ended though nobody asked it to."""
        for program, process in self._running:
            if process.poll() is not None:
                return program
        return None

    def ready(self) -> bool:
        """Wait until every door answers; false when that will not happen."""
        deadline = time.monotonic() + READY_SECONDS
        ports = [program.port for program in self._wanted if program.port is not None]
        while time.monotonic() < deadline and not self.dead() and not self.stopping:
            ports = [port for port in ports if not _answers(port)]
            if not ports:
                return True
            self._stop.wait(POLL_SECONDS)
        return False

    def watch(self) -> Program | None:
        """Until asked to stop, or until a program dies: then which one."""
        while not self._stop.wait(POLL_SECONDS):
            if program := self.dead():
                return program
        return None

    def end(self) -> None:
        """Ask every group to end; after a grace, end it by force. Nothing is left listening."""
        self._signal(signal.SIGTERM)
        deadline = time.monotonic() + GRACE_SECONDS
        for _, process in self._running:
            try:
                process.wait(max(deadline - time.monotonic(), 0.1))
            except subprocess.TimeoutExpired:
                continue
        # Also the groups whose leader has ended: a leader that was killed leaves its workers.
        self._signal(signal.SIGKILL)
        for _, process in self._running:
            process.wait()

    def _signal(self, sign: signal.Signals) -> None:
        for _, process in self._running:
            try:
                os.killpg(process.pid, sign)
            except ProcessLookupError:
                continue


def _answers(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5):
            return True
    except urllib.error.HTTPError:
        return True
    except OSError:
        return False


def refuse_busy_ports(wanted: tuple[Program, ...]) -> None:
    """A second server on the same port would share its requests unnoticed."""
    for program in wanted:
        if program.port is not None and not port_is_free(program.port):
            raise click.ClickException(
                f"Porta {program.port} untuk {program.title} sudah dipakai program lain, mungkin "
                "netra yang masih berjalan. Hentikan dahulu program itu, atau pilih porta lain "
                "dengan NETRA_PUBLIC_PORT dan NETRA_DESK_PORT."
            )


@click.command(name="run")
@click.option("--no-demo", is_flag=True, help="Jangan isi basis data baru dengan data contoh.")
def command(*, no_demo: bool) -> None:
    """Siapkan yang perlu, lalu jalankan kedua pintu beserta pekerjanya."""
    wanted = programs()
    refuse_busy_ports(wanted)
    prepare()
    if not no_demo:
        demo.load_if_new()
    supervisor = Supervisor(wanted)
    for sign in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(sign, supervisor.stop)
    died: Program | None = None
    try:
        supervisor.start()
        ready = supervisor.ready()
        if ready:
            announce(wanted)
            died = supervisor.watch()
    finally:
        supervisor.end()
    if died:
        raise click.ClickException(f"Bagian {died.title} berhenti sendiri; semuanya dihentikan.")
    if not ready and not supervisor.stopping:
        raise click.ClickException("netra tidak dapat dijalankan; sebabnya tertulis di atas.")
    click.echo("netra berhenti.")


def announce(wanted: tuple[Program, ...]) -> None:
    """Where to look, and as whom."""
    for program in wanted:
        if program.port is not None:
            click.echo(f"{program.title:<14} http://localhost:{program.port}")
    if logins := demo.logins():
        click.echo("\nData contoh. Masuk di meja petugas sebagai:")
        for login in logins:
            click.echo(f"  {login.email:<36} {login.title}")
        click.echo(f"Kata sandi untuk semuanya: {demo.password()}")
    click.echo("\nCtrl-C menghentikan semuanya.")
