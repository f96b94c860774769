"""Steps from registration to the end: klarifikasi, kajian, pleno, forwarding, notice, closing."""

import re
from collections.abc import Mapping
from datetime import date, datetime

from netra.domain.access import Action
from netra.domain.calendar import long_date
from netra.domain.cases import law as asking
from netra.domain.cases.assessing import assess_case
from netra.domain.cases.commands import (
    CloseCase,
    DecidePleno,
    ExtendHandling,
    ForwardCase,
    HoldKlarifikasi,
    NotifyReporter,
    RecordAuthorityDecision,
    WriteKajian,
)
from netra.domain.cases.events import (
    AssessmentRecorded,
    AuthorityDecided,
    CaseClosed,
    CaseForwarded,
    Event,
    HandlingExtended,
    KajianWritten,
    KlarifikasiHeld,
    PlenoDecided,
    ReporterNotified,
)
from netra.domain.cases.initial import pleno_day_refusal
from netra.domain.cases.outcome import Done, Handler, Refused
from netra.domain.cases.state import Case, Forward, State, Verdict
from netra.domain.cases.transitions import (
    NOTICE_CHANNELS,
    OUTCOMES,
    PARTIES,
    REPORTER,
    RETURNED,
)
from netra.domain.lawbook.book import Lawbook
from netra.domain.lawbook.vocabulary import Track

OUTSIDE_CONTEST = frozenset(
    {Track.HUKUM_LAINNYA, Track.DISIPLIN_INTERNAL, Track.KONTRAK, Track.DESA}
)
"""Tracks that need no election: no crime and no administrative breach of a contest without one."""

_SHARED_WORDS = 12
"""So many of the reporter's words in a row are a quotation; names and places are shorter."""


def _extend(command: ExtendHandling, case: Case, _law: Lawbook, _now: datetime) -> Done | Refused:
    return Done((HandlingExtended(reason=command.reason),), case.state)


def _hold_klarifikasi(
    command: HoldKlarifikasi, case: Case, _law: Lawbook, now: datetime
) -> Done | Refused:
    if command.party not in {one.value for one in PARTIES}:
        return Refused("unknown_word", f"Pihak tidak dikenal: {command.party}.")
    if (refusal := _day_refusal(command.held_on, case, now, "Tanggal klarifikasi")) is not None:
        return refusal
    held = KlarifikasiHeld(
        state=State.KLARIFIKASI,
        held_on=command.held_on,
        party=command.party,
        attended=command.attended,
        name="" if command.party == REPORTER else command.name,
        note=command.note,
    )
    return Done((held,), State.KLARIFIKASI)


def _write_kajian(command: WriteKajian, case: Case, law: Lawbook, now: datetime) -> Done | Refused:
    if (refusal := _tracks_refusal(command.verdict, command.tracks)) is not None:
        return refusal
    written = KajianWritten(
        state=State.KAJIAN,
        verdict=command.verdict,
        tracks=command.tracks,
        on=case.today(now),
        text=command.text,
    )
    # What the lawbook answers on this day stands beside what the examiner concluded.
    assessed = assess_case(case, law)
    events: tuple[Event, ...] = (
        (written, AssessmentRecorded(assessed=assessed, lawbook=assessed.lawbook))
        if assessed
        else (written,)
    )
    return Done(events, State.KAJIAN)


def _decide_pleno(command: DecidePleno, case: Case, _law: Lawbook, now: datetime) -> Done | Refused:
    refusal = pleno_day_refusal(command.pleno_on, case, now) or _tracks_refusal(
        command.verdict, command.tracks
    )
    if refusal is not None:
        return refusal
    if case.kajian is not None and command.pleno_on < case.kajian.on:
        return Refused(
            "before_kajian",
            f"Pleno lebih dahulu daripada kajian ({long_date(case.kajian.on)}).",
            instead="Periksa tanggal pleno.",
        )
    decided = PlenoDecided(
        state=State.DECIDED,
        verdict=command.verdict,
        tracks=command.tracks,
        on=command.pleno_on,
        reason=command.reason,
    )
    # Held today: the twenty-four hours to the police run from this hour.
    begins = now if command.pleno_on == case.today(now) else command.pleno_on
    return Done(
        (decided,),
        State.DECIDED,
        begins=begins,
        ended_on=command.pleno_on,
        tracks=command.tracks,
    )


