"""Whether a person may take a step of a case; who takes it otherwise."""

from datetime import datetime

from netra.domain.access import ALLOWED, Action, Actor, may
from netra.domain.cases.commands import Command, RecordAuthorityDecision
from netra.domain.cases.outcome import Refused
from netra.domain.cases.state import Case
from netra.domain.cases.transitions import BY_STEP


def permitted(by: Actor, command: Command, case: Case, now: datetime) -> Refused | None:
    """``None`` where ``by`` may; the worker takes its own steps and no others."""
    row = BY_STEP[command.step]
    if by.is_system or row.by_system:
        return None if by.is_system and row.by_system else _refusal(command.step)
    allowed = any(
        may(by.memberships, command.step, office, case.today(now))
        for office in _offices(command, case)
    )
    return None if allowed else _refusal(command.step)


def may_open_identity(by: Actor, case: Case, now: datetime) -> Refused | None:
    """Only who must reach the reporter, in the office that received the report."""
    if may(by.memberships, Action.OPEN_IDENTITY, case.office.code, case.today(now)):
        return None
    return _refusal(Action.OPEN_IDENTITY)


def _offices(command: Command, case: Case) -> tuple[str, ...]:
    """The office that handles the case; for its own answer also the agency that was written to."""
    if isinstance(command, RecordAuthorityDecision):
        agencies = (one.agency for one in case.forwards if one.number == command.forward)
        return (case.office.code, *(agency for agency in agencies if agency))
    return (case.office.code,)


def _refusal(action: Action) -> Refused:
    roles = sorted(role.label for role in ALLOWED[action])
    return Refused(
        "not_permitted",
        "Langkah ini bukan wewenang Anda pada kantor yang menangani perkara ini.",
        instead=(
            f"Yang berwenang: {', '.join(roles)} kantor itu."
            if roles
            else "Langkah ini dijalankan oleh sistem."
        ),
    )
