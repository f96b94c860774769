"""What may be done with a case now, by whom, with which form; and why the rest may not."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from netra.domain.access import Action, Role
from netra.domain.cases import law as asking
from netra.domain.cases.decide import blocked, grounds
from netra.domain.cases.fields import Choice, Field
from netra.domain.cases.handling import forwardable_tracks, nobody_to_forward_to
from netra.domain.cases.outcome import Refused
from netra.domain.cases.state import Case, Series
from netra.domain.cases.transitions import (
    BY_STEP,
    TRANSITIONS,
    Transition,
    series_drawn,
)
from netra.domain.cases.wording import POSITIONS, ROLES, STATUSES, TRACKS
from netra.domain.lawbook.book import Lawbook
from netra.domain.lawbook.vocabulary import ActorStatus, Circumstance, PoliticalRole, Position


@dataclass(frozen=True, slots=True)
class StepOption:
    """One step as the desk shows it: a button, or a reason why there is none."""

    step: Action
    title: str
    pasal: tuple[str, ...]
    """Its ground in this contest, in the lawbook's notation."""
    fields: tuple[Field, ...]
    draws: Series | None
    refusal: Refused | None = None

    @property
    def is_lawful(self) -> bool:
        return self.refusal is None

    def with_choices(self, name: str, choices: tuple[Choice, ...]) -> "StepOption":
        """The same step with the choices of one field filled in from elsewhere."""
        return replace(
            self,
            fields=tuple(
                one.with_choices(choices) if one.name == name else one for one in self.fields
            ),
        )


def steps_of(
    case: Case, roles: Iterable[Role], law: Lawbook, now: datetime
) -> tuple[StepOption, ...]:
    """Every step that these roles may ever take, in the order of the table."""
    held = frozenset(roles)
    return tuple(
        _option(row, case, law, now) for row in TRANSITIONS if not held.isdisjoint(row.roles)
    )


def lawful_steps(
    case: Case, roles: Iterable[Role], law: Lawbook, now: datetime
) -> tuple[StepOption, ...]:
    """Only those that are open now: the buttons."""
    return tuple(one for one in steps_of(case, roles, law, now) if one.is_lawful)


def step_option(case: Case, step: Action, law: Lawbook, now: datetime) -> StepOption:
    """One step with its form, whoever asks."""
    return _option(BY_STEP[step], case, law, now)


def _option(row: Transition, case: Case, law: Lawbook, now: datetime) -> StepOption:
    refusal = blocked(row, case, now)
    if refusal is None and row.step is Action.FORWARD:
        # Nothing could be chosen: better said before the form than after it.
        refusal = nobody_to_forward_to(case, law, now)
    return StepOption(
        step=row.step,
        title=row.title,
        pasal=grounds(row, case),
        fields=step_fields(row.step, case, law, now),
        draws=series_drawn(row, case),
        refusal=refusal,
    )


_Fill = Callable[[Field, Case, Lawbook, datetime], Field]


def step_fields(step: Action, case: Case, law: Lawbook, now: datetime) -> tuple[Field, ...]:
    """The questions of a step's form, with the answers that this case allows."""
    return tuple(
        fill(field, case, law, now)
        if (fill := _FILL.get((step, field.name)) or _FILL_ANYWHERE.get(field.name))
        else field
        for field in BY_STEP[step].fields
    )


def _deeds(field: Field, case: Case, law: Lawbook, _now: datetime) -> Field:
    choices = tuple(Choice(deed.code, deed.title) for deed in law.deeds.values())
    return field.with_choices(choices).with_value(case.facts.deeds)


def _statuses(field: Field, case: Case, _law: Lawbook, _now: datetime) -> Field:
    choices = tuple(Choice(one.value, STATUSES[one]) for one in ActorStatus)
    return field.with_choices(choices).with_value(case.facts.actor.status or "")


def _positions(field: Field, case: Case, _law: Lawbook, _now: datetime) -> Field:
    choices = tuple(Choice(one.value, POSITIONS[one]) for one in Position)
    return field.with_choices(choices).with_value(case.facts.actor.position or "")


def _roles(field: Field, case: Case, _law: Lawbook, _now: datetime) -> Field:
    choices = tuple(
        Choice(one.value, ROLES[one]) for one in PoliticalRole if one is not PoliticalRole.NONE
    )
    return field.with_choices(choices).with_value(case.facts.actor.role or "")


