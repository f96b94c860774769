"""Whole ways through the law, with the dates that a lawyer would count by hand."""

from datetime import date

import pytest
from tests.factories.cases import PEMILU, Desk, forward, received, wita

from netra.domain.cases.commands import (
    CloseCase,
    CloseInformasiAwal,
    DecideBetweenDates,
    DecidePleno,
    DeclareTemuan,
    EstablishFacts,
    ExtendHandling,
    HoldKlarifikasi,
    LapseClock,
    NotifyReporter,
    RecordAuthorityDecision,
    RecordKajianAwal,
    RecordNumber,
    RecordPerbaikan,
    Register,
    RequestPerbaikan,
    TreatAsInformasiAwal,
    Withdraw,
    WriteKajian,
)
from netra.domain.cases.state import ClockOutcome, Kind, Series, State, Verdict
from netra.domain.lawbook.vocabulary import Track


def dates(desk: Desk, code: str) -> tuple[date, date]:
    clock = desk.case.clock(code)
    assert clock is not None
    return clock.warn_on, clock.due


def outcome(desk: Desk, code: str) -> ClockOutcome | None:
    clock = desk.case.clock(code)
    assert clock is not None
    return clock.outcome


def test_a_pilkada_report_until_it_is_registered(desk: Desk) -> None:
    assert desk.case.state is State.RECEIVED
    assert dates(desk, "laporan_window") == (date(2024, 10, 11), date(2024, 10, 12))
    assert outcome(desk, "laporan_window") is ClockOutcome.IN_TIME
    assert dates(desk, "kajian_awal") == (date(2024, 10, 8), date(2024, 10, 9))

    desk.do(RecordNumber(number=2))
    assert desk.case.title == "002/LP/PW/Kota/99.01/X/2024"
    desk.do(RecordKajianAwal(met=desk.all_requirements()[:-1]))
    assert desk.case.state is State.INCOMPLETE
    assert desk.case.checklist is not None
    assert desk.case.checklist.missing_materiel == ("bukti",)

    desk.wait(days=1)
    desk.do(RequestPerbaikan(message="Lengkapi bukti.", delivered_at=wita("2024-10-08 09:00")))
    perbaikan = desk.case.clock("perbaikan")
    assert perbaikan is not None
    assert perbaikan.due_at == wita("2024-10-10 09:00")
    desk.wait(hours=23)
    desk.do(RecordPerbaikan(note="Rekaman diserahkan."))
    assert outcome(desk, "perbaikan") is ClockOutcome.IN_TIME
    desk.do(RecordKajianAwal(met=desk.all_requirements()))
    assert desk.case.state is State.READY_TO_REGISTER

    desk.now = wita("2024-10-10 10:00")
    desk.do(Register(number=1))
    assert desk.case.title == "001/Reg/LP/PW/Kota/99.01/X/2024"
    assert dates(desk, "handling") == (date(2024, 10, 12), date(2024, 10, 13))


def test_a_pilkada_report_from_register_to_the_end(desk: Desk) -> None:
    desk.to(State.READY_TO_REGISTER).now = wita("2024-10-10 10:00")
    desk.to(State.REGISTERED)
    desk.do(
        HoldKlarifikasi(held_on=desk.today, party="pelapor", name="Pelapor Contoh", attended=True)
    )
    desk.do(ExtendHandling(reason="Saksi kedua baru dapat hadir Minggu."))
    assert outcome(desk, "handling") is ClockOutcome.IN_TIME
    # Three and two days from the same register; Saturday and Sunday count.
    assert dates(desk, "handling_extended") == (date(2024, 10, 14), date(2024, 10, 15))
    desk.now = wita("2024-10-13 15:00")
    desk.do(HoldKlarifikasi(held_on=desk.today, party="saksi", name="Saksi Contoh", attended=False))
    desk.do(
        WriteKajian(
            verdict=Verdict.VIOLATION, tracks=(Track.HUKUM_LAINNYA, Track.PIDANA), text="Kajian."
        )
    )
    assert desk.case.assessment is not None
    assert desk.case.assessment.verdict == "violation_alleged"
    assert "DIS-4" in desk.case.assessment.items
    assert "KE-7" not in desk.case.assessment.items, "only a candidate: is a spouse standing?"
    assert desk.case.assessment.lawbook == desk.law.version

    desk.now = wita("2024-10-14 09:00")
    desk.do(
        DecidePleno(
            pleno_on=desk.today,
            verdict=Verdict.VIOLATION,
            tracks=(Track.HUKUM_LAINNYA, Track.PIDANA),
            reason="Terpenuhi.",
        )
    )
    assert outcome(desk, "handling_extended") is ClockOutcome.IN_TIME
    referral = desk.case.clock("criminal_referral")
    assert referral is not None
    assert referral.due_at == wita("2024-10-15 09:00")

    desk.do(forward(desk))
    assert outcome(desk, "criminal_referral") is None
    desk.do(forward(desk, track=Track.PIDANA, authority="gakkumdu"))
    assert outcome(desk, "criminal_referral") is ClockOutcome.IN_TIME
    desk.do(NotifyReporter(on=desk.today, channel="letter", text="Diteruskan."))

    desk.wait(days=40)
    desk.do(RecordAuthorityDecision(forward=2, outcome="not_proven", decided_on=desk.today))
    assert desk.case.state is State.FORWARDED
    desk.do(RecordAuthorityDecision(forward=1, outcome="sanctioned", decided_on=desk.today))
    assert desk.case.state is State.RESOLVED
    assert desk.refused(CloseCase()).code == "reporter_not_told"
    desk.do(NotifyReporter(on=desk.today, channel="letter", text="Hasilnya."))
    desk.do(CloseCase())
    assert desk.case.state is State.CLOSED
    assert desk.case.closed_at == desk.now
    assert not desk.case.running_clocks


