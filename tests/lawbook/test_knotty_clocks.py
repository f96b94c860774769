"""Knotty cases 17 and 23, asked as an officer would ask them: by ``netra clock``."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from netra.cli.clock import command

VARIANTS = [
    pytest.param(variant, id=f"{path.stem}: {variant['name']}")
    for path in sorted((Path(__file__).parent / "knotty").glob("*.yaml"))
    for variant in yaml.safe_load(path.read_text())
]


@pytest.mark.parametrize("variant", VARIANTS)
def test_a_knotty_case_has_its_answer(variant: dict[str, Any]) -> None:
    result = CliRunner().invoke(command, [*variant["ask"], "--json"])

    assert result.exit_code == 0, result.output
    answer = json.loads(result.output)
    assert {key: answer[key] for key in variant["answer"]} == variant["answer"]
    assert variant.get("working", "") in "\n".join(answer["working"])


def test_a_late_report_is_not_thrown_away() -> None:
    result = CliRunner().invoke(
        command, ["laporan_window", "--contest", "pilkada", "--start", "2024-09-24", "--json"]
    )

    consequence = json.loads(result.output)["consequence"]
    assert "informasi awal" in consequence
    assert "PPK tetap wajib bertindak" in consequence
