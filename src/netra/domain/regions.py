"""Regions of Indonesia by Kemendagri code: ``64``, ``64.71``, ``64.71.01``."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Region:
    """A province, kabupaten or kota, or kecamatan."""

    code: str
    name: str
    path: str
    """With the regions around it, nearest first: ``Balikpapan Kota, Kota Balikpapan, …``."""

    @property
    def province(self) -> str:
        """The code of its province."""
        return self.code[:2]


def enclosing(code: str) -> tuple[str, ...]:
    """The code itself and those of the regions around it, nearest first."""
    parts = code.split(".")
    return tuple(".".join(parts[:count]) for count in range(len(parts), 0, -1))