def test_a_pemilu_report_from_receipt_to_the_end(pemilu_desk: Desk) -> None:
    desk = pemilu_desk
    # Known Monday 8 January; seven working days, first day counted or not.
    assert dates(desk, "laporan_window") == (date(2024, 1, 16), date(2024, 1, 17))
    desk.do(RecordNumber(number=15))
    assert desk.case.title == "015/LP/PL/Kota/99.01/I/2024"
    desk.do(RecordKajianAwal(met=desk.all_requirements()))
    desk.wait(days=1)
    desk.do(Register(number=1))
    # "Hari" without more: warns by the calendar, ends after as many working days.
    assert dates(desk, "handling") == (date(2024, 1, 16), date(2024, 1, 19))
    desk.do(ExtendHandling(reason="Perlu keterangan instansi."))
    assert dates(desk, "handling_extended") == (date(2024, 1, 29), date(2024, 1, 30))
    desk.now = wita("2024-01-29 16:00")
    desk.do(WriteKajian(verdict=Verdict.VIOLATION, tracks=(Track.HUKUM_LAINNYA,), text="Kajian."))
    desk.do(
        DecidePleno(
            pleno_on=desk.today,
            verdict=Verdict.VIOLATION,
            tracks=(Track.HUKUM_LAINNYA,),
            reason="Terpenuhi.",
        )
    )
    assert outcome(desk, "handling_extended") is ClockOutcome.IN_TIME
    assert desk.refused(forward(desk, authority="bkn")).code == "authority_not_of_date"
    desk.do(forward(desk, authority="kasn"))
    desk.do(RecordAuthorityDecision(forward=1, outcome="sanctioned", decided_on=desk.today))
    desk.do(NotifyReporter(on=desk.today, channel="in_person", text="Hasilnya."))
    desk.do(CloseCase(reason="Selesai."))
    assert desk.case.state is State.CLOSED


def test_what_is_no_violation_is_told_and_closed(desk: Desk) -> None:
    desk.to(State.KLARIFIKASI)
    desk.do(WriteKajian(verdict=Verdict.NOT_A_VIOLATION, text="Hanya hadir dan menyimak."))
    desk.do(DecidePleno(pleno_on=desk.today, verdict=Verdict.NOT_A_VIOLATION, reason="Bukan."))
    assert desk.refused(forward(desk)).code == "not_a_violation"
    assert desk.refused(CloseCase()).code == "reporter_not_told"
    desk.do(NotifyReporter(on=desk.today, channel="letter", text="Bukan pelanggaran."))
    assert desk.do(CloseCase()).state is State.CLOSED


