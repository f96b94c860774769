"""Anybody may ask what follows from facts; nothing is kept."""

from collections.abc import Callable
from typing import Any

import pytest

pytestmark = pytest.mark.django_db
PATH = "/api/v1/assessments"
Post = Callable[..., Any]


def test_a_stranger_gets_the_answer_with_its_grounds(post: Post, facts: dict[str, Any]) -> None:
    answer = post(PATH, facts).json()
    assert answer["verdict"] == "violation_alleged"
    assert [item["code"] for item in answer["items"]] == ["DIS-2"]
    assert answer["tracks"][0]["authority"] == "bkn"
    (window,) = [clock for clock in answer["clocks"] if clock["code"] == "laporan_window"]
    assert (window["warn_on"], window["due"]) == ("2024-09-30", "2024-10-01")
    assert window["working"]


def test_the_answer_equals_that_of_the_command_line(post: Post, facts: dict[str, Any]) -> None:
    """One service behind every door."""
    from netra.apps.ports import wired
    from netra.domain.assessment.assess import assess
    from netra.domain.assessment.facts import parse_facts

    assert post(PATH, facts).json() == assess(parse_facts(facts), wired().lawbook()).to_json()


def test_every_faulty_fact_is_named_at_once(post: Post, facts: dict[str, Any]) -> None:
    facts["act_date"] = "23 September"
    facts["actor"]["status"] = "raja"
    response = post(PATH, facts)
    assert response.status_code == 422
    assert {"act_date", "actor.status"} <= {one["field"] for one in response.json()["errors"]}


def test_one_like_is_left_to_people(post: Post, facts: dict[str, Any]) -> None:
    answer = post(PATH, {**facts, "deeds": ["social_like"]}).json()
    assert answer["verdict"] == "needs_human"
    assert answer["questions"]
