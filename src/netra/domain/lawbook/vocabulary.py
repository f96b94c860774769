"""The closed vocabularies in which the lawbook speaks about people, places in time, and sanctions.

A word is added here only when a row of the lawbook needs it; the labels are what a page or a
question prints.
"""

from enum import StrEnum


class ContestKind(StrEnum):
    """The kind of election a case belongs to; ``NONE`` is outside any tahapan."""

    PILKADA = "pilkada"
    PEMILU = "pemilu"
    NONE = "none"


class Track(StrEnum):
    """The road a case takes; one event may take several at once."""

    HUKUM_LAINNYA = "hukum_lainnya"
    PIDANA = "pidana"
    ADMINISTRASI = "administrasi"
    DISIPLIN_INTERNAL = "disiplin_internal"
    KONTRAK = "kontrak"
    DESA = "desa"


class ActorStatus(StrEnum):
    """The legal status of the person reported, as the assessment knows it."""

    PNS = "pns"
    PPPK = "pppk"
    CPNS = "cpns"
    HONORER = "honorer"
    KEPALA_DESA = "kepala_desa"
    PERANGKAT_DESA = "perangkat_desa"
    BPD = "bpd"
    TNI = "tni"
    POLRI = "polri"
    KEPALA_DAERAH = "kepala_daerah"
    PEJABAT_DAERAH = "pejabat_daerah"
    PEJABAT_NEGARA = "pejabat_negara"
    CALON = "calon"


class PoliticalRole(StrEnum):
    """An office held beside the status, which moves the decision to somebody else."""

    NONE = "none"
    PJ_KEPALA_DAERAH = "pj_kepala_daerah"
    PLT_KEPALA_DAERAH = "plt_kepala_daerah"
    SEKDA = "sekda"


ASN = frozenset({ActorStatus.PNS, ActorStatus.PPPK, ActorStatus.CPNS})
"""Whom neutrality of ASN binds; everyone else answers to another law and another desk."""


class Position(StrEnum):
    JPT = "jpt"
    ADMINISTRATOR = "administrator"
    PENGAWAS = "pengawas"
    FUNGSIONAL = "fungsional"
    KEPALA_SEKOLAH = "kepala_sekolah"
    PELAKSANA = "pelaksana"
    CAMAT = "camat"
    LURAH = "lurah"
    UNKNOWN = "unknown"


class TargetKind(StrEnum):
    """Whom the act is for or against; calon and bakal_calon are told apart by the set date."""

    CALON = "calon"
    BAKAL_CALON = "bakal_calon"
    PARPOL = "parpol"


class YesNo(StrEnum):
    """Written in Indonesian, because YAML reads ``yes`` and ``no`` as truth values."""

    YES = "ya"
    NO = "tidak"


class Regime(StrEnum):
    """The law an item belongs to."""

    KODE_ETIK = "kode_etik"
    DISIPLIN = "disiplin"
    PIDANA = "pidana"
    KONTRAK = "kontrak"
    DESA = "desa"
    LAIN = "lain"


class SanctionClass(StrEnum):
    """A class as the text prints it; a class nobody could read is ``None``, never guessed."""

    MORAL = "moral"
    SEDANG = "sedang"
    BERAT = "berat"
    PTDH = "ptdh"
    SATGAS = "satgas"


class Because(StrEnum):
    """Why a person has to decide."""

    MISSING_FACT = "missing_fact"
    """A fact that somebody can still find out."""
    OPEN_LAW = "open_law"
    """The law itself, or what this lawbook holds of it, does not settle the matter."""
    JUDGEMENT = "judgement"
    """Facts and law are there; weighing them belongs to people."""


class Circumstance(StrEnum):
    """What is told about the act beyond the deed; what is not told is unknown, not untrue."""

    ACTIVE_SUPPORT = "active_support"
    UNIFORM_OR_ATTRIBUTES = "uniform_or_attributes"
    YELL_OR_GESTURE = "yell_or_gesture"
    STEERING_QUESTIONS = "steering_questions"
    MOBILISING = "mobilising"
    PURPOSE_OF_SUPPORT = "purpose_of_support"
    CAMPAIGN_GROUP_ACCOUNT = "campaign_group_account"
    NEUTRAL_ACCOUNT = "neutral_account"
    ADDED_BY_OTHERS = "added_by_others"
    PASSIVE = "passive"
    ON_DUTY = "on_duty"
    OFF_DUTY = "off_duty"
    WORKING_HOURS = "working_hours"
    CEREMONY = "ceremony"
    STATE_FACILITIES_USED = "state_facilities_used"
    PRIVATE_PROPERTY = "private_property"
    OWN_FAMILY = "own_family"
    CANDIDATE_IS_INCUMBENT = "candidate_is_incumbent"
    GOVERNMENT_POLICY_SPEECH = "government_policy_speech"
    RESIGNED_EFFECTIVE = "resigned_effective"
    NOT_RESIGNED = "not_resigned"
    NAME_USED_WITHOUT_CONSENT = "name_used_without_consent"
    ACCOUNT_HIJACKED = "account_hijacked"
    MINISTERIAL_PERMISSION = "ministerial_permission"
    ACTOR_IS_INCUMBENT_CANDIDATE = "actor_is_incumbent_candidate"
    KASN_FILE_PROCESSED = "kasn_file_processed"

    @property
    def label(self) -> str:
        """What the word means, in plain Indonesian, as a checkbox would print it."""
        return _LABELS[self]


