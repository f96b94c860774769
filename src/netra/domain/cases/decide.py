"""State × command × law × now → what happened, or a refusal with its ground. Pure."""

from collections.abc import Mapping
from datetime import datetime

from netra.domain.access import Action
from netra.domain.cases import clocks, handling, initial, upkeep
from netra.domain.cases.commands import Command
from netra.domain.cases.outcome import Accepted, Handler, Refused
from netra.domain.cases.state import Case, State
from netra.domain.cases.transitions import BY_STEP, TRANSITIONS, Transition
from netra.domain.lawbook.book import Lawbook

HANDLERS: Mapping[Action, Handler] = {
    **initial.HANDLERS,
    **handling.HANDLERS,
    **upkeep.HANDLERS,
}


def decide(case: Case, command: Command, law: Lawbook, now: datetime) -> Accepted | Refused:
    """Whether ``command`` is lawful for ``case`` at ``now`` (aware), and what then happens.

    Who asks is not asked here: ``access.may`` answers that before.
    """
    row = BY_STEP[command.step]
    if (refusal := blocked(row, case, now)) is not None:
        return refusal
    done = HANDLERS[command.step](command, case, law, now)
    if isinstance(done, Refused):
        return done.on(grounds(row, case))
    return Accepted(
        (
            *done.events,
            *clocks.stopped(row, case, done, now),
            *clocks.started(row, case, done, law, now),
        )
        if done.with_clocks
        else done.events
    )


def blocked(row: Transition, case: Case, now: datetime) -> Refused | None:
    """Why this step is closed to ``case`` whatever its form would say; ``None`` when it is open."""
    if case.state not in row.sources:
        return _wrong_state(row, case).on(grounds(row, case))
    for guard in row.guards:
        if (refusal := guard(case, now)) is not None:
            return refusal.on(grounds(row, case))
    return None


def grounds(row: Transition, case: Case) -> tuple[str, ...]:
    return row.grounds.of(case.contest.kind if case.contest else None)


def _wrong_state(row: Transition, case: Case) -> Refused:
    if row.step is Action.WITHDRAW and case.state not in {State.SUBMITTED, State.INFORMASI_AWAL}:
        return Refused(
            "registered_stays",
            "Laporan yang sudah diregister tidak dapat dicabut; penanganannya diteruskan.",
            instead="Lanjutkan penanganan.",
        )
    open_steps = [
        other.title
        for other in TRANSITIONS
        if case.state in other.sources and not other.by_system and other.step is not row.step
    ]
    return Refused(
        "wrong_state",
        f"“{row.title}” tidak dapat dilakukan pada tahap “{case.state.label}”.",
        instead=f"Langkah pada tahap ini: {', '.join(open_steps)}." if open_steps else "",
    )
