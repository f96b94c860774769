"""The areas of life in which deeds happen: how the catalogue and the wizard sort them."""

from dataclasses import dataclass

from netra.domain.lawbook.book import Lawbook
from netra.domain.lawbook.deeds import Deed


@dataclass(frozen=True, slots=True)
class Area:
    """One area; ``text`` says in a line what belongs there."""

    code: str
    title: str
    text: str
    deeds: tuple[str, ...]


OTHER = "lain"
"""Everything that no other area names, what is allowed or often asked about included."""

AREAS = (
    Area(
        "media",
        "Media sosial dan foto",
        "Unggahan, komentar, tanda suka, grup, foto dengan calon, gaya tangan.",
        (
            "social_post_support",
            "social_like",
            "social_comment",
            "social_share",
            "social_join_group",
            "photo_with_candidate",
            "gesture",
        ),
    ),
    Area(
        "acara",
        "Kampanye dan acara",
        "Hadir di kampanye, memakai atribut, berbicara di acara partai, menjadi tim sukses.",
        (
            "attend_campaign",
            "campaign_attributes",
            "campaign_speaker",
            "attend_party_event",
            "spouse_accompany",
            "campaign_team",
        ),
    ),
    Area(
        "jabatan",
        "Jabatan, pegawai dan barang negara",
        "Mengerahkan pegawai, memakai kendaraan dinas, keputusan atau mutasi yang berpihak.",
        (
            "mobilise_asn",
            "state_facilities",
            "decision_favouring",
            "partisan_activity",
            "transfer_of_officials",
            "direct_others_to_vote",
            "money_or_goods",
            "obstruct_choice",
        ),
    ),
    Area(
        "pencalonan",
        "Mencalonkan diri, partai dan dukungan",
        "Mendekati partai, memasang spanduk, mengumpulkan KTP, menjadi anggota partai.",
        (
            "declare_candidacy",
            "approach_party",
            "banner_self_promotion",
            "banner_for_other",
            "support_letter_ktp",
            "party_membership",
        ),
    ),
    Area(OTHER, "Hal lain", "Yang tidak ada di atas, atau yang sering ditanyakan.", ()),
)


def deeds_in(area: Area, law: Lawbook) -> tuple[Deed, ...]:
    """The deeds of an area, in its order; a deed that no area names is one of the others."""
    if area.code == OTHER:
        placed = {code for one in AREAS for code in one.deeds}
        return tuple(deed for code, deed in law.deeds.items() if code not in placed)
    return tuple(law.deeds[code] for code in area.deeds if code in law.deeds)
