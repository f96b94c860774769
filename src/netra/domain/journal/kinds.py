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
