"""A laporan as it comes in: what a person tells, nothing concluded from it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from hashlib import sha256

from netra.domain.journal.entry import Json, canonical
from netra.domain.lawbook.vocabulary import ActorStatus, Circumstance, PoliticalRole, Position


class HowKnown(StrEnum):
    """How the reporter came to know; the seven days run from knowing, not from the event."""

    SAW = "saw"
    SOCIAL_MEDIA = "social_media"
    TOLD = "told"
    NEWS = "news"
    DOCUMENT = "document"
    OTHER = "other"

    @property
    def label(self) -> str:
        return _HOW_KNOWN[self]


_HOW_KNOWN = {
    HowKnown.SAW: "Melihat atau mendengar sendiri",
    HowKnown.SOCIAL_MEDIA: "Dari media sosial",
    HowKnown.TOLD: "Diberi tahu orang lain",
    HowKnown.NEWS: "Dari berita",
    HowKnown.DOCUMENT: "Dari surat atau dokumen",
    HowKnown.OTHER: "Cara lain",
}


class Gender(StrEnum):
    """As the Formulir Laporan asks."""

    FEMALE = "perempuan"
    MALE = "laki_laki"

    @property
    def label(self) -> str:
        return {"perempuan": "Perempuan", "laki_laki": "Laki-laki"}[self.value]


@dataclass(frozen=True, slots=True)
class Terlapor:
    """Who is reported, as far as the reporter knows; an empty text was not told."""

    name: str = ""
    position: str = ""
    unit: str = ""
    address: str = ""

    @property
    def named(self) -> bool:
        """Whether there is anything to find the person by."""
        return bool(self.name or self.position or self.unit)


@dataclass(frozen=True, slots=True)
class ActorTold:
    """What the assessment asks about the terlapor; ``None``: the reporter does not know."""

    status: ActorStatus | None = None
    position: Position | None = None
    role: PoliticalRole | None = None
    on_cltn: bool | None = None
    spouse_of_candidate: bool | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """A piece of evidence, described or linked."""

    description: str
    link: str = ""

    def __str__(self) -> str:
        return " — ".join(part for part in (self.description, self.link) if part)


@dataclass(frozen=True, slots=True)
class Witness:
    """Somebody who saw it too."""

    name: str
    address: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Reporter:
    """The fields of the Formulir Laporan; all but the name may be left for later."""

    name: str
    birth_place: str = ""
    birth_date: date | None = None
    gender: Gender | None = None
    occupation: str = ""
    nationality: str = ""
    address: str = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class Laporan:
    """Everything one submission says. ``reporter`` is ``None`` when it is anonymous."""

    story: str
    region_code: str
    deeds: tuple[str, ...] = ()
    circumstances: tuple[Circumstance, ...] = ()
    terlapor: Terlapor = Terlapor()
    actor: ActorTold = ActorTold()
    place: str = ""
    act_date: date | None = None
    known_date: date | None = None
    how_known: HowKnown | None = None
    evidence: tuple[Evidence, ...] = ()
    witnesses: tuple[Witness, ...] = ()
    reporter: Reporter | None = None

    @property
    def anonymous(self) -> bool:
        return self.reporter is None

    def personal(self) -> dict[str, str]:
        """What the journal keeps apart from its entry, so that it can be shed."""
        terlapor = self.terlapor
        return {
            "story": self.story,
            "terlapor": canonical(
                {
                    "name": terlapor.name,
                    "position": terlapor.position,
                    "unit": terlapor.unit,
                    "address": terlapor.address,
                }
            ),
            "place": self.place,
            "evidence": "\n".join(str(one) for one in self.evidence),
        }

    def identity(self) -> str:
        """Reporter and witnesses as canonical JSON, to be sealed; empty when there is neither."""
        if self.reporter is None and not self.witnesses:
            return ""
        return canonical({"reporter": self._reporter(), "witnesses": self._witnesses()})

    def body(
        self,
        *,
        submission: str,
        office: str,
        contest: str | None,
        channel: str,
        sealed: bytes | None,
    ) -> dict[str, Json]:
        """The first entry of the case: facts without persons."""
        return {
            "submission": submission,
            "office": office,
            "contest": contest,
            "channel": channel,
            "anonymous": self.anonymous,
            "act_date": self.act_date.isoformat() if self.act_date else None,
            "known_date": self.known_date.isoformat() if self.known_date else None,
            "how_known": self.how_known.value if self.how_known else None,
            "deeds": list(self.deeds),
            "actor": {
                "status": self.actor.status.value if self.actor.status else None,
                "position": self.actor.position.value if self.actor.position else None,
                "role": self.actor.role.value if self.actor.role else None,
                "on_cltn": self.actor.on_cltn,
                "spouse_of_candidate": self.actor.spouse_of_candidate,
            },
            "circumstances": [one.value for one in self.circumstances],
            "region_code": self.region_code,
            "evidence_count": len(self.evidence),
            "witness_count": len(self.witnesses),
            "identity": sha256(sealed).hexdigest() if sealed is not None else None,
        }

    def content(self) -> str:
        """All of it as one canonical text, to tell whether a form sent again was changed."""
        facts = self.body(submission="", office="", contest=None, channel="", sealed=None)
        return canonical({**facts, **self.personal(), "identity": self.identity()})

    def _reporter(self) -> Mapping[str, Json] | None:
        who = self.reporter
        if who is None:
            return None
        return {
            "name": who.name,
            "birth_place": who.birth_place,
            "birth_date": who.birth_date.isoformat() if who.birth_date else None,
            "gender": who.gender.value if who.gender else None,
            "occupation": who.occupation,
            "nationality": who.nationality,
            "address": who.address,
            "phone": who.phone,
            "email": who.email,
        }

    def _witnesses(self) -> list[Json]:
        return [
            {"name": one.name, "address": one.address, "phone": one.phone} for one in self.witnesses
        ]
