"""``netra bench intake``: how many reports a second the real public door takes, over real HTTP."""

import json
import os
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from netra.adapters.processes import bound
from netra.cli.bench.intake.database import throw_away_database
from netra.cli.run import PUBLIC_THREADS, door

Row = dict[str, float]
"""One line of the table."""
RUNS = 3
_READY_SECONDS = 60.0
_COLUMNS = ("clients", "accepted_per_s", "p50_ms", "p95_ms", "p99_ms", "lost", "duplicated")


@click.command(name="intake")
@click.option("--clients", default="1,2,4,8,32", show_default=True, help="Pengirim serentak.")
@click.option("--reports", default=1000, show_default=True, help="Laporan tiap putaran.")
@click.option("--runs", default=RUNS, show_default=True, help="Putaran; diambil mediannya.")
@click.option("--workers", default=2, show_default=True, help="Proses pintu umum.")
@click.option("--threads", default=PUBLIC_THREADS, show_default=True, help="Utas tiap proses.")
@click.option("--database-url", default="", help="Server PostgreSQL; kosong: SQLite.")
@click.option("--json", "as_json", is_flag=True, help="Cetak baris-baris JSON.")
def command(
    *,
    clients: str,
    reports: int,
    runs: int,
    workers: int,
    threads: int,
    database_url: str,
    as_json: bool,
) -> None:
    """Jalankan pintu umum yang sebenarnya, kirim laporan, lalu hitung yang ada di basis data."""
    counts = [int(part) for part in clients.split(",")]
    with (
        tempfile.TemporaryDirectory(prefix="netra-bench-") as folder,
        throw_away_database(database_url, Path(folder)) as url,
    ):
        bench = Bench(Path(folder), url, workers=workers, threads=threads)
        bench.prepare()
        rows = _rounds(bench, counts, reports, runs)
    if as_json:
        click.echo(json.dumps(rows))
        return
    table = Table(*_COLUMNS)
    for row in rows:
        table.add_row(*(f"{row[name]:g}" for name in _COLUMNS))
    Console().print(table)


def _rounds(bench: "Bench", counts: list[int], reports: int, runs: int) -> list[Row]:
    """For each number of clients the median of the rates; latencies are those of that run."""
    rows = []
    console = Console(stderr=True)
    with bench.serving(), Progress(console=console, transient=True) as progress:
        task = progress.add_task("mengirim", total=len(counts) * runs)
        # The first requests after a start pay for what is read once; they are not the rate.
        bench.measure(8, 100)
        for clients in counts:
            measured = []
            for _ in range(runs):
                measured.append(bench.measure(clients, reports))
                progress.advance(task)
            measured.sort(key=lambda row: row["accepted_per_s"])
            rate = statistics.median_low(row["accepted_per_s"] for row in measured)
            row = next(row for row in measured if row["accepted_per_s"] == rate)
            # One lost report in any run is one too many: these are summed, not averaged.
            for name in ("lost", "duplicated"):
                row[name] = sum(one[name] for one in measured)
            rows.append(row)
    return rows


class Bench:
    """A throw-away installation: its own var, database and server."""

    def __init__(self, folder: Path, url: str, *, workers: int, threads: int) -> None:
        self.folder, self.workers, self.threads = folder, workers, threads
        self.port = _free_port()
        self.environment = {
            # Not this installation's own settings: the bench measures the defaults.
            **{name: text for name, text in os.environ.items() if not name.startswith("NETRA_")},
            "NETRA_VAR": str(folder),
            "DATABASE_URL": url,
            "NETRA_PUBLIC_PORT": str(self.port),
            "DJANGO_SETTINGS_MODULE": "netra.config.settings.public",
        }
        self._round = 0

    def prepare(self) -> None:
        """Tables, static files, one office, one contest."""
        desk = {**self.environment, "DJANGO_SETTINGS_MODULE": "netra.config.settings.worker"}
        subprocess.run([sys.executable, "-m", "netra", "setup"], env=desk, check=True,
                       stdout=subprocess.DEVNULL)  # fmt: skip
        self._inside("office")

    @contextmanager
    def serving(self) -> "Iterator[subprocess.Popen[bytes]]":
        """The public door as ``netra run`` starts it, leading a process group of its own."""
        program = door(
            "pintu umum",
            "netra.config.wsgi_public:application",
            self.port,
            workers=self.workers,
            threads=self.threads,
        )
        process = subprocess.Popen(
            bound(program.module, program.arguments), env=self.environment, start_new_session=True
        )
        try:
            self._wait(process)
            yield process
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGTERM)
            process.wait(timeout=30)

    def measure(self, clients: int, reports: int) -> Row:
        """One round: fresh reports, sent by ``clients`` at once, then looked up."""
        drafts = self.drafts(reports)
        answers = self.send(clients, drafts)
        found = self.check(answers)
        sent = json.loads(answers.read_text())
        milliseconds = sorted(1000 * taken for taken in sent["seconds"])
        cuts = statistics.quantiles(milliseconds, n=100)
        return {
            "clients": clients,
            "accepted_per_s": round(len(sent["codes"]) / sent["elapsed"], 1),
            "p50_ms": round(cuts[49], 1),
            "p95_ms": round(cuts[94], 1),
            "p99_ms": round(cuts[98], 1),
            "lost": found["lost"] + reports - len(sent["codes"]),
            "duplicated": found["duplicated"],
        }

    def drafts(self, reports: int) -> Path:
        """Finished forms, sealed as the wizard seals them."""
        self._round += 1
        path = self.folder / f"round-{self._round}.drafts"
        self._inside("drafts", str(reports), str(path))
        return path

    def send(self, clients: int, drafts: Path) -> Path:
        """Send them all; what was answered."""
        answers = drafts.with_suffix(".answers")
        # As a plain file, so that the load does not import what only the server needs.
        load = Path(__file__).with_name("load.py")
        arguments = (str(self.port), str(clients), str(drafts), str(answers))
        subprocess.run([sys.executable, str(load), *arguments], check=True)
        return answers

    def check(self, answers: Path) -> Row:
        """Look up in the database what was answered."""
        found: Row = json.loads(self._inside("check", str(answers)))
        return found

    def _inside(self, *arguments: str) -> str:
        command_line = [sys.executable, "-m", "netra.cli.bench.intake.installation", *arguments]
        done = subprocess.run(
            command_line, env=self.environment, check=True, stdout=subprocess.PIPE, text=True
        )
        return done.stdout

    def _wait(self, process: "subprocess.Popen[bytes]") -> None:
        deadline = time.monotonic() + _READY_SECONDS
        while time.monotonic() < deadline and process.poll() is None:
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/healthz", timeout=5):
                    return
            except (urllib.error.URLError, OSError):
                time.sleep(0.1)
        raise click.ClickException("Pintu umum tidak menjawab; sebabnya tertulis di atas.")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