_LABELS = {
    Circumstance.ACTIVE_SUPPORT: (
        "Terlapor memberi dukungan nyata: menyerukan, memimpin, membela, atau membantu acara"
    ),
    Circumstance.UNIFORM_OR_ATTRIBUTES: (
        "Terlapor memakai seragam atau atribut PNS, atau atribut partai atau calon"
    ),
    Circumstance.YELL_OR_GESTURE: "Terlapor ikut yel-yel atau memperagakan simbol keberpihakan",
    Circumstance.STEERING_QUESTIONS: (
        "Terlapor bertanya atau berbicara dengan mengarahkan dukungan di dalam acara"
    ),
    Circumstance.MOBILISING: "Terlapor mengerahkan pegawai atau orang lain untuk ikut",
    Circumstance.PURPOSE_OF_SUPPORT: (
        "Ada tanda jelas bahwa tujuannya mendukung, misalnya kalimat ajakan pada unggahan"
    ),
    Circumstance.CAMPAIGN_GROUP_ACCOUNT: "Grup atau akunnya adalah grup atau akun pemenangan",
    Circumstance.NEUTRAL_ACCOUNT: "Akunnya netral, misalnya milik KPU atau media berita",
    Circumstance.ADDED_BY_OTHERS: "Terlapor dimasukkan ke grup oleh orang lain",
    Circumstance.PASSIVE: "Terlapor hanya hadir dan menyimak, tanpa atribut dan tanpa ikut apa pun",
    Circumstance.ON_DUTY: (
        "Terlapor sedang menjalankan tugas resmi: pengamanan, medis, protokol, atau penugasan lain"
    ),
    Circumstance.OFF_DUTY: "Terjadi di luar jam kerja",
    Circumstance.WORKING_HOURS: "Terjadi pada jam kerja, tanpa penugasan",
    Circumstance.CEREMONY: "Terjadi pada upacara atau acara kedinasan",
    Circumstance.STATE_FACILITIES_USED: "Kendaraan, gedung, atau barang negara dipakai",
    Circumstance.PRIVATE_PROPERTY: "Barang atau tempat yang dipakai milik pribadi terlapor",
    Circumstance.OWN_FAMILY: "Calon atau pemilik unggahan adalah keluarga terlapor",
    Circumstance.CANDIDATE_IS_INCUMBENT: "Calon masih menjabat sebagai kepala daerah atau pejabat",
    Circumstance.GOVERNMENT_POLICY_SPEECH: (
        "Terlapor berbicara tentang kebijakan pemerintah dalam rangka tugas jabatannya"
    ),
    Circumstance.RESIGNED_EFFECTIVE: (
        "Pengunduran diri atau pemberhentian terlapor sudah berlaku sebelum perbuatan"
    ),
    Circumstance.NOT_RESIGNED: "Terlapor belum mengajukan pengunduran diri tertulis",
    Circumstance.NAME_USED_WITHOUT_CONSENT: "Terlapor menyatakan nama atau KTP-nya dicatut",
    Circumstance.ACCOUNT_HIJACKED: "Terlapor menyatakan akunnya dipakai atau diambil alih orang",
    Circumstance.MINISTERIAL_PERMISSION: "Ada persetujuan tertulis Menteri Dalam Negeri",
    Circumstance.ACTOR_IS_INCUMBENT_CANDIDATE: "Terlapor sendiri petahana yang maju lagi",
    Circumstance.KASN_FILE_PROCESSED: (
        "Berkas sudah diterima dan diproses KASN sebelum 4 September 2024"
    ),
}

CONTRADICTIONS: tuple[tuple[Circumstance, frozenset[Circumstance]], ...] = (
    (
        Circumstance.PASSIVE,
        frozenset(
            {
                Circumstance.ACTIVE_SUPPORT,
                Circumstance.YELL_OR_GESTURE,
                Circumstance.STEERING_QUESTIONS,
                Circumstance.MOBILISING,
                Circumstance.UNIFORM_OR_ATTRIBUTES,
            }
        ),
    ),
    (Circumstance.ON_DUTY, frozenset({Circumstance.OFF_DUTY})),
    (Circumstance.OFF_DUTY, frozenset({Circumstance.WORKING_HOURS})),
    (Circumstance.CAMPAIGN_GROUP_ACCOUNT, frozenset({Circumstance.NEUTRAL_ACCOUNT})),
    (Circumstance.RESIGNED_EFFECTIVE, frozenset({Circumstance.NOT_RESIGNED})),
)
"""Circumstances that cannot be told of one act at the same time."""
