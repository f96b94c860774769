"""Which office receives what, and which contest it belongs to."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from netra.apps.organisations.models import Contest, Office
from netra.domain.calendar import Zone
from netra.domain.regions import enclosing

_ZONES: Mapping[str, Zone] = {
    "Asia/Jakarta": Zone.WIB,
    "Asia/Pontianak": Zone.WIB,
    "Asia/Makassar": Zone.WITA,
    "Asia/Jayapura": Zone.WIT,
}


@dataclass(frozen=True, slots=True)
class OfficeCard:
    """What a door needs to know of an office."""

    id: int
    code: str
    name: str
    region_code: str
    zone: Zone
    age_recipient: str
    address: str


@dataclass(frozen=True, slots=True)
class ContestCard:
    """What a door needs to know of a contest; the days are inclusive."""

    id: int
    code: str
    kind: str
    name: str
    region_code: str
    candidates_set_on: date
    campaign_from: date
    campaign_to: date
    voting_on: date


_OFFICE_FIELDS = ("id", "code", "name", "region_code", "zone", "age_recipient", "address")
_CONTEST_FIELDS = (
    "id",
    "code",
    "kind",
    "name",
    "region_code",
    "candidates_set_on",
    "campaign_from",
    "campaign_to",
    "voting_on",
)


def receiving_office(region_code: str) -> OfficeCard | None:
    """The Bawaslu office nearest to a region: its own, else that around it, else Bawaslu RI."""
    rows = Office.objects.filter(
        Q(region_code__in=enclosing(region_code)) | Q(level=Office.Level.RI),
        kind=Office.Kind.BAWASLU,
    ).values_list(*_OFFICE_FIELDS)
    cards = [_office(row) for row in rows]
    near = set(enclosing(region_code))
    return max(
        cards,
        key=lambda card: len(card.region_code) if card.region_code in near else -1,
        default=None,
    )


def office_card(pk: int) -> OfficeCard:
    """One office by its key."""
    return _office(Office.objects.values_list(*_OFFICE_FIELDS).get(pk=pk))


def contest_for(region_code: str, on: date) -> ContestCard | None:
    """The contest whose tahapan runs on a day, the one of the smallest region first."""
    rows = Contest.objects.filter(
        region_code__in=(*enclosing(region_code), ""), begins_on__lte=on, ends_on__gte=on
    ).values_list(*_CONTEST_FIELDS)
    cards = [ContestCard(*row) for row in rows]
    return max(
        cards, key=lambda card: (len(card.region_code), card.voting_on, card.code), default=None
    )


def contest_card(pk: int) -> ContestCard:
    """One contest by its key."""
    return ContestCard(*Contest.objects.values_list(*_CONTEST_FIELDS).get(pk=pk))


def _office(row: tuple[int, str, str, str, str, str, str]) -> OfficeCard:
    pk, code, name, region_code, zone, age_recipient, address = row
    return OfficeCard(pk, code, name, region_code, _ZONES[zone], age_recipient, address)
