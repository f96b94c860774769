"""Writing to the journal, reading it back, shedding personal data, sealing checkpoints."""

import hmac
import secrets
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from django.db import DataError, connection, transaction
from django.db.models import QuerySet

from netra.apps.journal.models import Checkpoint
from netra.apps.journal.models import Entry as Row
from netra.apps.journal.models import Personal as PersonalRow
from netra.apps.ports import wired
from netra.domain.journal.entry import GENESIS, Draft, Entry, chain
from netra.domain.journal.kinds import KINDS
from netra.domain.journal.verify import (
    SHED,
    CheckpointCopy,
    Fault,
    Personal,
    checkpoint_digest,
    missing_checkpoints,
    verify_stream,
)
from netra.domain.ports import SealBroken

SALT_BYTES = 16


class UndeclaredEntry(ValueError):
    """A kind, or a personal field of it, that ``domain.journal.kinds`` does not declare."""


def new_salts(draft: Draft) -> dict[str, str]:
    """A fresh random salt for each personal field of ``draft``."""
    return {name: secrets.token_hex(SALT_BYTES) for name in draft.personal}


def check_declared(draft: Draft) -> None:
    """``UndeclaredEntry`` unless the kind and all personal fields are declared."""
    kind = KINDS.get(draft.kind)
    if kind is None:
        raise UndeclaredEntry(f"Jenis entri {draft.kind!r} belum terdaftar.")
    if undeclared := draft.personal.keys() - kind.personal:
        raise UndeclaredEntry(f"{draft.kind}: data pribadi {sorted(undeclared)} belum terdaftar.")


def append(draft: Draft) -> Entry:
    """Add one entry at the end of its stream. Call inside the transaction of the act it records.

    Two writers to one stream: the caller holds the lock of what the stream describes; should it
    not, the unique (stream, position) makes the second one fail instead of forking the chain.
    """
    check_declared(draft)
    last = Row.objects.filter(stream=draft.stream).order_by("-position").first()
    salts = new_salts(draft)
    entry = chain(
        draft,
        position=last.position + 1 if last else 0,
        previous=last.hash if last else GENESIS,
        salts=salts,
    )
    row = Row.objects.create(
        stream=entry.stream,
        position=entry.position,
        kind=entry.kind,
        at=entry.at,
        actor=entry.actor,
        body=entry.body,
        commitments=entry.commitments,
        previous=entry.previous,
        hash=entry.hash,
    )
    if draft.personal:
        PersonalRow.objects.create(
            entry=row,
            values={
                name: {"salt": salts[name], "value": value}
                for name, value in draft.personal.items()
            },
        )
    return entry


def _entry(row: Row) -> Entry:
    return Entry(
        row.stream,
        row.position,
        row.kind,
        row.at,
        row.actor,
        row.body,
        row.commitments,
        row.previous,
        row.hash,
    )


def read(stream: str) -> list[Entry]:
    """The entries of one stream, oldest first."""
    return [_entry(row) for row in Row.objects.filter(stream=stream).order_by("position")]


def personal(stream: str) -> dict[int, dict[str, str]]:
    """Personal values of one stream that were not shed, by position and field."""
    rows = PersonalRow.objects.filter(entry__stream=stream).values_list("entry__position", "values")
    return {
        position: {name: kept["value"] for name, kept in values.items()}
        for position, values in rows
    }


@transaction.atomic
def shed(
    stream: str, position: int, fields: Sequence[str], *, by: str, reason: str, now: datetime
) -> None:
    """Delete personal values for good; an entry says which, by whom and why. The chain holds."""
    kept = PersonalRow.objects.select_for_update().get(
        entry__stream=stream, entry__position=position
    )
    gone = sorted(set(fields) & kept.values.keys())
    kept.values = {name: value for name, value in kept.values.items() if name not in gone}
    kept.save(update_fields=["values"])
    append(
        Draft(
            stream=stream,
            kind=SHED,
            at=now,
            actor=by,
            body={"position": position, "fields": gone},
            personal={"reason": reason},
        )
    )