def _tracks_refusal(verdict: Verdict, tracks: tuple[Track, ...]) -> Refused | None:
    if verdict is Verdict.VIOLATION and not tracks:
        return Refused(
            "no_track",
            "Pelanggaran harus menyebut sedikitnya satu jalur penanganan.",
            instead="Pilih jalurnya.",
        )
    if verdict is Verdict.NOT_A_VIOLATION and tracks:
        return Refused(
            "track_without_violation",
            "Yang bukan pelanggaran tidak menempuh jalur penanganan.",
            instead="Kosongkan jalur, atau ubah kesimpulan.",
        )
    return None


def forwardable_tracks(case: Case) -> tuple[Track, ...]:
    """The tracks on which this case may be sent: the pleno's, or those that need no contest."""
    if case.pleno is not None:
        return case.pleno.tracks
    return tuple(track for track in Track if track in OUTSIDE_CONTEST)


def _forward(command: ForwardCase, case: Case, law: Lawbook, now: datetime) -> Done | Refused:
    if command.track not in forwardable_tracks(case):
        return Refused(
            "track_not_decided",
            "Jalur ini tidak termasuk putusan pleno."
            if case.pleno
            else "Jalur ini memerlukan tahapan pemilihan.",
            instead="Pilih jalur yang diputus.",
        )
    if (refusal := _day_refusal(command.letter_on, case, now, "Tanggal surat")) is not None:
        return refusal
    if case.pleno is not None and command.letter_on < case.pleno.on:
        return Refused(
            "before_pleno",
            "Surat penerusan lebih dahulu daripada pleno.",
            instead="Periksa tanggal surat.",
        )
    lawful = asking.receivers(law, case, command.track, command.letter_on)
    receiver = next((one for one in lawful if one.authority == command.authority), None)
    if receiver is None:
        return _wrong_authority(case, command, lawful)
    if any(_is_same_letter(one, command) for one in case.forwards):
        return Refused(
            "already_forwarded",
            "Perkara ini sudah diteruskan ke instansi itu pada jalur yang sama.",
            instead="Tunggu putusannya.",
        )
    if quotes(command.resume, command.reporter_text):
        return Refused(
            "quotes_reporter",
            "Resume memuat kalimat pelapor. Gaya bahasa dapat mengungkap siapa yang melapor.",
            ("perbawaslu-10-2019 Pasal 18 ayat (2)",),
            "Tulis ringkasan dengan kata-kata Bawaslu sendiri.",
        )
    forwarded = CaseForwarded(
        state=State.FORWARDED,
        number=len(case.forwards) + 1,
        track=command.track,
        authority=command.authority,
        agency=command.agency,
        letter_number=command.letter_number,
        letter_on=command.letter_on,
        basis=receiver.basis,
        resume=command.resume,
    )
    keeps = frozenset() if command.track is Track.PIDANA else frozenset({asking.CRIMINAL_REFERRAL})
    return Done((forwarded,), State.FORWARDED, keeps=keeps)


def nobody_to_forward_to(case: Case, law: Lawbook, now: datetime) -> Refused | None:
    """A refusal when this day allows no receiver on any track that is left; else ``None``."""
    today = case.today(now)
    if any(asking.receivers(law, case, track, today) for track in forwardable_tracks(case)):
        return None
    return _nobody(case, today)


def _nobody(case: Case, day: date) -> Refused:
    if case.facts.actor.status is None:
        return Refused(
            "status_unknown",
            "Status terlapor belum diketahui, sehingga instansi yang berwenang belum dapat "
            "ditentukan.",
            instead="Catat status terlapor lebih dahulu.",
        )
    return Refused(
        "no_authority",
        f"Pada {long_date(day)} belum ada instansi yang tercatat berwenang untuk jalur ini.",
        instead="Tahan penerusan; periksa kembali setelah lawbook diperbarui.",
    )


def _wrong_authority(
    case: Case, command: ForwardCase, lawful: tuple[asking.Receiver, ...]
) -> Refused:
    if not lawful:
        return _nobody(case, command.letter_on)
    day = long_date(command.letter_on)
    return Refused(
        "authority_not_of_date",
        f"{command.authority.upper()} tidak berwenang untuk perkara ini pada {day}.",
        lawful_citations(lawful),
        f"Yang berwenang: {', '.join(one.name for one in lawful)}.",
    )


