"""``netra lawbook``: check what the lawbook holds, and show one entry as it stands on a day."""

import json
import sys
from datetime import UTC, date, datetime
from difflib import get_close_matches
from pathlib import Path

import click

from netra.adapters.lawbook_files import load_lawbook
from netra.domain.deadlines.check import Report, check
from netra.domain.lawbook.book import Lawbook
from netra.domain.lawbook.contents import SECTIONS
from netra.domain.lawbook.description import all_codes, describe
from netra.domain.lawbook.parse import LawbookInvalid
from netra.domain.lawbook.values import Status

_DAY = click.DateTime(["%Y-%m-%d"])
_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.group()
def command() -> None:
    """Kitab hukum: memeriksa dan menampilkan isinya."""


@command.command("check")
@click.option("--json", "as_json", is_flag=True, help="Keluaran JSON.")
@click.option("--directory", type=_FOLDER, help="Kitab lain selain yang terpasang.")
def check_command(*, as_json: bool, directory: Path | None) -> None:
    """Periksa rujukan, masa berlaku, sumber, dan semua contoh hitungan."""
    try:
        law = load_lawbook(directory)
    except LawbookInvalid as error:
        _print_problems(error.problems, as_json=as_json)
        sys.exit(1)
    report = check(law, datetime.now(UTC).date())
    if as_json:
        click.echo(json.dumps(_report_json(law, report), ensure_ascii=False, indent=2))
    else:
        _print_report(law, report)
    sys.exit(0 if report.ok else 1)


@command.command("show")
@click.argument("code")
@click.option("--on", type=_DAY, help="Menurut hukum pada tanggal ini (bawaan: hari ini).")
@click.option("--json", "as_json", is_flag=True, help="Keluaran JSON.")
@click.option("--directory", type=_FOLDER, help="Kitab lain selain yang terpasang.")
def show_command(*, code: str, on: datetime | None, as_json: bool, directory: Path | None) -> None:
    """Tampilkan satu peraturan, butir, perbuatan, tenggat, instansi, atau formulir."""
    law = loaded(directory)
    day: date = on.date() if on else datetime.now(UTC).date()
    try:
        found = describe(law, code, day)
    except KeyError as error:
        near = get_close_matches(code, all_codes(law), n=3, cutoff=0.5)
        hint = f" Mungkin maksudnya: {', '.join(near)}." if near else ""
        raise click.ClickException(f"Tidak ada yang berkode {code!r}.{hint}") from error
    if as_json:
        answer = {"code": code, "kind": found.kind, "on": day.isoformat(), "entry": found.data}
        click.echo(json.dumps(answer, ensure_ascii=False, indent=2))
        return
    click.echo(f"{code} ({found.kind})")
    for line in found.lines:
        click.echo(line)


def loaded(directory: Path | None = None) -> Lawbook:
    """The lawbook, or a message that names everything wrong with it."""
    try:
        return load_lawbook(directory)
    except LawbookInvalid as error:
        raise click.ClickException("\n".join(error.problems)) from error


def _report_json(law: Lawbook, report: Report) -> dict[str, object]:
    return {
        "ok": report.ok,
        "version": law.version,
        "problems": list(report.problems),
        "sections": [
            {
                "section": section,
                "rows": report.rows[section],
                **{status.value: report.counts[section].get(status, 0) for status in Status},
            }
            for section in SECTIONS
        ],
        "citations": report.citations,
        "examples": report.examples,
        "oldest_check": report.oldest_check.isoformat() if report.oldest_check else None,
    }


def _print_report(law: Lawbook, report: Report) -> None:
    header = ("bagian", "baris", *(status.value for status in Status))
    table = [header]
    for section, name in SECTIONS.items():
        counts = report.counts[section]
        table.append(
            (name, str(report.rows[section]), *(str(counts.get(one, 0)) for one in Status))
        )
    totals = [sum(counts.get(one, 0) for counts in report.counts.values()) for one in Status]
    table.append(("jumlah", str(sum(report.rows.values())), *(str(total) for total in totals)))
    widths = [max(len(row[column]) for row in table) for column in range(len(header))]
    for row in table:
        first, *rest = (cell for cell in row)
        numbers = "  ".join(cell.rjust(width) for cell, width in zip(rest, widths[1:], strict=True))
        click.echo(f"{first.ljust(widths[0])}  {numbers}")
    click.echo(
        f"{report.citations} sitiran, {report.examples} contoh hitungan, "
        f"pemeriksaan tertua {report.oldest_check}, versi {law.version[:12]}"
    )
    if report.ok:
        click.echo("Tidak ada masalah.")
    else:
        _print_problems(report.problems, as_json=False)


def _print_problems(problems: tuple[str, ...], *, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps({"ok": False, "problems": list(problems)}, ensure_ascii=False))
        return
    for problem in problems:
        click.echo(problem, err=True)
    click.echo(f"{len(problems)} masalah.", err=True)
