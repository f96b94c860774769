"""Region codes and names from the ``lokal`` package (Kepmendagri 300.2.2-2138/2025)."""

from functools import lru_cache

from netra.domain.regions import Region

_DEEPEST = 3
"""Down to kecamatan: a laporan need not name a village."""


class LokalRegions:
    """Read from the package's own files, once per process."""

    def get(self, code: str) -> Region | None:
        return _region(code)

    def children(self, code: str = "") -> tuple[Region, ...]:
        return _children(code)


@lru_cache(maxsize=8192)
def _region(code: str) -> Region | None:
    # The package also takes "6471"; a code stored in two spellings would be two regions.
    if not all(part.isascii() and part.isdigit() for part in code.split(".")):
        return None
    from lokal import wilayah

    if code.count(".") >= _DEEPEST or wilayah.normalize_wilayah_code(code) != code:
        return None
    found = wilayah.get_wilayah(code)
    return Region(found.code, found.name, found.path) if found else None


@lru_cache(maxsize=1024)
def _children(code: str) -> tuple[Region, ...]:
    if code.count(".") >= _DEEPEST - 1:
        return ()
    from lokal import wilayah

    found = wilayah.list_wilayah(code or None)
    return tuple(Region(one.code, one.name, one.path) for one in found)
