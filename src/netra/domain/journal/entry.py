"""Journal entries: canonical text, the hash chain of one stream, salted commitments.

Every entry carries the hash of the entry before it in its stream. Personal data stands beside the
journal; the entry holds only a commitment to it (HMAC-SHA-256 keyed by a salt that is kept with the
value). Shedding a person's data deletes value and salt together: what is left of it in the entry
can neither be read nor guessed, and the chain still verifies.
"""

import hmac
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256

Scalar = str | int | bool | None
Json = Scalar | Sequence["Json"] | Mapping[str, "Json"]

GENESIS = "0" * 64
"""What the first entry of a stream names as the hash before it."""

_encode = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode


def canonical(value: Json) -> str:
    """The one text of a value: sorted keys, no spaces, no floats (RFC 8785 without numbers' trap)."""
    return _encode(value)


def instant(at: datetime) -> str:
    """An instant as the journal writes it: UTC, microseconds."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")


@dataclass(frozen=True, slots=True)
class Draft:
    """What happened, before it has its place in the chain. ``body`` holds no personal data."""

    stream: str
    kind: str
    at: datetime
    actor: str
    body: Mapping[str, Json] = field(default_factory=dict)
    personal: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Entry:
    """One link of a stream's chain."""

    stream: str
    position: int
    kind: str
    at: datetime
    actor: str
    body: Mapping[str, Json]
    commitments: Mapping[str, str]
    previous: str
    hash: str


def commit(salt: str, name: str, value: str) -> str:
    """The commitment to one personal value; without ``salt`` it tells nothing of ``value``."""
    return hmac.new(salt.encode(), f"{name}\0{value}".encode(), sha256).hexdigest()


def digest(entry: Entry) -> str:
    """SHA-256 over everything the entry says and the hash it follows; hex."""
    text = canonical(
        {
            "stream": entry.stream,
            "position": entry.position,
            "kind": entry.kind,
            "at": instant(entry.at),
            "actor": entry.actor,
            "body": entry.body,
            "commitments": entry.commitments,
            "previous": entry.previous,
        }
    )
    return sha256(text.encode()).hexdigest()


def chain(draft: Draft, *, position: int, previous: str, salts: Mapping[str, str]) -> Entry:
    """Give ``draft`` its place; ``salts`` holds one fresh random salt per personal field."""
    commitments = {name: commit(salts[name], name, value) for name, value in draft.personal.items()}
    unsealed = Entry(
        stream=draft.stream,
        position=position,
        kind=draft.kind,
        at=draft.at,
        actor=draft.actor,
        body=draft.body,
        commitments=commitments,
        previous=previous,
        hash="",
    )
    return Entry(
        draft.stream,
        position,
        draft.kind,
        draft.at,
        draft.actor,
        draft.body,
        commitments,
        previous,
        digest(unsealed),
    )
