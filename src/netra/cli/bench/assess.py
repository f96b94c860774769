"""``netra bench assess``: full answers per second and core, over many different facts."""

import json
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from itertools import product

import click

from netra.adapters.lawbook_files import load_lawbook
from netra.domain.assessment.assess import assess
from netra.domain.assessment.facts import FactsInvalid, parse_facts
from netra.domain.lawbook.book import Lawbook

_RUNS = 5
_PEOPLE = (("pns", "pelaksana"), ("pns", "camat"), ("pppk", "fungsional"), ("honorer", None),
           ("kepala_desa", None))  # fmt: skip
_TOLD = ((), ("active_support",), ("passive",), ("campaign_group_account",))
_FIRST_DAY = date(2024, 9, 1)


@dataclass(frozen=True, slots=True)
class Row:
    """One measurement; rates are per CPU second of one core, best of five runs, because other work on the machine only slows."""

    what: str
    answers_per_s: int
    us_per_answer: float


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Cetak daftar baris sebagai JSON.")
@click.option("--answers", default=6000, show_default=True, help="Banyak fakta yang berbeda.")
def command(*, as_json: bool, answers: int) -> None:
    """Ukur jawaban penuh per detik: fakta JSON dibaca, dinilai, dan dijadikan JSON lagi."""
    law = load_lawbook()
    facts = _facts(law, answers)
    rows = [
        _measure("pertama kali, uraian tenggat belum dirender", _lazily(law), facts, runs=1),
        _measure("uraian tenggat belum dirender", _lazily(law), facts, runs=_RUNS),
        _measure("uraian tenggat dirender", _with_working(law), facts, runs=_RUNS),
    ]
    if as_json:
        click.echo(json.dumps([asdict(row) for row in rows], ensure_ascii=False))
        return
    click.echo(f"{len(facts)} fakta berbeda, per inti")
    for row in rows:
        click.echo(f"{row.answers_per_s:>8}/s  {row.us_per_answer:>7.1f} µs  {row.what}")


Answering = Callable[[dict[str, object]], object]


def _lazily(law: Lawbook) -> Answering:
    return lambda facts: assess(parse_facts(facts), law).to_json(with_working=False)


def _with_working(law: Lawbook) -> Answering:
    return lambda facts: assess(parse_facts(facts), law).to_json()


def _measure(
    what: str, answering: Answering, facts: Sequence[dict[str, object]], *, runs: int
) -> Row:
    seconds = min(_seconds(answering, facts) for _ in range(runs))
    each = seconds / len(facts)
    return Row(what, round(1 / each), round(each * 1e6, 1))


def _seconds(answering: Answering, facts: Sequence[dict[str, object]]) -> float:
    begun = time.process_time()
    for one in facts:
        answering(one)
    return time.process_time() - begun


def _facts(law: Lawbook, number: int) -> list[dict[str, object]]:
    """Different facts in a fixed order; combinations that contradict themselves are left out."""
    kinds = list(product(law.deeds, _PEOPLE, _TOLD))
    facts: list[dict[str, object]] = []
    turn = 0
    while len(facts) < number:
        deed, (status, position), told = kinds[turn % len(kinds)]
        one = _fact(deed, status, position, told, _FIRST_DAY + timedelta(turn % 80))
        turn += 1
        try:
            parse_facts(one)
        except FactsInvalid:
            continue
        facts.append(one)
    return facts


def _fact(
    deed: str, status: str, position: str | None, told: tuple[str, ...], day: date
) -> dict[str, object]:
    known, reported = day + timedelta(1), day + timedelta(3)
    return {
        "deeds": [deed],
        "act_date": day.isoformat(),
        "known_date": known.isoformat(),
        "reported_at": f"{reported.isoformat()}T10:00:00+08:00",
        "actor": {
            "status": status,
            "position": position,
            "role": None,
            "on_cltn": False,
            "spouse_of_candidate": deed == "spouse_accompany",
        },
        "contest": {
            "kind": "pilkada",
            "candidates_set_on": "2024-09-22",
            "campaign_from": "2024-09-25",
            "campaign_to": "2024-11-23",
            "voting_on": "2024-11-27",
        },
        "target": None,
        "circumstances": list(told),
    }
