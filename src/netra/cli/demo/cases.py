"""The fictional cases: sent in and carried on through the services, each step at its own instant."""

import hmac
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any
from uuid import UUID

import click

from netra.apps.accounts.models import User
from netra.apps.cases.services import perform
from netra.apps.cases.sweeps import open_received, sweep_clocks
from netra.apps.intake.models import Channel, Submission
from netra.apps.intake.services import submit
from netra.apps.journal import services as journal
from netra.apps.organisations.models import Installation
from netra.apps.organisations.serving import serving
from netra.apps.ports import wired
from netra.cli.demo.load import instant
from netra.domain.access import Action, Actor
from netra.domain.cases.codec import load_dataclass
from netra.domain.cases.commands import COMMANDS, Command
from netra.domain.cases.events import StepRefused
from netra.domain.cases.outcome import Refused
from netra.domain.intake.reading import World, parse_laporan


@dataclass(frozen=True, slots=True)
class Moment:
    """Something that happens to one fictional case; the first is always its arrival."""

    at: datetime
    case: str
    step: Mapping[str, Any]


def load_cases(document: Mapping[str, Any]) -> None:
    """Everything in the order in which it happened, so that numbers are drawn as in life."""
    rows = {row["key"]: row for row in document["cases"]}
    ids: dict[str, UUID] = {}
    for moment in sorted(_moments(rows), key=lambda one: one.at):
        if moment.case not in ids:
            ids[moment.case] = _arrive(rows[moment.case], moment.at)
        else:
            _take_step(ids[moment.case], moment)
    shown = instant(document["clock"])
    sweep_clocks(shown)
    Installation.objects.update(clock_shift=shown - datetime.now(UTC))


def _moments(rows: Mapping[str, Mapping[str, Any]]) -> Iterator[Moment]:
    for key, row in rows.items():
        yield Moment(instant(row["at"]), key, {})
        for step in row["steps"]:
            yield Moment(instant(step["at"]), key, step)


def _arrive(row: Mapping[str, Any], at: datetime) -> UUID:
    law = wired().lawbook()
    world = World(deeds=law.deeds, regions=wired().regions, zones=law.zones, now=at)
    laporan = parse_laporan(row["laporan"], world)
    # Not to be guessed from the file: the receipt code follows from it.
    key = hmac.digest(wired().receipt_key, f"demo:{row['key']}".encode(), sha256).hex()
    receipt = submit(laporan, channel=Channel.WEB, submission_key=key, now=at)
    open_received(at)
    return receipt.submission


def _take_step(case_id: UUID, moment: Moment) -> None:
    """Take the step, unless an earlier load that was cut short took it already."""
    by = _officer(moment)
    entries = journal.read(f"case:{case_id.hex}")
    taken = {(one.at, one.actor) for one in entries if one.kind != StepRefused.kind}
    if (moment.at, by.name) in taken:
        return
    result = perform(case_id, _command(case_id, moment), by=by, now=moment.at)
    if isinstance(result, Refused):
        raise click.ClickException(f"{moment.case}, {moment.step['do']}: {result.ground}")


def _command(case_id: UUID, moment: Moment) -> Command:
    action = Action(moment.step["do"])
    told = dict(moment.step.get("with", {}))
    if action is Action.RECORD_KAJIAN_AWAL:
        told["met"] = _met(case_id, told.pop("missing"))
    return load_dataclass(COMMANDS[action], told)


def _met(case_id: UUID, missing: list[str]) -> list[str]:
    """The requirements that are fulfilled: all but those that are told to be missing."""
    contest = Submission.objects.select_related("contest").get(pk=case_id).contest
    procedure = wired().lawbook().procedures[contest.kind if contest else ""]
    asked = [one.code for one in (*procedure.formal, *procedure.materiel)]
    if unknown := set(missing) - set(asked):
        raise click.ClickException(f"syarat tidak dikenal: {sorted(unknown)}; ada: {asked}")
    return [code for code in asked if code not in missing]


def _officer(moment: Moment) -> Actor:
    user = User.objects.get(email=moment.step["by"])
    (place,) = serving(user, moment.at)
    return place.actor
