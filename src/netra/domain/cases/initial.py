"""Steps until registration: opening, numbers, kajian awal, perbaikan, informasi awal, temuan."""

from collections.abc import Mapping
from datetime import date, datetime
from itertools import chain

from netra.domain.access import Action
from netra.domain.cases import law as asking
from netra.domain.cases.clocks import window_anew
from netra.domain.cases.commands import (
    CloseInformasiAwal,
    DeclareTemuan,
    EstablishFacts,
    Numbered,
    OpenCase,
    RecordKajianAwal,
    RecordNumber,
    RecordPerbaikan,
    Register,
    RequestPerbaikan,
    TreatAsInformasiAwal,
    Withdraw,
)
from netra.domain.cases.events import (
    CaseOpened,
    CaseRegistered,
    Event,
    FactsEstablished,
    InformasiAwalClosed,
    KajianAwalRecorded,
    LaporanWithdrawn,
    NumberDrawn,
    PerbaikanRecorded,
    PerbaikanRequested,
    TemuanDeclared,
    TreatedAsInformasiAwal,
)
from netra.domain.cases.outcome import Done, Handler, Refused
from netra.domain.cases.state import (
    ActorFacts,
    Case,
    Checklist,
    ClockOutcome,
    DrawnNumber,
    EventFacts,
    Series,
    State,
)
from netra.domain.cases.transitions import registration_series
from netra.domain.lawbook.book import Lawbook
from netra.domain.lawbook.vocabulary import (
    ActorStatus,
    Circumstance,
    PoliticalRole,
    Position,
)

_BEFORE_REGISTER = frozenset(
    {
        State.RECEIVED,
        State.INCOMPLETE,
        State.AWAITING_PERBAIKAN,
        State.READY_TO_REGISTER,
        State.INFORMASI_AWAL,
    }
)


def _open(command: OpenCase, case: Case, _law: Lawbook, _now: datetime) -> Done | Refused:
    """A report without a reporter is no laporan: it begins as informasi awal."""
    into = State.INFORMASI_AWAL if case.anonymous else State.RECEIVED
    opened = CaseOpened(state=into, office=command.office, contest=command.contest)
    return Done((opened,), into, opened_by=(command.office, command.contest))


def _record_number(
    command: RecordNumber, case: Case, law: Lawbook, now: datetime
) -> Done | Refused:
    drawn = _drawn(command, case, law, now, Series.LP)
    return drawn if isinstance(drawn, Refused) else Done((drawn,), case.state)


def _drawn(
    command: Numbered, case: Case, law: Lawbook, now: datetime, series: Series
) -> NumberDrawn | Refused:
    """The number as printed; refused where the lawbook's pattern cannot be filled."""
    if command.number is None:
        raise ValueError(f"{command.step}: nomor harus diambil lebih dahulu")
    day = case.today(now)
    text = asking.number_text(law, case, series, command.number, day)
    if text is None:
        return Refused(
            "no_number_pattern",
            f"Pola nomor {series} belum ada dalam lawbook.",
            instead="Minta pengelola lawbook melengkapi pola nomor.",
        )
    return NumberDrawn(drawn=DrawnNumber(series, day.year, command.number, text), text=text)


def _establish_facts(
    command: EstablishFacts, case: Case, law: Lawbook, now: datetime
) -> Done | Refused:
    if (refusal := _facts_refusal(command, case, law, now)) is not None:
        return refusal
    facts = EventFacts(
        act_date=command.act_date,
        known_date=command.known_date,
        deeds=command.deeds,
        actor=ActorFacts(
            command.status,
            command.position,
            command.role,
            command.on_cltn,
            command.spouse_of_candidate,
        ),
        circumstances=command.circumstances,
    )
    if facts == case.facts:
        return Refused("nothing_new", "Fakta yang dicatat sama dengan yang sudah ada.")
    events: tuple[Event, ...] = (FactsEstablished(facts=facts, reason=command.reason),)
    # After registration the window was examined and is not opened again.
    if facts.known_date != case.facts.known_date and case.state in _BEFORE_REGISTER:
        events += window_anew(case, law, facts.known_date, now)
    return Done(events, case.state)