def lawful_citations(lawful: tuple[asking.Receiver, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(cited for one in lawful for cited in one.citations))


def _is_same_letter(forward: Forward, command: ForwardCase) -> bool:
    was_returned = forward.decision is not None and forward.decision.outcome == RETURNED
    return (
        forward.track is command.track
        and forward.authority == command.authority
        and not was_returned
    )


def quotes(resume: str, reporter_text: str) -> bool:
    """Whether ``resume`` repeats a run of the reporter's own words, or a whole short story."""
    told, written = _words(reporter_text), _words(resume)
    length = min(_SHARED_WORDS, len(told))
    if not length:
        return False
    runs = {tuple(told[at : at + length]) for at in range(len(told) - length + 1)}
    return any(tuple(written[at : at + length]) in runs for at in range(len(written)))


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _record_authority_decision(
    command: RecordAuthorityDecision, case: Case, _law: Lawbook, now: datetime
) -> Done | Refused:
    forward = next((one for one in case.forwards if one.number == command.forward), None)
    if forward is None or forward.decision is not None:
        return Refused(
            "not_awaited",
            "Tidak ada putusan yang ditunggu atas surat itu.",
            instead="Pilih surat penerusan yang belum diputus.",
        )
    if command.outcome not in {one.value for one in OUTCOMES}:
        return Refused("unknown_word", f"Putusan tidak dikenal: {command.outcome}.")
    if (refusal := _day_refusal(command.decided_on, case, now, "Tanggal putusan")) is not None:
        return refusal
    if command.decided_on < forward.letter_on:
        return Refused(
            "before_letter",
            f"Putusan lebih dahulu daripada surat penerusan ({long_date(forward.letter_on)}).",
            instead="Periksa tanggal putusan.",
        )
    into = State.RESOLVED if _resolves(command, case) else State.FORWARDED
    decided = AuthorityDecided(
        state=into,
        forward=command.forward,
        outcome=command.outcome,
        decided_on=command.decided_on,
        number=command.decision_number,
        note=command.note,
    )
    return Done((decided,), into)


def _resolves(command: RecordAuthorityDecision, case: Case) -> bool:
    """Nothing is awaited any more, and every track has an answer that was not "not mine"."""
    outcomes = {one.number: one.decision.outcome if one.decision else None for one in case.forwards}
    outcomes[command.forward] = command.outcome
    if None in outcomes.values():
        return False
    answered = {one.track for one in case.forwards if outcomes[one.number] != RETURNED}
    wanted = case.pleno.tracks if case.pleno else tuple(one.track for one in case.forwards)
    return answered.issuperset(wanted)


def _notify(command: NotifyReporter, case: Case, _law: Lawbook, now: datetime) -> Done | Refused:
    if command.channel not in {one.value for one in NOTICE_CHANNELS}:
        return Refused("unknown_word", f"Cara memberi tahu tidak dikenal: {command.channel}.")
    if (refusal := _day_refusal(command.on, case, now, "Tanggal pemberitahuan")) is not None:
        return refusal
    told = ReporterNotified(
        state=case.state, on=command.on, channel=command.channel, text=command.text
    )
    return Done((told,), case.state)


def _close(command: CloseCase, _case: Case, _law: Lawbook, _now: datetime) -> Done | Refused:
    return Done((CaseClosed(state=State.CLOSED, reason=command.reason),), State.CLOSED)


def _day_refusal(day: date, case: Case, now: datetime, what: str) -> Refused | None:
    """Something that was done lies between the report and today."""
    if day > case.today(now):
        return Refused("future_day", f"{what} belum tiba.", instead="Catat setelah terjadi.")
    if day < case.today(case.received_at):
        return Refused(
            "before_report",
            f"{what} lebih dahulu daripada laporan.",
            instead="Periksa tanggalnya.",
        )
    return None


HANDLERS: Mapping[Action, Handler] = {
    Action.EXTEND_HANDLING: _extend,
    Action.HOLD_KLARIFIKASI: _hold_klarifikasi,
    Action.WRITE_KAJIAN: _write_kajian,
    Action.DECIDE_PLENO: _decide_pleno,
    Action.FORWARD: _forward,
    Action.RECORD_AUTHORITY_DECISION: _record_authority_decision,
    Action.NOTIFY_REPORTER: _notify,
    Action.CLOSE: _close,
}
