"""The transition table of a case: every step that exists, in one tuple.

The desk's buttons, the refusals and ``docs/algorithms/case-transitions.md`` are read from here. Who
may take a step stands in ``domain/access.py`` under the same name.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from netra.domain.access import ALLOWED, Action, Role
from netra.domain.cases import guards, law
from netra.domain.cases.fields import Choice, Field, FieldKind
from netra.domain.cases.guards import Guard
from netra.domain.cases.state import Case, Kind, Series, State, Verdict
from netra.domain.lawbook.vocabulary import ContestKind, Track


class Origin(StrEnum):
    """Where a clock of a step begins to count."""

    KNOWN = "known"
    """The day the reporter came to know; it ended, in time or not, when the report came in."""
    RECEIVED = "received"
    NOW = "now"
    DELIVERED = "delivered"
    FOUND = "found"
    PLENO = "pleno"
    REGISTERED = "registered"

    @property
    def label(self) -> str:
        return _ORIGIN_LABELS[self]


_ORIGIN_LABELS = {
    Origin.KNOWN: "hari pelapor mengetahui",
    Origin.RECEIVED: "laporan diterima",
    Origin.NOW: "langkah ini",
    Origin.DELIVERED: "pemberitahuan diterima pelapor",
    Origin.FOUND: "hari pelanggaran ditemukan",
    Origin.PLENO: "putusan pleno",
    Origin.REGISTERED: "register",
}


@dataclass(frozen=True, slots=True)
class ClockStart:
    """A clock that a step starts; ``into`` limits it to one of the step's targets."""

    code: str
    origin: Origin
    into: State | None = None
    track: Track | None = None
    """Runs only where the step names this track."""


@dataclass(frozen=True, slots=True)
class Grounds:
    """Where the law speaks of a step, in the lawbook's notation."""

    pemilu: tuple[str, ...]
    pilkada: tuple[str, ...]

    def of(self, kind: ContestKind | None) -> tuple[str, ...]:
        """The grounds in one contest; without a contest there is no ground in election law."""
        if kind is ContestKind.PEMILU:
            return self.pemilu
        return self.pilkada if kind is ContestKind.PILKADA else ()


@dataclass(frozen=True, slots=True)
class Transition:
    """One step: from where to where, on what conditions, on what ground."""

    step: Action
    title: str
    sources: tuple[State, ...]
    targets: tuple[State, ...]
    """Empty: the state does not change. Several: the step's content decides."""
    grounds: Grounds
    may_stay: bool = False
    """Besides its targets, the step may leave the state as it is."""
    guards: tuple[Guard, ...] = ()
    starts: tuple[ClockStart, ...] = ()
    stops: tuple[str, ...] = ()
    draws: tuple[Series, ...] = ()
    """The series of a number it draws; of several, ``series_drawn`` knows which."""
    fields: tuple[Field, ...] = ()

    @property
    def roles(self) -> frozenset[Role]:
        return ALLOWED[self.step]

    @property
    def by_system(self) -> bool:
        """Taken by the worker, never by a person."""
        return not self.roles


S, F, K = State, Field, FieldKind
_OPEN = tuple(state for state in State if state not in {S.SUBMITTED, S.CLOSED})
_BEFORE_REGISTER = (S.RECEIVED, S.INCOMPLETE, S.AWAITING_PERBAIKAN, S.READY_TO_REGISTER)

