"""``netra ask`` for somebody at a terminal who wants to know before doing it."""

import json

import pytest
from click.testing import CliRunner

from netra.cli.ask import command

SPOUSE = "bolehkah saya hadir di kampanye istri saya?"


def test_the_agreed_keys_come_first() -> None:
    result = CliRunner().invoke(command, [SPOUSE, "--json"])
    assert result.exit_code == 0, result.output
    advice = json.loads(result.stdout)
    assert list(advice)[:4] == ["answer", "condition", "dasar_hukum", "sources_conflict"]
    assert advice["answer"] == "depends"
    assert "CLTN" in advice["condition"]
    assert advice["dasar_hukum"]
    assert advice["sources_conflict"] is False
    assert SPOUSE not in result.stdout


def test_the_day_may_be_named() -> None:
    result = CliRunner().invoke(command, ["boleh like?", "--json", "--on", "2024-09-30"])
    assert json.loads(result.stdout)["on"] == "2024-09-30"


@pytest.mark.parametrize("day", ["besok", "2024-13-01"])
def test_a_day_that_is_none_is_refused(day: str) -> None:
    assert CliRunner().invoke(command, ["boleh?", "--on", day]).exit_code == 2


def test_people_get_words() -> None:
    result = CliRunner().invoke(command, ["PNS boleh hadir di kampanye asal diam?"])
    assert result.exit_code == 0
    assert result.stdout.startswith("Tergantung")
    for part in ("Keterangan resmi bertentangan", "Yang dapat Anda lakukan", "Bawaslu"):
        assert part in result.stdout
