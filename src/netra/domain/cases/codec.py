"""Values to JSON and back, by their declared types: what the journal and the case rows keep.

Only the types that the case values use are known; anything else is a programming error and raises
``TypeError`` at once, never a silent ``str``.
"""

from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from types import NoneType, UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints
from uuid import UUID

Json = str | int | bool | None | Sequence["Json"] | Mapping[str, "Json"]

_Value = TypeVar("_Value")


def dump(value: object) -> Json:
    """JSON of a value; instants in UTC, days as ISO dates, ids as 32 hex digits."""
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, str):
        return str(value)
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, UUID):
        return value.hex
    if isinstance(value, tuple):
        return [dump(one) for one in value]
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: dump(getattr(value, field.name)) for field in fields(value)}
    raise TypeError(f"tidak dapat ditulis: {type(value).__name__}")


def load(kind: type[_Value], data: Json) -> _Value:
    """The value of type ``kind``; ``ValueError`` or ``TypeError`` when ``data`` is not one."""
    loaded: _Value = _load(kind, data)
    return loaded


def load_dataclass(kind: type[_Value], data: Mapping[str, Json]) -> _Value:
    """Build a dataclass; keys it does not know are left, absent ones keep their default."""
    hints = hints_of(kind)
    return kind(
        **{name: _load(hints[name], value) for name, value in data.items() if name in hints}
    )


_HINTS: dict[type, Mapping[str, Any]] = {}


def hints_of(kind: type) -> Mapping[str, Any]:
    """The resolved field types of a dataclass; worked out once per type."""
    if kind not in _HINTS:
        hints = get_type_hints(kind)
        _HINTS[kind] = {field.name: hints[field.name] for field in fields(kind)}
    return _HINTS[kind]


def _load(kind: Any, data: Json) -> Any:
    origin = get_origin(kind)
    if origin is UnionType:
        return None if data is None else _load(_without_none(kind), data)
    if origin is tuple:
        if isinstance(data, str) or not isinstance(data, Sequence):
            raise TypeError(f"harus berupa daftar, bukan {data!r}")
        return tuple(_load(get_args(kind)[0], one) for one in data)
    if kind in {str, int, bool}:
        return _scalar(kind, data)
    if isinstance(kind, type) and is_dataclass(kind):
        if not isinstance(data, Mapping):
            raise TypeError(f"harus berupa pasangan kunci dan nilai, bukan {data!r}")
        return load_dataclass(kind, data)
    if not isinstance(data, str):
        raise TypeError(f"harus berupa teks, bukan {data!r}")
    return _from_text(kind, data)


def _scalar(kind: type, data: Json) -> Json:
    if type(data) is not kind:
        raise TypeError(f"harus {kind.__name__}, bukan {data!r}")
    return data


def _from_text(kind: Any, text: str) -> Any:
    if kind is datetime:
        return datetime.fromisoformat(text)
    if kind is date:
        return date.fromisoformat(text)
    if kind is UUID:
        return UUID(text)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return kind(text)
    raise TypeError(f"jenis nilai tidak dikenal: {kind!r}")


def _without_none(kind: Any) -> Any:
    remaining = [one for one in get_args(kind) if one is not NoneType]
    if len(remaining) != 1:
        raise TypeError(f"hanya 'jenis | None' yang dikenal, bukan {kind!r}")
    return remaining[0]
