"""The command line finds its areas by itself, and says plainly what is wrong with a setting."""

import os
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from netra.cli.main import Areas, command, discover


def test_every_area_is_found_and_can_be_explained() -> None:
    found = discover("netra.cli")
    assert {"run", "worker", "setup", "demo", "import"} <= found.keys()
    for name in found:
        outcome = CliRunner().invoke(command, [name, "--help"])
        assert outcome.exit_code == 0, outcome.output


def test_an_unknown_area_is_refused() -> None:
    outcome = CliRunner().invoke(command, ["entah"])
    assert outcome.exit_code == 2


def test_the_module_name_import_is_typed_without_its_underscore() -> None:
    assert "import" in discover("netra.cli")
    group = command
    assert isinstance(group, Areas)
    context = click.Context(group)
    assert group.get_command(context, "import") is not None
    assert group.get_command(context, "import-") is None


def test_a_wrong_setting_stops_the_start_with_words_and_no_traceback(tmp_path: Path) -> None:
    outcome = subprocess.run(
        [sys.executable, "-m", "netra", "setup"],
        env={**os.environ, "NETRA_VAR": str(tmp_path), "NETRA_PUBLIC_PORT": "pintu"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert outcome.returncode == 1
    assert "NETRA_PUBLIC_PORT harus angka" in outcome.stderr
    assert "Traceback" not in outcome.stderr


@pytest.mark.parametrize("given", ["kemarin", "2024-10-01", "2024-10-01T09:00"])
def test_the_demo_clock_wants_an_instant_with_its_zone(given: str) -> None:
    outcome = CliRunner().invoke(command, ["demo", "clock", given])
    assert outcome.exit_code == 2
    assert "zonanya" in outcome.output
