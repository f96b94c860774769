"""Walking through everything a lawbook holds, section by section, without knowing its types."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum

from netra.domain.calendar import WorkCalendar
from netra.domain.lawbook.book import Lawbook
from netra.domain.lawbook.regulations import PartlyKnownDay
from netra.domain.lawbook.values import Citation, Source

SECTIONS: Mapping[str, str] = {
    "regulations": "peraturan",
    "acts": "butir larangan",
    "deeds": "perbuatan",
    "aliases": "daftar lain",
    "procedures": "tata cara",
    "clocks": "tenggat",
    "authorities": "instansi",
    "forms": "formulir",
}
"""The sections of a lawbook and their Indonesian names, in the order they are shown."""


def values(value: object, place: str) -> Iterator[tuple[str, object]]:
    """``value`` and every value inside it, each with its place: ``acts.DIS-2.grounds[0].source``."""
    yield place, value
    if isinstance(value, Citation | Source | WorkCalendar):
        return
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from values(inner, f"{place}.{key}")
    elif isinstance(value, tuple):
        for index, inner in enumerate(value):
            yield from values(inner, f"{place}[{getattr(inner, 'code', index)}]")
    elif is_dataclass(value):
        for one in fields(value):
            yield from values(getattr(value, one.name), f"{place}.{one.name}")


def citations(law: Lawbook) -> Iterator[tuple[str, Citation]]:
    """Every citation of the lawbook and where it stands."""
    for section in SECTIONS:
        for place, value in values(getattr(law, section), section):
            if isinstance(value, Citation):
                yield place, value


def sources(law: Lawbook, section: str) -> Iterator[tuple[str, Source]]:
    """Every source of one section and where it stands."""
    for place, value in values(getattr(law, section), section):
        if isinstance(value, Source):
            yield place, value


def plain(value: object) -> object:
    """``value`` in the types JSON knows: enums by value, dates as ISO, citations as written."""
    if isinstance(value, Citation):
        return f"{value.regulation} {value.place}".strip()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, PartlyKnownDay):
        return str(value)
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(plain(key)): plain(inner) for key, inner in value.items()}
    if isinstance(value, frozenset):
        return sorted(str(plain(inner)) for inner in value)
    if isinstance(value, tuple | list):
        return [plain(inner) for inner in value]
    if is_dataclass(value):
        return {one.name: plain(getattr(value, one.name)) for one in fields(value)}
    return str(value)