_WINDOW = Grounds(
    pemilu=("uu-7-2017 Pasal 454 ayat (6)", "perbawaslu-7-2022 Pasal 8 ayat (3)"),
    pilkada=("uu-1-2015 Pasal 134 ayat (4)", "perbawaslu-8-2020"),
)
_KAJIAN_AWAL = Grounds(
    pemilu=(
        "perbawaslu-7-2022 Pasal 15 ayat (1)",
        "perbawaslu-7-2022 Pasal 15 ayat (3)",
        "perbawaslu-7-2022 Pasal 15 ayat (4)",
    ),
    pilkada=("perbawaslu-8-2020",),
)
_OUTCOME = Grounds(
    pemilu=("perbawaslu-7-2022 Pasal 16 ayat (1) huruf a",),
    pilkada=("perbawaslu-8-2020", "perbawaslu-9-2024"),
)
_TEMUAN = Grounds(
    pemilu=("uu-7-2017 Pasal 454 ayat (5)",), pilkada=("uu-1-2015 Pasal 134 ayat (4)",)
)
_HANDLING = Grounds(
    pemilu=("uu-7-2017 Pasal 454 ayat (7)",), pilkada=("uu-1-2015 Pasal 134 ayat (5)",)
)
_EXTENSION = Grounds(
    pemilu=("uu-7-2017 Pasal 454 ayat (8)",), pilkada=("uu-1-2015 Pasal 134 ayat (6)",)
)
_FORWARDING = Grounds(
    pemilu=("uu-7-2017 Pasal 455 ayat (1) huruf c", "perbawaslu-10-2019 Pasal 18 ayat (2)"),
    pilkada=("perbawaslu-8-2020", "perbawaslu-10-2019 Pasal 18 ayat (2)"),
)
_REGULATION = Grounds(pemilu=("perbawaslu-7-2022",), pilkada=("perbawaslu-8-2020",))

_PLENO_DAY = F("pleno_on", "Tanggal pleno", K.DAY)
_REASON = F("reason", "Alasan tertulis", K.PARAGRAPH, personal=True)
_VERDICT = F(
    "verdict",
    "Kesimpulan",
    K.CHOICE,
    choices=tuple(Choice(one.value, one.label) for one in Verdict),
)
_TRACKS = F(
    "tracks",
    "Jalur penanganan",
    K.CHOICES,
    required=False,
    hint="Satu peristiwa dapat ditempuh di beberapa jalur. Kosongkan bila bukan pelanggaran.",
)

REPORTER = "pelapor"
PARTIES = (
    Choice(REPORTER, "pelapor"),
    Choice("terlapor", "terlapor"),
    Choice("saksi", "saksi"),
    Choice("ahli", "ahli"),
    Choice("pihak_lain", "pihak lain"),
)
RETURNED = "returned"
OUTCOMES = (
    Choice("sanctioned", "dijatuhi sanksi"),
    Choice("proven_no_sanction", "terbukti, tanpa sanksi"),
    Choice("not_proven", "tidak terbukti"),
    Choice("stopped", "dihentikan"),
    Choice(RETURNED, "dikembalikan, bukan kewenangannya"),
)
NOTICE_CHANNELS = (
    Choice("letter", "surat"),
    Choice("in_person", "bertemu langsung"),
    Choice("phone", "telepon atau pesan"),
    Choice("announcement", "papan pengumuman"),
)

