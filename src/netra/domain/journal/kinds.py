"""The kinds of entries: how each is told, and which personal data it may carry and shed.

A new step adds its row here; the journal refuses a kind or a personal field that has none.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """How one kind of entry is told. ``sentence`` may name fields of the entry's body."""

    code: str
    title: str
    sentence: str
    personal: frozenset[str] = frozenset()


def _kind(code: str, title: str, sentence: str = "", personal: str = "") -> Kind:
    return Kind(code, title, sentence or f"{title}.", frozenset(personal.split()))


_ALL = (
    _kind(
        "laporan_received",
        "Laporan diterima",
        "Laporan diterima lewat {channel}.",
        "story terlapor place evidence",
    ),
    _kind(
        "personal_shed",
        "Data pribadi dihapus",
        "Data pribadi pada langkah {position} dihapus.",
        "reason",
    ),
    _kind("case_opened", "Berkas dibuka"),
    _kind("number_drawn", "Nomor diambil", "Nomor {text} diambil."),
    _kind("facts_established", "Fakta dicatat", "Fakta yang diketahui dicatat.", "reason"),
    _kind("kajian_awal_recorded", "Kajian awal", "Kajian awal dicatat.", "note"),
    _kind(
        "perbaikan_requested", "Perbaikan diminta", "Pelapor diminta melengkapi laporan.", "message"
    ),
    _kind("perbaikan_recorded", "Perbaikan diterima", personal="note"),
    _kind("laporan_withdrawn", "Laporan dicabut", "Pelapor mencabut laporannya.", "reason"),
    _kind("case_registered", "Diregister", "Perkara diregister."),
    _kind(
        "treated_as_informasi_awal",
        "Menjadi informasi awal",
        "Bahan laporan diperlakukan sebagai informasi awal.",
        "reason",
    ),
    _kind(
        "temuan_declared",
        "Ditetapkan sebagai temuan",
        "Pleno {pleno_on} menetapkan temuan.",
        "reason",
    ),
    _kind(
        "informasi_awal_closed",
        "Penelusuran diakhiri",
        "Pleno {pleno_on} mengakhiri penelusuran tanpa temuan.",
        "reason",
    ),
    _kind("handling_extended", "Waktu penanganan ditambah", personal="reason"),
    _kind(
        "klarifikasi_held",
        "Klarifikasi",
        "Klarifikasi {party} pada {held_on}.",
        "name note",
    ),
    _kind("kajian_written", "Kajian ditulis", personal="text"),
    _kind(
        "assessment_recorded",
        "Penilaian lawbook dicatat",
        "Penilaian menurut lawbook {lawbook} dicatat.",
    ),
    _kind("pleno_decided", "Putusan pleno", "Pleno {on} memutuskan.", "reason"),
    _kind(
        "case_forwarded",
        "Diteruskan",
        "Diteruskan dengan surat {letter_number} tanggal {letter_on}.",
        "resume",
    ),
    _kind(
        "authority_decided",
        "Putusan instansi",
        "Instansi yang dituju memutus pada {decided_on}.",
        "note",
    ),
    _kind("reporter_notified", "Pelapor diberi tahu", "Pelapor diberi tahu pada {on}.", "text"),
    _kind("case_closed", "Perkara ditutup", personal="reason"),
    _kind("clock_started", "Tenggat dimulai", "{title}: berjalan sampai {due}."),
    _kind("clock_stopped", "Tenggat berhenti", "{title}: selesai."),
    _kind("clock_lapsed", "Tenggat lewat", "{title}: lewat tanpa langkah."),
    _kind("clock_shifted", "Tenggat bergeser", "{title}: dari {due_before} menjadi {due}."),
    _kind("clock_decided", "Tenggat diputuskan", "{title}: diputuskan oleh petugas.", "reason"),
    _kind("identity_opened", "Identitas pelapor dibuka", personal="reason"),
    _kind("step_refused", "Langkah ditolak", "Ditolak: {ground}"),
    _kind(
        "office_changed",
        "Data kantor diubah",
        "Kode Bawaslu {bawaslu_code} (sebelumnya {before}); alamat: {address}.",
    ),
    _kind("account_made", "Akun dibuat", "Akun petugas {officer} dibuat."),
    _kind("account_closed", "Akun ditutup", "Akun petugas {officer} ditutup."),
    _kind("account_opened", "Akun dibuka kembali", "Akun petugas {officer} dibuka kembali."),
    _kind(
        "password_reset",
        "Kata sandi awal dibuat",
        "Kata sandi awal baru untuk petugas {officer} dibuat.",
    ),
    _kind(
        "membership_given",
        "Penugasan diberikan",
        "Petugas {officer} ditugaskan sebagai {role} mulai {valid_from}.",
    ),
    _kind("membership_ended", "Penugasan diakhiri", "Tugas {role} petugas {officer} diakhiri."),
    _kind(
        "clock_moved",
        "Jam demo dipindah",
        "Jam instalasi contoh dipindah dari {from} ke {to}.",
    ),
)

KINDS = {kind.code: kind for kind in _ALL}