def test_an_anonymous_report_is_traced_and_becomes_a_temuan(anonymous_desk: Desk) -> None:
    desk = anonymous_desk
    assert (desk.case.state, desk.case.kind) == (State.INFORMASI_AWAL, Kind.INFORMASI_AWAL)
    assert [one.code for one in desk.case.clocks] == ["informasi_awal"]
    desk.wait(days=2)
    desk.do(DeclareTemuan(found_on=date(2024, 10, 8), pleno_on=desk.today, reason="Bukti cukup."))
    assert desk.case.kind is Kind.TEMUAN
    assert outcome(desk, "temuan_window") is ClockOutcome.IN_TIME
    assert outcome(desk, "informasi_awal") is ClockOutcome.IN_TIME
    desk.do(Register(number=4))
    number = desk.case.number_of(Series.TM)
    assert number is not None
    assert number.text == "004/Reg/TM/PW/Kota/99.01/X/2024"
    assert desk.case.number_of(Series.REG) is None
    desk.to(State.FORWARDED)
    notice = NotifyReporter(on=desk.today, channel="letter", text="?")
    assert desk.refused(notice).code == "reporter_unknown"
    desk.do(RecordAuthorityDecision(forward=1, outcome="sanctioned", decided_on=desk.today))
    # Nobody to tell: the receipt's page tells whoever holds the code.
    assert desk.do(CloseCase()).state is State.CLOSED


def test_an_anonymous_report_without_substance_ends_with_the_pleno(anonymous_desk: Desk) -> None:
    desk = anonymous_desk
    desk.do(CloseInformasiAwal(pleno_on=desk.today, reason="Tidak ada yang dapat ditelusuri."))
    assert desk.case.state is State.CLOSED
    assert desk.case.closed_at == desk.now


def test_a_late_report_is_not_registered_but_not_thrown_away(late_desk: Desk) -> None:
    desk = late_desk
    assert outcome(desk, "laporan_window") is ClockOutcome.LATE
    met = desk.all_requirements()
    refusal = desk.refused(RecordKajianAwal(met=met))
    assert refusal.code == "window_passed"
    desk.do(RecordKajianAwal(met=tuple(one for one in met if one != "waktu_laporan")))
    assert desk.refused(RequestPerbaikan(message="?")).code == "late_cannot_be_mended"
    desk.do(TreatAsInformasiAwal(reason="Isinya penting."))
    assert (desk.case.state, desk.case.kind) == (State.INFORMASI_AWAL, Kind.INFORMASI_AWAL)
    # A known reporter is told before the end.
    desk.do(CloseInformasiAwal(pleno_on=desk.today, reason="Tidak terpenuhi."))
    assert desk.case.state is State.RESOLVED
    assert desk.refused(CloseCase()).code == "reporter_not_told"
    desk.do(NotifyReporter(on=desk.today, channel="phone", text="Penelusuran selesai."))
    assert desk.do(CloseCase()).state is State.CLOSED


def test_outside_any_contest_a_case_goes_straight_to_the_authority(outside_desk: Desk) -> None:
    desk = outside_desk
    assert not desk.case.clocks
    assert desk.refused(RecordNumber(number=1)).code == "no_contest"
    assert desk.refused(RecordKajianAwal(met=())).code == "no_contest"
    assert desk.refused(forward(desk, track=Track.PIDANA)).code == "track_not_decided"
    desk.do(forward(desk, authority="ppk"))
    assert desk.case.state is State.FORWARDED
    desk.do(RecordAuthorityDecision(forward=1, outcome="sanctioned", decided_on=desk.today))
    assert desk.case.state is State.RESOLVED


def test_a_reporter_may_step_back_until_registration_and_not_after(desk: Desk) -> None:
    desk.to(State.READY_TO_REGISTER)
    before = desk.ask(Withdraw(reason="Berubah pikiran."))
    desk.to(State.REGISTERED)
    refusal = desk.refused(Withdraw(reason="Berubah pikiran."))
    assert refusal.code == "registered_stays"
    assert "diteruskan" in refusal.ground
    assert before is not None


def test_a_withdrawn_report_leaves_its_content_behind(desk: Desk) -> None:
    desk.do(Withdraw(reason="Pelapor merasa tertekan."))
    assert (desk.case.state, desk.case.withdrawn) == (State.INFORMASI_AWAL, True)
    assert outcome(desk, "kajian_awal") is ClockOutcome.IN_TIME
    assert outcome(desk, "informasi_awal") is None


def test_a_body_that_is_not_competent_sends_it_back_and_another_gets_it(desk: Desk) -> None:
    desk.to(State.FORWARDED)
    desk.do(RecordAuthorityDecision(forward=1, outcome="returned", decided_on=desk.today))
    assert desk.case.state is State.FORWARDED
    desk.do(forward(desk, authority="ppk"))
    desk.do(RecordAuthorityDecision(forward=2, outcome="sanctioned", decided_on=desk.today))
    assert desk.case.state is State.RESOLVED