def _circumstances(field: Field, case: Case, _law: Lawbook, _now: datetime) -> Field:
    choices = tuple(Choice(one.value, one.label) for one in Circumstance)
    return field.with_choices(choices).with_value(case.facts.circumstances)


def _act_date(field: Field, case: Case, _law: Lawbook, _now: datetime) -> Field:
    return field.with_value(case.facts.act_date.isoformat() if case.facts.act_date else "")


def _known_date(field: Field, case: Case, _law: Lawbook, _now: datetime) -> Field:
    return field.with_value(case.facts.known_date.isoformat() if case.facts.known_date else "")


def _on_cltn(field: Field, case: Case, _law: Lawbook, _now: datetime) -> Field:
    return field.with_value(_yes_no(case.facts.actor.on_cltn))


def _spouse(field: Field, case: Case, _law: Lawbook, _now: datetime) -> Field:
    return field.with_value(_yes_no(case.facts.actor.spouse_of_candidate))


def _yes_no(value: bool | None) -> str:
    return {True: "ya", False: "tidak", None: ""}[value]


def _requirements(field: Field, case: Case, law: Lawbook, _now: datetime) -> Field:
    formal, materiel = asking.requirements(law, case)
    choices = (
        *(Choice(one.code, f"Formal: {one.text}") for one in formal),
        *(Choice(one.code, f"Materiel: {one.text}") for one in materiel),
    )
    return field.with_choices(choices).with_value(case.checklist.met if case.checklist else ())


def _all_tracks(field: Field, case: Case, _law: Lawbook, _now: datetime) -> Field:
    choices = tuple(Choice(one.value, label) for one, label in TRACKS.items())
    proposed = tuple(one.value for one in case.kajian.tracks) if case.kajian else ()
    return field.with_choices(choices).with_value(proposed)


def _forward_tracks(field: Field, case: Case, _law: Lawbook, _now: datetime) -> Field:
    return field.with_choices(
        tuple(Choice(one.value, TRACKS[one]) for one in forwardable_tracks(case))
    )


def _authorities(field: Field, case: Case, law: Lawbook, now: datetime) -> Field:
    """Only bodies that the day allows; one that lost its power is not even offered."""
    offered: dict[str, str] = {}
    for track in forwardable_tracks(case):
        for receiver in asking.receivers(law, case, track, case.today(now)):
            offered.setdefault(receiver.authority, receiver.name)
    return field.with_choices(tuple(Choice(code, name) for code, name in offered.items()))


def _awaited(field: Field, case: Case, _law: Lawbook, _now: datetime) -> Field:
    return field.with_choices(
        tuple(
            Choice(str(one.number), f"{one.letter_number} kepada {one.authority.upper()}")
            for one in case.forwards
            if one.decision is None
        )
    )


def _undecided(field: Field, case: Case, _law: Lawbook, _now: datetime) -> Field:
    return field.with_choices(tuple(Choice(one.code, one.title) for one in case.undecided_clocks))


_FILL_ANYWHERE: Mapping[str, _Fill] = {"tracks": _all_tracks}
_FILL: Mapping[tuple[Action, str], _Fill] = {
    (Action.ESTABLISH_FACTS, "act_date"): _act_date,
    (Action.ESTABLISH_FACTS, "known_date"): _known_date,
    (Action.ESTABLISH_FACTS, "deeds"): _deeds,
    (Action.ESTABLISH_FACTS, "status"): _statuses,
    (Action.ESTABLISH_FACTS, "position"): _positions,
    (Action.ESTABLISH_FACTS, "role"): _roles,
    (Action.ESTABLISH_FACTS, "on_cltn"): _on_cltn,
    (Action.ESTABLISH_FACTS, "spouse_of_candidate"): _spouse,
    (Action.ESTABLISH_FACTS, "circumstances"): _circumstances,
    (Action.RECORD_KAJIAN_AWAL, "met"): _requirements,
    (Action.FORWARD, "track"): _forward_tracks,
    (Action.FORWARD, "authority"): _authorities,
    (Action.RECORD_AUTHORITY_DECISION, "forward"): _awaited,
    (Action.DECIDE_BETWEEN_DATES, "clock"): _undecided,
}
