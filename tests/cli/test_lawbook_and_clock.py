"""An officer at the terminal asks the lawbook; a jurist checks a copy of it."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from netra.adapters.lawbook_files import PACKAGED
from netra.cli.clock import command as clock
from netra.cli.lawbook import command as lawbook


def test_the_check_prints_a_table_by_status() -> None:
    result = CliRunner().invoke(lawbook, ["check"])

    assert result.exit_code == 0
    assert "verified_secondary" in result.output
    assert "Tidak ada masalah." in result.output


def test_the_check_as_json_counts_every_section() -> None:
    result = CliRunner().invoke(lawbook, ["check", "--json"])
    report = json.loads(result.output)

    assert report["ok"] is True
    assert {row["section"] for row in report["sections"]} >= {"regulations", "acts", "clocks"}
    assert report["examples"] > 50


def test_a_spoilt_copy_fails_and_names_the_place(tmp_path: Path) -> None:
    copy = tmp_path / "lawbook"
    shutil.copytree(PACKAGED, copy)
    file = copy / "procedures" / "mutasi.yaml"
    file.write_text(file.read_text().replace("due: 2024-03-21", "due: 2024-03-22", 1))

    result = CliRunner().invoke(lawbook, ["check", "--directory", str(copy)])

    assert result.exit_code == 1
    assert "clocks.mutation_ban" in result.output
    assert "terhitung 2024-03-21" in result.output


def test_an_unreadable_copy_fails_in_json_too(tmp_path: Path) -> None:
    (tmp_path / "acts.yaml").write_text("a: [")

    result = CliRunner().invoke(lawbook, ["check", "--directory", str(tmp_path), "--json"])

    assert result.exit_code == 1
    assert json.loads(result.output)["ok"] is False


@pytest.mark.parametrize(
    ("code", "wanted"),
    [
        ("uu-5-2014", "digantikan oleh UU 20/2023"),
        ("DIS-2", "Kelas menurut SKB: berat"),
        ("laporan_window", "pilkada: 7 hari kalender"),
        ("kasn", "tidak berlaku pada 2024-10-01"),
        ("laporan", "Formulir Laporan"),
        ("reg", "Nomor registrasi laporan"),
        ("ppk_follow_up", "belum ada angka yang terbaca"),
    ],
)
def test_any_code_can_be_shown(code: str, wanted: str) -> None:
    runner = CliRunner()

    text = runner.invoke(lawbook, ["show", code, "--on", "2024-10-01"])
    data = runner.invoke(lawbook, ["show", code, "--on", "2024-10-01", "--json"])

    assert wanted in text.output
    assert json.loads(data.output)["code"] == code


def test_a_misspelt_code_is_met_with_a_suggestion() -> None:
    result = CliRunner().invoke(lawbook, ["show", "uu-5-2104"])

    assert result.exit_code == 1
    assert "uu-5-2014" in result.output


def test_a_clock_prints_both_dates_and_its_working() -> None:
    result = CliRunner().invoke(
        clock, ["laporan_window", "--kind", "pilkada", "--from", "2024-09-24", "--region", "64.71"]
    )

    assert result.exit_code == 0
    assert "Batas aman   Senin, 30 September 2024" in result.output
    assert "Batas akhir  Selasa, 1 Oktober 2024" in result.output
    assert "pukul 16.00 WITA" in result.output
    assert "Selasa, 24 September 2024: hari diketahui" in result.output


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["tidak_ada", "--start", "2024-09-24"], "tidak ada dalam lawbook"),
        (["laporan_window", "--start", "kemarin"], "tulis seperti 2024-09-24"),
        (["laporan_window", "--start", "2024-09-24T10:00", "--kind", "pilkada"], "tanpa zona"),
        (["laporan_window", "--start", "2024-09-24", "--region", "99"], "tidak dikenal"),
        (["laporan_window", "--start", "2050-09-24", "--kind", "pilkada"], "di luar kalender"),
        (["ppk_follow_up", "--start", "2024-09-24"], "belum ada angka"),
        (["laporan_window", "--start", "2024-09-24"], "tidak berlaku untuk none"),
    ],
)
def test_a_wrong_question_gets_a_plain_message(arguments: list[str], message: str) -> None:
    result = CliRunner().invoke(clock, arguments)

    assert result.exit_code != 0
    assert message in result.output
    assert "Traceback" not in result.output
