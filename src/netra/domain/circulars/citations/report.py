"""The answer for the writer of a letter: every citation, what is wrong with it, what instead."""

import re
from dataclasses import dataclass

from netra.domain.calendar import MONTHS
from netra.domain.circulars.citations.check import Cited, Read, read_citations
from netra.domain.circulars.citations.remarks import WrongSanction, missing_ways, wrong_sanctions
from netra.domain.circulars.citations.standing import CitationStatus, as_citation
from netra.domain.lawbook.regulations import PartlyKnownDay, RegulationBook
from netra.domain.lawbook.text import citation_text

STATUS_WORDS = {
    CitationStatus.IN_FORCE: "berlaku",
    CitationStatus.REPEALED: "sudah dicabut",
    CitationStatus.AMENDED: "berlaku, sudah diubah",
    CitationStatus.NOT_YET_IN_FORCE: "belum berlaku",
    CitationStatus.NO_SUCH_ARTICLE: "pasal itu tidak ada",
    CitationStatus.DATE_UNKNOWN: "tanggal surat tidak diketahui",
    CitationStatus.UNKNOWN: "tidak dapat dipastikan",
}
_CHANGED = re.compile(
    r"sebagaimana\stelah\s(?:beberapa\skali\s)?di\s?ubah|jo\b|juncto", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Finding:
    """One citation with the advice that belongs to it."""

    cited: Cited
    instead: str | None
    """What to write instead, in Indonesian; ``None`` when the citation may stand."""
    wrong_sanction: WrongSanction | None

    def to_json(self) -> dict[str, object]:
        """The agreed keys, then ``changed_by``, ``instead`` and ``wrong_sanction``."""
        cited = self.cited
        return {
            "text": cited.text,
            "regulation": cited.regulation,
            "article": cited.place.pasal,
            "ayat": cited.place.ayat,
            "huruf": cited.place.huruf,
            "angka": cited.place.angka,
            "status": cited.standing.status.value,
            "replaced_by": cited.standing.replaced_by,
            "span": list(cited.span),
            "changed_by": list(cited.standing.changed_by),
            "instead": self.instead,
            "wrong_sanction": self.wrong_sanction.code if self.wrong_sanction else None,
        }


@dataclass(frozen=True, slots=True)
class CitationReport:
    """All that the check has to say about one letter."""

    day: PartlyKnownDay | None
    """The letter's date as given or as found; a month or a year where no more is told."""
    findings: tuple[Finding, ...]
    sanctions: tuple[WrongSanction, ...]
    missing: tuple[tuple[str, str], ...]
    """Ways of support that a list of them leaves out: lawbook code and title."""

    @property
    def clean(self) -> bool:
        return not self.sanctions and all(one.instead is None for one in self.findings)

    def to_json(self) -> list[dict[str, object]]:
        return [finding.to_json() for finding in self.findings]


def check_citations(
    text: str, book: RegulationBook, day: PartlyKnownDay | None = None
) -> CitationReport:
    """Check a letter. Without ``day`` its own date decides; without either the status of a law
    that netra knows is ``date_unknown``."""
    read = read_citations(text, book, day)
    sanctions = wrong_sanctions(read)
    findings = tuple(
        Finding(
            cited,
            _instead(cited, read, book, offsets[1]),
            next((one for one in sanctions if one.citation is cited), None),
        )
        for cited, offsets in zip(read.citations, read.offsets, strict=True)
    )
    return CitationReport(read.day, findings, sanctions, missing_ways(read))


def cited_name(book: RegulationBook, cited: Cited) -> str:
    """``Pasal 9 UU 5/2014``."""
    if cited.regulation is None:
        return f"{as_citation('', cited.place).place} (peraturannya tidak disebut)"
    return citation_text(book, as_citation(cited.regulation, cited.place))


def day_words(day: PartlyKnownDay | None) -> str:
    """``12 September 2024``, ``tahun 2024`` or that the date was not found."""
    if day is None:
        return "tidak ditemukan"
    if day.exact:
        return f"{day.exact.day} {MONTHS[day.exact.month - 1]} {day.exact.year}"
    first, last = day.earliest, day.latest
    if (first.year, first.month) == (last.year, last.month):
        return f"{MONTHS[first.month - 1]} {first.year}"
    return f"tahun {first.year}" if first.year == last.year else str(day)


def _instead(cited: Cited, read: Read, book: RegulationBook, end: int) -> str | None:
    standing = cited.standing
    if standing.status is CitationStatus.IN_FORCE:
        return None
    if cited.regulation is None:
        return "Sebutkan peraturannya: nomor, tahun, dan judul."
    if cited.regulation not in book:
        return _unheld(cited, book, read.cleaned.text[end : end + 120])
    regulation = book[cited.regulation]
    name = regulation.short
    on = day_words(read.day)
    match standing.status:
        case CitationStatus.REPEALED:
            return f"{name} sudah tidak berlaku pada {on}. {_heir(cited, book)}"
        case CitationStatus.AMENDED:
            return _amended(cited, read, book, end)
        case CitationStatus.NOT_YET_IN_FORCE:
            earlier = " dan ".join(book[one].short for one in regulation.replaces if one in book)
            before = f" Yang digantikannya: {earlier}." if earlier else ""
            return f"{name} belum berlaku pada {on}.{before}"
        case CitationStatus.NO_SUCH_ARTICLE:
            place = as_citation(cited.regulation, cited.place)
            last = regulation.extent.last_before(place) if regulation.extent else None
            known = f" (yang terakhir {last.place})" if last else ""
            return f"{place.place} tidak ada pada {name}{known}. Periksa nomornya."
        case CitationStatus.DATE_UNKNOWN:
            return (
                f"Tanggal surat tidak ditemukan; beri tanggalnya. {name} sudah digantikan. "
                f"{_heir(cited, book)}"
                if standing.replaced_by
                else "Tanggal surat tidak ditemukan; beri tanggalnya."
            )
    return f"Belum diketahui apakah {name} berlaku pada {on}; periksa naskah resminya."


def _heir(cited: Cited, book: RegulationBook) -> str:
    heir = cited.standing.replaced_by
    if heir is None:
        return "Penggantinya belum tercatat; periksa."
    same = _said_now(cited, book, heir)
    if same:
        return f"Tulis: {same}."
    article = ", dan cari pasalnya: nomornya tidak selalu sama" if cited.place.pasal else ""
    return f"Tulis {book[heir].title}{article}."


def _said_now(cited: Cited, book: RegulationBook, heir: str) -> str | None:
    assert cited.regulation is not None
    if cited.place.pasal is None:
        return None
    place = as_citation(cited.regulation, cited.place)
    for provision in book[cited.regulation].provisions_at(place):
        if provision.now and provision.now.regulation == heir:
            return citation_text(book, provision.now)
    return None


def _amended(cited: Cited, read: Read, book: RegulationBook, end: int) -> str | None:
    """Nothing to add where the letter already says by what it was amended."""
    assert cited.regulation is not None
    changes = cited.standing.changed_by
    after = read.cleaned.text[end : end + 400]
    if _CHANGED.search(after) and any(one.regulation in changes for one in read.citations):
        return None
    names = ", ".join(book[one].short for one in changes)
    last = book[changes[-1]].short
    return (
        f"{book[cited.regulation].short} sudah diubah dengan {names}. Tambahkan: "
        f"“sebagaimana telah diubah terakhir dengan {last}”, dan periksa bunyi yang berlaku."
    )


def _unheld(cited: Cited, book: RegulationBook, after: str) -> str:
    """A law netra does not hold; a known title behind a wrong number is pointed out."""
    kind = (cited.regulation or "").partition("-")[0]
    title = re.match(r"\s?tentang\s([^.;:\n,()]{3,80})", after, re.IGNORECASE)
    if title:
        words = title[1].lower()
        meant = [
            one for one in book.values() if one.kind.value == kind and one.in_force_until is None
        ]
        for regulation in meant:
            called = [name.partition(" ")[2].lower() for name in regulation.names]
            if any(words.startswith(one) for one in called if one):
                return f"Tidak tercatat; mungkin maksudnya {regulation.title}. Periksa nomornya."
    return "Tidak tercatat pada lawbook netra; periksa sendiri apakah masih berlaku."
