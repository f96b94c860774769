"""What the case page says of a case: its summary, the people in it, what its report shows."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from netra.apps.ports import wired
from netra.domain.calendar import long_date
from netra.domain.cases.state import AuthorityDecision, Case, ClockOutcome, State
from netra.domain.cases.transitions import OUTCOMES
from netra.domain.cases.wording import AUTHORITIES, POSITIONS, ROLES, STATUSES, TRACKS
from netra.domain.intake.laporan import HowKnown
from netra.domain.lawbook.book import Lawbook
from netra.domain.lawbook.vocabulary import ActorStatus, PoliticalRole, Position
from netra.web.desk.step_form import Seen

_SHORT = 90


@dataclass(frozen=True, slots=True)
class Told:
    """The report in the reporter's own words, as far as it was not shed."""

    story: str = ""
    place: str = ""
    evidence: tuple[str, ...] = ()
    name: str = ""
    position: str = ""
    unit: str = ""
    address: str = ""

    @classmethod
    def of(cls, personal: Mapping[str, str]) -> "Told":
        try:
            person = json.loads(personal.get("terlapor") or "{}")
        except ValueError:
            person = {}
        return cls(
            story=personal.get("story", ""),
            place=personal.get("place", ""),
            evidence=tuple(one for one in personal.get("evidence", "").splitlines() if one),
            **{key: str(person.get(key) or "") for key in ("name", "position", "unit", "address")},
        )


def summary(case: Case, law: Lawbook) -> str:
    """The deeds in one line; without one, that they are not known yet."""
    titles = [law.deeds[code].title for code in case.facts.deeds if code in law.deeds]
    if not titles:
        return "Perbuatan belum ditentukan"
    line = titles[0] if len(titles) == 1 else f"{titles[0]}, dan {len(titles) - 1} lagi"
    return line if len(line) <= _SHORT else f"{line[: _SHORT - 1].rstrip()}…"


def place_of(region_code: str) -> str:
    """The region by name; the code where nobody knows it."""
    region = wired().regions.get(region_code)
    return region.name if region else region_code


def state_kind(state: State) -> str:
    """The shape of the state's badge."""
    if state in {State.CLOSED, State.RESOLVED, State.DECIDED}:
        return "quiet"
    return "active"


def how_known(code: str | None) -> str:
    return HowKnown(code).label if code else ""


def terlapor(case: Case, told: Told) -> tuple[tuple[str, str], ...]:
    """Who is reported: as told, and as established."""
    actor = case.facts.actor
    return (
        ("Nama", told.name),
        ("Jabatan menurut laporan", told.position),
        ("Unit kerja", told.unit),
        ("Alamat", told.address),
        ("Status", STATUSES[ActorStatus(actor.status)] if actor.status else ""),
        ("Jenjang jabatan", POSITIONS[Position(actor.position)] if actor.position else ""),
        ("Kedudukan khusus", ROLES[PoliticalRole(actor.role)] if actor.role else ""),
    )


def seen_requirements(case: Case, told: Told, window: str) -> dict[str, Seen]:
    """What the report itself shows of each requirement, for the officer to check.

    ``window`` is the code of the clock of reporting.
    """
    clock = case.clock(window)
    outcome = clock.outcome if clock else None
    words = len(told.story.split())
    when_and_where = case.facts.act_date is not None and bool(told.place)
    return {
        "identitas_pelapor": Seen(
            not case.anonymous,
            "Tidak menyebut diri." if case.anonymous else "Menyebut diri; isinya tersegel.",
        ),
        "identitas_terlapor": Seen(
            bool(told.name and told.address),
            f"Nama: {told.name or 'tidak disebut'}. Alamat: {told.address or 'tidak disebut'}.",
        ),
        "waktu_laporan": Seen(outcome is ClockOutcome.IN_TIME, _window_words(outcome)),
        "kesesuaian_tanda_tangan": Seen(
            there=False, why="Hanya petugas yang dapat mencocokkannya dengan KTP pelapor."
        ),
        "waktu_dan_tempat": Seen(
            when_and_where,
            "Tanggal dan tempat kejadian disebut."
            if when_and_where
            else "Tanggal atau tempat kejadian belum disebut.",
        ),
        "uraian": Seen(bool(words), f"{words} kata."),
        "bukti": Seen(bool(case.evidence_count), f"{case.evidence_count} bukti disebut."),
    }


def _window_words(outcome: ClockOutcome | None) -> str:
    if outcome is None:
        return "Tidak dapat dihitung: kapan pelapor mengetahuinya belum diketahui."
    return f"Menurut hitungan: {outcome.label}."


@dataclass(frozen=True, slots=True)
class ForwardRow:
    """One letter that went out."""

    authority: str
    track: str
    letter_number: str
    letter_on: date
    decision: str


def forward_rows(case: Case) -> tuple[ForwardRow, ...]:
    return tuple(
        ForwardRow(
            authority=AUTHORITIES.get(one.authority, one.authority),
            track=TRACKS[one.track],
            letter_number=one.letter_number,
            letter_on=one.letter_on,
            decision=decision_text(one.decision),
        )
        for one in case.forwards
    )


def decision_text(decision: AuthorityDecision | None) -> str:
    """``dijatuhi sanksi, 7 Oktober 2024 (SK-12)``; empty while nothing was decided."""
    if decision is None:
        return ""
    number = f" ({decision.number})" if decision.number else ""
    return f"{outcome_word(decision.outcome)}, {long_date(decision.decided_on)}{number}"


def outcome_word(outcome: str) -> str:
    return next((one.label for one in OUTCOMES if one.value == outcome), outcome)
