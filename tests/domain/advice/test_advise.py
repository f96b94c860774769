"""The advice is never milder than the judgement, and says what it rests on."""

from dataclasses import replace
from datetime import date

import pytest

from netra.domain.advice.advise import advise
from netra.domain.advice.answer import Answer
from netra.domain.advice.completions import fits, weigh
from netra.domain.advice.matching import understand
from netra.domain.advice.question import Question
from netra.domain.lawbook.book import Lawbook
from netra.domain.lawbook.lexicon import Phase
from netra.domain.lawbook.vocabulary import ActorStatus, Circumstance

ON = date(2026, 11, 21)
DEEDS = (
    "vote", "election_officer_adhoc", "receive_material", "social_like", "attend_campaign",
    "spouse_accompany", "campaign_team", "transfer_of_officials", "party_witness",
)  # fmt: skip


@pytest.mark.parametrize("status", [ActorStatus.PNS, ActorStatus.PPPK])
def test_what_is_alleged_in_judgement_is_never_allowed_in_advice(
    law: Lawbook, status: ActorStatus
) -> None:
    for code in law.deeds:
        for told in (frozenset[Circumstance](), *(frozenset({one}) for one in Circumstance)):
            question = Question((code,), ON, status=status, told=told)
            if weigh(question, law, code).alleged:
                assert advise(question, law).answer is not Answer.ALLOWED, (code, told)


def test_every_way_in_the_lawbook_is_confirmed_by_the_assessment(law: Lawbook) -> None:
    for code, row in law.advice.deeds.items():
        statuses = [ActorStatus.PNS, ActorStatus.KEPALA_DAERAH]
        for way in row.ways:
            assert any(
                weigh(
                    Question((code,), ON, status=status),
                    law,
                    code,
                    suppose=way.suppose,
                    on_cltn=way.on_cltn,
                ).cleared
                for status in statuses
            ), (code, way.condition)


def test_every_deed_has_advice_and_somebody_to_ask(law: Lawbook) -> None:
    assert set(law.advice.deeds) == set(law.deeds)
    for row in law.advice.deeds.values():
        assert row.instead, row.code
        assert row.ask, row.code


def test_a_like_is_forbidden_in_advice_and_left_to_people_in_judgement(law: Lawbook) -> None:
    question = Question(("social_like",), ON, status=ActorStatus.PNS)
    assert not weigh(question, law, "social_like").alleged
    advice = advise(question, law)
    assert advice.answer is Answer.FORBIDDEN
    assert "manusia" in " ".join(advice.reasons)


def test_conflicting_sources_are_told_with_whom_to_ask(law: Lawbook) -> None:
    told = frozenset({Circumstance.PASSIVE, Circumstance.OFF_DUTY})
    advice = advise(Question(("attend_campaign",), ON, told=told), law)
    assert advice.answer is Answer.DEPENDS
    assert advice.sources_conflict
    assert "2019" in advice.conflicts[0]
    assert {one.code for one in advice.ask} == {"kepegawaian", "bawaslu"}


def test_a_husband_or_wife_gets_the_way_and_a_kind_word(law: Lawbook) -> None:
    question = Question(("attend_campaign",), ON, spouse_of_candidate=True)
    advice = advise(question, law)
    assert advice.deeds == ("spouse_accompany",)
    assert advice.answer is Answer.DEPENDS
    assert "CLTN" in (advice.condition or "")
    assert advice.kindly is not None
    on_leave = replace(question, on_cltn=True, told=frozenset({Circumstance.PASSIVE}))
    assert advise(on_leave, law).answer is Answer.ALLOWED
    cheering = replace(question, on_cltn=True, told=frozenset({Circumstance.YELL_OR_GESTURE}))
    assert advise(cheering, law).answer is Answer.FORBIDDEN


def test_a_village_head_is_sent_to_the_village_desk(law: Lawbook) -> None:
    question = Question(("campaign_speaker",), ON, status=ActorStatus.KEPALA_DESA)
    advice = advise(question, law)
    assert advice.answer is Answer.FORBIDDEN
    assert "desa" in {one.code for one in advice.ask}
    assert "kepegawaian" not in {one.code for one in advice.ask}


def test_the_strictest_of_several_deeds_stands(law: Lawbook) -> None:
    advice = advise(Question(("vote", "attend_campaign", "campaign_team"), ON), law)
    assert advice.answer is Answer.FORBIDDEN
    assert advice.deeds == ("vote", "attend_campaign", "campaign_team")


def test_what_was_ruled_out_is_not_held_against_the_person(law: Lawbook) -> None:
    told = frozenset({Circumstance.MINISTERIAL_PERMISSION})
    question = Question(("transfer_of_officials",), ON, status=ActorStatus.KEPALA_DAERAH, told=told)
    assert advise(question, law).answer is Answer.ALLOWED
    without = replace(question, told=frozenset(), denied=told)
    assert advise(without, law).answer is Answer.FORBIDDEN


def test_law_that_is_not_loaded_is_not_guessed(law: Lawbook) -> None:
    advice = advise(Question(("vote",), date(2019, 3, 1)), law)
    assert advice.answer is Answer.DEPENDS
    assert "belum dimuat" in (advice.condition or "")


@pytest.mark.parametrize("phase", list(Phase))
@pytest.mark.parametrize("deed", DEEDS)
def test_a_phase_makes_the_answer_no_stricter(law: Lawbook, deed: str, phase: Phase) -> None:
    """To know more can only free; what is unknown was already held against the person."""
    unknown = advise(Question((deed,), ON), law).answer
    known = advise(Question((deed,), ON, phases=frozenset({phase})), law).answer
    assert known.strictness <= unknown.strictness


def test_grounds_are_those_in_force_on_the_day(law: Lawbook) -> None:
    before = advise(Question(("social_post_support",), date(2023, 10, 30)), law).dasar_hukum
    after = advise(Question(("social_post_support",), date(2023, 10, 31)), law).dasar_hukum
    assert any("UU 5/2014" in one for one in before)
    assert not any("UU 5/2014" in one for one in after)
    assert any("UU 20/2023" in one for one in after)


def test_circumstances_that_cannot_both_be_true_do_not_soften(law: Lawbook) -> None:
    told = frozenset({Circumstance.PASSIVE, Circumstance.UNIFORM_OR_ATTRIBUTES})
    assert advise(Question(("attend_campaign",), ON, told=told), law).answer is Answer.FORBIDDEN
    assert not fits(Circumstance.PASSIVE, frozenset({Circumstance.MOBILISING}))


@pytest.mark.parametrize(
    "text",
    ["", " ", "???", "\x00", "a" * 5000, "🙂🙂", "<script>alert(1)</script>", "tidak " * 200],
)
def test_a_strangers_odd_text_is_answered_carefully(law: Lawbook, text: str) -> None:
    advice = advise(understand(text, law.advice.lexicon, ON), law)
    assert advice.answer is Answer.DEPENDS
    assert advice.deeds == ()


def test_a_denied_circumstance_is_not_told(law: Lawbook) -> None:
    read = understand(
        "Boleh nggak datang ke kampanye, tanpa atribut dan tidak ikut yel-yel, bukan jam kerja?",
        law.advice.lexicon,
        ON,
    )
    assert read.deeds == ("attend_campaign",)
    assert read.told == {Circumstance.OFF_DUTY}
    assert {Circumstance.UNIFORM_OR_ATTRIBUTES, Circumstance.YELL_OR_GESTURE} <= read.denied
