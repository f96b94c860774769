"""The agreed example, the sanction columns, and what is told when the law is silent."""

from copy import deepcopy
from typing import Any

import pytest

from netra.domain.assessment.answer import Answer, Verdict
from netra.domain.assessment.assess import assess
from netra.domain.assessment.eras import era_of
from netra.domain.assessment.facts import parse_facts
from netra.domain.assessment.situation import possible_targets
from netra.domain.lawbook.book import Lawbook

EXAMPLE: dict[str, Any] = {
    "deeds": ["social_post_support"],
    "act_date": "2024-09-23",
    "known_date": "2024-09-24",
    "reported_at": "2024-09-25T10:00:00+08:00",
    "actor": {"status": "pns", "position": "pelaksana", "role": None, "on_cltn": False,
              "spouse_of_candidate": False},
    "contest": {"kind": "pilkada", "candidates_set_on": "2024-09-22",
                "campaign_from": "2024-09-25", "campaign_to": "2024-11-23",
                "voting_on": "2024-11-27"},
    "target": None,
    "circumstances": [],
}  # fmt: skip


def _answer(law: Lawbook, **changes: Any) -> Answer:
    facts = deepcopy(EXAMPLE)
    facts["actor"] |= changes.pop("actor", {})
    return assess(parse_facts(facts | changes), law)


def test_the_agreed_example(law: Lawbook) -> None:
    shown = _answer(law).to_json()
    assert shown["verdict"] == "violation_alleged"
    (item,) = shown["items"]
    assert (item["code"], item["regime"], item["conflict"]) == ("DIS-2", "disiplin", False)
    assert item["classes"] == {"skb": "berat", "pp94": None}
    (track,) = shown["tracks"]
    assert (track["track"], track["authority"]) == ("hukum_lainnya", "bkn")
    (clock,) = shown["clocks"]
    assert clock["code"] == "laporan_window"
    assert (clock["warn_on"], clock["due"]) == ("2024-09-30", "2024-10-01")
    assert clock["counting"] == "hari_kalender"
    assert len(clock["working"]) > 7


def test_a_null_class_is_a_gap_told_as_such(law: Lawbook) -> None:
    assert any("Celah" in reason for reason in _answer(law).reasons)


@pytest.mark.parametrize(("deed", "day", "code"), [("campaign_team", "2024-09-21", "DIS-9"),
                                                    ("campaign_team", "2024-09-23", "DIS-10")])  # fmt: skip
def test_an_unread_class_stays_null_and_unverified(
    law: Lawbook, deed: str, day: str, code: str
) -> None:
    answer = _answer(law, deeds=[deed], act_date=day)
    item = next(one for one in answer.items if one.code == code)
    assert (item.skb, item.pp94, item.skb_status) == (None, None, "unverified")
    assert any("belum terkonfirmasi" in reason for reason in answer.reasons)
    assert any("Pasal 3 huruf d atau f" in reason for reason in answer.reasons)


def test_the_residual_form_goes_to_the_satgas(law: Lawbook) -> None:
    answer = _answer(law, deeds=["other"])
    assert answer.verdict is Verdict.NEEDS_HUMAN
    item = next(one for one in answer.items if one.code == "DIS-13")
    assert item.skb == "satgas"
    assert {"satgas", "bkn"} <= {track.authority for track in answer.tracks}


@pytest.mark.parametrize("deed", ["money_or_goods", "obstruct_choice"])
def test_a_deed_without_law_is_reportable_and_left_to_people(law: Lawbook, deed: str) -> None:
    answer = _answer(law, deeds=[deed])
    assert answer.verdict is Verdict.NEEDS_HUMAN
    assert any("belum diteliti" in reason for reason in answer.reasons)
    assert "open_law" in answer.needs_human_because


@pytest.mark.parametrize("deed", ["vote", "election_officer_adhoc", "receive_material"])
def test_what_is_allowed_is_no_violation_and_says_how_sure(law: Lawbook, deed: str) -> None:
    answer = _answer(law, deeds=[deed])
    assert (answer.verdict, answer.status) == (Verdict.NOT_A_VIOLATION, "unconfirmed")


def test_a_party_witness_is_a_question_of_open_law(law: Lawbook) -> None:
    answer = _answer(law, deeds=["party_witness"])
    assert list(answer.needs_human_because) == ["open_law"]


