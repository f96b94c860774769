"""From documents to a ``Lawbook``, or to the list of everything that is wrong with them."""

import hashlib
import json
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from netra.domain.calendar import HolidayDecree, OutsideCalendar, WorkCalendar, Zone
from netra.domain.lawbook.acts import parse_acts
from netra.domain.lawbook.advice import parse_advice
from netra.domain.lawbook.authorities import parse_authorities
from netra.domain.lawbook.book import Lawbook
from netra.domain.lawbook.deeds import parse_aliases, parse_deeds
from netra.domain.lawbook.forms import parse_forms
from netra.domain.lawbook.procedures import parse_procedures
from netra.domain.lawbook.reading import Reading
from netra.domain.lawbook.regulations import parse_regulations

SECTIONS = ("acts", "advice", "aliases", "authorities", "calendars", "deeds", "forms", "procedures",
            "regulations")  # fmt: skip
"""The folders (or, for aliases, the file) that a lawbook consists of."""


class LawbookInvalid(ValueError):
    """The documents do not make a lawbook; every fault is named with its file and key."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


def parse(documents: Mapping[str, object], calendar: WorkCalendar) -> Lawbook:
    """Read ``documents`` (path inside the lawbook → content) over the base ``calendar``.

    Raises ``LawbookInvalid`` with all problems at once.
    """
    problems: list[str] = []
    sections: dict[str, dict[str, object]] = {name: {} for name in SECTIONS}
    for path in sorted(documents):
        section = path.split("/", 1)[0].removesuffix(".yaml")
        if section in sections:
            sections[section][path] = documents[path]
        else:
            problems.append(f"{path}: bagian {section!r} tidak dikenal")
    decrees, zones = _parse_calendars(sections["calendars"], problems)
    try:
        calendar = calendar.with_decrees(decrees)
    except OutsideCalendar as error:
        problems.append(f"calendars: {error}")
    acts = parse_acts(sections["acts"], problems)
    deeds = parse_deeds(sections["deeds"], acts, problems)
    procedures, clocks = parse_procedures(sections["procedures"], problems)
    law = Lawbook(
        regulations=parse_regulations(sections["regulations"], problems),
        acts=MappingProxyType(dict(acts)),
        deeds=MappingProxyType(dict(deeds)),
        advice=parse_advice(sections["advice"], deeds, problems),
        aliases=MappingProxyType(dict(parse_aliases(sections["aliases"], acts, deeds, problems))),
        procedures=MappingProxyType(dict(procedures)),
        clocks=MappingProxyType(dict(clocks)),
        authorities=parse_authorities(sections["authorities"], problems),
        forms=parse_forms(sections["forms"], problems),
        calendar=calendar,
        zones=zones,
        version=version_of(documents),
    )
    if problems:
        raise LawbookInvalid(tuple(problems))
    return law


def version_of(documents: Mapping[str, object]) -> str:
    """SHA-256 of the documents in a canonical form, so that comments do not change it."""
    canonical = json.dumps(
        {path: documents[path] for path in sorted(documents)},
        default=str,
        ensure_ascii=False,
        separators=(",", ":"),
        sort_keys=True,
    )
    return hashlib.sha256(canonical.encode()).hexdigest()


def _parse_calendars(
    documents: Mapping[str, object], problems: list[str]
) -> tuple[tuple[HolidayDecree, ...], Mapping[str, Zone]]:
    decrees: dict[date, HolidayDecree] = {}
    zones: dict[str, Zone] = {}
    for path, content in documents.items():
        document = Reading(content, path, problems)
        for row in document.children("decrees", named_by="name"):
            decree = HolidayDecree(
                day=row.day("day"),
                name=row.text("name"),
                joint_leave=row.flag("joint_leave", default=False),
                cancelled=row.flag("cancelled", default=False),
            )
            row.source()
            row.close()
            if decree.day in decrees:
                row.fault(f"tanggal {decree.day} sudah ditetapkan oleh baris lain", "day")
            decrees[decree.day] = decree
        for row in document.children("zones", named_by="zone"):
            zone = row.choice("zone", Zone)
            for province in row.texts("provinces"):
                if province in zones:
                    row.fault(f"provinsi {province!r} sudah punya zona", "provinces")
                zones[province] = zone
            row.source()
            row.close()
        document.close()
    return tuple(decrees[day] for day in sorted(decrees)), MappingProxyType(zones)