@transaction.atomic
def checkpoint(now: datetime) -> Checkpoint | None:
    """Seal all entries since the last checkpoint; ``None`` where nothing came."""
    if connection.vendor == "postgresql":
        # Waits until every open insert has ended: no lower id can appear below the seal later.
        with connection.cursor() as cursor:
            cursor.execute("LOCK TABLE journal_entry IN SHARE MODE")
    before = Checkpoint.objects.order_by("-pk").first()
    span = _since(before.last_entry if before else 0)
    hashes = list(span.values_list("pk", "hash"))
    if not hashes:
        return None
    digest = checkpoint_digest(before.digest if before else GENESIS, (h for _, h in hashes))
    return Checkpoint.objects.create(
        last_entry=hashes[-1][0],
        count=len(hashes),
        digest=digest,
        seal=_seal(digest, hashes[-1][0], len(hashes)),
        at=now,
    )


def _since(last_entry: int) -> QuerySet[Row]:
    return Row.objects.filter(pk__gt=last_entry).order_by("pk")


def _seal(digest: str, last_entry: int, count: int) -> str:
    if not wired().journal_key:
        raise SealBroken("Program ini sengaja tidak memegang kunci jurnal.")
    text = f"{digest}:{last_entry}:{count}"
    return hmac.new(wired().journal_key, text.encode(), sha256).hexdigest()


@dataclass(frozen=True, slots=True)
class Verification:
    """What reading the whole journal back found."""

    entries: int
    streams: int
    checkpoints: int
    faults: tuple[str, ...]


def copy_of(sealed: Checkpoint) -> CheckpointCopy:
    """What is kept of a checkpoint outside the database."""
    return CheckpointCopy(sealed.last_entry, sealed.count, sealed.digest)


def verify(copies: Iterable[CheckpointCopy] = ()) -> Verification:
    """Read everything: every chain, every commitment, every checkpoint. Memory: one stream.

    ``copies`` are the checkpoints as they were kept outside the database.
    """
    faults: list[str] = []
    entries = streams = 0
    for stream in _streams():
        streams += 1
        try:
            rows, kept = _with_personal(stream)
        except (DataError, ValueError):
            faults.append(f"{stream}: ada entri yang tidak dapat dibaca lagi dari basis data")
            continue
        faults.extend(str(fault) for fault in verify_stream(rows, kept))
        entries += len(rows)
    checkpoints = list(Checkpoint.objects.order_by("pk"))
    faults.extend(str(fault) for fault in _checkpoint_faults(checkpoints))
    known = map(copy_of, checkpoints)
    faults.extend(str(fault) for fault in missing_checkpoints(copies, known))
    return Verification(entries, streams, len(checkpoints), tuple(faults))


def _streams() -> Iterator[str]:
    names = Row.objects.order_by("stream").values_list("stream", flat=True).distinct()
    return names.iterator(chunk_size=1000)


def _with_personal(stream: str) -> tuple[list[Entry], dict[int, dict[str, Personal]]]:
    rows = Row.objects.filter(stream=stream).select_related("personal").order_by("position", "pk")
    entries, kept = [], {}
    for row in rows:
        entries.append(_entry(row))
        if hasattr(row, "personal"):
            kept[row.position] = _kept(row.personal.values)
    return entries, kept


def _kept(values: object) -> dict[str, Personal]:
    """Personal values by field. One that was tampered out of its shape fits no commitment."""
    if not isinstance(values, dict):
        return {}
    return {
        name: Personal(str(one.get("salt")), str(one.get("value")))
        if isinstance(one, dict)
        else Personal("", str(one))
        for name, one in values.items()
    }


def _checkpoint_faults(checkpoints: list[Checkpoint]) -> Iterator[Fault]:
    digest, last_entry = GENESIS, 0
    for number, sealed in enumerate(checkpoints, start=1):
        span = _since(last_entry).filter(pk__lte=sealed.last_entry)
        hashes = list(span.values_list("hash", flat=True))
        if sealed.seal != _seal(sealed.digest, sealed.last_entry, sealed.count):
            yield Fault("titik periksa", number, "segel tidak cocok dengan kunci instalasi")
        if len(hashes) != sealed.count:
            yield Fault(
                "titik periksa",
                number,
                f"{sealed.count} entri disegel, {len(hashes)} ditemukan: ada yang hilang"
                if len(hashes) < sealed.count
                else f"{sealed.count} entri disegel, {len(hashes)} ditemukan: ada yang disisipkan",
            )
        elif checkpoint_digest(digest, hashes) != sealed.digest:
            yield Fault("titik periksa", number, "urutan atau isi entri berubah setelah disegel")
        digest, last_entry = sealed.digest, sealed.last_entry