TRANSITIONS: tuple[Transition, ...] = (
    Transition(
        Action.OPEN_CASE,
        "Buka berkas",
        (S.SUBMITTED,),
        (S.RECEIVED, S.INFORMASI_AWAL),
        _WINDOW,
        starts=(
            ClockStart(law.LAPORAN_WINDOW, Origin.KNOWN, S.RECEIVED),
            ClockStart(law.KAJIAN_AWAL, Origin.RECEIVED, S.RECEIVED),
            ClockStart(law.INFORMASI_AWAL, Origin.RECEIVED, S.INFORMASI_AWAL),
        ),
    ),
    Transition(
        Action.RECORD_NUMBER,
        "Ambil nomor laporan",
        _BEFORE_REGISTER,
        (),
        _REGULATION,
        guards=(
            guards.is_laporan,
            guards.has_contest,
            guards.office_has_code,
            guards.no_lp_number,
        ),
        draws=(Series.LP,),
    ),
    Transition(
        Action.ESTABLISH_FACTS,
        "Catat fakta yang diketahui",
        tuple(state for state in _OPEN if state is not S.RESOLVED),
        (),
        _REGULATION,
        fields=(
            F("act_date", "Tanggal peristiwa", K.DAY, required=False),
            F("known_date", "Tanggal pelapor mengetahui", K.DAY, required=False),
            F("deeds", "Perbuatan yang diduga", K.CHOICES, required=False),
            F("status", "Status terlapor", K.CHOICE, required=False),
            F("position", "Jabatan terlapor", K.CHOICE, required=False),
            F("role", "Peran khusus terlapor", K.CHOICE, required=False),
            F("on_cltn", "Sedang cuti di luar tanggungan negara?", K.YES_NO, required=False),
            F("spouse_of_candidate", "Suami atau istri calon?", K.YES_NO, required=False),
            F("circumstances", "Keadaan", K.CHOICES, required=False),
            F("reason", "Dari mana fakta ini diketahui", K.PARAGRAPH, personal=True),
        ),
    ),
    Transition(
        Action.RECORD_KAJIAN_AWAL,
        "Catat kajian awal",
        (S.RECEIVED, S.INCOMPLETE),
        (S.READY_TO_REGISTER, S.INCOMPLETE),
        _KAJIAN_AWAL,
        guards=(guards.is_laporan, guards.has_contest, guards.window_decided),
        stops=(law.KAJIAN_AWAL,),
        fields=(
            F(
                "met",
                "Syarat yang terpenuhi",
                K.CHOICES,
                required=False,
                hint="Yang tidak dicentang dianggap belum terpenuhi.",
            ),
            F("note", "Catatan", K.PARAGRAPH, required=False, personal=True),
        ),
    ),
    Transition(
        Action.REQUEST_PERBAIKAN,
        "Minta perbaikan kepada pelapor",
        (S.INCOMPLETE,),
        (S.AWAITING_PERBAIKAN,),
        _OUTCOME,
        guards=(guards.is_laporan, guards.not_asked_before, guards.can_be_mended),
        starts=(ClockStart(law.PERBAIKAN, Origin.DELIVERED),),
        fields=(
            F("message", "Apa yang perlu dilengkapi", K.PARAGRAPH, personal=True),
            F(
                "delivered_at",
                "Kapan pemberitahuan diterima pelapor",
                K.INSTANT,
                required=False,
                hint="Kosongkan bila sekarang. Tenggat perbaikan berjalan sejak saat ini.",
            ),
        ),
    ),
    Transition(
        Action.RECORD_PERBAIKAN,
        "Catat perbaikan dari pelapor",
        (S.AWAITING_PERBAIKAN,),
        (S.RECEIVED,),
        _OUTCOME,
        guards=(guards.perbaikan_still_open,),
        stops=(law.PERBAIKAN,),
        fields=(F("note", "Apa yang dilengkapi", K.PARAGRAPH, personal=True),),
    ),
    Transition(
        Action.WITHDRAW,
        "Catat pencabutan oleh pelapor",
        _BEFORE_REGISTER,
        (S.INFORMASI_AWAL,),
        _REGULATION,
        guards=(guards.is_laporan,),
        starts=(ClockStart(law.INFORMASI_AWAL, Origin.NOW),),
        stops=(law.KAJIAN_AWAL, law.PERBAIKAN),
        fields=(_REASON,),
    ),
    Transition(
        Action.TREAT_AS_INFORMASI_AWAL,
        "Perlakukan sebagai informasi awal",
        (S.INCOMPLETE, S.AWAITING_PERBAIKAN),
        (S.INFORMASI_AWAL,),
        _OUTCOME,
        guards=(guards.failed_but_serious,),
        starts=(ClockStart(law.INFORMASI_AWAL, Origin.NOW),),
        stops=(law.KAJIAN_AWAL, law.PERBAIKAN),
        fields=(_REASON,),
    ),
    Transition(
        Action.DECLARE_TEMUAN,
        "Tetapkan sebagai temuan",
        (S.INFORMASI_AWAL,),
        (S.READY_TO_REGISTER,),
        _TEMUAN,
        guards=(guards.has_contest,),
        starts=(ClockStart(law.TEMUAN_WINDOW, Origin.FOUND),),
        stops=(law.INFORMASI_AWAL,),
        fields=(
            F(
                "found_on",
                "Tanggal pelanggaran ditemukan",
                K.DAY,
                hint="Hari pengawas mengetahui atau menemukannya. Batas temuan berjalan sejak hari ini.",
            ),
            _PLENO_DAY,
            _REASON,
        ),
    ),
    Transition(
        Action.CLOSE_INFORMASI_AWAL,
        "Akhiri penelusuran tanpa temuan",
        (S.INFORMASI_AWAL,),
        (S.RESOLVED, S.CLOSED),
        _TEMUAN,
        stops=(law.INFORMASI_AWAL,),
        fields=(_PLENO_DAY, _REASON),
    ),
    Transition(
        Action.REGISTER,
        "Register",
        (S.READY_TO_REGISTER,),
        (S.REGISTERED,),
        _REGULATION,
        guards=(
            guards.office_has_code,
            guards.numbered,
            guards.window_decided,
            guards.perbaikan_decided,
            guards.temuan_decided,
        ),
        starts=(ClockStart(law.HANDLING, Origin.REGISTERED),),
        draws=(Series.REG, Series.TM),
    ),
    Transition(
        Action.EXTEND_HANDLING,
        "Tambah waktu penanganan",
        (S.REGISTERED, S.KLARIFIKASI, S.KAJIAN),
        (),
        _EXTENSION,
        guards=(guards.handling_can_be_extended,),
        starts=(ClockStart(law.HANDLING_EXTENDED, Origin.REGISTERED),),
        stops=(law.HANDLING,),
        fields=(_REASON,),
    ),
    Transition(
        Action.HOLD_KLARIFIKASI,
        "Catat klarifikasi",
        (S.REGISTERED, S.KLARIFIKASI),
        (S.KLARIFIKASI,),
        _HANDLING,
        fields=(
            F("held_on", "Tanggal klarifikasi", K.DAY),
            F("party", "Yang diminta keterangan", K.CHOICE, choices=PARTIES),
            F(
                "name",
                "Nama",
                K.TEXT,
                required=False,
                personal=True,
                hint="Kosongkan untuk pelapor: namanya hanya ada di bawah segel.",
            ),
            F("attended", "Hadir?", K.YES_NO),
            F("note", "Pokok keterangan", K.PARAGRAPH, required=False, personal=True),
        ),
    ),
    Transition(
        Action.WRITE_KAJIAN,
        "Tulis kajian",
        (S.REGISTERED, S.KLARIFIKASI, S.KAJIAN),
        (S.KAJIAN,),
        _HANDLING,
        fields=(_VERDICT, _TRACKS, F("text", "Isi kajian", K.PARAGRAPH, personal=True)),
    ),
    Transition(
        Action.DECIDE_PLENO,
        "Catat putusan pleno",
        (S.KAJIAN,),
        (S.DECIDED,),
        _HANDLING,
        starts=(ClockStart(law.CRIMINAL_REFERRAL, Origin.PLENO, track=Track.PIDANA),),
        stops=(law.HANDLING, law.HANDLING_EXTENDED),
        fields=(_PLENO_DAY, _VERDICT, _TRACKS, _REASON),
    ),
    Transition(
        Action.FORWARD,
        "Teruskan ke instansi yang berwenang",
        (S.RECEIVED, S.INCOMPLETE, S.INFORMASI_AWAL, S.DECIDED, S.FORWARDED),
        (S.FORWARDED,),
        _FORWARDING,
        guards=(guards.may_be_forwarded,),
        stops=(law.KAJIAN_AWAL, law.INFORMASI_AWAL, law.CRIMINAL_REFERRAL),
        fields=(
            F("track", "Jalur", K.CHOICE),
            F("authority", "Instansi tujuan", K.CHOICE),
            F(
                "agency",
                "Kantor instansi di netra",
                K.CHOICE,
                required=False,
                hint="Kantor yang dipilih dapat membaca resume. Kosongkan bila belum ada.",
            ),
            F("letter_number", "Nomor surat", K.TEXT),
            F("letter_on", "Tanggal surat", K.DAY),
            F(
                "resume",
                "Resume Bawaslu",
                K.PARAGRAPH,
                personal=True,
                hint="Ditulis sendiri oleh Bawaslu. Kata-kata pelapor tidak diteruskan.",
            ),
        ),
    ),
    Transition(
        Action.RECORD_AUTHORITY_DECISION,
        "Catat putusan instansi",
        (S.FORWARDED,),
        (S.FORWARDED, S.RESOLVED),
        _FORWARDING,
        guards=(guards.waits_for_authority,),
        fields=(
            F("forward", "Surat penerusan", K.CHOICE),
            F("outcome", "Putusan", K.CHOICE, choices=OUTCOMES),
            F("decided_on", "Tanggal putusan", K.DAY),
            F("decision_number", "Nomor putusan", K.TEXT, required=False),
            F("note", "Isi pokok", K.PARAGRAPH, required=False, personal=True),
        ),
    ),
    Transition(
        Action.NOTIFY_REPORTER,
        "Beri tahu pelapor",
        (S.INFORMASI_AWAL, S.REGISTERED, S.DECIDED, S.FORWARDED, S.RESOLVED),
        (),
        _REGULATION,
        guards=(guards.reporter_is_known,),
        fields=(
            F("on", "Tanggal pemberitahuan", K.DAY),
            F("channel", "Cara", K.CHOICE, choices=NOTICE_CHANNELS),
            F("text", "Isi pemberitahuan", K.PARAGRAPH, personal=True),
        ),
    ),
    Transition(
        Action.CLOSE,
        "Tutup perkara",
        (S.DECIDED, S.RESOLVED),
        (S.CLOSED,),
        _REGULATION,
        guards=(guards.nothing_left_to_forward, guards.reporter_was_told),
        fields=(F("reason", "Catatan penutup", K.PARAGRAPH, required=False, personal=True),),
    ),
    Transition(
        Action.DECIDE_BETWEEN_DATES,
        "Putuskan tepat waktu atau tidak",
        (*_OPEN, S.CLOSED),
        (),
        _WINDOW,
        guards=(guards.something_to_decide,),
        fields=(
            F("clock", "Tenggat", K.CHOICE),
            F("in_time", "Tepat waktu?", K.YES_NO),
            _REASON,
        ),
    ),
    Transition(
        Action.LAPSE_CLOCK,
        "Tenggat lewat",
        _OPEN,
        # A perbaikan that never came makes the report an informasi awal; else nothing moves.
        (S.INFORMASI_AWAL,),
        _REGULATION,
        may_stay=True,
        starts=(ClockStart(law.INFORMASI_AWAL, Origin.NOW, S.INFORMASI_AWAL),),
    ),
    Transition(
        Action.RECOMPUTE_CLOCKS,
        "Hitung ulang tenggat",
        _OPEN,
        (),
        _REGULATION,
    ),
)

BY_STEP: Mapping[Action, Transition] = {row.step: row for row in TRANSITIONS}


def registration_series(case: Case) -> Series:
    """A laporan is registered in one series, a temuan in another."""
    return Series.TM if case.kind is Kind.TEMUAN else Series.REG


def series_drawn(row: Transition, case: Case) -> Series | None:
    """The series of the number that this step draws for this case."""
    if len(row.draws) > 1:
        return registration_series(case)
    return row.draws[0] if row.draws else None
