"""What the apps need from the world, as Protocols; ``netra.config`` wires what implements them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from netra.domain.lawbook.book import Lawbook
from netra.domain.regions import Region


class SealBroken(Exception):
    """A sealed value was altered, or the key at hand does not open it."""


class Sealer(Protocol):
    """Seals personal data to an office; only that office's private key opens it again."""

    def seal(self, plain: bytes, *, recipient: str) -> bytes:
        """Seal to the office's public key."""
        ...

    def unseal(self, sealed: bytes, *, recipient: str) -> bytes:
        """Open with the private key of ``recipient``; ``SealBroken`` when that is not possible."""
        ...

    def generate(self) -> str:
        """Make and keep a new key pair; the public key."""
        ...


class Drafts(Protocol):
    """Seals an unfinished form so that it can travel in the page without being read or changed."""

    def seal(self, plain: bytes) -> str: ...

    def unseal(self, sealed: str) -> bytes:
        """``SealBroken`` when it is not one of ours or was altered."""
        ...


class Regions(Protocol):
    """The regions of Indonesia, from provinces down to kecamatan."""

    def get(self, code: str) -> Region | None:
        """By its Kemendagri code as it is written, with dots; ``None``: there is none."""
        ...

    def children(self, code: str = "") -> tuple[Region, ...]:
        """The regions right inside one; without a code, the provinces."""
        ...


@dataclass(frozen=True, slots=True)
class Wiring:
    """The parts that are wired in one running program."""

    lawbook: Callable[[], Lawbook]
    sealer: Sealer
    drafts: Drafts
    regions: Regions
    receipt_key: bytes
    """Keys the receipt's hash: who holds the database alone cannot test guesses."""
    journal_key: bytes
