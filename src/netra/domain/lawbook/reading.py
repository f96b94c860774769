"""Reading one mapping of a lawbook document, key by key, noting every fault with its place.

A reader never raises: a faulty value is noted and a harmless stand-in returned, so that one
look at a lawbook names all its faults. ``parse`` raises once, at the end.
"""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import TypeVar

from netra.domain.lawbook.values import Citation, Period, Source, Status

_Choice = TypeVar("_Choice", bound=StrEnum)
_EPOCH = date(1945, 8, 17)
"""Stand-in for a missing date; never leaves ``parse``, which raises when a fault was noted."""


class Reading:
    """A mapping of the lawbook and where it stands, for messages that a jurist can follow."""

    def __init__(
        self,
        data: object,
        place: str,
        problems: list[str],
        last_checked: date | None = None,
    ) -> None:
        self.place = place
        self._problems = problems
        self._seen: set[str] = set()
        self._data: Mapping[object, object] = {}
        if isinstance(data, Mapping):
            self._data = data
        else:
            self.fault(f"harus berupa pasangan kunci dan nilai, bukan {_kind(data)}")
        self.last_checked = last_checked
        if "last_checked" in self._data:
            self.last_checked = self.maybe_day("last_checked")

    def fault(self, message: str, key: str | None = None) -> None:
        """Note a fault of this mapping, or of one ``key`` of it."""
        where = f"{self.place}.{key}" if key else self.place
        self._problems.append(f"{where}: {message}")

    def has(self, key: str) -> bool:
        return self._data.get(key) is not None

    def mentions(self, key: str) -> bool:
        """Whether ``key`` is written at all, even with an empty value."""
        return key in self._data

    def raw(self, key: str) -> object:
        """The value as written, ``None`` when absent; the caller validates it."""
        self._seen.add(key)
        return self._data.get(key)

    def text(self, key: str) -> str:
        value = self.maybe_text(key)
        if value is None:
            self._missing(key)
            return ""
        return value

    def maybe_text(self, key: str) -> str | None:
        value = self.raw(key)
        if value is None:
            return None
        if not isinstance(value, str) or not value.strip():
            self.fault(f"harus berupa teks, bukan {_kind(value)}", key)
            return ""
        return value.strip()

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; absent means empty."""
        value = self.raw(key)
        if value is None:
            return ()
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            self.fault("harus berupa daftar teks", key)
            return ()
        return tuple(str(item).strip() for item in value)

    def flag(self, key: str, default: bool) -> bool:
        value = self.raw(key)
        if value is None:
            return default
        if not isinstance(value, bool):
            self.fault(f"harus true atau false, bukan {_kind(value)}", key)
            return default
        return value

    def maybe_number(self, key: str) -> int | None:
        """A positive whole number; absent or ``null`` means that none is known."""
        value = self.raw(key)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int) or value < 1:
            self.fault(f"harus berupa bilangan bulat positif, bukan {value!r}", key)
            return None
        return value

    def day(self, key: str) -> date:
        value = self.maybe_day(key)
        if value is None:
            if key not in self._data or self._data[key] is None:
                self._missing(key)
            return _EPOCH
        return value

    def maybe_day(self, key: str) -> date | None:
        value = self.raw(key)
        if value is None:
            return None
        if isinstance(value, datetime) or not isinstance(value, date):
            self.fault(f"harus berupa tanggal seperti 2024-09-24, bukan {value!r}", key)
            return None
        return value

    def choice(self, key: str, kind: type[_Choice]) -> _Choice:
        value = self.raw(key)
        try:
            return kind(str(value))
        except ValueError:
            allowed = ", ".join(kind)
            self.fault(f"{value!r} tidak dikenal; pilihannya: {allowed}", key)
            return next(iter(kind))

    def choices(self, key: str, kind: type[_Choice]) -> tuple[_Choice, ...]:
        chosen: list[_Choice] = []
        for value in self.texts(key):
            try:
                chosen.append(kind(value))
            except ValueError:
                self.fault(f"{value!r} tidak dikenal; pilihannya: {', '.join(kind)}", key)
        return tuple(chosen)

    def child(self, key: str) -> "Reading":
        """The mapping under ``key``; a fault when it is absent."""
        return Reading(self.raw(key), f"{self.place}.{key}", self._problems, self.last_checked)

    def children(self, key: str, named_by: str = "code") -> tuple["Reading", ...]:
        """The list of mappings under ``key``; each is named in messages by its ``named_by``."""
        value = self.raw(key)
        if value is None:
            return ()
        if not isinstance(value, list):
            self.fault(f"harus berupa daftar, bukan {_kind(value)}", key)
            return ()
        return tuple(
            Reading(
                item,
                f"{self.place}.{key}[{_name(item, named_by) or index}]",
                self._problems,
                self.last_checked,
            )
            for index, item in enumerate(value)
        )

    def period(self) -> Period:
        """``valid_from`` and ``valid_until`` of this mapping, both days included."""
        period = Period(self.maybe_day("valid_from"), self.maybe_day("valid_until"))
        if period.valid_from and period.valid_until and period.valid_from > period.valid_until:
            self.fault(f"berakhir ({period.valid_until}) sebelum mulai ({period.valid_from})")
        return period

    def source(self, key: str = "source") -> Source:
        """Where the value was read; ``last_checked`` may be given once for the whole file."""
        if not self.has(key):
            self.raw(key)
            self._missing(key)
            return Source("", _EPOCH, Status.UNVERIFIED)
        row = self.child(key)
        checked = row.last_checked
        if checked is None:
            row.fault("tidak menyebut kapan terakhir diperiksa", "last_checked")
            checked = _EPOCH
        row.raw("last_checked")
        source = Source(
            row.text("reference"), checked, row.choice("status", Status), row.maybe_text("note")
        )
        row.close()
        return source

    def citations(self, key: str = "dasar_hukum") -> tuple[Citation, ...]:
        """A list such as ``[pp-94-2021 Pasal 5 huruf n angka 3]``."""
        cited: list[Citation] = []
        for text in self.texts(key):
            try:
                cited.append(Citation.parse(text))
            except ValueError as error:
                self.fault(str(error), key)
        return tuple(cited)

    def close(self) -> None:
        """Note every key that nothing has read: a misspelt key must not pass in silence."""
        for key in self._data:
            if key not in self._seen and key != "last_checked":
                self.fault("kunci ini tidak dikenal", str(key))

    def _missing(self, key: str) -> None:
        self.fault("harus diisi", key)


def no_two_hold_at_once(
    named_periods: Iterable[tuple[str, Period, str]], problems: list[str]
) -> None:
    """Note every pair of rows with the same name whose periods overlap: (name, period, place)."""
    by_name: dict[str, list[tuple[Period, str]]] = {}
    for name, period, place in named_periods:
        for other, other_place in by_name.setdefault(name, []):
            if period.overlaps(other):
                problems.append(f"{place}: masa berlaku {name} bertumpuk dengan {other_place}")
        by_name[name].append((period, place))


def _kind(value: object) -> str:
    return "kosong" if value is None else f"{type(value).__name__} ({str(value)[:40]!r})"


def _name(item: object, key: str) -> str | None:
    value = item.get(key) if isinstance(item, Mapping) else None
    return str(value) if isinstance(value, str | date) else None
