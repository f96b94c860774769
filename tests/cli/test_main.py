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


def test_a_database_that_cannot_be_reached_is_said_in_words(tmp_path: Path) -> None:
    outcome = subprocess.run(
        [sys.executable, "-m", "netra", "setup"],
        env={
            **os.environ,
            "NETRA_VAR": str(tmp_path),
            "DATABASE_URL": f"sqlite:///{tmp_path}/missing/netra.sqlite3",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert outcome.returncode == 1
    assert "Basis data tidak dapat dipakai" in outcome.stderr
    assert "Traceback" not in outcome.stderr


def test_a_stranger_on_the_same_machine_reads_no_story(tmp_path: Path) -> None:
    """The database's file holds what people told; also one that was left open is closed."""
    var = tmp_path / "var"
    for _ in range(2):
        outcome = subprocess.run(
            [sys.executable, "-m", "netra", "setup"],
            env={**os.environ, "NETRA_VAR": str(var), "DATABASE_URL": ""},
            capture_output=True,
            text=True,
            check=False,
        )
        assert outcome.returncode == 0, outcome.stderr
        for path in (var, *var.glob("netra.sqlite3*")):
            assert path.stat().st_mode & 0o077 == 0, path
        (var / "netra.sqlite3").chmod(0o644)
