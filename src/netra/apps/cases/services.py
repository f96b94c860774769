"""Taking steps: load and lock, decide, journal, evolve, save. The same shape for every step."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from netra.apps.cases import rows, status
from netra.apps.cases.models import Case as CaseRow
from netra.apps.intake.models import ReporterIdentity, Submission
from netra.apps.intake.services import mark_opened
from netra.apps.journal import services as journal
from netra.apps.organisations.models import Contest, Office
from netra.apps.organisations.selectors import office_card
from netra.apps.organisations.services import draw_number
from netra.apps.ports import wired
from netra.domain.access import SYSTEM, Action, Actor
from netra.domain.cases.commands import Command, ForwardCase, Numbered, OpenCase
from netra.domain.cases.decide import decide
from netra.domain.cases.events import Event, IdentityOpened, StepRefused
from netra.domain.cases.evolve import evolve
from netra.domain.cases.law import calendar_mark
from netra.domain.cases.outcome import Refused
from netra.domain.cases.permission import may_open_identity, permitted
from netra.domain.cases.recording import fold, stream_of, to_draft
from netra.domain.cases.state import Case, ContestFacts, OfficeFacts
from netra.domain.cases.transitions import BY_STEP, series_drawn
from netra.domain.lawbook.vocabulary import ContestKind


class CaseUnknown(LookupError):
    """No case of this id."""


def perform(
    case_id: UUID,
    command: Command,
    *,
    by: Actor,
    now: datetime,
    seen_version: int | None = None,
) -> Case | Refused:
    """Take one step; the case afterwards, or the refusal, which is journalled like a success.

    ``seen_version`` is the version the person had before their eyes: a case that moved since is
    refused rather than overwritten. Raises ``CaseUnknown``.
    """
    with transaction.atomic(durable=True):
        result = _attempt(case_id, command, by, now, seen_version)
        if isinstance(result, Refused):
            transaction.set_rollback(True)
    if isinstance(result, Refused) and not by.is_system:
        _journal_refusal(case_id, command.step, result, by, now)
    return result


def _attempt(
    case_id: UUID, command: Command, by: Actor, now: datetime, seen_version: int | None
) -> Case | Refused:
    row, case = _locked(case_id)
    if seen_version not in {None, case.version}:
        return Refused(
            "case_moved",
            "Berkas ini berubah sejak Anda membukanya.",
            instead="Muat ulang halaman dan periksa langkah terakhir.",
        )
    if (refusal := permitted(by, command, case, now)) is not None:
        return refusal
    completed = _completed(command, row, case, now)
    if isinstance(completed, Refused):
        return completed
    decision = decide(case, completed, wired().lawbook(), now)
    if isinstance(decision, Refused):
        return decision
    after = _record(case, decision.events, by=by.name, now=now)
    rows.update(row, case, after)
    status.publish(case, after, decision.events, now)
    return after


def _locked(case_id: UUID) -> tuple[CaseRow, Case]:
    row = CaseRow.objects.select_for_update().filter(pk=case_id).first()
    if row is None:
        raise CaseUnknown(str(case_id))
    return row, rows.load_case(row)


def _completed(command: Command, row: CaseRow, case: Case, now: datetime) -> Command | Refused:
    """What only the database knows: the next number, the reporter's words, the agency's office."""
    if isinstance(command, Numbered):
        series = series_drawn(BY_STEP[command.step], case)
        assert series is not None, "a numbered step names its series"
        number = draw_number(row.office, case.today(now).year, series.value)
        return replace(command, number=number)
    if isinstance(command, ForwardCase):
        told = journal.personal(stream_of(case.id)).get(0, {})
        agency = command.agency
        if agency is not None and not _agencies(command.authority).filter(code=agency).exists():
            return Refused(
                "agency_mismatch",
                "Kantor yang dipilih bukan kantor instansi tujuan.",
                instead="Pilih kantor instansi itu, atau kosongkan.",
            )
        return replace(command, reporter_text=told.get("story", ""))
    return command


def _agencies(authority: str) -> QuerySet[Office]:
    return Office.objects.filter(kind=Office.Kind.AGENCY, authority=authority)


def _record(case: Case, events: tuple[Event, ...], *, by: str, now: datetime) -> Case:
    """Append the entries and evolve; inside the caller's transaction and lock."""
    for event in events:
        entry = journal.append(to_draft(event, case_id=case.id, at=now, actor=by))
        case = evolve(case, event, at=now, position=entry.position)
    return case


