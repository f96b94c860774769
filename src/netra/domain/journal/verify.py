"""Reading a stream back: which entry was changed, is missing, stands elsewhere, lost its data."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from netra.domain.journal.entry import GENESIS, Entry, Json, commit, digest

SHED = "personal_shed"
"""The kind of entry that records a deletion of personal data; its body names position and fields."""


@dataclass(frozen=True, slots=True)
class Personal:
    """A personal value beside the journal, with the salt of its commitment."""

    salt: str
    value: str


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong, at one place of one stream."""

    stream: str
    position: int
    what: str

    def __str__(self) -> str:
        return f"{self.stream} #{self.position}: {self.what}"


def verify_stream(
    entries: Sequence[Entry], personal: Mapping[int, Mapping[str, Personal]] | None = None
) -> list[Fault]:
    """Every fault of one stream, given in order of position; ``personal`` by position and field."""
    faults = list(_chain_faults(entries))
    if personal is not None:
        faults.extend(_personal_faults(entries, personal))
    return faults


def _chain_faults(entries: Sequence[Entry]) -> Iterator[Fault]:
    previous, expected = GENESIS, 0
    for entry in entries:
        for missing in range(expected, entry.position):
            yield Fault(entry.stream, missing, "entri hilang")
        skipped = entry.position > expected
        if entry.position < expected:
            yield Fault(entry.stream, entry.position, "entri berulang atau tidak berurutan")
        if not _is_as_written(entry):
            yield Fault(entry.stream, entry.position, "isi entri berubah setelah dicatat")
        elif entry.previous != previous and not skipped:
            yield Fault(entry.stream, entry.position, "tidak menyambung ke entri sebelumnya")
        previous, expected = entry.hash, entry.position + 1


def _is_as_written(entry: Entry) -> bool:
    """A tampered row may hold what no entry ever held: an instant that is none, a list for a body."""
    try:
        return digest(entry) == entry.hash
    except (AttributeError, TypeError, ValueError):
        return False


def _shed(entries: Iterable[Entry]) -> Iterator[tuple[Json, Json]]:
    """Position and field of every deletion that an entry records."""
    for entry in entries:
        if entry.kind == SHED and isinstance(entry.body, Mapping):
            names = entry.body.get("fields")
            for name in names if isinstance(names, Sequence) else ():
                yield entry.body.get("position"), name


def _personal_faults(
    entries: Sequence[Entry], personal: Mapping[int, Mapping[str, Personal]]
) -> Iterator[Fault]:
    shed = list(_shed(entries))
    for entry in entries:
        if not isinstance(entry.commitments, Mapping):
            continue  # named already: an entry was never written so
        kept = personal.get(entry.position, {})
        for name, commitment in entry.commitments.items():
            if name not in kept:
                if (entry.position, name) not in shed:
                    yield Fault(entry.stream, entry.position, f"data {name} hilang tanpa catatan")
            elif commit(kept[name].salt, name, kept[name].value) != commitment:
                yield Fault(entry.stream, entry.position, f"data {name} berubah setelah dicatat")
        for name in kept.keys() - entry.commitments.keys():
            yield Fault(entry.stream, entry.position, f"data {name} tidak dikenal entri ini")


@dataclass(frozen=True, slots=True)
class CheckpointCopy:
    """What a checkpoint says, kept where who holds the database alone cannot reach it."""

    last_entry: int
    count: int
    digest: str


def missing_checkpoints(
    copies: Iterable[CheckpointCopy], found: Iterable[CheckpointCopy]
) -> Iterator[Fault]:
    """Every copy that the database no longer knows."""
    known = set(found)
    for number, copy in enumerate(copies, start=1):
        if copy not in known:
            yield Fault(
                "salinan titik periksa",
                number,
                f"sampai entri {copy.last_entry} pernah disegel, tetapi segel itu tidak ada lagi",
            )


def checkpoint_digest(previous: str, hashes: Iterable[str]) -> str:
    """SHA-256 over the checkpoint before and every entry hash since, in the order written; hex."""
    state = sha256(previous.encode())
    for entry_hash in hashes:
        state.update(entry_hash.encode())
    return state.hexdigest()
