"""Conditions of a step that the case itself answers, before anybody fills in a form.

Each is asked with the office's own instant and says ``None`` or why not; the transition table names
them, so the desk can tell beforehand why a step is not open.
"""

from collections.abc import Callable
from datetime import datetime

from netra.domain.cases.law import (
    HANDLING,
    HANDLING_EXTENDED,
    LAPORAN_WINDOW,
    PERBAIKAN,
    TEMUAN_WINDOW,
    WITHIN_WINDOW,
)
from netra.domain.cases.outcome import Refused
from netra.domain.cases.state import Case, Kind, Series, State, Verdict

Guard = Callable[[Case, datetime], Refused | None]


def is_laporan(case: Case, _now: datetime) -> Refused | None:
    """The case rests on a report of a known person."""
    if case.kind is Kind.LAPORAN:
        return None
    return Refused(
        "not_a_laporan",
        "Langkah ini hanya untuk laporan dari pelapor yang dikenal.",
        instead="Informasi awal ditelusuri, lalu pleno menetapkannya sebagai temuan atau menutupnya.",
    )


def has_contest(case: Case, _now: datetime) -> Refused | None:
    """Outside any contest no clock and no number of Bawaslu exists."""
    if case.contest is not None:
        return None
    return Refused(
        "no_contest",
        "Peristiwa ini tidak berada dalam tahapan pemilihan mana pun, "
        "sehingga tata cara laporan Bawaslu tidak berjalan.",
        instead="Teruskan langsung kepada instansi yang berwenang.",
    )


def office_has_code(case: Case, _now: datetime) -> Refused | None:
    """A number prints Bawaslu's own region code, which is not the Kemendagri code."""
    if case.office.bawaslu_code:
        return None
    return Refused(
        "office_without_code",
        "Kode wilayah Bawaslu untuk kantor ini belum diisi, sehingga nomor tidak dapat ditulis.",
        instead="Minta pengelola mengisi kode Bawaslu pada data kantor.",
    )


def no_lp_number(case: Case, _now: datetime) -> Refused | None:
    number = case.number_of(Series.LP)
    if number is None:
        return None
    return Refused(
        "already_numbered",
        f"Laporan ini sudah bernomor {number.text}.",
        instead="Lanjutkan dengan nomor yang ada.",
    )


def numbered(case: Case, _now: datetime) -> Refused | None:
    """A laporan carries its LP number before it is registered; a temuan has none until then."""
    if case.kind is Kind.TEMUAN or case.number_of(Series.LP) is not None:
        return None
    return Refused(
        "no_number",
        "Nomor laporan (LP) belum diambil.",
        instead="Ambil nomor laporan lebih dahulu.",
    )


def window_decided(case: Case, _now: datetime) -> Refused | None:
    """Between the two counting dates nobody may pass over the question in silence."""
    return _decided(case, LAPORAN_WINDOW)


def perbaikan_decided(case: Case, _now: datetime) -> Refused | None:
    return _decided(case, PERBAIKAN)


def temuan_decided(case: Case, _now: datetime) -> Refused | None:
    return _decided(case, TEMUAN_WINDOW)


def _decided(case: Case, code: str) -> Refused | None:
    clock = case.clock(code)
    if clock is None or clock not in case.undecided_clocks:
        return None
    return Refused(
        "clock_undecided",
        f"{clock.title}: waktunya jatuh di antara dua cara menghitung "
        "atau bersandar pada angka yang belum pasti.",
        clock.dasar_hukum,
        "Putuskan lebih dahulu tepat waktu atau tidak, dengan alasan tertulis.",
    )


def not_asked_before(case: Case, _now: datetime) -> Refused | None:
    if not case.perbaikan_requested:
        return None
    return Refused(
        "perbaikan_once",
        "Perbaikan sudah pernah diminta untuk laporan ini.",
        instead="Catat kajian awal atas yang ada, atau perlakukan sebagai informasi awal.",
    )


def can_be_mended(case: Case, _now: datetime) -> Refused | None:
    """Missing papers can be brought; a day that has passed cannot."""
    if case.checklist is None or WITHIN_WINDOW not in case.checklist.missing_formal:
        return None
    clock = case.clock(LAPORAN_WINDOW)
    return Refused(
        "late_cannot_be_mended",
        "Laporan melewati batas waktu; perbaikan tidak dapat memulihkan waktu yang lewat.",
        clock.dasar_hukum if clock else (),
        "Perlakukan sebagai informasi awal; atasan dan PPK tetap dapat bertindak.",
    )