def _facts_refusal(
    command: EstablishFacts, case: Case, law: Lawbook, now: datetime
) -> Refused | None:
    today = case.today(now)
    for label, day in (
        ("Tanggal peristiwa", command.act_date),
        ("Tanggal pelapor mengetahui", command.known_date),
    ):
        if day is not None and day > today:
            return Refused("future_day", f"{label} belum tiba.", instead="Periksa tahunnya.")
    if command.act_date and command.known_date and command.known_date < command.act_date:
        return Refused(
            "known_before_act",
            "Tanggal pelapor mengetahui lebih dahulu daripada tanggal peristiwa.",
            instead="Periksa kedua tanggal.",
        )
    unknown = [
        *(one for one in command.deeds if one not in law.deeds),
        *(one for one in command.circumstances if one not in set(Circumstance)),
        *(
            value
            for value, known in (
                (command.status, ActorStatus),
                (command.position, Position),
                (command.role, PoliticalRole),
            )
            if value is not None and value not in set(known)
        ),
    ]
    if unknown:
        return Refused("unknown_word", f"Tidak dikenal dalam lawbook: {', '.join(unknown)}.")
    return None


def _record_kajian_awal(
    command: RecordKajianAwal, case: Case, law: Lawbook, _now: datetime
) -> Done | Refused:
    formal, materiel = asking.requirements(law, case)
    known = {one.code for one in chain(formal, materiel)}
    if strange := sorted(set(command.met) - known):
        return Refused("unknown_requirement", f"Syarat tidak dikenal: {', '.join(strange)}.")
    window = case.clock(asking.LAPORAN_WINDOW)
    if (
        window is not None
        and asking.WITHIN_WINDOW in command.met
        and window.outcome is ClockOutcome.LATE
    ):
        return Refused(
            "window_passed",
            f"Laporan masuk sesudah batas {window.ends(case.office.zone)}; "
            "syarat waktu tidak terpenuhi.",
            window.dasar_hukum,
            "Catat syarat waktu sebagai belum terpenuhi, lalu perlakukan sebagai informasi awal.",
        )
    checklist = Checklist(
        met=tuple(one.code for one in chain(formal, materiel) if one.code in command.met),
        missing_formal=tuple(one.code for one in formal if one.code not in command.met),
        missing_materiel=tuple(one.code for one in materiel if one.code not in command.met),
    )
    into = State.READY_TO_REGISTER if checklist.is_complete else State.INCOMPLETE
    return Done((KajianAwalRecorded(state=into, checklist=checklist, note=command.note),), into)


def _request_perbaikan(
    command: RequestPerbaikan, case: Case, _law: Lawbook, now: datetime
) -> Done | Refused:
    delivered_at = command.delivered_at or now
    if delivered_at > now:
        return Refused(
            "future_moment",
            "Pemberitahuan belum diterima pelapor pada waktu itu.",
            instead="Catat setelah pelapor menerimanya.",
        )
    if delivered_at < case.received_at:
        return Refused(
            "before_report",
            "Waktu pemberitahuan lebih dahulu daripada laporan.",
            instead="Periksa tanggal dan jamnya.",
        )
    checklist = case.checklist
    missing = (*checklist.missing_formal, *checklist.missing_materiel) if checklist else ()
    requested = PerbaikanRequested(
        state=State.AWAITING_PERBAIKAN,
        missing=missing,
        delivered_at=delivered_at,
        message=command.message,
    )
    return Done((requested,), State.AWAITING_PERBAIKAN, begins=delivered_at)


def _record_perbaikan(
    command: RecordPerbaikan, _case: Case, _law: Lawbook, _now: datetime
) -> Done | Refused:
    return Done((PerbaikanRecorded(state=State.RECEIVED, note=command.note),), State.RECEIVED)


def _withdraw(command: Withdraw, _case: Case, _law: Lawbook, _now: datetime) -> Done | Refused:
    withdrawn = LaporanWithdrawn(state=State.INFORMASI_AWAL, reason=command.reason)
    return Done((withdrawn,), State.INFORMASI_AWAL)