def test_two_tracks_are_both_awaited_before_the_case_is_resolved(desk: Desk) -> None:
    desk.to(State.KLARIFIKASI)
    tracks = (Track.HUKUM_LAINNYA, Track.PIDANA)
    desk.do(WriteKajian(verdict=Verdict.VIOLATION, tracks=tracks, text="Kajian."))
    desk.do(
        DecidePleno(pleno_on=desk.today, verdict=Verdict.VIOLATION, tracks=tracks, reason="Ya.")
    )
    desk.do(forward(desk))
    desk.do(RecordAuthorityDecision(forward=1, outcome="sanctioned", decided_on=desk.today))
    assert desk.case.state is State.FORWARDED


@pytest.mark.parametrize(
    ("day", "allowed"),
    [
        ("2024-08-23", {"kasn", "ppk"}),
        ("2024-08-24", set()),
        ("2024-09-03", set()),
        ("2024-09-04", {"bkn", "ppk"}),
    ],
)
def test_the_date_of_the_letter_names_the_authority(day: str, allowed: set[str]) -> None:
    desk = Desk(
        now=wita("2024-08-20 10:00"),
        report=received(act_date=date(2024, 8, 18), known_date=date(2024, 8, 18)),
    )
    desk.to(State.DECIDED)
    desk.now = wita(f"{day} 10:00")
    for authority in ("kasn", "bkn", "menpanrb", "ppk", "gakkumdu"):
        result = desk.ask(forward(desk, authority=authority))
        assert (type(result).__name__ == "Accepted") == (authority in allowed), authority


def test_facts_become_known_on_the_way_and_the_kajian_uses_them(desk: Desk) -> None:
    desk.do(
        EstablishFacts(
            act_date=date(2024, 10, 5),
            known_date=date(2024, 10, 5),
            deeds=("attend_campaign",),
            status="kepala_desa",
            reason="SK pengangkatan.",
        )
    )
    assert desk.case.facts.actor.status == "kepala_desa"
    desk.to(State.DECIDED)
    assert desk.refused(forward(desk, authority="bkn")).code == "authority_not_of_date"
    desk.do(forward(desk, authority="bupati_walikota"))


def test_a_perbaikan_that_never_came_makes_an_informasi_awal_by_itself(desk: Desk) -> None:
    desk.do(RecordKajianAwal(met=()))
    # Without the window the report could not be mended; here everything else is missing.
    desk.do(RecordKajianAwal(met=("waktu_laporan",)))
    desk.do(RequestPerbaikan(message="Lengkapi."))
    assert desk.refused(TreatAsInformasiAwal(reason="?")).code == "perbaikan_running"
    assert desk.refused(LapseClock(clock="perbaikan")).code == "not_past"
    desk.wait(hours=48)
    assert desk.refused(LapseClock(clock="perbaikan")).code == "not_past"
    desk.wait(seconds=1)
    assert desk.refused(RecordPerbaikan(note="Terlambat.")).code == "perbaikan_lapsed"
    desk.do(LapseClock(clock="perbaikan"))
    assert (desk.case.state, desk.case.kind) == (State.INFORMASI_AWAL, Kind.INFORMASI_AWAL)
    assert outcome(desk, "perbaikan") is ClockOutcome.LAPSED
    assert outcome(desk, "informasi_awal") is None


def test_an_unverified_perbaikan_clock_of_pemilu_never_lapses(pemilu_desk: Desk) -> None:
    desk = pemilu_desk
    desk.do(RecordKajianAwal(met=("waktu_laporan",)))
    desk.do(RequestPerbaikan(message="Lengkapi."))
    desk.wait(days=30)
    assert desk.refused(LapseClock(clock="perbaikan")).code == "never_lapses"
    desk.do(RecordPerbaikan(note="Baru sekarang."))
    assert outcome(desk, "perbaikan") is ClockOutcome.PERSON_DECIDES
    desk.do(RecordKajianAwal(met=desk.all_requirements()))
    desk.do(RecordNumber(number=1))
    assert desk.refused(Register(number=1)).code == "clock_undecided"
    desk.do(DecideBetweenDates(clock="perbaikan", in_time=True, reason="Angkanya belum pasti."))
    assert desk.do(Register(number=1)).state is State.REGISTERED


def test_a_pemilu_officer_takes_over_what_no_clock_ends(pemilu_desk: Desk) -> None:
    desk = pemilu_desk
    desk.do(RecordKajianAwal(met=("waktu_laporan",)))
    desk.do(RequestPerbaikan(message="Lengkapi."))
    desk.wait(days=30)
    assert desk.do(TreatAsInformasiAwal(reason="Penting.")).state is State.INFORMASI_AWAL
    assert desk.contest is PEMILU
