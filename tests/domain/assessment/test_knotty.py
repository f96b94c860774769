"""The knotty cases: what a jurist wrote down in knotty.yaml is what a citizen's report gets."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from netra.domain.assessment.answer import Answer
from netra.domain.assessment.assess import assess
from netra.domain.assessment.facts import parse_facts
from netra.domain.lawbook.book import Lawbook

TABLE: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "knotty.yaml").read_text("utf-8"))


def _changed(facts: Any, change: Any) -> Any:
    if not isinstance(facts, Mapping) or not isinstance(change, Mapping):
        return change
    return {key: _changed(facts.get(key), change[key]) if key in change else facts[key]
            for key in {**facts, **change}}  # fmt: skip


def _variants() -> Iterator[Any]:
    for case in TABLE["cases"]:
        facts = _changed(TABLE["base"], case.get("change", {}))
        for variant in case["variants"]:
            yield pytest.param(
                _changed(facts, variant.get("change", {})),
                variant["expect"],
                id=f"{case['number']}: {variant['name']}",
            )


def test_every_case_has_three_variants_and_none_is_missing() -> None:
    assert {case["number"] for case in TABLE["cases"]} == {*range(1, 17), 18, 19, 20}
    assert all(len(case["variants"]) >= 3 for case in TABLE["cases"])


@pytest.mark.parametrize(("facts", "expect"), list(_variants()))
def test_a_report_gets_the_answer_in_the_table(
    law: Lawbook, facts: dict[str, Any], expect: dict[str, Any]
) -> None:
    answer = assess(parse_facts(facts), law)
    shown = f"{answer.verdict} {[(one.code, one.outcome) for one in answer.items]}"
    if "verdict" in expect:
        assert answer.verdict == expect["verdict"], (shown, answer.questions)
    if "status" in expect:
        assert answer.status == expect["status"]
    if "because" in expect:
        assert list(answer.needs_human_because) == expect["because"]
    if "clocks" in expect:
        assert len(answer.clocks) == expect["clocks"]
    if "item_count" in expect:
        assert len(answer.items) == expect["item_count"]
    _check_items(answer, expect, shown)
    _check_tracks(answer, expect)
    for key, texts in (("says", answer.reasons), ("asks", answer.questions)):
        if key in expect:
            assert any(expect[key] in text for text in texts), texts


def _check_items(answer: Answer, expect: dict[str, Any], shown: str) -> None:
    items = {item.code: item for item in answer.items}
    for code, outcome in expect.get("items", {}).items():
        assert code in items, shown
        assert items[code].outcome == outcome, shown
    for code in expect.get("without", ()):
        assert code not in items, shown
    for code in expect.get("conflict", ()):
        assert items[code].conflict
    for code, classes in expect.get("classes", {}).items():
        assert {"skb": items[code].skb, "pp94": items[code].pp94} == classes
    for code, ground in expect.get("grounds", {}).items():
        assert any(ground in one for one in items[code].dasar_hukum), items[code].dasar_hukum
    for code, ground in expect.get("no_grounds", {}).items():
        assert not any(ground in one for one in items[code].dasar_hukum), items[code].dasar_hukum


def _check_tracks(answer: Answer, expect: dict[str, Any]) -> None:
    tracks = {track.track: track for track in reversed(answer.tracks)}
    for track, authority in expect.get("tracks", {}).items():
        assert tracks[track].authority == authority
    for track, outcome in expect.get("track_outcomes", {}).items():
        assert tracks[track].outcome == outcome
    authorities = {str(track.authority) for track in answer.tracks}
    assert authorities.isdisjoint(expect.get("never", ())), authorities
