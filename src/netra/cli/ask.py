"""``netra ask``: may I? Advice before a deed; needs no database and keeps nothing."""

import json
from datetime import datetime

import click

from netra.adapters.lawbook_files import load_lawbook
from netra.domain.advice.advise import advise
from netra.domain.advice.answer import Advice
from netra.domain.advice.matching import understand
from netra.domain.calendar import Zone, long_date


@click.command()
@click.argument("question", metavar="PERTANYAAN")
@click.option("--on", metavar="TANGGAL", type=click.DateTime(["%Y-%m-%d"]), default=None,
              help="Hari perbuatan (TTTT-BB-HH); tanpa ini: hari ini, WIB.")  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="Cetak jawaban sebagai JSON.")
def command(question: str, on: datetime | None, *, as_json: bool) -> None:
    """Bolehkah saya …? Nasihat yang hati-hati, dengan syarat, alasan, dan pasalnya.

    Contoh: netra ask "bolehkah saya hadir di kampanye istri saya?"
    """
    law = load_lawbook()
    day = (on or datetime.now(Zone.WIB.tzinfo)).date()
    advice = advise(understand(question, law.advice.lexicon, day), law)
    if as_json:
        click.echo(json.dumps(advice.to_json(), ensure_ascii=False, indent=2))
        return
    click.echo(_text(advice, {code: law.deeds[code].title for code in advice.deeds}))


def _text(advice: Advice, titles: dict[str, str]) -> str:
    lines = [f"{advice.answer.label} ({long_date(advice.on)})"]
    if titles:
        lines.append(f"Perbuatan: {'; '.join(titles.values())}")
    lines.extend(text for text in (advice.kindly, advice.condition) if text)
    for head, texts in (
        ("Keterangan resmi bertentangan", advice.conflicts),
        ("Mengapa", advice.reasons),
        ("Yang dapat Anda lakukan", advice.instead),
        ("Dasar hukum", advice.dasar_hukum),
        ("Siapa yang dapat ditanya", tuple(f"{c.title}: {c.text}" for c in advice.ask)),
    ):
        if texts:
            lines.extend(("", f"{head}:", *(f"- {text}" for text in texts)))
    return "\n".join(lines)
