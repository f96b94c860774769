"""The values every row of the lawbook is made of: how certain, from when to when, on what ground."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Status(StrEnum):
    """How certain a value of the lawbook is; members stand in order, surest first."""

    VERIFIED_SECONDARY = "verified_secondary"
    """A readable page, mostly press or a copy, says so; not yet read in the gazette."""
    UNCONFIRMED = "unconfirmed"
    """Known, derived or partly seen: it computes, and every answer shows it."""
    UNVERIFIED = "unverified"
    """Shaky or open: never a verdict; a clock from it warns but never lapses."""


_CERTAINTY = {status: rank for rank, status in enumerate(Status)}


def weakest(statuses: Iterable[Status]) -> Status:
    """The least certain of ``statuses``; of none, the surest (nothing weakens the answer)."""
    return max(statuses, key=_CERTAINTY.__getitem__, default=Status.VERIFIED_SECONDARY)


@dataclass(frozen=True, slots=True)
class Source:
    """Where a value was read, when it was last checked, and how certain it is."""

    reference: str
    last_checked: date
    status: Status
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """Days a value holds, both ends included; ``None`` is an open end."""

    valid_from: date | None = None
    valid_until: date | None = None

    def contains(self, on: date) -> bool:
        return (self.valid_from is None or self.valid_from <= on) and (
            self.valid_until is None or on <= self.valid_until
        )

    def overlaps(self, other: "Period") -> bool:
        starts_late = self.valid_from and other.valid_until and self.valid_from > other.valid_until
        ends_early = self.valid_until and other.valid_from and self.valid_until < other.valid_from
        return not (starts_late or ends_early)


_CITATION = re.compile(
    r"^(?P<regulation>[a-z0-9-]+)"
    r"(?: Pasal (?P<pasal>\d+[A-Z]?))?"
    r"(?: ayat \((?P<ayat>\d+[a-z]?)\))?"
    r"(?: huruf (?P<huruf>[a-z]))?"
    r"(?: angka (?P<angka>\d+))?"
    r"(?: (?P<part>(?:Lampiran|butir|halaman) .+))?$"
)


@dataclass(frozen=True, slots=True)
class Citation:
    """A place in a regulation, as the lawbook writes it: ``pp-94-2021 Pasal 5 huruf n angka 3``."""

    regulation: str
    pasal: str | None = None
    ayat: str | None = None
    huruf: str | None = None
    angka: str | None = None
    part: str | None = None

    @classmethod
    def parse(cls, text: str) -> "Citation":
        """Read the lawbook's notation; ``ValueError`` when it does not follow it."""
        match = _CITATION.match(text)
        if match is None:
            raise ValueError(
                f"sitiran {text!r} tidak dapat dibaca; contoh: pp-94-2021 Pasal 5 huruf n angka 3"
            )
        return cls(**match.groupdict())

    @property
    def place(self) -> str:
        """The place alone, as a letter prints it: ``Pasal 5 huruf n angka 3``."""
        parts = (
            f"Pasal {self.pasal}" if self.pasal else "",
            f"ayat ({self.ayat})" if self.ayat else "",
            f"huruf {self.huruf}" if self.huruf else "",
            f"angka {self.angka}" if self.angka else "",
            self.part or "",
        )
        return " ".join(part for part in parts if part)
