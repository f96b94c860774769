"""What a reporter reads: every state has words, and none of them names anybody or judges early."""

from dataclasses import replace

import pytest
from tests.factories.cases import Desk, forward

from netra.domain.cases.commands import DecidePleno, RecordAuthorityDecision, WriteKajian
from netra.domain.cases.state import State, Verdict
from netra.domain.cases.transitions import OUTCOMES, TRANSITIONS
from netra.domain.cases.wording import OUTCOME_TEXTS, STATUSES, TRACKS, public_status
from netra.domain.lawbook.vocabulary import ActorStatus, Track


@pytest.mark.parametrize("state", State)
def test_every_state_is_told_in_words(desk: Desk, state: State) -> None:
    shown = public_status(replace(desk.case, state=state))
    assert shown.state == state.value
    assert shown.title
    if state is not State.DECIDED:
        assert shown.text
    assert "oknum" not in f"{shown.title} {shown.text}".lower()
    assert state.label


def test_the_running_clocks_are_told(desk: Desk) -> None:
    assert [one.code for one in public_status(desk.case).clocks] == ["kajian_awal"]


def test_a_decision_is_told_with_its_day_and_tracks(desk: Desk) -> None:
    desk.to(State.DECIDED)
    text = public_status(desk.case).text
    assert "Senin, 7 Oktober 2024" in text
    assert "netralitas" in text


def test_what_was_no_violation_is_told_as_such_to_the_end(desk: Desk) -> None:
    desk.to(State.REGISTERED)
    desk.do(WriteKajian(verdict=Verdict.NOT_A_VIOLATION, text="Kajian."))
    desk.do(DecidePleno(pleno_on=desk.today, verdict=Verdict.NOT_A_VIOLATION, reason="Bukan."))
    assert "bukan pelanggaran" in public_status(desk.case).text
    closed = replace(desk.case, state=State.CLOSED)
    assert "bukan pelanggaran" in public_status(closed).text


def test_the_answer_of_the_authority_is_told(desk: Desk) -> None:
    desk.to(State.DECIDED)
    desk.do(forward(desk))
    desk.do(RecordAuthorityDecision(forward=1, outcome="sanctioned", decided_on=desk.today))
    assert "(BKN): sanksi dijatuhkan" in public_status(desk.case).text


def test_a_temuan_is_called_a_temuan(anonymous_desk: Desk) -> None:
    from netra.domain.cases.commands import DeclareTemuan, Register

    desk = anonymous_desk
    desk.do(DeclareTemuan(found_on=desk.today, pleno_on=desk.today, reason="Ya."))
    assert "temuan" in public_status(desk.case).title.lower()
    desk.do(Register(number=1))
    assert "Temuan" in public_status(desk.case).title


def test_every_word_has_its_label() -> None:
    assert set(OUTCOME_TEXTS) == {one.value for one in OUTCOMES}
    assert set(TRACKS) == set(Track)
    assert set(STATUSES) == set(ActorStatus)
    assert all(row.title for row in TRANSITIONS)
