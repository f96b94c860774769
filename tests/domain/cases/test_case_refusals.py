"""What is refused: on what ground, and what may be done instead."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.factories.cases import OFFICE, RESUME, STORY, Desk, forward, received, wita

from netra.domain.cases.commands import (
    CloseCase,
    DecidePleno,
    DeclareTemuan,
    EstablishFacts,
    HoldKlarifikasi,
    NotifyReporter,
    RecordAuthorityDecision,
    RecordKajianAwal,
    RecordNumber,
    Register,
    RequestPerbaikan,
    TreatAsInformasiAwal,
    WriteKajian,
)
from netra.domain.cases.handling import quotes
from netra.domain.cases.state import State, Verdict
from netra.domain.lawbook.vocabulary import Track

TOMORROW = timedelta(days=1)


def test_a_refusal_names_its_ground_and_a_way_on(desk: Desk) -> None:
    refusal = desk.refused(Register(number=1))
    assert refusal.code == "wrong_state"
    assert refusal.pasal == ("perbawaslu-8-2020",)
    assert "Catat kajian awal" in refusal.instead


def test_nothing_is_registered_without_its_first_number(desk: Desk) -> None:
    desk.do(RecordKajianAwal(met=desk.all_requirements()))
    refusal = desk.refused(Register(number=1))
    assert (refusal.code, refusal.instead) == ("no_number", "Ambil nomor laporan lebih dahulu.")


def test_no_second_number_of_a_series(desk: Desk) -> None:
    desk.do(RecordNumber(number=7))
    assert desk.refused(RecordNumber(number=8)).code == "already_numbered"


def test_an_office_without_its_bawaslu_code_cannot_number(desk: Desk) -> None:
    desk.case = replace(desk.case, office=replace(OFFICE, bawaslu_code=""))
    assert desk.refused(RecordNumber(number=1)).code == "office_without_code"


def test_a_step_that_draws_needs_a_drawn_number(desk: Desk) -> None:
    with pytest.raises(ValueError, match="nomor harus diambil"):
        desk.ask(RecordNumber())


def test_unknown_requirements_are_not_silently_met(desk: Desk) -> None:
    refusal = desk.refused(RecordKajianAwal(met=("hati_nurani",)))
    assert "hati_nurani" in refusal.ground


def test_perbaikan_is_asked_for_once(desk: Desk) -> None:
    from netra.domain.cases.commands import RecordPerbaikan

    desk.do(RecordKajianAwal(met=("waktu_laporan",)))
    desk.do(RequestPerbaikan(message="Lengkapi."))
    desk.do(RecordPerbaikan(note="Sebagian."))
    desk.do(RecordKajianAwal(met=("waktu_laporan",)))
    assert desk.refused(RequestPerbaikan(message="Lagi.")).code == "perbaikan_once"
    assert desk.do(TreatAsInformasiAwal(reason="Penting.")).state is State.INFORMASI_AWAL


def test_what_can_still_be_mended_is_not_made_informasi_awal(desk: Desk) -> None:
    formal_met = tuple(one for one in desk.all_requirements() if one != "bukti")
    desk.do(RecordKajianAwal(met=formal_met))
    assert desk.refused(TreatAsInformasiAwal(reason="?")).code == "can_still_be_mended"


@pytest.mark.parametrize(
    ("at", "code"),
    [("2024-10-07 10:01", "future_moment"), ("2024-10-06 10:00", "before_report")],
)
def test_a_notice_was_received_after_the_report_and_before_now(
    desk: Desk, at: str, code: str
) -> None:
    desk.do(RecordKajianAwal(met=("waktu_laporan",)))
    command = RequestPerbaikan(message="Lengkapi.", delivered_at=wita(at))
    assert desk.refused(command).code == code


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"act_date": date(2024, 10, 8)}, "future_day"),
        ({"known_date": date(2034, 10, 7)}, "future_day"),
        ({"act_date": date(2024, 10, 6), "known_date": date(2024, 10, 5)}, "known_before_act"),
        ({"deeds": ("menyanyi",)}, "unknown_word"),
        ({"status": "raja"}, "unknown_word"),
        ({"circumstances": ("mendung",)}, "unknown_word"),
    ],
)
def test_impossible_facts_are_refused(desk: Desk, changes: dict[str, object], code: str) -> None:
    assert desk.refused(EstablishFacts(reason="?", **changes)).code == code


def test_the_same_facts_again_are_nothing_new(desk: Desk) -> None:
    facts = desk.case.facts
    same = EstablishFacts(
        act_date=facts.act_date,
        known_date=facts.known_date,
        deeds=facts.deeds,
        status=facts.actor.status,
        position=facts.actor.position,
        circumstances=facts.circumstances,
        reason="Sekali lagi.",
    )
    assert desk.refused(same).code == "nothing_new"


@pytest.mark.parametrize(
    ("verdict", "tracks", "code"),
    [
        (Verdict.VIOLATION, (), "no_track"),
        (Verdict.NOT_A_VIOLATION, (Track.PIDANA,), "track_without_violation"),
    ],
)
def test_verdict_and_tracks_belong_together(
    desk: Desk, verdict: Verdict, tracks: tuple[Track, ...], code: str
) -> None:
    desk.to(State.REGISTERED)
    assert desk.refused(WriteKajian(verdict=verdict, tracks=tracks, text="?")).code == code
    desk.to(State.KAJIAN)
    pleno = DecidePleno(pleno_on=desk.today, verdict=verdict, tracks=tracks, reason="?")
    assert desk.refused(pleno).code == code


@pytest.mark.parametrize(
    ("days", "code"), [(1, "future_day"), (-1, "before_kajian"), (-3, "before_report")]
)
def test_a_pleno_sits_after_the_kajian_and_before_it_is_recorded(
    desk: Desk, days: int, code: str
) -> None:
    desk.to(State.READY_TO_REGISTER)
    desk.wait(days=2)
    desk.to(State.KAJIAN)
    command = DecidePleno(
        pleno_on=desk.today + timedelta(days=days),
        verdict=Verdict.NOT_A_VIOLATION,
        reason="?",
    )
    assert desk.refused(command).code == code


def test_a_temuan_found_too_long_ago_is_not_declared(anonymous_desk: Desk) -> None:
    desk = anonymous_desk
    desk.wait(days=10)
    found = desk.today - timedelta(days=8)
    refusal = desk.refused(DeclareTemuan(found_on=found, pleno_on=desk.today, reason="?"))
    assert refusal.code == "temuan_late"
    desk.do(
        DeclareTemuan(found_on=found + TOMORROW, pleno_on=desk.today, reason="Antara dua hitungan.")
    )
    assert desk.refused(Register(number=1)).code == "clock_undecided"


def test_a_temuan_is_found_before_the_pleno(anonymous_desk: Desk) -> None:
    desk = anonymous_desk
    desk.wait(days=1)
    command = DeclareTemuan(
        found_on=desk.today, pleno_on=desk.today - timedelta(days=1), reason="?"
    )
    assert desk.refused(command).code == "found_after_pleno"


def test_an_informasi_awal_is_no_laporan(anonymous_desk: Desk) -> None:
    assert anonymous_desk.refused(RecordNumber(number=1)).code == "wrong_state"


def test_a_violation_is_not_closed_before_it_was_sent_on(desk: Desk) -> None:
    desk.to(State.DECIDED)
    desk.do(NotifyReporter(on=desk.today, channel="letter", text="Diputus."))
    assert desk.refused(CloseCase()).code == "not_forwarded"


def test_forwarding_needs_a_pleno_inside_a_contest(desk: Desk) -> None:
    assert desk.refused(forward(desk)).code == "no_pleno"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"track": Track.PIDANA, "authority": "gakkumdu"}, "track_not_decided"),
        ({"letter_on": date(2024, 10, 8)}, "future_day"),
        ({"letter_on": date(2024, 10, 6)}, "before_report"),
        ({"authority": "kasn"}, "authority_not_of_date"),
        ({"authority": "gubernur"}, "authority_not_of_date"),
        ({"resume": f"Pelapor menulis: {STORY}"}, "quotes_reporter"),
        ({"resume": STORY.upper().replace(",", " –")}, "quotes_reporter"),
    ],
)
def test_a_letter_that_may_not_leave(desk: Desk, changes: dict[str, object], code: str) -> None:
    desk.to(State.DECIDED)
    assert desk.refused(forward(desk, **changes)).code == code


def test_a_letter_is_not_older_than_its_pleno(desk: Desk) -> None:
    desk.to(State.KAJIAN)
    desk.wait(days=1)
    desk.to(State.DECIDED)
    earlier = desk.today - timedelta(days=1)
    assert desk.refused(forward(desk, letter_on=earlier)).code == "before_pleno"


def test_without_the_status_of_the_terlapor_nobody_knows_the_authority() -> None:
    from netra.domain.cases.state import ActorFacts

    desk = Desk(now=wita("2024-10-07 10:00"), report=received(actor=ActorFacts()))
    desk.to(State.DECIDED)
    refusal = desk.refused(forward(desk))
    assert (refusal.code, refusal.instead) == (
        "status_unknown",
        "Catat status terlapor lebih dahulu.",
    )


def test_the_same_authority_is_not_written_to_twice(desk: Desk) -> None:
    desk.to(State.FORWARDED)
    assert desk.refused(forward(desk)).code == "already_forwarded"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"forward": 9}, "not_awaited"),
        ({"outcome": "dipuji"}, "unknown_word"),
        ({"decided_on": date(2024, 10, 8)}, "future_day"),
        ({"decided_on": date(2024, 10, 6)}, "before_report"),
    ],
)
def test_an_answer_that_cannot_be(desk: Desk, changes: dict[str, object], code: str) -> None:
    desk.to(State.FORWARDED)
    values = {"forward": 1, "outcome": "sanctioned", "decided_on": desk.today}
    assert desk.refused(RecordAuthorityDecision(**{**values, **changes})).code == code


def test_an_answer_is_not_older_than_its_letter(desk: Desk) -> None:
    desk.to(State.DECIDED)
    desk.wait(days=3)
    desk.to(State.FORWARDED)
    early = RecordAuthorityDecision(
        forward=1, outcome="sanctioned", decided_on=desk.today - TOMORROW
    )
    assert desk.refused(early).code == "before_letter"


def test_an_answer_is_recorded_once(desk: Desk) -> None:
    desk.to(State.FORWARDED)
    answer = RecordAuthorityDecision(forward=1, outcome="returned", decided_on=desk.today)
    desk.do(answer)
    assert desk.refused(answer).code == "nothing_awaited"


@pytest.mark.parametrize("party", ["terdakwa", "", "PELAPOR"])
def test_a_party_outside_the_list_is_not_heard(desk: Desk, party: str) -> None:
    desk.to(State.REGISTERED)
    command = HoldKlarifikasi(held_on=desk.today, party=party, name="?", attended=True)
    assert desk.refused(command).code == "unknown_word"


@pytest.mark.parametrize(
    ("resume", "told", "expected"),
    [
        (RESUME, STORY, False),
        (RESUME, "", False),
        ("", STORY, False),
        ("Terlapor diduga ikut yel-yel.", "Ikut yel-yel!", True),
        (" ".join(f"kata{n}" for n in range(11)), " ".join(f"kata{n}" for n in range(40)), False),
        (" ".join(f"kata{n}" for n in range(12)), " ".join(f"kata{n}" for n in range(40)), True),
    ],
)
def test_twelve_words_in_a_row_are_a_quotation(resume: str, told: str, *, expected: bool) -> None:
    assert quotes(resume, told) == expected
