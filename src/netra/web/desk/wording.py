"""Words of the desk for codes of the lawbook that carry no label of their own."""

from collections.abc import Mapping

STATUS: Mapping[str, str] = {
    "pns": "PNS",
    "pppk": "PPPK",
    "cpns": "CPNS",
    "honorer": "Honorer atau pegawai non-ASN",
    "kepala_desa": "Kepala desa",
    "perangkat_desa": "Perangkat desa",
    "bpd": "Anggota BPD",
    "tni": "Anggota TNI",
    "polri": "Anggota Polri",
    "kepala_daerah": "Kepala atau wakil kepala daerah",
    "pejabat_daerah": "Pejabat daerah (misalnya anggota DPRD)",
    "pejabat_negara": "Pejabat negara",
    "calon": "Calon peserta pemilihan",
}
POSITION: Mapping[str, str] = {
    "jpt": "Pimpinan tinggi (JPT)",
    "administrator": "Administrator",
    "pengawas": "Pengawas",
    "fungsional": "Fungsional",
    "kepala_sekolah": "Kepala sekolah",
    "pelaksana": "Pelaksana",
    "camat": "Camat",
    "lurah": "Lurah",
    "unknown": "Tidak diketahui",
}
ROLE: Mapping[str, str] = {
    "pj_kepala_daerah": "Penjabat (Pj) kepala daerah",
    "plt_kepala_daerah": "Pelaksana tugas (Plt) kepala daerah",
    "sekda": "Sekretaris daerah",
}
AUTHORITY: Mapping[str, str] = {
    "kasn": "KASN",
    "bkn": "BKN",
    "menpanrb": "Menteri PANRB",
    "gakkumdu": "Sentra Gakkumdu",
    "ppk": "Pejabat Pembina Kepegawaian (PPK instansi)",
    "bupati_walikota": "Bupati/Wali Kota",
    "gubernur": "Gubernur",
    "kemendagri": "Kementerian Dalam Negeri",
    "satgas": "Satgas netralitas",
    "kpu": "KPU",
    "internal_tni_polri": "Pimpinan TNI/Polri",
    "undetermined": "belum ada instansi yang ditunjuk",
}
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
PARTY: Mapping[str, str] = {
    "pelapor": "Pelapor",
    "terlapor": "Terlapor",
    "saksi": "Saksi",
    "ahli": "Ahli",
    "pihak_terkait": "Pihak terkait",
}
NOTICE_CHANNEL: Mapping[str, str] = {
    "receipt": "Halaman status (kode tanda terima)",
    "letter": "Surat",
    "counter": "Langsung di kantor",
    "phone": "Telepon",
}
TRACK: Mapping[str, str] = {
    "hukum_lainnya": "Pelanggaran hukum lainnya (netralitas)",
    "pidana": "Dugaan tindak pidana pemilihan",
    "administrasi": "Pelanggaran administrasi",
    "disiplin_internal": "Disiplin internal TNI/Polri",
    "kontrak": "Perjanjian kerja (honorer)",
    "desa": "Kepala dan perangkat desa",
}
OUTCOME: Mapping[str, str] = {
    "candidate": "mungkin, perlu fakta",
    "excused": "dikecualikan",
}
"""What became of an item; the established ones need no word."""