def perbaikan_still_open(case: Case, now: datetime) -> Refused | None:
    clock = case.clock(PERBAIKAN)
    if clock is None or not clock.lapses or not clock.is_past(now, case.office.zone):
        return None
    return Refused(
        "perbaikan_lapsed",
        f"Batas perbaikan berakhir {clock.ends(case.office.zone)}.",
        clock.dasar_hukum,
        "Perlakukan bahan ini sebagai informasi awal.",
    )


def failed_but_serious(case: Case, now: datetime) -> Refused | None:
    """What a laporan must have failed before its content goes on as informasi awal."""
    if case.state is State.AWAITING_PERBAIKAN:
        clock = case.clock(PERBAIKAN)
        if clock is None or clock.is_past(now, case.office.zone):
            return None
        return Refused(
            "perbaikan_running",
            f"Pelapor masih dapat memperbaiki sampai {clock.ends(case.office.zone)}.",
            clock.dasar_hukum,
            "Tunggu perbaikan dari pelapor.",
        )
    if case.checklist is None or case.checklist.missing_formal or case.perbaikan_requested:
        return None
    return Refused(
        "can_still_be_mended",
        "Syarat formal terpenuhi dan kekurangan materiel masih dapat diperbaiki pelapor.",
        instead="Minta perbaikan kepada pelapor.",
    )


def handling_can_be_extended(case: Case, now: datetime) -> Refused | None:
    if case.clock(HANDLING_EXTENDED) is not None:
        return Refused(
            "already_extended",
            "Waktu penanganan sudah pernah ditambah; tata cara hanya mengenal satu tambahan.",
            instead="Selesaikan kajian dan pleno dalam waktu yang ada.",
        )
    clock = case.clock(HANDLING)
    if clock is None or not clock.is_running:
        return Refused(
            "no_handling_clock", "Tidak ada waktu penanganan yang berjalan pada perkara ini."
        )
    if clock.is_past(now, case.office.zone):
        return Refused(
            "handling_past",
            f"Waktu penanganan berakhir {clock.ends(case.office.zone)}; "
            "tambahan hanya dapat diambil sebelum itu.",
            clock.dasar_hukum,
            "Selesaikan kajian dan pleno; keterlambatan tercatat.",
        )
    return None


def may_be_forwarded(case: Case, _now: datetime) -> Refused | None:
    """With a contest only after the pleno found a violation; without one, at once."""
    if case.contest is None:
        return None
    if case.pleno is None:
        return Refused(
            "no_pleno",
            "Penerusan dalam tahapan pemilihan memerlukan putusan pleno.",
            instead="Selesaikan penanganan sampai pleno.",
        )
    if case.pleno.verdict is not Verdict.VIOLATION:
        return Refused(
            "not_a_violation",
            "Pleno memutus peristiwa ini bukan pelanggaran.",
            instead="Beri tahu pelapor, lalu tutup perkara.",
        )
    return None


def waits_for_authority(case: Case, _now: datetime) -> Refused | None:
    if any(one.decision is None for one in case.forwards):
        return None
    return Refused("nothing_awaited", "Semua instansi yang dituju sudah memutus.")


def reporter_is_known(case: Case, _now: datetime) -> Refused | None:
    if not case.anonymous:
        return None
    return Refused(
        "reporter_unknown",
        "Pelapor tidak menyebut diri sehingga tidak dapat diberi tahu.",
        instead="Status terbaca oleh siapa pun yang memegang kode tanda terima.",
    )


def reporter_was_told(case: Case, _now: datetime) -> Refused | None:
    if case.anonymous or case.told_current_state:
        return None
    return Refused(
        "reporter_not_told",
        "Pelapor belum diberi tahu tentang hasil ini.",
        instead="Beri tahu pelapor lebih dahulu.",
    )


def nothing_left_to_forward(case: Case, _now: datetime) -> Refused | None:
    if case.state is not State.DECIDED or case.pleno is None:
        return None
    if case.pleno.verdict is Verdict.NOT_A_VIOLATION:
        return None
    return Refused(
        "not_forwarded",
        "Pleno memutus ada pelanggaran, tetapi perkara belum diteruskan.",
        instead="Teruskan kepada instansi yang berwenang.",
    )


def something_to_decide(case: Case, _now: datetime) -> Refused | None:
    if case.undecided_clocks:
        return None
    return Refused(
        "nothing_to_decide", "Tidak ada langkah yang jatuh di antara dua cara menghitung."
    )