def test_an_allowed_deed_beside_a_forbidden_one_does_not_clear_it(law: Lawbook) -> None:
    answer = _answer(law, deeds=["vote", "social_post_support"])
    assert answer.verdict is Verdict.VIOLATION_ALLEGED


def test_a_gesture_told_beside_a_photo_proves_the_purpose(law: Lawbook) -> None:
    answer = _answer(law, deeds=["photo_with_candidate", "gesture"])
    assert answer.verdict is Verdict.VIOLATION_ALLEGED
    assert answer.items[0].code == "DIS-7"


def test_a_late_report_is_informasi_awal_and_the_agency_still_acts(law: Lawbook) -> None:
    answer = _answer(law, reported_at="2024-10-02T10:00:00+08:00")
    assert any("informasi awal" in reason for reason in answer.reasons)
    assert ("disiplin_internal", "ppk") in {(one.track, one.authority) for one in answer.tracks}


def test_between_the_two_counting_dates_a_person_decides(law: Lawbook) -> None:
    answer = _answer(law, reported_at="2024-10-01T10:00:00+08:00")
    assert any("petugas memutuskan" in reason for reason in answer.reasons)
    assert all(one.track != "disiplin_internal" for one in answer.tracks)


def test_an_unknown_day_of_the_act_is_asked_for(law: Lawbook) -> None:
    answer = _answer(law, act_date=None)
    assert answer.verdict is Verdict.NEEDS_HUMAN
    assert {item.code for item in answer.items} == {"KE-2", "DIS-2"}
    assert any("Kapan perbuatan" in question for question in answer.questions)


def test_an_unknown_day_of_knowing_is_asked_for_but_decides_nothing(law: Lawbook) -> None:
    answer = _answer(law, known_date=None)
    assert answer.verdict is Verdict.VIOLATION_ALLEGED
    assert not answer.clocks
    assert any("mengetahui" in question for question in answer.questions)


def test_an_unknown_status_opens_every_law_and_names_no_desk(law: Lawbook) -> None:
    answer = _answer(law, actor={"status": None})
    assert answer.verdict is Verdict.NEEDS_HUMAN
    assert {"DIS-2", "KONTRAK-SE1"} <= {item.code for item in answer.items}
    assert "bkn" not in {track.authority for track in answer.tracks}


def test_a_threatened_punishment_is_shown_as_dated_text(law: Lawbook) -> None:
    answer = _answer(law, deeds=["decision_favouring"], actor={"position": "camat"})
    assert any(reason.startswith("Ancaman Pasal 188") for reason in answer.reasons)


def test_the_working_is_rendered_only_when_asked_for(law: Lawbook) -> None:
    (clock,) = _answer(law).to_json(with_working=False)["clocks"]
    assert clock["working"] == []


def test_an_era_has_one_law(law: Lawbook) -> None:
    facts = parse_facts(EXAMPLE)
    assert facts.act_date is not None
    era = era_of(law, facts.act_date)
    assert era <= facts.act_date
    assert era_of(law, era) == era
    for act in law.acts.values():
        assert act.period.contains(era) == act.period.contains(facts.act_date)
        assert act.grounds_on(era) == act.grounds_on(facts.act_date)


def test_the_campaign_tells_that_candidates_are_set() -> None:
    contest = EXAMPLE["contest"] | {"candidates_set_on": None}
    facts = parse_facts(EXAMPLE | {"contest": contest, "act_date": "2024-09-25",
                                   "known_date": "2024-09-25"})  # fmt: skip
    assert possible_targets(facts) == {"calon"}


def test_what_was_known_before_the_set_date_was_done_before_it(law: Lawbook) -> None:
    answer = _answer(law, act_date=None, known_date="2024-09-21")
    assert {item.code for item in answer.items} == {"KE-2"}


def test_an_allowed_deed_of_an_unknown_status_asks_for_the_status(law: Lawbook) -> None:
    answer = _answer(law, deeds=["election_officer_adhoc"], actor={"status": None})
    assert answer.verdict is Verdict.NEEDS_HUMAN
    assert list(answer.needs_human_because) == ["missing_fact"]
    assert not answer.items
