"""Importing laporan from a file: every line is either taken once or named with its fault."""

import json
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator

from netra.apps.intake.models import Submission
from netra.apps.journal.services import personal
from netra.apps.organisations.models import Office
from netra.cli.import_ import command

pytestmark = pytest.mark.django_db
Import = Callable[..., Result]


def line(**changes: Any) -> dict[str, Any]:
    return {
        "id": "A-1",
        "story": "Lurah membagikan kaus pasangan calon di kantor kelurahan.",
        "region_code": "64.71",
        "deeds": ["campaign_attributes"],
        "act_date": "2024-09-30",
        **changes,
    }


@pytest.fixture
def run(tmp_path: Path) -> Import:
    def importing(*lines: object, options: tuple[str, ...] = ()) -> Result:
        file = tmp_path / "laporan.jsonl"
        rows = [one if isinstance(one, bytes) else json.dumps(one).encode() for one in lines]
        file.write_bytes(b"\n".join(rows) + b"\n")
        return CliRunner().invoke(command, ["laporan", str(file), *options])

    return importing


def test_each_good_line_becomes_one_laporan(run: Import, office: Office) -> None:
    outcome = run(line(), line(id="A-2", reporter={"name": "Warga Contoh"}))
    assert outcome.exit_code == 0, outcome.output
    assert "2 laporan baru" in outcome.output
    first, second = Submission.objects.order_by("received_at", "anonymous")
    assert {first.channel, second.channel} == {"import"}
    assert sorted([first.anonymous, second.anonymous]) == [False, True]


def test_importing_again_changes_nothing(run: Import, office: Office) -> None:
    run(line(), line(id="A-2"))
    again = run(line(id="A-2"), line())
    assert again.exit_code == 0
    assert "2 sudah pernah diterima" in again.output
    assert Submission.objects.count() == 2


def test_a_line_without_an_id_is_known_by_its_content(run: Import, office: Office) -> None:
    row = line()
    del row["id"]
    run(row, row)
    assert Submission.objects.count() == 1


def test_an_id_with_another_content_is_refused_and_the_first_stays(
    run: Import, office: Office
) -> None:
    run(line())
    outcome = run(line(story="Cerita lain yang sama panjangnya kira-kira."))
    assert outcome.exit_code == 1
    assert "baris 1: id: sudah pernah diimpor dengan isi lain" in outcome.output
    submission = Submission.objects.get()
    assert "Lurah" in personal(f"case:{submission.pk.hex}")[0]["story"]


@pytest.mark.parametrize(
    ("bad", "told"),
    [
        (b"{", "bukan JSON yang utuh"),
        (b"\xff{}", "bukan UTF-8 (bita ke-1)"),
        (b"[" * 100_000, "bukan JSON"),
        ([], "harus berupa objek JSON"),
        (line(id=""), "id: harus berupa teks"),
        (line(id=7), "id: harus berupa teks"),
        (line(region_code="99"), "region_code: Wilayah ini tidak dikenal"),
        (line(region_code=""), "region_code:"),
        (line(act_date="31-12-2024"), "act_date:"),
        (line(story="x" * 10_000_000), "story: Terlalu panjang"),
        (line(deeds="attend_campaign"), "deeds: Harus berupa daftar"),
        (line(warna="merah"), "warna: Isian ini tidak dikenal"),
    ],
    ids=lambda value: str(value)[:24],
)
def test_a_bad_line_is_named_and_the_good_ones_are_taken(
    run: Import, office: Office, bad: object, told: str
) -> None:
    outcome = run(line(id="before"), bad, line(id="after"))
    assert outcome.exit_code == 1
    assert f"baris 2: {told}" in outcome.output
    assert Submission.objects.count() == 2


def test_every_fault_of_a_line_is_told_at_once(run: Import, office: Office) -> None:
    outcome = run(line(act_date="kemarin", known_date="besok", deeds=["entah"]))
    assert {"act_date", "known_date", "deeds"} <= {
        part.split(": ")[1] for part in outcome.output.splitlines() if part.startswith("baris 1")
    }


def test_a_dry_run_keeps_nothing(run: Import, office: Office) -> None:
    outcome = run(line(), b"{", options=("--dry-run",))
    assert outcome.exit_code == 1
    assert "1 baris benar" in outcome.output
    assert Submission.objects.count() == 0


def test_an_office_imports_only_what_is_its_own(run: Import, office: Office) -> None:
    outcome = run(line(), options=("--office", "bawaslu-lain"))
    assert outcome.exit_code == 1
    assert "Tidak ada kantor" in outcome.output
    Office.objects.create(
        code="bawaslu-lain",
        name="Bawaslu Kota Lain",
        kind=Office.Kind.BAWASLU,
        level=Office.Level.KOTA,
        region_code="32.75",
        age_recipient=office.age_recipient,
    )
    outcome = run(line(), options=("--office", "bawaslu-lain"))
    assert "penerimanya bawaslu-contoh, bukan bawaslu-lain" in outcome.output
    assert Submission.objects.count() == 0


def test_the_receipts_are_kept_where_only_the_operator_reads(
    run: Import, office: Office, tmp_path: Path
) -> None:
    kept = tmp_path / "tanda-terima.jsonl"
    run(line(), options=("--receipts", str(kept)))
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    (row,) = [json.loads(text) for text in kept.read_text().splitlines()]
    assert row["office"] == office.code
    assert len(row["receipt"].replace("-", "")) == 24


def test_the_schema_says_what_is_taken(run: Import, office: Office) -> None:
    printed = CliRunner().invoke(command, ["laporan", "--schema"])
    schema = json.loads(printed.output)
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    assert validator.is_valid(line())
    for wrong in (line(id=""), line(deeds=["entah"]), line(story="x"), line(warna="merah")):
        assert not validator.is_valid(wrong)
        assert run(wrong).exit_code == 1


def test_an_empty_file_is_told_so(run: Import, office: Office) -> None:
    outcome = run(b"", b"   ")
    assert outcome.exit_code == 0
    assert "kosong" in outcome.output


def test_nobody_receives_where_no_office_is_set_up(run: Import) -> None:
    outcome = run(line())
    assert outcome.exit_code == 1
    assert "belum ada kantor" in outcome.output
