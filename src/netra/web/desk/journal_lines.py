"""The journal as an officer reads it: who, when, what, in sentences."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from string import Formatter
from typing import Any

from typing_extensions import override

from netra.apps.accounts.models import User
from netra.domain.access import SYSTEM_NAME, Role
from netra.domain.calendar import Zone, long_date, long_instant
from netra.domain.cases.events import StepRefused
from netra.domain.cases.state import ClockOutcome, State, Verdict
from netra.domain.cases.transitions import (
    NOTICE_CHANNELS,
    OUTCOMES,
    PARTIES,
    REPORTER,
    TRANSITIONS,
)
from netra.domain.cases.wording import AUTHORITIES, TRACKS
from netra.domain.journal.entry import Entry
from netra.domain.journal.kinds import KINDS
from netra.domain.lawbook.book import Lawbook
from netra.web.desk import wording
from netra.web.desk.law_text import pasal_text
from netra.web.typography import unbroken

MARK = 12
"""How many letters of an entry's hash are printed; the whole is in ``netra check journal``."""
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_PERSONAL_WORDS: Mapping[str, str] = {
    "reason": "Alasan",
    "note": "Catatan",
    "message": "Pesan",
    "text": "Isi",
    "resume": "Resume",
    "name": "Nama",
}
_WORDS: Mapping[str, Mapping[str, str]] = {
    "state": {one.value: one.label for one in State},
    "verdict": {one.value: one.label for one in Verdict},
    "outcome": {one.value: one.label for one in (*ClockOutcome, *OUTCOMES)},
    "role": {one.value: one.label for one in Role},
    "channel": {**wording.CHANNEL, **{one.value: one.label for one in NOTICE_CHANNELS}},
    "party": {one.value: one.label for one in PARTIES},
    "step": {row.step.value: row.title for row in TRANSITIONS},
    "track": {one.value: words for one, words in TRACKS.items()},
    "tracks": {one.value: words for one, words in TRACKS.items()},
    "authority": AUTHORITIES,
}
_DETAILS: Mapping[str, str] = {
    "kajian_awal_recorded": "Hasil: {state}.",
    "klarifikasi_held": "Hadir: {attended}.",
    "kajian_written": "Kesimpulan: {verdict}. Jalur: {tracks}.",
    "pleno_decided": "Putusan: {verdict}. Jalur: {tracks}.",
    "case_forwarded": "Kepada {authority}, jalur {track}.",
    "authority_decided": "Putusan: {outcome}. Nomor: {number}.",
    "reporter_notified": "Lewat {channel}.",
    "clock_stopped": "Hasil: {outcome}.",
    "clock_decided": "Hasil: {outcome}.",
    "step_refused": "Langkah: {step}.",
}
"""What the desk tells beyond the sentence of the entry's kind."""
WITNESS = "saksi"
FIRST = "laporan_received"
"""Its personal data is the report itself, which the page shows elsewhere."""


@dataclass(frozen=True, slots=True)
class JournalLine:
    """What ``parts/journal.html`` prints of one entry."""

    when_text: str
    actor: str
    title: str
    text: str
    law: str
    mark: str
    refused: bool


def journal_lines(
    entries: Sequence[Entry],
    personal: Mapping[int, Mapping[str, str]],
    *,
    law: Lawbook,
    zone: Zone,
    names_sealed: bool,
) -> tuple[JournalLine, ...]:
    """Newest last. Personal words that were shed are simply no longer there.

    ``names_sealed``: the reader may not open the seal, so no name of a witness is told either.
    """
    names = _names(entry.actor for entry in entries)
    return tuple(
        JournalLine(
            when_text=unbroken(long_instant(entry.at, zone)),
            actor=names[entry.actor],
            title=KINDS[entry.kind].title,
            text=_text(entry, personal.get(entry.position, {}), names_sealed=names_sealed),
            law=pasal_text(law, _texts(entry.body.get("pasal"))),
            mark=entry.hash[:MARK],
            refused=entry.kind == StepRefused.kind,
        )
        for entry in entries
    )


def _text(entry: Entry, personal: Mapping[str, str], *, names_sealed: bool) -> str:
    sentences = (KINDS[entry.kind].sentence, _DETAILS.get(entry.kind, ""))
    told = [" ".join(_Plain().vformat(one, (), entry.body) for one in sentences if one)]
    if entry.kind != FIRST:
        told.extend(
            f"{_PERSONAL_WORDS.get(name, name.capitalize())}: {value}"
            for name, value in personal.items()
            if value and not (name == "name" and _is_sealed(entry, names_sealed=names_sealed))
        )
    return "\n".join(told)


def _is_sealed(entry: Entry, *, names_sealed: bool) -> bool:
    """The reporter's name always; a witness's for who may not open the seal."""
    party = entry.body.get("party")
    return party == REPORTER or (names_sealed and party == WITNESS)


class _Plain(Formatter):
    """Fills a sentence from an entry's body; what is missing is a dash, never an error."""

    @override
    def get_value(self, key: int | str, args: Sequence[Any], kwargs: Mapping[str, Any]) -> str:
        return _word(str(key), kwargs.get(str(key)))


def _word(name: str, value: object) -> str:
    if value is None or value == "":
        return "–"
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return ", ".join(_word(name, one) for one in value) or "–"
    text = str(value)
    if name == "lawbook":
        return text[:MARK]
    if _DAY.fullmatch(text):
        return long_date(date.fromisoformat(text))
    return _WORDS.get(name, {}).get(text, text)


def _texts(value: object) -> tuple[str, ...]:
    return tuple(str(one) for one in value) if isinstance(value, list | tuple) else ()


def _names(actors: Iterable[str]) -> Mapping[str, str]:
    wanted = set(actors)
    ids = {actor: actor.partition(":")[2] for actor in wanted if ":" in actor}
    people = User.objects.in_bulk([int(pk) for pk in ids.values() if pk.isdecimal()])
    names = {SYSTEM_NAME: "sistem", "public": "pelapor"}
    for actor in wanted - names.keys():
        pk = ids.get(actor, "")
        user = people.get(int(pk)) if pk.isdecimal() else None
        names[actor] = user.name if user else actor
    return names
