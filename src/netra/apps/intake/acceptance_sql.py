"""The one write of the hot path: a laporan becomes durable. Hand-written SQL, and only here.

The ORM spends about 1.7 ms of an open write transaction on these rows, these statements a quarter
of a millisecond (docs/performance.md); the rest of intake uses the ORM. All values are bound as
parameters; the statements run on SQLite and PostgreSQL alike.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection, transaction

from netra.apps.intake.one_writer import one_writer
from netra.domain.journal.entry import Entry, Json

_SUBMISSION = """
INSERT INTO intake_submission
    (id, office_id, contest_id, channel, anonymous, key_hash, receipt_hash, content_hash,
     received_at, opened_at)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, NULL)
ON CONFLICT DO NOTHING
"""
_IDENTITY = """
INSERT INTO intake_reporteridentity (submission_id, sealed, recipient) VALUES (%s, %s, %s)
"""
_ENTRY = """
INSERT INTO journal_entry
    (stream, position, kind, at, actor, body, commitments, previous, hash)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s)
RETURNING id
"""
_PERSONAL = """
INSERT INTO journal_personal (entry_id, "values") VALUES (%s, %s)
"""
_STATUS = """
INSERT INTO intake_statusrow (submission_id, state, title, text, clocks, history, updated_at)
VALUES (%s, %s, %s, %s, %s, %s, %s)
"""


@dataclass(frozen=True, slots=True)
class FirstStatus:
    """What the receipt shows from the first moment on; JSON texts for the lists."""

    state: str
    title: str
    text: str
    clocks: str
    history: str


@dataclass(frozen=True, slots=True)
class Acceptance:
    """Everything one accepted laporan writes, validated and sealed beforehand."""

    id: UUID
    office_id: int
    contest_id: int | None
    channel: str
    anonymous: bool
    key_hash: str
    receipt_hash: str
    content_hash: str
    received_at: datetime
    sealed: bytes | None
    recipient: str
    entry: Entry
    personal: Mapping[str, Mapping[str, str]]
    status: FirstStatus


def write(acceptance: Acceptance) -> bool:
    """Write all of it or nothing, durably; ``False`` when this submission is already there."""
    native = connection.features.has_native_uuid_field
    pk = acceptance.id if native else acceptance.id.hex
    at = connection.ops.adapt_datetimefield_value(acceptance.received_at)
    # The texts are made before the transaction begins: it is what other writers wait for.
    submission = (
        pk,
        acceptance.office_id,
        acceptance.contest_id,
        acceptance.channel,
        acceptance.anonymous,
        acceptance.key_hash,
        acceptance.receipt_hash,
        acceptance.content_hash,
        at,
    )
    entry = _entry_values(acceptance.entry)
    personal = _json(acceptance.personal)
    first = acceptance.status
    status = (pk, first.state, first.title, first.text, first.clocks, first.history, at)
    with one_writer(), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(_SUBMISSION, submission)
        if cursor.rowcount == 0:
            return False
        if acceptance.sealed is not None:
            cursor.execute(_IDENTITY, (pk, acceptance.sealed, acceptance.recipient))
        cursor.execute(_ENTRY, entry)
        (entry_id,) = cursor.fetchone()
        cursor.execute(_PERSONAL, (entry_id, personal))
        cursor.execute(_STATUS, status)
    return True


def _entry_values(entry: Entry) -> tuple[str | int | datetime | None, ...]:
    return (
        entry.stream,
        entry.position,
        entry.kind,
        connection.ops.adapt_datetimefield_value(entry.at),
        entry.actor,
        _json(entry.body),
        _json(entry.commitments),
        entry.previous,
        entry.hash,
    )


_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def _json(value: Json | Mapping[str, Mapping[str, str]]) -> str:
    return _encode(value)
