"""Reading a stream back: which entry was changed, is missing, stands elsewhere, lost its data."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from netra.domain.journal.entry import GENESIS, Entry, commit, digest

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
        if digest(entry) != entry.hash:
            yield Fault(entry.stream, entry.position, "isi entri berubah setelah dicatat")
        elif entry.previous != previous and not skipped:
            yield Fault(entry.stream, entry.position, "tidak menyambung ke entri sebelumnya")
        previous, expected = entry.hash, entry.position + 1


def _personal_faults(
    entries: Iterable[Entry], personal: Mapping[int, Mapping[str, Personal]]
) -> Iterator[Fault]:
    entries = list(entries)
    shed = {
        (entry.body["position"], name)
        for entry in entries
        if entry.kind == SHED and isinstance(names := entry.body.get("fields"), Sequence)
        for name in names
    }
    for entry in entries:
        kept = personal.get(entry.position, {})
        for name, commitment in entry.commitments.items():
            if name not in kept:
                if (entry.position, name) not in shed:
                    yield Fault(entry.stream, entry.position, f"data {name} hilang tanpa catatan")
            elif commit(kept[name].salt, name, kept[name].value) != commitment:
                yield Fault(entry.stream, entry.position, f"data {name} berubah setelah dicatat")
        for name in kept.keys() - entry.commitments.keys():
            yield Fault(entry.stream, entry.position, f"data {name} tidak dikenal entri ini")


def checkpoint_digest(previous: str, hashes: Iterable[str]) -> str:
    """SHA-256 over the checkpoint before and every entry hash since, in the order written; hex."""
    state = sha256(previous.encode())
    for entry_hash in hashes:
        state.update(entry_hash.encode())
    return state.hexdigest()
