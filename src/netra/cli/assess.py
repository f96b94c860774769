"""``netra assess``: facts in, law out, one document or one line each."""

import json
import sys
from collections.abc import Iterator
from typing import TextIO

import click

from netra.adapters.lawbook_files import load_lawbook
from netra.domain.assessment.assess import assess
from netra.domain.assessment.facts import FactsInvalid, FieldProblem, parse_facts
from netra.domain.assessment.schema import schema
from netra.domain.lawbook.book import Lawbook

_INVALID = 1


@click.command()
@click.argument("source", metavar="[BERKAS|-]", type=click.File(encoding="utf-8"), default="-")
@click.option("--jsonl", is_flag=True, help="Satu fakta tiap baris; satu jawaban tiap baris.")
@click.option("--schema", "show_schema", is_flag=True, help="Cetak skema JSON fakta dan jawaban.")
@click.pass_context
def command(ctx: click.Context, source: TextIO, *, jsonl: bool, show_schema: bool) -> None:
    """Nilai fakta menurut lawbook: butir, jalur, tenggat, alasan, dan pertanyaan.

    Keluar dengan kode 1 bila ada fakta yang tidak dapat dinilai; baris lain tetap dijawab.
    """
    law = load_lawbook()
    if show_schema:
        _print(schema(law), pretty=True)
        return
    if jsonl:
        failed = False
        for number, line in _lines(source):
            answer, problems = _answer(line, law)
            failed = failed or bool(problems)
            _print({"line": number, "errors": problems} if problems else answer, pretty=False)
        ctx.exit(_INVALID if failed else 0)
    answer, problems = _answer(source.read(), law)
    if problems:
        for problem in problems:
            click.echo(f"{problem['field']}: {problem['message']}", err=True)
        ctx.exit(_INVALID)
    _print(answer, pretty=sys.stdout.isatty())


def _lines(source: TextIO) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(source, start=1):
        if line.strip():
            yield number, line


def _answer(text: str, law: Lawbook) -> tuple[dict[str, object], list[dict[str, str]]]:
    """The answer, or the problems that kept it from being given."""
    try:
        return assess(parse_facts(json.loads(text)), law).to_json(), []
    except json.JSONDecodeError as error:
        place = f"baris {error.lineno}, kolom {error.colno}"
        problems: tuple[FieldProblem, ...] = (
            FieldProblem("json", f"Bukan JSON yang sah: {error.msg} ({place})."),
        )
    except RecursionError:
        problems = (FieldProblem("json", "JSON bersarang terlalu dalam."),)
    except FactsInvalid as error:
        problems = error.problems
    return {}, [{"field": one.field, "message": one.message} for one in problems]


def _print(value: object, *, pretty: bool) -> None:
    if pretty:
        click.echo(json.dumps(value, ensure_ascii=False, indent=2))
    else:
        click.echo(json.dumps(value, ensure_ascii=False, separators=(",", ":")))
