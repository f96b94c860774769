"""``netra case``: look at one case from the command line, without any name in it."""

import json
import sys
from datetime import datetime

import click
import django

from netra.domain.cases.state import Case, CaseClock, ClockOutcome
from netra.domain.cases.table import as_markdown


@click.group()
def command() -> None:
    """Lihat perkara."""
    django.setup()


@command.command()
@click.argument("reference", metavar="ID|NOMOR")
@click.option("--json", "as_json", is_flag=True, help="Seluruh nilai sebagai JSON.")
def show(reference: str, *, as_json: bool) -> None:
    """Tampilkan satu perkara menurut nomor atau id-nya. Tanpa nama dan tanpa isi laporan."""
    from netra.apps.cases.selectors import case_of, find
    from netra.domain.cases.codec import dump

    case_id = find(reference)
    case = case_of(case_id) if case_id else None
    if case is None:
        click.echo(f"Tidak ada perkara {reference!r}.", err=True)
        sys.exit(1)
    if as_json:
        click.echo(json.dumps(dump(case), ensure_ascii=False, indent=2))
        return
    for line in _lines(case):
        click.echo(line)


@command.command()
def table() -> None:
    """Cetak tabel langkah sebagai Markdown, untuk docs/algorithms/case-transitions.md."""
    click.echo(as_markdown())


def _lines(case: Case) -> list[str]:
    lines = [
        f"{case.title}  ({case.id.hex})",
        f"  tahap      {case.state.label}",
        f"  jenis      {case.kind.value}",
        f"  kantor     {case.office.code} ({case.office.zone})",
        f"  pemilihan  {case.contest_code or 'tidak ada tahapan'}",
        f"  diterima   {_local(case, case.received_at)}",
    ]
    lines.extend(f"  nomor      {one.text}" for one in case.numbers)
    lines.extend(f"  tenggat    {_clock(case, one)}" for one in case.clocks)
    if case.pleno is not None:
        tracks = ", ".join(case.pleno.tracks)
        lines.append(f"  pleno      {case.pleno.on}: {case.pleno.verdict.label} {tracks}".rstrip())
    lines.extend(
        f"  diteruskan {one.letter_number} ({one.letter_on}) ke {one.authority}: "
        f"{one.decision.outcome if one.decision else 'menunggu'}"
        for one in case.forwards
    )
    return lines


def _clock(case: Case, clock: CaseClock) -> str:
    stands = clock.outcome.label if clock.outcome else "berjalan"
    if clock.outcome is ClockOutcome.PERSON_DECIDES:
        stands = f"{stands}: antara {clock.warn_on} dan {clock.due}"
    return f"{clock.title}: aman {clock.warn_on}, akhir {clock.ends(case.office.zone)}; {stands}"


def _local(case: Case, at: datetime) -> str:
    local = at.astimezone(case.office.zone.tzinfo)
    return f"{local:%Y-%m-%d %H.%M} {case.office.zone}"
