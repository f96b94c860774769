"""The lawbook as one value: what the law says, on which day, and how sure netra is of it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from netra.domain.calendar import WorkCalendar, Zone
from netra.domain.lawbook.acts import Act
from netra.domain.lawbook.advice import AdviceBook
from netra.domain.lawbook.authorities import NO_ROW, AuthorityRow, Duty, KasnFile
from netra.domain.lawbook.deeds import AliasList, Deed
from netra.domain.lawbook.forms import FormBook
from netra.domain.lawbook.procedures import ClockRule, Procedure
from netra.domain.lawbook.regulations import Force, RegulationBook, Standing
from netra.domain.lawbook.vocabulary import ActorStatus, ContestKind, PoliticalRole, Track


@dataclass(frozen=True, slots=True, eq=False)
class Lawbook:
    """Everything the YAML under ``netra/lawbook`` says; immutable, compared by identity."""

    regulations: RegulationBook
    acts: Mapping[str, Act]
    deeds: Mapping[str, Deed]
    advice: AdviceBook
    aliases: Mapping[str, AliasList]
    procedures: Mapping[str, Procedure]
    """By contest kind."""
    clocks: Mapping[str, tuple[ClockRule, ...]]
    """By code; the rows differ in contest kind and period."""
    authorities: tuple[AuthorityRow, ...]
    forms: FormBook
    calendar: WorkCalendar
    zones: Mapping[str, Zone]
    """By the first two digits of the Kemendagri region code."""
    version: str
    """SHA-256 (hex) of the source documents: which lawbook a case was assessed by."""

    def zone_of_region(self, region_code: str) -> Zone:
        """The time zone of a Kemendagri region code; ``KeyError`` for an unknown province."""
        return self.zones[region_code[:2]]


def regulation_on(law: Lawbook, code: str, on: date) -> Standing:
    """Whether instrument ``code`` holds on a day, and what replaced it; ``KeyError`` if unknown."""
    return law.regulations.standing(code, on)


@lru_cache(maxsize=8192)
def authority_for(
    law: Lawbook,
    *,
    track: Track,
    subject: ActorStatus,
    on: date,
    role: PoliticalRole | None = None,
    contest: ContestKind = ContestKind.NONE,
    duty: Duty = Duty.RECEIVES,
    kasn_file: KasnFile = KasnFile.NONE,
) -> AuthorityRow:
    """Who has ``duty`` on the day of the step; a row for the role, or for papers from
    KASN, wins over one for everybody.

    Nothing fits: a row that says ``undetermined`` and is unverified; netra never guesses a desk.
    Of the row's grounds only those are named that are in force that day, as far as known.
    """
    fitting = [
        row
        for row in law.authorities
        if row.enabled
        and row.track is track
        and row.duty is duty
        and row.kasn_file in {KasnFile.NONE, kasn_file}
        and row.period.contains(on)
        and (not row.subjects or subject in row.subjects)
        and (not row.contests or contest in row.contests)
        and (not row.roles or role in row.roles)
    ]
    fitting.sort(key=lambda row: (not row.roles, row.kasn_file is not kasn_file))
    if not fitting:
        return NO_ROW
    grounds = tuple(
        one
        for one in fitting[0].dasar_hukum
        if law.regulations[one.regulation].force_on(on) not in _NO_FORCE
    )
    return replace(fitting[0], dasar_hukum=grounds)


_NO_FORCE = frozenset({Force.NOT_YET_IN_FORCE, Force.REPEALED})
