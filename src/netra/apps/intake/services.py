"""Taking a laporan in, and what its receipt shows from then on."""

import json
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from netra.apps.intake.acceptance_sql import Acceptance, FirstStatus, write
from netra.apps.intake.models import Channel, StatusRow, Submission
from netra.apps.journal.services import check_declared, new_salts
from netra.apps.organisations.selectors import (
    ContestCard,
    OfficeCard,
    contest_for,
    office_card,
    receiving_office,
)
from netra.apps.ports import wired
from netra.domain.calendar import OutsideCalendar, Zone
from netra.domain.deadlines.clock import ClockUndetermined, compute_clock
from netra.domain.intake.clocks import FIRST_CHECK, TRACING
from netra.domain.intake.laporan import Laporan
from netra.domain.intake.receipt import (
    ReceiptCode,
    content_hash,
    derive,
    receipt_hash,
    submission_hash,
)
from netra.domain.intake.status import RECEIVED, ClockValues, Happened, ShownClock
from netra.domain.journal.entry import GENESIS, Draft, chain
from netra.domain.lawbook.book import Lawbook
from netra.domain.lawbook.procedures import UnknownClock
from netra.domain.lawbook.vocabulary import ContestKind

SHORTEST_KEY = 16
"""Characters of a submission's key; it must be random, for the receipt code is made from it."""


class NoOffice(LookupError):
    """No Bawaslu office is set up that could receive this."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """What the reporter gets; ``code`` is shown once and kept nowhere."""

    code: ReceiptCode
    submission: uuid.UUID
    office: OfficeCard
    contest_kind: str
    """``pilkada``, ``pemilu``, or ``none`` outside every tahapan."""
    received_at: datetime
    again: bool
    """This submission was already received: nothing was written now."""
    changed: bool
    """It was sent again with another content, which was not taken."""


def submit(laporan: Laporan, *, channel: Channel, submission_key: str, now: datetime) -> Receipt:
    """Take ``laporan`` in, durably, once per ``submission_key``; the receipt of the first time.

    Everything is computed and sealed before the transaction begins. Raises ``NoOffice``.
    """
    if len(submission_key) < SHORTEST_KEY:
        raise ValueError("submission_key harus acak dan sedikitnya 16 karakter")
    # The channel takes part: a key that a client chose can never meet one that a page drew.
    named_key = f"{channel.value}:{submission_key}"
    key = wired().receipt_key
    code = derive(key, named_key)
    office = _office_of(laporan)
    contest = contest_for(
        laporan.region_code, laporan.act_date or now.astimezone(office.zone.tzinfo).date()
    )
    acceptance = _acceptance(
        laporan,
        office,
        contest,
        channel,
        hashes=(
            submission_hash(key, named_key),
            receipt_hash(key, code),
            content_hash(key, named_key, laporan.content()),
        ),
        now=now,
    )
    if write(acceptance):
        kind = contest.kind if contest else ContestKind.NONE.value
        return Receipt(code, acceptance.id, office, kind, now, again=False, changed=False)
    return _received_before(code, acceptance)


def publish_status(
    submission_id: uuid.UUID,
    *,
    state: str,
    title: str,
    text: str,
    clocks: Sequence[ClockValues | ShownClock] = (),
    at: datetime,
    happened: Happened | None = None,
) -> None:
    """Rewrite what the receipt shows; ``happened`` is added to its history.

    Call inside the transaction of the step it tells of. ``text`` names no person.
    """
    row = StatusRow.objects.select_for_update().get(pk=submission_id)
    row.state, row.title, row.text, row.updated_at = state, title, text, at
    row.clocks = [
        (one if isinstance(one, ShownClock) else ShownClock.of(one)).to_json() for one in clocks
    ]
    if happened is not None:
        row.history = [*row.history, happened.to_json()]
    row.save()


def mark_opened(submission_id: uuid.UUID, at: datetime) -> bool:
    """Note that the case was opened; ``False`` when it already was. Inside the caller's transaction."""
    unopened = Submission.objects.filter(pk=submission_id, opened_at__isnull=True)
    return unopened.update(opened_at=at) == 1


def _office_of(laporan: Laporan) -> OfficeCard:
    office = receiving_office(laporan.region_code)
    if office is None:
        raise NoOffice("Belum ada kantor Bawaslu yang dapat menerima laporan dari wilayah ini.")
    return office


def _acceptance(
    laporan: Laporan,
    office: OfficeCard,
    contest: ContestCard | None,
    channel: Channel,
    *,
    hashes: tuple[str, str, str],
    now: datetime,
) -> Acceptance:
    pk = uuid.uuid4()
    identity = laporan.identity()
    sealed = (
        wired().sealer.seal(identity.encode(), recipient=office.age_recipient) if identity else None
    )
    draft = Draft(
        stream=f"case:{pk.hex}",
        kind="laporan_received",
        at=now,
        actor="public",
        body=laporan.body(
            submission=pk.hex,
            office=office.code,
            contest=contest.code if contest else None,
            channel=channel.value,
            sealed=sealed,
        ),
        personal=laporan.personal(),
    )
    check_declared(draft)
    salts = new_salts(draft)
    key_hash, code_hash, content = hashes
    return Acceptance(
        id=pk,
        office_id=office.id,
        contest_id=contest.id if contest else None,
        channel=channel.value,
        anonymous=laporan.anonymous,
        key_hash=key_hash,
        receipt_hash=code_hash,
        content_hash=content,
        received_at=now,
        sealed=sealed,
        recipient=office.age_recipient,
        entry=chain(draft, position=0, previous=GENESIS, salts=salts),
        personal={
            name: {"salt": salts[name], "value": value} for name, value in draft.personal.items()
        },
        status=_first_status(laporan, office, contest, now),
    )


def _first_status(
    laporan: Laporan, office: OfficeCard, contest: ContestCard | None, now: datetime
) -> FirstStatus:
    title = "Informasi awal diterima" if laporan.anonymous else "Laporan diterima"
    text = (
        f"Informasi Anda sudah ada di {office.name}. Petugas membacanya dan dapat menelusurinya "
        "sebagai informasi awal."
        if laporan.anonymous
        else f"Laporan Anda sudah ada di {office.name}. Petugas memeriksa kelengkapannya dalam "
        "kajian awal."
    )
    history = json.dumps([Happened(now, title).to_json()], ensure_ascii=False)
    today = now.astimezone(office.zone.tzinfo).date()
    kind = ContestKind(contest.kind) if contest else ContestKind.NONE
    code = TRACING if laporan.anonymous else FIRST_CHECK
    clocks = _first_clocks(wired().lawbook(), code, kind, today, office.zone)
    return FirstStatus(RECEIVED, title, text, clocks, history)


@lru_cache(maxsize=256)
def _first_clocks(law: Lawbook, code: str, kind: ContestKind, today: date, zone: Zone) -> str:
    """The first clock as JSON; the same for every laporan of one day and zone."""
    try:
        clock = compute_clock(law, code, kind, today, zone=zone)
    except (UnknownClock, ClockUndetermined, OutsideCalendar):
        return "[]"
    return json.dumps([ShownClock.of(clock).to_json()], ensure_ascii=False)


def _received_before(code: ReceiptCode, acceptance: Acceptance) -> Receipt:
    row = Submission.objects.select_related("contest").get(key_hash=acceptance.key_hash)
    return Receipt(
        code,
        row.pk,
        office_card(row.office_id),
        row.contest.kind if row.contest else ContestKind.NONE.value,
        row.received_at,
        again=True,
        changed=row.content_hash != acceptance.content_hash,
    )
