"""``netra circular``: the letter before it is signed."""

import json
from datetime import datetime
from pathlib import Path

import click

from netra.adapters.letters import LetterUnreadable, letter_text
from netra.cli.lawbook import loaded
from netra.domain.circulars.citations.report import (
    STATUS_WORDS,
    CitationReport,
    Finding,
    check_citations,
    cited_name,
    day_words,
)
from netra.domain.lawbook.regulations import PartlyKnownDay, RegulationBook

_DAY = click.DateTime(["%Y-%m-%d"])
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.group()
def command() -> None:
    """Surat edaran: memeriksa sitiran hukumnya."""


@command.command("check")
@click.argument("file", metavar="BERKAS", type=_FILE)
@click.option("--on", type=_DAY, help="Tanggal surat (bawaan: tanggal pada suratnya sendiri).")
@click.option("--json", "as_json", is_flag=True, help="Keluaran JSON, satu unsur tiap sitiran.")
def check_command(*, file: Path, on: datetime | None, as_json: bool) -> None:
    """Periksa setiap sitiran hukum dalam surat (TXT, PDF, atau DOCX)."""
    try:
        text = letter_text(file)
    except LetterUnreadable as error:
        raise click.ClickException(str(error)) from error
    book = loaded().regulations
    day = PartlyKnownDay(on.date(), on.date()) if on else None
    report = check_citations(text, book, day)
    if as_json:
        click.echo(json.dumps(report.to_json(), ensure_ascii=False, indent=2))
    else:
        _print(report, book)


def _print(report: CitationReport, book: RegulationBook) -> None:
    click.echo(f"Tanggal surat: {day_words(report.day)}")
    if not report.findings:
        click.echo("Tidak ada sitiran hukum yang ditemukan.")
    for finding in report.findings:
        _print_finding(finding, book)
    for sanction in report.sanctions:
        click.echo(f"\nSanksi keliru: “{sanction.text}” [{sanction.span[0]}–{sanction.span[1]}]")
        click.echo(f"  {sanction.instead}")
    if report.missing:
        click.echo("\nBentuk dukungan pada PP 94/2021 Pasal 5 huruf n yang belum disebut:")
        for code, title in report.missing:
            click.echo(f"  {code}: {title}")
    wrong = sum(bool(one.instead or one.wrong_sanction) for one in report.findings)
    click.echo(f"\n{len(report.findings)} sitiran, {wrong} perlu diperiksa.")


def _print_finding(finding: Finding, book: RegulationBook) -> None:
    cited = finding.cited
    words = " ".join(cited.text.split())
    click.echo(f"\n“{words}” [{cited.span[0]}–{cited.span[1]}]")
    click.echo(f"  {cited_name(book, cited)}: {STATUS_WORDS[cited.standing.status]}")
    if finding.instead:
        click.echo(f"  {finding.instead}")
