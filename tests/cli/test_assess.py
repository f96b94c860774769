"""``netra assess`` for an officer at a terminal and for a stranger's file of facts."""

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

from click.testing import CliRunner
from jsonschema import Draft202012Validator

from netra.cli.assess import command
from netra.cli.bench.assess import command as bench

FACTS: dict[str, Any] = {
    "deeds": ["campaign_speaker"],
    "act_date": "2024-10-15",
    "known_date": "2024-10-16",
    "reported_at": "2024-10-17T09:00:00+09:00",
    "actor": {"status": "pns", "position": "camat"},
    "contest": {"kind": "pilkada", "candidates_set_on": "2024-09-22",
                "campaign_from": "2024-09-25", "campaign_to": "2024-11-23",
                "voting_on": "2024-11-27"},
}  # fmt: skip


def test_one_document_in_one_answer_out() -> None:
    result = CliRunner().invoke(command, ["-"], input=json.dumps(FACTS))
    assert result.exit_code == 0, result.output
    answer = json.loads(result.stdout)
    assert answer["verdict"] == "violation_alleged"
    assert answer["clocks"][0]["working"]


def test_a_file_can_be_named(tmp_path: Path) -> None:
    path = tmp_path / "fakta.json"
    path.write_text(json.dumps(FACTS), encoding="utf-8")
    assert CliRunner().invoke(command, [str(path)]).exit_code == 0


def test_every_line_is_answered_and_a_bad_one_is_named() -> None:
    wrong = deepcopy(FACTS) | {"act_date": "2024-12-01"}
    unknown = deepcopy(FACTS) | {"deeds": ["terbang"]}
    lines = [
        json.dumps(FACTS),
        "",
        "{rusak",
        json.dumps(wrong),
        json.dumps(unknown),
        json.dumps(FACTS),
    ]
    result = CliRunner().invoke(command, ["--jsonl"], input="\n".join(lines))
    assert result.exit_code == 1
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert [row.get("verdict") for row in rows] == [
        "violation_alleged", None, None, None, "violation_alleged",
    ]  # fmt: skip
    assert [row["line"] for row in rows if "errors" in row] == [3, 4, 5]
    assert rows[2]["errors"][0]["field"] == "act_date"


def test_good_lines_alone_end_well() -> None:
    assert CliRunner().invoke(command, ["--jsonl"], input=json.dumps(FACTS)).exit_code == 0


def test_a_fault_goes_to_stderr_with_its_field() -> None:
    result = CliRunner().invoke(command, ["-"], input=json.dumps(FACTS | {"deeds": []}))
    assert result.exit_code == 1
    assert result.stdout == ""
    assert "deeds: Sebutkan sekurangnya satu perbuatan." in result.stderr


def test_ten_thousand_brackets_are_refused() -> None:
    result = CliRunner().invoke(command, ["-"], input="[" * 100_000)
    assert result.exit_code == 1
    assert "json" in result.stderr


def test_the_schema_accepts_the_facts_and_the_answer() -> None:
    printed = json.loads(CliRunner().invoke(command, ["--schema"], input="").stdout)
    Draft202012Validator.check_schema(printed)
    Draft202012Validator(printed).validate(FACTS)
    answer = json.loads(CliRunner().invoke(command, ["-"], input=json.dumps(FACTS)).stdout)
    Draft202012Validator(printed["$defs"]["answer"]).validate(answer)


def test_the_bench_prints_rows() -> None:
    result = CliRunner().invoke(bench, ["--json", "--answers", "50"])
    rows = json.loads(result.stdout)
    assert len(rows) == 3
    assert all(row["answers_per_s"] > 0 for row in rows)
