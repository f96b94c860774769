"""Strangers ask in their own words; every question of the file must be answered as it says."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from netra.domain.advice.advise import advise
from netra.domain.advice.matching import understand
from netra.domain.lawbook.book import Lawbook

ON = date(2026, 11, 21)
QUESTIONS: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "questions.yaml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("row", QUESTIONS, ids=[row["ask"][:60] for row in QUESTIONS])
def test_a_question_in_own_words(law: Lawbook, row: dict[str, Any]) -> None:
    advice = advise(understand(row["ask"], law.advice.lexicon, ON), law)
    assert advice.answer == row["answer"], advice
    if "deed" in row:
        assert row["deed"] in advice.deeds
    assert row.get("says", "") in (advice.condition or "")
    if "conflict" in row:
        assert advice.sources_conflict is row["conflict"]


@pytest.mark.parametrize("row", QUESTIONS[::7], ids=[row["ask"][:60] for row in QUESTIONS[::7]])
@pytest.mark.parametrize("on", [date(2024, 10, 10), date(2029, 1, 5)])
def test_the_answer_does_not_hang_on_today(law: Lawbook, row: dict[str, Any], on: date) -> None:
    assert advise(understand(row["ask"], law.advice.lexicon, on), law).answer == row["answer"]


def test_there_are_enough_questions_of_every_answer() -> None:
    assert len(QUESTIONS) >= 40
    assert {row["answer"] for row in QUESTIONS} == {"allowed", "depends", "forbidden"}
