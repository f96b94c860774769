"""``netra import``: take laporan in from a file, one JSON object on each line.

A line holds what the API takes, and an ``id`` of its own. Importing a file again, or another file
with the same lines, changes nothing: the id (without one, the content) is what a line is known by.
"""

import hmac
import json
import os
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import IO

import click
import django
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn

ID = "id"
LONGEST_ID = 200


class LineRefused(Exception):
    """One line that is not taken, and why; several reasons on several lines of text."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the file; ``size`` in bytes moves the progress bar."""

    number: int
    raw: bytes

    @property
    def is_blank(self) -> bool:
        return not self.raw.strip()


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of one good line."""

    id: str
    outcome: str
    """``new``, ``again`` or ``checked`` (in a dry run)."""
    office: str
    receipt: str


def read_lines(file: IO[bytes]) -> Iterator[Line]:
    for number, raw in enumerate(file, start=1):
        yield Line(number, raw)


def read_object(line: Line) -> Mapping[str, object]:
    """The JSON object of a line."""
    try:
        value = json.loads(line.raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise LineRefused(f"bukan UTF-8 (bita ke-{error.start + 1})") from error
    except json.JSONDecodeError as error:
        raise LineRefused(f"bukan JSON yang utuh (huruf ke-{error.pos + 1})") from error
    except (ValueError, RecursionError) as error:
        raise LineRefused("bukan JSON yang dapat dibaca") from error
    if not isinstance(value, dict):
        raise LineRefused("harus berupa objek JSON: {…}")
    return value


def identity_of(value: Mapping[str, object]) -> str:
    """What a line is known by: its id, or its content."""
    own = value.get(ID)
    if own is None:
        content = json.dumps(value, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
        return f"content:{sha256(content.encode()).hexdigest()}"
    if not isinstance(own, str) or not 0 < len(own) <= LONGEST_ID:
        raise LineRefused(f"id: harus berupa teks, 1 sampai {LONGEST_ID} huruf")
    return f"id:{own}"


class Importer:
    """Takes lines in; needs Django to be set up."""

    def __init__(self, *, dry_run: bool, only_office: str | None) -> None:
        from netra.apps.organisations.clock import now
        from netra.apps.ports import wired
        from netra.domain.intake.reading import World

        law = wired().lawbook()
        self._key = wired().receipt_key
        self._dry_run = dry_run
        self._only_office = only_office
        self._world = World(deeds=law.deeds, regions=wired().regions, zones=law.zones, now=now())

    def take(self, line: Line) -> Taken:
        """Take one line in; ``LineRefused`` says why not."""
        from netra.apps.intake.models import Channel
        from netra.apps.intake.services import NoOffice, submit
        from netra.apps.organisations.selectors import receiving_office
        from netra.domain.intake.reading import LaporanInvalid, parse_laporan

        value = read_object(line)
        known_by = identity_of(value)
        told = {key: part for key, part in value.items() if key != ID}
        try:
            laporan = parse_laporan(told, self._world)
        except LaporanInvalid as error:
            found = (f"{field}: {message}" for field, message in error.problems.items())
            raise LineRefused("\n".join(found)) from error
        office = receiving_office(laporan.region_code)
        if office is None:
            raise LineRefused(
                "region_code: belum ada kantor yang menerima laporan dari wilayah ini"
            )
        if self._only_office is not None and office.code != self._only_office:
            raise LineRefused(f"region_code: penerimanya {office.code}, bukan {self._only_office}")
        if self._dry_run:
            return Taken(known_by, "checked", office.code, "")
        # The receipt code follows from the key, so the key must not be guessable from the file.
        key = hmac.digest(self._key, f"import:{known_by}".encode(), sha256).hex()
        try:
            receipt = submit(
                laporan, channel=Channel.IMPORT, submission_key=key, now=self._world.now
            )
        except NoOffice as error:
            raise LineRefused(str(error)) from error
        if receipt.changed:
            raise LineRefused(
                "id: sudah pernah diimpor dengan isi lain; yang lama tetap. Pakai id baru."
            )
        outcome = "again" if receipt.again else "new"
        return Taken(known_by, outcome, receipt.office.code, str(receipt.code))


def line_schema() -> dict[str, object]:
    """The JSON schema of one line."""
    from netra.apps.ports import wired
    from netra.domain.intake.schema import laporan_schema

    schema = laporan_schema(wired().lawbook().deeds)
    properties = schema["properties"]
    assert isinstance(properties, dict)
    own_id = {
        "type": "string",
        "minLength": 1,
        "maxLength": LONGEST_ID,
        "description": "Pengenal baris ini di sumbernya; impor ulang mengenalinya kembali.",
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Satu baris netra import laporan",
        **schema,
        "properties": {ID: own_id, **properties},
    }


@click.group(name="import")
def command() -> None:
    """Ambil data dari berkas."""


@command.command(name="laporan")
@click.argument("file", metavar="BERKAS.jsonl", required=False, type=click.File("rb"))
@click.option("--dry-run", is_flag=True, help="Periksa saja; tidak ada yang disimpan.")
@click.option(
    "--office", metavar="KODE", help="Hanya terima laporan yang menjadi urusan kantor ini."
)
@click.option(
    "--receipts",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Tulis kode tanda terima tiap baris ke berkas ini (rahasia).",
)
@click.option("--schema", is_flag=True, help="Cetak skema JSON satu baris, lalu selesai.")
def laporan_command(
    *,
    file: IO[bytes] | None,
    dry_run: bool,
    office: str | None,
    receipts: Path | None,
    schema: bool,
) -> None:
    """Masukkan laporan dari BERKAS.jsonl; - berarti masukan baku."""
    django.setup()
    if schema:
        click.echo(json.dumps(line_schema(), ensure_ascii=False, indent=2))
        return
    if file is None:
        raise click.UsageError("Sebutkan berkasnya, atau --schema untuk melihat bentuknya.")
    if office is not None:
        _require_office(office)
    importer = Importer(dry_run=dry_run, only_office=office)
    counted: Counter[str] = Counter()
    with ExitStack() as stack:
        out = stack.enter_context(_secret_file(receipts)) if receipts else None
        bar = stack.enter_context(_progress())
        task = bar.add_task("Laporan", total=_size(file))
        for line in read_lines(file):
            if not line.is_blank:
                counted[_take(importer, line, bar.console, out)] += 1
            bar.advance(task, len(line.raw))
    _tell(counted)
    if counted["refused"]:
        sys.exit(1)


def _take(importer: Importer, line: Line, console: Console, out: IO[str] | None) -> str:
    try:
        taken = importer.take(line)
    except LineRefused as error:
        for reason in str(error).splitlines():
            console.print(
                f"baris {line.number}: {reason}", markup=False, highlight=False, soft_wrap=True
            )
        return "refused"
    if out is not None and taken.receipt:
        row = {"line": line.number, "known_by": taken.id, "receipt": taken.receipt}
        out.write(json.dumps({**row, "office": taken.office}, ensure_ascii=False) + "\n")
        out.flush()
    return taken.outcome


def _tell(counted: Counter[str]) -> None:
    words = {
        "new": "laporan baru diterima",
        "again": "sudah pernah diterima",
        "checked": "baris benar (hanya diperiksa)",
        "refused": "baris ditolak; sebabnya di atas",
    }
    shown = [f"{counted[key]} {text}" for key, text in words.items() if counted[key]]
    click.echo("; ".join(shown) + "." if shown else "Berkas ini kosong.")


def _progress() -> Progress:
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn())
    return Progress(*columns, console=console, disable=not console.is_terminal)


def _size(file: IO[bytes]) -> int | None:
    """Bytes, where that can be known beforehand."""
    return os.fstat(file.fileno()).st_size or None if file.seekable() else None


def _secret_file(path: Path) -> IO[str]:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    return os.fdopen(descriptor, "w", encoding="utf-8")


def _require_office(code: str) -> None:
    from netra.apps.organisations.models import Office

    if not Office.objects.filter(code=code, kind=Office.Kind.BAWASLU).exists():
        raise click.ClickException(f"Tidak ada kantor Bawaslu dengan kode {code!r}.")
