"""Plain Indonesian for what a case says: labels, and the status that a receipt shows."""

from collections.abc import Mapping
from dataclasses import dataclass

from netra.domain.calendar import long_date
from netra.domain.cases.state import Case, CaseClock, Kind, State, Verdict
from netra.domain.lawbook.authorities import AuthorityCode
from netra.domain.lawbook.vocabulary import ActorStatus, PoliticalRole, Position, Track

TRACKS: Mapping[Track, str] = {
    Track.HUKUM_LAINNYA: "pelanggaran hukum lainnya (netralitas ASN)",
    Track.PIDANA: "dugaan tindak pidana pemilihan",
    Track.ADMINISTRASI: "pelanggaran administrasi",
    Track.DISIPLIN_INTERNAL: "disiplin internal instansi terlapor",
    Track.KONTRAK: "perjanjian kerja (honorer)",
    Track.DESA: "kepala dan perangkat desa",
}
STATUSES: Mapping[ActorStatus, str] = {
    ActorStatus.PNS: "PNS",
    ActorStatus.PPPK: "PPPK",
    ActorStatus.CPNS: "CPNS",
    ActorStatus.HONORER: "honorer atau pegawai non-ASN",
    ActorStatus.KEPALA_DESA: "kepala desa",
    ActorStatus.PERANGKAT_DESA: "perangkat desa",
    ActorStatus.BPD: "anggota BPD",
    ActorStatus.TNI: "anggota TNI",
    ActorStatus.POLRI: "anggota Polri",
    ActorStatus.KEPALA_DAERAH: "kepala atau wakil kepala daerah",
    ActorStatus.PEJABAT_DAERAH: "pejabat daerah (misalnya anggota DPRD)",
    ActorStatus.PEJABAT_NEGARA: "pejabat negara",
    ActorStatus.CALON: "calon peserta pemilihan",
}
POSITIONS: Mapping[Position, str] = {
    Position.JPT: "pimpinan tinggi (JPT)",
    Position.ADMINISTRATOR: "administrator",
    Position.PENGAWAS: "pengawas",
    Position.FUNGSIONAL: "fungsional",
    Position.KEPALA_SEKOLAH: "kepala sekolah",
    Position.PELAKSANA: "pelaksana",
    Position.CAMAT: "camat",
    Position.LURAH: "lurah",
    Position.UNKNOWN: "tidak diketahui",
}
ROLES: Mapping[PoliticalRole, str] = {
    PoliticalRole.PJ_KEPALA_DAERAH: "penjabat (Pj) kepala daerah",
    PoliticalRole.PLT_KEPALA_DAERAH: "pelaksana tugas (Plt) kepala daerah",
    PoliticalRole.SEKDA: "sekretaris daerah",
}


@dataclass(frozen=True, slots=True)
class PublicStatus:
    """What anybody with the receipt's code may read: no name, no letter, no reason."""

    state: str
    title: str
    text: str
    clocks: tuple[CaseClock, ...]


