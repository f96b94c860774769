"""What holds for every report whatsoever: a citizen's, an importer's, or a stranger's random one."""

from datetime import date, timedelta
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from netra.adapters.lawbook_files import load_lawbook
from netra.domain.assessment.answer import Answer, Verdict
from netra.domain.assessment.assess import assess
from netra.domain.assessment.facts import FactsInvalid, FieldProblem, parse_facts
from netra.domain.assessment.schema import answer_schema, facts_schema
from netra.domain.assessment.values import Facts
from netra.domain.lawbook.vocabulary import (
    ActorStatus,
    Circumstance,
    PoliticalRole,
    Position,
    TargetKind,
)

LAW = load_lawbook()
FACTS_SCHEMA = Draft202012Validator(facts_schema(LAW))
ANSWER_SCHEMA = Draft202012Validator(answer_schema())
SET_ON = date(2024, 9, 22)

_maybe = st.sampled_from([True, False, None])
_day = st.dates(date(2022, 1, 1), date(2026, 12, 31))


def _or_none(values: Any) -> Any:
    return st.sampled_from([*(str(value) for value in values), None])


@st.composite
def facts_json(draw: st.DrawFn) -> dict[str, Any]:
    """Mostly plausible facts; contradictions are left to ``parse_facts``."""
    act = draw(st.none() | _day | st.dates(SET_ON - timedelta(2), SET_ON + timedelta(2)))
    start = act or date(2024, 10, 1)
    known = draw(st.none() | st.integers(0, 40).map(lambda days: start + timedelta(days)))
    reported = draw(
        st.none() | st.integers(0, 30).map(lambda days: (known or start) + timedelta(days))
    )
    contest = draw(
        st.none()
        | st.fixed_dictionaries(
            {
                "kind": st.sampled_from(["pilkada", "pemilu", None]),
                "candidates_set_on": st.sampled_from([SET_ON.isoformat(), None]),
                "campaign_from": st.sampled_from(["2024-09-25", None]),
                "campaign_to": st.sampled_from(["2024-11-23", None]),
                "voting_on": st.sampled_from(["2024-11-27", None]),
            }
        )
    )
    return {
        "deeds": draw(st.lists(st.sampled_from(sorted(LAW.deeds)), min_size=1, max_size=3)),
        "act_date": act.isoformat() if act else None,
        "known_date": known.isoformat() if known else None,
        "reported_at": f"{reported.isoformat()}T22:30:00+09:00" if reported else None,
        "actor": {
            "status": draw(_or_none(ActorStatus)),
            "position": draw(_or_none(Position)),
            "role": draw(_or_none(PoliticalRole)),
            "on_cltn": draw(_maybe),
            "spouse_of_candidate": draw(_maybe),
        },
        "contest": contest,
        "target": draw(_or_none(TargetKind)),
        "circumstances": draw(st.lists(st.sampled_from(list(Circumstance)), max_size=3)),
    }


def _assessed(data: dict[str, Any]) -> tuple[Facts, Answer]:
    facts, problems = _parsed(data)
    assert all(one.field and one.message for one in problems)
    assume(facts is not None)
    assert facts is not None
    return facts, assess(facts, LAW)


def _parsed(data: object) -> tuple[Facts | None, tuple[FieldProblem, ...]]:
    try:
        return parse_facts(data), ()
    except FactsInvalid as error:
        return None, error.problems


@settings(max_examples=400, deadline=None)
@given(facts_json())
def test_every_valid_report_gets_an_answer_that_keeps_the_rules(data: dict[str, Any]) -> None:
    facts, answer = _assessed(data)
    authorities = {track.authority for track in answer.tracks}
    assert answer.tracks
    if answer.verdict is Verdict.NEEDS_HUMAN:
        assert answer.questions
        assert answer.needs_human_because
        assert all(item.outcome != "established" for item in answer.items)
    else:
        assert answer.reasons
        assert not answer.needs_human_because
        assert answer.status != "unverified"
    if facts.actor.status in {"kepala_desa", "perangkat_desa", "bpd", "honorer", "tni", "polri"}:
        assert authorities.isdisjoint({"bkn", "kasn"})
    if facts.act_date is None:
        assert answer.verdict is not Verdict.VIOLATION_ALLEGED
    elif facts.act_date < date(2022, 9, 22):
        assert answer.verdict is Verdict.NEEDS_HUMAN
        assert any("belum dimuat" in reason for reason in answer.reasons)
    if facts.contest is None:
        assert not answer.clocks
        assert all(not item.code.startswith(("PILKADA", "PEMILU")) for item in answer.items)
    if facts.actor.status is not None and facts.step_date is not None and "kasn" in authorities:
        assert facts.step_date < date(2024, 8, 24)


@settings(max_examples=150, deadline=None)
@given(facts_json())
def test_facts_and_answer_fit_the_schema(data: dict[str, Any]) -> None:
    FACTS_SCHEMA.validate(data)
    _facts, answer = _assessed(data)
    ANSWER_SCHEMA.validate(answer.to_json())


@settings(max_examples=60, deadline=None)
@given(facts_json())
def test_the_same_facts_get_the_same_answer(data: dict[str, Any]) -> None:
    _facts, first = _assessed(data)
    _again, second = _assessed(data)
    assert first.to_json() == second.to_json()


@settings(max_examples=100, deadline=None)
@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(max_size=20),
                    lambda inner: st.lists(inner, max_size=3)
                    | st.dictionaries(st.sampled_from(["deeds", "actor", "contest", "act_date",
                                                       "reported_at", "x"]), inner, max_size=4),
                    max_leaves=8))  # fmt: skip
def test_rubbish_is_refused_by_name_and_never_crashes(data: object) -> None:
    facts, problems = _parsed(data)
    assert facts is None
    assert problems