@transaction.atomic
def _journal_refusal(
    case_id: UUID, step: Action, refused: Refused, by: Actor, now: datetime
) -> None:
    """In a transaction of its own: what was refused left no other trace."""
    row, case = _locked(case_id)
    event = StepRefused(
        step=step.value,
        code=refused.code,
        ground=refused.ground,
        pasal=refused.pasal,
        instead=refused.instead,
    )
    rows.update(row, case, _record(case, (event,), by=by.name, now=now))


@transaction.atomic
def open_case(submission_id: UUID, now: datetime) -> Case | None:
    """Open the case of a submission, once; ``None`` when somebody else did or is doing it."""
    submission = (
        Submission.objects.select_for_update(skip_locked=True, of=("self",))
        .select_related("office", "contest")
        .filter(pk=submission_id, opened_at__isnull=True)
        .first()
    )
    if submission is None:
        return None
    received = fold(journal.read(stream_of(submission_id)))
    if received is None:
        raise CaseUnknown(f"{submission_id}: jurnalnya kosong")
    command = OpenCase(
        office=_office_facts(submission.office), contest=_contest_facts(submission.contest)
    )
    decision = decide(received, command, wired().lawbook(), now)
    if isinstance(decision, Refused):
        raise CaseUnknown(f"{submission_id}: {decision.ground}")
    case = _record(received, decision.events, by=SYSTEM.name, now=now)
    rows.insert(case, submission, calendar_mark(wired().lawbook()))
    mark_opened(submission_id, now)
    status.publish(received, case, decision.events, now)
    return case


def _office_facts(office: Office) -> OfficeFacts:
    return OfficeFacts(office.code, office.level, office.bawaslu_code, office_card(office.pk).zone)


def _contest_facts(contest: Contest | None) -> ContestFacts | None:
    if contest is None:
        return None
    return ContestFacts(
        code=contest.code,
        kind=ContestKind(contest.kind),
        series=contest.series,
        begins_on=contest.begins_on,
        candidates_set_on=contest.candidates_set_on,
        campaign_from=contest.campaign_from,
        campaign_to=contest.campaign_to,
        voting_on=contest.voting_on,
        ends_on=contest.ends_on,
    )


def open_identity(case_id: UUID, *, by: Actor, reason: str, now: datetime) -> str | Refused:
    """The reporter's sealed identity as JSON text, for who must reach them; always journalled.

    Raises ``CaseUnknown``, and ``SealBroken`` when this machine does not hold the office's key.
    """
    with transaction.atomic(durable=True):
        result = _open_identity(case_id, by, reason, now)
    if isinstance(result, Refused):
        _journal_refusal(case_id, Action.OPEN_IDENTITY, result, by, now)
    return result


def _open_identity(case_id: UUID, by: Actor, reason: str, now: datetime) -> str | Refused:
    row, case = _locked(case_id)
    if (refusal := may_open_identity(by, case, now)) is not None:
        return refusal
    if not reason.strip():
        return Refused("no_reason", "Alasan membuka identitas harus ditulis.")
    identity = ReporterIdentity.objects.filter(submission_id=case_id).first()
    if identity is None:
        return Refused("no_identity", "Pelapor tidak menyebut diri; tidak ada yang dapat dibuka.")
    plain = wired().sealer.unseal(bytes(identity.sealed), recipient=identity.recipient)
    after = _record(case, (IdentityOpened(reason=reason),), by=by.name, now=now)
    rows.update(row, case, after)
    return plain.decode()