_TITLES: Mapping[State, str] = {
    State.SUBMITTED: "Laporan Anda sudah masuk",
    State.RECEIVED: "Laporan sedang diperiksa kelengkapannya",
    State.INCOMPLETE: "Ada syarat yang belum terpenuhi",
    State.AWAITING_PERBAIKAN: "Bawaslu menunggu Anda melengkapi laporan",
    State.READY_TO_REGISTER: "Laporan lengkap dan akan diregister",
    State.INFORMASI_AWAL: "Bawaslu menelusuri informasi ini",
    State.REGISTERED: "Laporan diregister dan sedang ditangani",
    State.KLARIFIKASI: "Bawaslu sedang meminta keterangan",
    State.KAJIAN: "Kajian selesai, menunggu rapat pleno",
    State.DECIDED: "Bawaslu sudah memutuskan",
    State.FORWARDED: "Perkara diteruskan ke instansi yang berwenang",
    State.RESOLVED: "Sudah ada hasil akhir",
    State.CLOSED: "Perkara ditutup",
}
_TEXTS: Mapping[State, str] = {
    State.SUBMITTED: "Petugas akan membuka berkas dan memeriksa kelengkapannya.",
    State.RECEIVED: "Petugas memeriksa syarat formal dan materiel. Anda tidak perlu berbuat apa-apa.",
    State.INCOMPLETE: "Petugas menemukan kekurangan dan akan memberi tahu langkah berikutnya.",
    State.AWAITING_PERBAIKAN: (
        "Lengkapi laporan sebelum batas waktu. Jika tidak dilengkapi, isinya tetap dapat "
        "ditelusuri sebagai informasi awal."
    ),
    State.READY_TO_REGISTER: "Setelah diregister, waktu penanganan mulai berjalan.",
    State.INFORMASI_AWAL: (
        "Bahan ini ditelusuri sebagai informasi awal. Rapat pleno memutuskan apakah menjadi "
        "temuan atau penelusuran diakhiri."
    ),
    State.REGISTERED: "Bawaslu dapat meminta keterangan pelapor, terlapor, dan saksi.",
    State.KLARIFIKASI: "Pelapor, terlapor, atau saksi dapat dipanggil untuk memberi keterangan.",
    State.KAJIAN: "Anggota Bawaslu memutuskan dalam rapat pleno.",
    State.FORWARDED: (
        "Bawaslu tidak menjatuhkan sanksi; instansi itu memeriksa dan memutus. Yang dikirim "
        "adalah ringkasan Bawaslu, bukan tulisan Anda."
    ),
    State.RESOLVED: "Hasilnya disampaikan kepada pelapor yang dikenal.",
    State.CLOSED: "Tidak ada langkah lagi dari Bawaslu atas perkara ini.",
}
OUTCOME_TEXTS: Mapping[str, str] = {
    "sanctioned": "{authority}: sanksi dijatuhkan.",
    "proven_no_sanction": "{authority}: terbukti, tanpa sanksi.",
    "not_proven": "{authority}: tidak terbukti.",
    "stopped": "{authority}: pemeriksaan dihentikan.",
    "returned": "{authority}: perkara dikembalikan karena bukan kewenangannya.",
}
"""Whose answer it was: a case may wait for two, and they need not agree."""
AUTHORITIES: Mapping[str, str] = {
    AuthorityCode.KASN: "Komisi ASN (KASN)",
    AuthorityCode.BKN: "Badan Kepegawaian Negara (BKN)",
    AuthorityCode.MENPANRB: "Menteri PANRB",
    AuthorityCode.GAKKUMDU: "Sentra Gakkumdu",
    AuthorityCode.PPK: "Pejabat Pembina Kepegawaian (PPK instansi)",
    AuthorityCode.BUPATI_WALIKOTA: "Bupati/Wali Kota",
    AuthorityCode.GUBERNUR: "Gubernur",
    AuthorityCode.KEMENDAGRI: "Kementerian Dalam Negeri",
    AuthorityCode.SATGAS: "Satgas netralitas",
    AuthorityCode.KPU: "KPU",
    AuthorityCode.INTERNAL_TNI_POLRI: "Pimpinan TNI/Polri",
    AuthorityCode.UNDETERMINED: "belum ada instansi yang ditunjuk",
}


def public_status(case: Case) -> PublicStatus:
    """The status of a case in words for the person who reported it."""
    answers = (
        outcome_text(one.authority, one.decision.outcome)
        for one in case.forwards
        if one.decision is not None
    )
    parts = (_before(case), *answers, _TEXTS.get(case.state, ""))
    return PublicStatus(
        case.state.value,
        _title(case),
        " ".join(part for part in parts if part),
        case.running_clocks,
    )


def _title(case: Case) -> str:
    if case.kind is Kind.TEMUAN and case.state is State.READY_TO_REGISTER:
        return "Ditetapkan sebagai temuan dan akan diregister"
    if case.kind is Kind.TEMUAN and case.state is State.REGISTERED:
        return "Temuan diregister dan sedang ditangani"
    return _TITLES[case.state]


def outcome_text(authority: str, outcome: str) -> str:
    """What an authority answered, in one sentence."""
    return OUTCOME_TEXTS[outcome].format(authority=AUTHORITIES[authority])


def _before(case: Case) -> str:
    """What led here, before what the state means."""
    if case.state in {State.DECIDED, State.CLOSED}:
        return _decided(case)
    return _sent(case) if case.state is State.FORWARDED else ""


def _sent(case: Case) -> str:
    """To whom and when: an office, never a person or a letter."""
    sent = (f"{AUTHORITIES[one.authority]}, {long_date(one.letter_on)}" for one in case.forwards)
    return f"Diteruskan kepada: {'; '.join(sent)}."


def _decided(case: Case) -> str:
    if case.pleno is None:
        return ""
    day = long_date(case.pleno.on)
    if case.pleno.verdict is Verdict.NOT_A_VIOLATION:
        return f"Rapat pleno {day} memutuskan peristiwa ini bukan pelanggaran."
    tracks = ", ".join(TRACKS[one] for one in case.pleno.tracks)
    return f"Rapat pleno {day} memutuskan ada pelanggaran. Jalurnya: {tracks}."
