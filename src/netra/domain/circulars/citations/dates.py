"""The date a letter carries itself, or as much of it as it tells."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from netra.domain.lawbook.regulations import PartlyKnownDay

_MONTHS = (
    r"jan(?:uari)?", r"[fp]eb(?:ruari)?", r"mar(?:et)?", r"apr(?:il)?", r"mei", r"jun[i]?",
    r"jul[i]?", r"(?:agustus|agust|agt|ags)", r"sept?(?:ember)?", r"okt(?:ober)?",
    r"no[vp](?:ember)?", r"des(?:ember)?",
)  # fmt: skip
_MONTH = "|".join(f"(?P<m{number}>{name})" for number, name in enumerate(_MONTHS, start=1))
_WRITTEN = rf"(?:(?P<day>[0-9]{{1,2}})\s+)?(?:{_MONTH})\b\.?\s+(?P<year>[0-9]{{4}})"
_FIGURES = r"(?P<d>[0-9]{1,2})\s?[-/.]\s?(?P<m>[0-9]{1,2})\s?[-/.]\s?(?P<y>[0-9]{4})"
_WEEKDAY = r"(?:Senin|Selasa|Rabu|Kamis|Jum['’]?at|Sabtu|Minggu|Ahad)"

_SIGNED = r"(?:ditetapkan|dikeluarkan|ditandatangani|dibuat)\s+di\b[^\n]{0,60}\s+(?:pada\s+)?tanggal\s*:?\s*"
_PLACED = r"^[ \t]*(?-i:[A-Z][\w.' ]{2,30}),[ \t]*"
_HEADED = r"^[ \t]*(?:pada\s+)?tanggal[ \t]*:?[ \t]*"
_SAID = rf"{_WEEKDAY}\s*,?\s*\(?\s*"
_RIGHTS = re.compile(r"(?:copyright|©|hak\s+cipta)[^\n]{0,80}?\b(20[0-9]{2})\b", re.IGNORECASE)

_RULES = tuple(
    re.compile(f"{lead}(?:{_WRITTEN}|{_FIGURES}){tail}", re.IGNORECASE | re.MULTILINE)
    for lead, tail in (
        (_SIGNED, ""),
        (_PLACED, r"[ \t]*\.?[ \t]*$"),
        (_HEADED, r"[ \t]*$"),
        (_SAID, r"\s*\)?"),
    )
)


def own_date(text: str) -> PartlyKnownDay | None:
    """When the letter was signed or the report written; a month or a year if no more is told.

    Tried in this order: the signing ("ditetapkan di … pada tanggal …"), the line of place and
    date, a line "Tanggal : …", the weekday a reporter names, the year of a copyright. A day named
    in a sentence, such as the day of voting, is not the letter's.
    """
    for rule in _RULES:
        days = [day for found in rule.finditer(text) for day in _day(found)]
        if days:
            return max(days, key=lambda one: one.latest)
    years = {int(found[1]) for found in _RIGHTS.finditer(text)}
    if len(years) == 1:
        year = years.pop()
        return PartlyKnownDay(date(year, 1, 1), date(year, 12, 31))
    return None


def _day(found: re.Match[str]) -> Iterator[PartlyKnownDay]:
    if found["y"]:
        day, month, year = int(found["d"]), int(found["m"]), int(found["y"])
    else:
        month = next(one for one in range(1, 13) if found[f"m{one}"])
        day, year = int(found["day"] or 0), int(found["year"])
    if not 1 <= month <= len(_MONTHS) or not date.min.year < year < date.max.year:
        return
    last = monthrange(year, month)[1]
    if day == 0:
        yield PartlyKnownDay(date(year, month, 1), date(year, month, last))
    elif day <= last:
        yield PartlyKnownDay(date(year, month, day), date(year, month, day))
