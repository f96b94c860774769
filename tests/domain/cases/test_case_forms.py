"""Forms of steps: what a case offers, what an answer becomes, what a wrong one is told."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from tests.factories.cases import PEMILU, Desk, forward, wita

from netra.domain.access import Action, Role
from netra.domain.calendar import Zone
from netra.domain.cases.commands import (
    DecidePleno,
    EstablishFacts,
    RecordAuthorityDecision,
    RecordKajianAwal,
    RequestPerbaikan,
)
from netra.domain.cases.fields import (
    PARAGRAPH_LIMIT,
    TEXT_LIMIT,
    CommandInvalid,
    Field,
    parse_command,
)
from netra.domain.cases.state import State, Verdict
from netra.domain.cases.steps import lawful_steps, step_fields, steps_of
from netra.domain.lawbook.vocabulary import ActorStatus, Track

ZONE = Zone.WITA.tzinfo


def fields_of(desk: Desk, step: Action) -> tuple[Field, ...]:
    return step_fields(step, desk.case, desk.law, desk.now)


def choices(desk: Desk, step: Action, name: str) -> list[str]:
    field = next(one for one in fields_of(desk, step) if one.name == name)
    return [one.value for one in field.choices]


def problems(desk: Desk, step: Action, answers: dict[str, object]) -> dict[str, str]:
    with pytest.raises(CommandInvalid) as caught:
        parse_command(step, answers, fields_of(desk, step), ZONE)
    return caught.value.problems


def test_a_kajian_awal_asks_for_a_signature_in_pilkada_and_not_in_pemilu(
    desk: Desk, pemilu_desk: Desk
) -> None:
    pilkada = choices(desk, Action.RECORD_KAJIAN_AWAL, "met")
    pemilu = choices(pemilu_desk, Action.RECORD_KAJIAN_AWAL, "met")
    assert set(pilkada) - set(pemilu) == {"kesesuaian_tanda_tangan"}
    assert pemilu_desk.contest is PEMILU


def test_the_form_of_facts_begins_with_what_is_known(desk: Desk) -> None:
    known = {one.name: one.value for one in fields_of(desk, Action.ESTABLISH_FACTS)}
    assert known["act_date"] == "2024-10-05"
    assert known["status"] == "pns"
    assert known["deeds"] == ("attend_campaign",)
    assert known["on_cltn"] == ""


def test_a_form_becomes_its_command(desk: Desk) -> None:
    answers = {
        "act_date": "2024-10-05",
        "known_date": "",
        "deeds": ["social_like", "attend_campaign"],
        "status": "pppk",
        "on_cltn": "tidak",
        "reason": "  SK.  ",
    }
    command = parse_command(
        Action.ESTABLISH_FACTS, answers, fields_of(desk, Action.ESTABLISH_FACTS), ZONE
    )
    assert command == EstablishFacts(
        act_date=date(2024, 10, 5),
        # In the order of the lawbook, not of the clicks.
        deeds=("attend_campaign", "social_like"),
        status="pppk",
        on_cltn=False,
        reason="SK.",
    )


def test_words_become_the_types_of_the_command(desk: Desk) -> None:
    desk.to(State.KAJIAN)
    answers = {
        "pleno_on": "2024-10-07",
        "verdict": "violation",
        "tracks": "pidana",
        "reason": "Ya.",
    }
    command = parse_command(
        Action.DECIDE_PLENO, answers, fields_of(desk, Action.DECIDE_PLENO), ZONE
    )
    assert command == DecidePleno(
        pleno_on=date(2024, 10, 7),
        verdict=Verdict.VIOLATION,
        tracks=(Track.PIDANA,),
        reason="Ya.",
    )
    desk.to(State.DECIDED)
    desk.do(forward(desk))
    answer = {"forward": "1", "outcome": "sanctioned", "decided_on": "2024-10-07"}
    fields = fields_of(desk, Action.RECORD_AUTHORITY_DECISION)
    command = parse_command(Action.RECORD_AUTHORITY_DECISION, answer, fields, ZONE)
    assert isinstance(command, RecordAuthorityDecision)
    assert command.forward == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-10-07T09:00", datetime(2024, 10, 7, 1, 0, tzinfo=UTC)),
        ("2024-10-07T09:00:00+07:00", datetime(2024, 10, 7, 2, 0, tzinfo=UTC)),
    ],
)
def test_a_time_without_zone_is_that_of_the_office(
    desk: Desk, text: str, expected: datetime
) -> None:
    desk.do(RecordKajianAwal(met=("waktu_laporan",)))
    answers = {"message": "Lengkapi.", "delivered_at": text}
    command = parse_command(
        Action.REQUEST_PERBAIKAN, answers, fields_of(desk, Action.REQUEST_PERBAIKAN), ZONE
    )
    assert isinstance(command, RequestPerbaikan)
    assert command.delivered_at == expected


@pytest.mark.parametrize(
    ("answers", "field", "message"),
    [
        ({}, "reason", "Isi dari mana fakta ini diketahui."),
        ({"reason": "   "}, "reason", "Isi dari mana fakta ini diketahui."),
        ({"reason": "x" * (PARAGRAPH_LIMIT + 1)}, "reason", "Terlalu panjang"),
        ({"reason": "a\x00b"}, "reason", "huruf kendali"),
        ({"reason": "\ud800"}, "reason", "huruf yang rusak"),
        ({"reason": ["a", "b"]}, "reason", "satu teks"),
        ({"reason": True}, "reason", "satu teks"),
        ({"reason": "x", "act_date": "kemarin"}, "act_date", "Tanggal harus seperti"),
        ({"reason": "x", "act_date": "2024-02-30"}, "act_date", "Tanggal harus seperti"),
        ({"reason": "x", "status": "raja"}, "status", "tidak tersedia"),
        ({"reason": "x", "on_cltn": "mungkin"}, "on_cltn", "ya atau tidak"),
        ({"reason": "x", "deeds": ["menyanyi"]}, "deeds", "tidak tersedia"),
        ({"reason": "x", "deeds": {"a": 1}}, "deeds", "daftar pilihan"),
        ({"reason": "x", "state": "closed"}, "state", "tidak dikenal"),
    ],
)
def test_a_wrong_answer_is_told_at_its_field(
    desk: Desk, answers: dict[str, object], field: str, message: str
) -> None:
    found = problems(desk, Action.ESTABLISH_FACTS, answers)
    assert message in found[field]


def test_every_wrong_answer_is_told_at_once(desk: Desk) -> None:
    found = problems(desk, Action.ESTABLISH_FACTS, {"act_date": "x", "known_date": "y"})
    assert set(found) == {"act_date", "known_date", "reason"}


def test_a_time_that_is_none_is_told(desk: Desk) -> None:
    desk.do(RecordKajianAwal(met=("waktu_laporan",)))
    for text in ("besok", "2024-13-01T10:00", "0001-01-01T00:00"):
        found = problems(desk, Action.REQUEST_PERBAIKAN, {"message": "x", "delivered_at": text})
        assert "Waktu harus seperti" in found["delivered_at"]


def test_a_long_number_of_a_letter_is_told(desk: Desk) -> None:
    desk.to(State.DECIDED)
    found = problems(desk, Action.FORWARD, {"letter_number": "9" * (TEXT_LIMIT + 1)})
    assert "Terlalu panjang" in found["letter_number"]


def test_emoji_and_other_scripts_are_kept(desk: Desk) -> None:
    text = "Saksi menulis 🙏 «تقرير» di grup."
    command = parse_command(
        Action.ESTABLISH_FACTS, {"reason": text}, fields_of(desk, Action.ESTABLISH_FACTS), ZONE
    )
    assert isinstance(command, EstablishFacts)
    assert command.reason == text


def test_a_body_that_lost_its_power_is_not_even_offered(desk: Desk) -> None:
    desk.to(State.DECIDED)
    assert choices(desk, Action.FORWARD, "authority") == ["bkn", "ppk"]
    assert choices(desk, Action.FORWARD, "track") == ["hukum_lainnya"]


def test_roles_see_their_own_steps_and_only_open_ones_as_buttons(desk: Desk) -> None:
    seen = steps_of(desk.case, [Role.RECEIVING_OFFICER], desk.law, desk.now)
    assert Action.DECIDE_PLENO not in {one.step for one in seen}
    lawful = lawful_steps(desk.case, [Role.RECEIVING_OFFICER], desk.law, desk.now)
    assert {one.step for one in lawful} < {one.step for one in seen}
    assert steps_of(desk.case, [Role.ADMINISTRATOR], desk.law, desk.now) == ()
    closed = next(one for one in seen if one.step is Action.REGISTER)
    assert not closed.is_lawful
    assert closed.pasal == ("perbawaslu-8-2020",)


@pytest.mark.parametrize(
    ("now", "status", "code"),
    [
        (wita("2024-09-02 15:00"), ActorStatus.PNS, "no_authority"),
        (wita("2024-10-07 15:00"), None, "status_unknown"),
    ],
)
def test_with_nobody_to_forward_to_the_step_is_closed_and_says_why(
    desk: Desk, now: datetime, status: ActorStatus | None, code: str
) -> None:
    desk.to(State.DECIDED)
    facts = desk.case.facts
    case = replace(desk.case, facts=replace(facts, actor=replace(facts.actor, status=status)))
    asked = steps_of(case, [Role.COMMISSIONER], desk.law, now)
    closed = next(one for one in asked if one.step is Action.FORWARD).refusal
    assert closed is not None
    assert closed.code == code
