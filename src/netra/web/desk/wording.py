"""Words of the desk for codes of the lawbook that carry no label of their own."""

from collections.abc import Mapping

REGIME: Mapping[str, str] = {
    "kode_etik": "kode etik",
    "disiplin": "disiplin",
    "pidana": "pidana",
    "kontrak": "perjanjian kerja",
    "desa": "pemerintahan desa",
    "lain": "aturan lain",
}
SANCTION: Mapping[str | None, str] = {
    "moral": "moral",
    "sedang": "sedang",
    "berat": "berat",
    "ptdh": "pemberhentian tidak dengan hormat",
    "satgas": "diputus Satgas",
    None: "tidak disebut",
}
CERTAINTY: Mapping[str, str] = {
    "verified_secondary": "Dasarnya terbaca pada sumber.",
    "unconfirmed": "Sebagian dasarnya belum dipastikan pada naskah resmi.",
    "unverified": "Dasarnya belum dapat diperiksa: jangan dipakai untuk memutus.",
}
VERDICT: Mapping[str, str] = {
    "violation_alleged": "Dugaan pelanggaran",
    "not_a_violation": "Bukan pelanggaran",
    "needs_human": "Perlu putusan manusia",
}
CHANNEL: Mapping[str, str] = {
    "web": "pintu umum",
    "api": "API",
    "import": "impor berkas",
    "counter": "meja penerima",
}
OUTCOME: Mapping[str, str] = {
    "candidate": "mungkin, perlu fakta",
    "excused": "dikecualikan",
}
"""What became of an item; the established ones need no word."""
