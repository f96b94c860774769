"""Whether what is cited stood on the letter's date, what replaced it, and what to write instead."""

from dataclasses import dataclass
from enum import StrEnum

from netra.domain.circulars.citations.places import Place
from netra.domain.circulars.citations.resolving import force_over
from netra.domain.lawbook.regulations import (
    Force,
    PartlyKnownDay,
    Provision,
    Regulation,
    RegulationBook,
    RegulationKind,
)
from netra.domain.lawbook.values import Citation


class CitationStatus(StrEnum):
    """How a citation stands on the letter's date."""

    IN_FORCE = "in_force"
    REPEALED = "repealed"
    AMENDED = "amended"
    NOT_YET_IN_FORCE = "not_yet_in_force"
    NO_SUCH_ARTICLE = "no_such_article"
    DATE_UNKNOWN = "date_unknown"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class CitationStanding:
    """The status with the codes that explain it."""

    status: CitationStatus
    replaced_by: str | None = None
    changed_by: tuple[str, ...] = ()


_BY_FORCE = {
    Force.REPEALED: CitationStatus.REPEALED,
    Force.NOT_YET_IN_FORCE: CitationStatus.NOT_YET_IN_FORCE,
    Force.UNKNOWN: CitationStatus.UNKNOWN,
}


def stand(
    book: RegulationBook, code: str | None, place: Place, day: PartlyKnownDay | None
) -> CitationStanding:
    """How ``place`` of ``code`` stands on a day; a repealed law comes before a wrong article."""
    if code is None or code not in book:
        return CitationStanding(CitationStatus.UNKNOWN)
    regulation = book[code]
    force = force_over(regulation, day) if day else None
    if day and force in _BY_FORCE:
        heir = successor(book, code, day) if force is not Force.NOT_YET_IN_FORCE else None
        return CitationStanding(_BY_FORCE[force], heir)
    if regulation.extent and regulation.extent.last_before(as_citation(code, place)):
        return CitationStanding(CitationStatus.NO_SUCH_ARTICLE)
    if day is None or force is None:
        return CitationStanding(CitationStatus.DATE_UNKNOWN, successor(book, code, day))
    changed = changed_by(book, regulation, place, day)
    status = CitationStatus.AMENDED if changed else CitationStatus.IN_FORCE
    return CitationStanding(status, changed_by=changed)


def as_citation(code: str, place: Place) -> Citation:
    """The lawbook's own value for a place."""
    return Citation(code, place.pasal, place.ayat, place.huruf, place.angka)


def successor(book: RegulationBook, code: str, day: PartlyKnownDay | None) -> str | None:
    """What stands in its place now: the chain is followed while it is itself repealed."""
    heir: str | None = None
    seen = {code}
    current = code
    while True:
        following = [one for one in book[current].replaced_by if one in book and one not in seen]
        if not following:
            return heir
        heir = current = following[0]
        seen.add(heir)
        if day and book[heir].force_on(day.latest) is not Force.REPEALED:
            return heir


def changed_by(
    book: RegulationBook, regulation: Regulation, place: Place, day: PartlyKnownDay
) -> tuple[str, ...]:
    """Laws that amended the instrument, and whatever changed this very article, by that day.

    A ruling or a law on punishment touches only the articles whose wording the lawbook dates.
    """
    amending = [
        one
        for one in book.values()
        if regulation.code in one.amends and force_over(one, day) is Force.IN_FORCE
    ]
    touched = place.pasal is not None and any(
        _began_later(provision, regulation, day)
        for provision in regulation.provisions_at(as_citation(regulation.code, place))
    )
    if touched:
        amending.extend(
            book[code]
            for code in regulation.changed_by
            if code in book and force_over(book[code], day) is Force.IN_FORCE
        )
    amending.sort(
        key=lambda one: (one.kind is RegulationKind.PUTUSAN_MK, one.in_force_from.latest, one.code)
    )
    return tuple(dict.fromkeys(one.code for one in amending))


def _began_later(provision: Provision, regulation: Regulation, day: PartlyKnownDay) -> bool:
    began = provision.period.valid_from
    return began is not None and regulation.in_force_from.latest < began <= day.earliest
