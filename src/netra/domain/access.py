"""Who may do what: one readable table of roles and actions.

Every door asks ``may``; a transition of the case table names its action and has no roles of its
own, so that a right stands written in one place only.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Role(StrEnum):
    """What a person is appointed to in one office."""

    RECEIVING_OFFICER = "receiving_officer"
    EXAMINER = "examiner"
    COMMISSIONER = "commissioner"
    ADMINISTRATOR = "administrator"
    AGENCY_OFFICER = "agency_officer"

    @property
    def label(self) -> str:
        return _ROLE_LABELS[self]


_ROLE_LABELS = {
    Role.RECEIVING_OFFICER: "petugas penerima",
    Role.EXAMINER: "pemeriksa",
    Role.COMMISSIONER: "anggota (pleno)",
    Role.ADMINISTRATOR: "pengelola",
    Role.AGENCY_OFFICER: "petugas instansi",
}


class Action(StrEnum):
    """Everything that somebody may or may not do behind a login."""

    # steps of a case, done by the system alone
    OPEN_CASE = "open_case"
    LAPSE_CLOCK = "lapse_clock"
    RECOMPUTE_CLOCKS = "recompute_clocks"
    # steps of a case, done by people of the office that handles it
    RECORD_NUMBER = "record_number"
    ESTABLISH_FACTS = "establish_facts"
    RECORD_KAJIAN_AWAL = "record_kajian_awal"
    REQUEST_PERBAIKAN = "request_perbaikan"
    RECORD_PERBAIKAN = "record_perbaikan"
    WITHDRAW = "withdraw"
    REGISTER = "register"
    TREAT_AS_INFORMASI_AWAL = "treat_as_informasi_awal"
    DECLARE_TEMUAN = "declare_temuan"
    CLOSE_INFORMASI_AWAL = "close_informasi_awal"
    EXTEND_HANDLING = "extend_handling"
    HOLD_KLARIFIKASI = "hold_klarifikasi"
    WRITE_KAJIAN = "write_kajian"
    DECIDE_PLENO = "decide_pleno"
    FORWARD = "forward"
    RECORD_AUTHORITY_DECISION = "record_authority_decision"
    NOTIFY_REPORTER = "notify_reporter"
    CLOSE = "close"
    DECIDE_BETWEEN_DATES = "decide_between_dates"
    # looking
    VIEW_CASES = "view_cases"
    OPEN_IDENTITY = "open_identity"
    VIEW_FORWARDED = "view_forwarded"
    # the installation
    MANAGE_OFFICE = "manage_office"
    MOVE_DEMO_CLOCK = "move_demo_clock"


_R, _E, _C = Role.RECEIVING_OFFICER, Role.EXAMINER, Role.COMMISSIONER

ALLOWED: Mapping[Action, frozenset[Role]] = {
    Action.OPEN_CASE: frozenset(),
    Action.LAPSE_CLOCK: frozenset(),
    Action.RECOMPUTE_CLOCKS: frozenset(),
    Action.RECORD_NUMBER: frozenset({_R}),
    Action.ESTABLISH_FACTS: frozenset({_R, _E}),
    Action.RECORD_KAJIAN_AWAL: frozenset({_R, _E}),
    Action.REQUEST_PERBAIKAN: frozenset({_R, _E}),
    Action.RECORD_PERBAIKAN: frozenset({_R, _E}),
    Action.WITHDRAW: frozenset({_R, _E}),
    Action.REGISTER: frozenset({_R}),
    Action.TREAT_AS_INFORMASI_AWAL: frozenset({_E, _C}),
    # Law: a temuan, and the end of an informasi awal, are decided by the pleno.
    Action.DECLARE_TEMUAN: frozenset({_C}),
    Action.CLOSE_INFORMASI_AWAL: frozenset({_C}),
    Action.EXTEND_HANDLING: frozenset({_E, _C}),
    Action.HOLD_KLARIFIKASI: frozenset({_E, _C}),
    Action.WRITE_KAJIAN: frozenset({_E}),
    Action.DECIDE_PLENO: frozenset({_C}),
    Action.FORWARD: frozenset({_C}),
    Action.RECORD_AUTHORITY_DECISION: frozenset({_R, _E, _C, Role.AGENCY_OFFICER}),
    Action.NOTIFY_REPORTER: frozenset({_R, _E, _C}),
    Action.CLOSE: frozenset({_E, _C}),
    Action.DECIDE_BETWEEN_DATES: frozenset({_E, _C}),
    Action.VIEW_CASES: frozenset({_R, _E, _C}),
    # Who only votes on a case has no need to know who reported it.
    Action.OPEN_IDENTITY: frozenset({_R, _E}),
    Action.VIEW_FORWARDED: frozenset({Role.AGENCY_OFFICER}),
    # Who manages accounts sees no case.
    Action.MANAGE_OFFICE: frozenset({Role.ADMINISTRATOR}),
    Action.MOVE_DEMO_CLOCK: frozenset({Role.ADMINISTRATOR}),
}


@dataclass(frozen=True, slots=True)
class Membership:
    """One role in one office, from a day until a day, both included."""

    office: str
    role: Role
    valid_from: date
    valid_until: date | None = None

    def holds_on(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_until is None or day <= self.valid_until)


@dataclass(frozen=True, slots=True)
class Actor:
    """Who asks. ``name`` is what the journal writes: ``officer:7``, ``agency:9`` or ``system``."""

    name: str
    memberships: tuple[Membership, ...] = ()

    @property
    def is_system(self) -> bool:
        return self.name == SYSTEM_NAME

    def roles_at(self, office: str, today: date) -> frozenset[Role]:
        return roles_at(self.memberships, office, today)


SYSTEM_NAME = "system"
SYSTEM = Actor(SYSTEM_NAME)
"""The worker: it may do what no person may, and nothing else."""


def roles_at(memberships: Iterable[Membership], office: str, today: date) -> frozenset[Role]:
    """The roles held in ``office`` on the office's own day ``today``."""
    return frozenset(
        one.role for one in memberships if one.office == office and one.holds_on(today)
    )


def may(memberships: Iterable[Membership], action: Action, office: str, today: date) -> bool:
    """Whether these memberships allow ``action`` on something of ``office`` on the day ``today``."""
    return not ALLOWED[action].isdisjoint(roles_at(memberships, office, today))
