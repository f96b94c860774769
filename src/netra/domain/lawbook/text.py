"""How the lawbook reads in Indonesian: citations, certainty and standing in plain words."""

from collections.abc import Mapping
from datetime import date

from netra.domain.lawbook.regulations import Regulation
from netra.domain.lawbook.values import Citation, Period, Status

STATUS_TEXT: Mapping[Status, str] = {
    Status.VERIFIED_SECONDARY: "terbaca pada sumber sekunder",
    Status.UNCONFIRMED: "belum dipastikan",
    Status.UNVERIFIED: "belum terverifikasi, bukan dasar putusan",
}
"""What each certainty means, short enough to stand behind a value."""


def citation_text(regulations: Mapping[str, Regulation], citation: Citation) -> str:
    """``Pasal 5 huruf n angka 3 PP 94/2021``; the bare code where the instrument is unknown."""
    regulation = regulations.get(citation.regulation)
    name = regulation.short if regulation else citation.regulation
    return f"{citation.place} {name}" if citation.place else name


def period_text(period: Period) -> str:
    """``sejak 2026-01-02``, ``sampai 2026-01-01``, ``2024-09-04 sampai 2025-10-16``."""
    first = _day(period.valid_from)
    last = _day(period.valid_until)
    if first and last:
        return f"{first} sampai {last}"
    if first:
        return f"sejak {first}"
    return f"sampai {last}" if last else "tanpa batas waktu yang diketahui"


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
