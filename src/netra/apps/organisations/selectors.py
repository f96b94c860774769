"""Which office receives what, and which contest it belongs to."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from netra.apps.organisations.models import Contest, Installation, Office
from netra.apps.organisations.remembered import Remembered
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
    begins_on: date
    ends_on: date
    candidates_set_on: date
    campaign_from: date
    campaign_to: date
    voting_on: date

    def runs_on(self, day: date) -> bool:
        """Whether its tahapan runs on a day."""
        return self.begins_on <= day <= self.ends_on


_OFFICE_FIELDS = ("id", "code", "name", "region_code", "zone", "age_recipient", "address")
_CONTEST_FIELDS = (
    "id",
    "code",
    "kind",
    "name",
    "region_code",
    "begins_on",
    "ends_on",
    "candidates_set_on",
    "campaign_from",
    "campaign_to",
    "voting_on",
)


def receiving_office(region_code: str) -> OfficeCard | None:
    """The Bawaslu office nearest to a region: its own, else that around it, else Bawaslu RI."""
    by_region, central = _offices()
    near = (by_region[code] for code in enclosing(region_code) if code in by_region)
    return next(near, central)


def office_card(pk: int) -> OfficeCard:
    """One office by its key."""
    return _office(Office.objects.values_list(*_OFFICE_FIELDS).get(pk=pk))


def contest_for(region_code: str, on: date) -> ContestCard | None:
    """The contest whose tahapan runs on a day, the one of the smallest region first."""
    by_region = _contests()
    for code in (*enclosing(region_code), ""):
        running = [card for card in by_region.get(code, ()) if card.runs_on(on)]
        if running:
            return max(running, key=lambda card: (card.voting_on, card.code))
    return None


def contest_card(pk: int) -> ContestCard:
    """One contest by its key."""
    return ContestCard(*Contest.objects.values_list(*_CONTEST_FIELDS).get(pk=pk))


def demo_shift() -> timedelta | None:
    """How far the clock of a demonstration was moved; ``None``: this is none."""
    return _shift()


def _read_offices() -> tuple[Mapping[str, OfficeCard], OfficeCard | None]:
    rows = Office.objects.filter(kind=Office.Kind.BAWASLU).order_by("-pk")
    central = rows.filter(level=Office.Level.RI).values_list(*_OFFICE_FIELDS).first()
    cards = [_office(row) for row in rows.values_list(*_OFFICE_FIELDS)]
    by_region = {card.region_code: card for card in cards}
    return by_region, _office(central) if central else None


def _read_contests() -> Mapping[str, tuple[ContestCard, ...]]:
    by_region: dict[str, tuple[ContestCard, ...]] = {}
    for row in Contest.objects.values_list(*_CONTEST_FIELDS):
        card = ContestCard(*row)
        by_region[card.region_code] = (*by_region.get(card.region_code, ()), card)
    return by_region


def _read_shift() -> timedelta | None:
    row = Installation.objects.filter(demo=True).values_list("clock_shift").first()
    return row[0] if row else None


_offices = Remembered(_read_offices)
_contests = Remembered(_read_contests)
# Only that this is no demonstration: a moved clock is seen by the very next request.
_shift = Remembered(_read_shift, worth=lambda shift: shift is None)


def _office(row: tuple[int, str, str, str, str, str, str]) -> OfficeCard:
    pk, code, name, region_code, zone, age_recipient, address = row
    return OfficeCard(pk, code, name, region_code, _ZONES[zone], age_recipient, address)