def _treat_as_informasi_awal(
    command: TreatAsInformasiAwal, case: Case, _law: Lawbook, _now: datetime
) -> Done | Refused:
    checklist = case.checklist
    treated = TreatedAsInformasiAwal(
        state=State.INFORMASI_AWAL,
        missing=(*checklist.missing_formal, *checklist.missing_materiel) if checklist else (),
        reason=command.reason,
    )
    return Done((treated,), State.INFORMASI_AWAL)


def _declare_temuan(
    command: DeclareTemuan, case: Case, law: Lawbook, now: datetime
) -> Done | Refused:
    if (refusal := pleno_day_refusal(command.pleno_on, case, now)) is not None:
        return refusal
    if command.found_on > command.pleno_on:
        return Refused(
            "found_after_pleno",
            "Tanggal ditemukan lebih baru daripada tanggal pleno.",
            instead="Periksa kedua tanggal.",
        )
    clock = asking.clock_of(
        law,
        asking.TEMUAN_WINDOW,
        case.office,
        case.contest,
        start=command.found_on,
        on=case.today(now),
    )
    judged = clock.judge_day(command.pleno_on) if clock else None
    if clock is not None and judged is ClockOutcome.LATE:
        return Refused(
            "temuan_late",
            f"{clock.title} berakhir {clock.ends(case.office.zone)}. {clock.consequence}",
            instead="Akhiri penelusuran; bahan dapat disampaikan kepada atasan atau PPK.",
        )
    into = State.READY_TO_REGISTER
    declared = TemuanDeclared(
        state=into,
        found_on=command.found_on,
        pleno_on=command.pleno_on,
        reason=command.reason,
    )
    return Done(
        (declared,), into, begins=command.found_on, judged=judged, ended_on=command.pleno_on
    )


def _close_informasi_awal(
    command: CloseInformasiAwal, case: Case, _law: Lawbook, now: datetime
) -> Done | Refused:
    if (refusal := pleno_day_refusal(command.pleno_on, case, now)) is not None:
        return refusal
    # A known reporter is told first; of an anonymous one the receipt page is all there is.
    into = State.CLOSED if case.anonymous else State.RESOLVED
    closed = InformasiAwalClosed(state=into, pleno_on=command.pleno_on, reason=command.reason)
    return Done((closed,), into, ended_on=command.pleno_on)


def _register(command: Register, case: Case, law: Lawbook, now: datetime) -> Done | Refused:
    drawn = _drawn(command, case, law, now, registration_series(case))
    if isinstance(drawn, Refused):
        return drawn
    return Done((CaseRegistered(state=State.REGISTERED), drawn), State.REGISTERED)


def pleno_day_refusal(day: date, case: Case, now: datetime) -> Refused | None:
    """A pleno is recorded after it was held, and cannot be older than the report."""
    if day > case.today(now):
        return Refused(
            "future_day", "Tanggal pleno belum tiba.", instead="Catat setelah pleno diadakan."
        )
    if day < case.today(case.received_at):
        return Refused(
            "before_report",
            "Tanggal pleno lebih dahulu daripada laporan.",
            instead="Periksa tanggalnya.",
        )
    return None


HANDLERS: Mapping[Action, Handler] = {
    Action.OPEN_CASE: _open,
    Action.RECORD_NUMBER: _record_number,
    Action.ESTABLISH_FACTS: _establish_facts,
    Action.RECORD_KAJIAN_AWAL: _record_kajian_awal,
    Action.REQUEST_PERBAIKAN: _request_perbaikan,
    Action.RECORD_PERBAIKAN: _record_perbaikan,
    Action.WITHDRAW: _withdraw,
    Action.TREAT_AS_INFORMASI_AWAL: _treat_as_informasi_awal,
    Action.DECLARE_TEMUAN: _declare_temuan,
    Action.CLOSE_INFORMASI_AWAL: _close_informasi_awal,
    Action.REGISTER: _register,
}
