"""Procedures: what a laporan must hold, and which clocks run in which contest, as dated rows."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from netra.domain.calendar import Zone
from netra.domain.lawbook.reading import Reading, no_two_hold_at_once
from netra.domain.lawbook.values import Citation, Period, Source, Status
from netra.domain.lawbook.vocabulary import ContestKind


class Counting(StrEnum):
    """The closed set of counting rules that a clock may name."""

    HARI_KALENDER = "hari_kalender"
    """Every day counts."""
    HARI_KERJA = "hari_kerja"
    """Only working days count."""
    HARI = "hari"
    """The law says only "hari": warn by calendar days, late only after as many working days."""
    JAM = "jam"
    """Hours from an instant; no question of a first day."""
    HARI_ATAU_JAM = "hari_atau_jam"
    """Days that practice also calls so many times 24 hours; both readings are kept."""
    BULAN_KALENDER = "bulan_kalender"
    """Months by date, never thirty days each."""
    BULAN_KALENDER_MUNDUR = "bulan_kalender_mundur"
    """Months back from an event; ``due`` is the last day before the period begins."""
    HARI_KALENDER_MUNDUR = "hari_kalender_mundur"
    """Days back from an event by which something must be done."""


@dataclass(frozen=True, slots=True)
class WorkedExample:
    """One hand-made computation; ``netra lawbook check`` and the tests repeat it."""

    start: date | datetime
    warn_on: date
    due: date
    contest: ContestKind
    zone: Zone | None
    reachable_until: datetime | None
    note: str


@dataclass(frozen=True, slots=True, eq=False)
class ClockRule:
    """One deadline during one period of law; ``number`` is ``None`` where none is known.

    Compared by identity: it is a key of the cache of computed clocks.
    """

    code: str
    contests: tuple[ContestKind, ...]
    title: str
    number: int | None
    counting: Counting
    starts_from: str
    ends_with: str
    dasar_hukum: tuple[Citation, ...]
    period: Period
    may_lapse: bool
    consequence: str
    needs_desk: bool
    """Whether somebody must reach the receiving desk, so that its hours matter."""
    joint_leave_open: bool
    """Whether it is unsettled that joint leave interrupts the count; the working says so."""
    source: Source
    examples: tuple[WorkedExample, ...]

    @property
    def status(self) -> Status:
        return self.source.status

    @property
    def lapses(self) -> bool:
        """Only a verified or at least computing value may end anybody's right."""
        return self.may_lapse and self.status is not Status.UNVERIFIED


@dataclass(frozen=True, slots=True)
class DeskHours:
    """When the receiving desk is open during one period; local time of the office."""

    period: Period
    by_weekday: Mapping[int, tuple[time, time]]
    """Monday is 0; a weekday that is absent is closed."""
    voting_day: tuple[time, time] | None
    round_the_clock_in_quiet_days: bool
    """Masa tenang and voting day: open day and night."""
    dasar_hukum: tuple[Citation, ...]
    source: Source


@dataclass(frozen=True, slots=True)
class Requirement:
    """One thing the kajian awal looks for, or one way it can end."""

    code: str
    text: str
    dasar_hukum: tuple[Citation, ...]
    source: Source


@dataclass(frozen=True, slots=True)
class Procedure:
    """How one kind of contest handles a laporan."""

    contest: ContestKind
    title: str
    formal: tuple[Requirement, ...]
    materiel: tuple[Requirement, ...]
    reporters: tuple[Requirement, ...]
    outcomes: tuple[Requirement, ...]
    rules: tuple[Requirement, ...]
    desk: tuple[DeskHours, ...]

    def desk_on(self, day: date) -> DeskHours | None:
        return next((row for row in self.desk if row.period.contains(day)), None)


class UnknownClock(LookupError):
    """No clock of this code runs in this contest on this day."""


def clock_rule(
    clocks: Mapping[str, tuple[ClockRule, ...]], code: str, contest: ContestKind, on: date
) -> ClockRule:
    """The row that holds on the day of the step; ``UnknownClock`` says in words what is missing."""
    rows = clocks.get(code)
    if not rows:
        raise UnknownClock(f"Tenggat {code!r} tidak ada dalam lawbook.")
    of_contest = [row for row in rows if contest in row.contests]
    if not of_contest:
        known = ", ".join(sorted({kind for row in rows for kind in row.contests}))
        raise UnknownClock(
            f"Tenggat {code!r} tidak berlaku untuk {contest}; yang dikenal: {known}."
        )
    for row in of_contest:
        if row.period.contains(on):
            return row
    raise UnknownClock(f"Tenggat {code!r} untuk {contest} tidak dikenal pada {on.isoformat()}.")


def parse_procedures(
    documents: Mapping[str, object], problems: list[str]
) -> tuple[Mapping[str, Procedure], Mapping[str, tuple[ClockRule, ...]]]:
    """Read the files under ``procedures/``: procedures by contest, clocks by code."""
    procedures: dict[str, Procedure] = {}
    rules: list[tuple[ClockRule, str]] = []
    for path, content in documents.items():
        document = Reading(content, path, problems)
        if document.has("procedure"):
            procedure = _procedure(document.child("procedure"))
            if procedure.contest in procedures:
                document.fault(f"tata cara {procedure.contest} sudah ada", "procedure")
            procedures[procedure.contest] = procedure
        for row in document.children("clocks"):
            rules.extend((rule, row.place) for rule in _clock_rules(row))
        document.close()
    no_two_hold_at_once(
        (
            (f"{rule.code}/{contest}", rule.period, place)
            for rule, place in rules
            for contest in rule.contests
        ),
        problems,
    )
    clocks: dict[str, list[ClockRule]] = {}
    for rule, _place in rules:
        clocks.setdefault(rule.code, []).append(rule)
    return procedures, {code: tuple(rows) for code, rows in clocks.items()}


def _clock_rules(row: Reading) -> list[ClockRule]:
    """One clock: what never changes once, and under ``versions`` what the law changed by date."""
    code, title = row.text("code"), row.text("title")
    contests = row.choices("contests", ContestKind)
    if not contests:
        row.fault("harus menyebut jenis pemilihan", "contests")
    starts_from, ends_with = row.text("starts_from"), row.text("ends_with")
    needs_desk = row.flag("needs_desk", default=False)
    joint_leave_open = row.flag("joint_leave_open", default=False)
    rules = []
    for version in row.children("versions", named_by="valid_from"):
        if not version.mentions("number"):
            version.fault("harus ditulis; null bila belum diketahui", "number")
        rule = ClockRule(
            code=code,
            contests=contests,
            title=title,
            number=version.maybe_number("number"),
            counting=version.choice("counting", Counting),
            starts_from=starts_from,
            ends_with=ends_with,
            dasar_hukum=version.citations(),
            period=version.period(),
            may_lapse=version.flag("lapses", default=False),
            consequence=version.text("consequence"),
            needs_desk=needs_desk,
            joint_leave_open=joint_leave_open,
            source=version.source(),
            examples=tuple(
                _example(one, contests) for one in version.children("examples", named_by="start")
            ),
        )
        _require_honesty(version, rule)
        version.close()
        rules.append(rule)
    if not rules:
        row.fault("harus punya sedikitnya satu versi", "versions")
    row.close()
    return rules


def _require_honesty(version: Reading, rule: ClockRule) -> None:
    if rule.number is None:
        if rule.status is not Status.UNVERIFIED:
            version.fault("tanpa angka, statusnya harus unverified", "number")
        if rule.examples:
            version.fault("tanpa angka tidak ada contoh hitungan", "examples")
    elif not rule.examples:
        version.fault("harus punya sedikitnya satu contoh hitungan", "examples")
    if not rule.dasar_hukum:
        version.fault("harus menyebut dasar hukum", "dasar_hukum")
    if rule.may_lapse and rule.status is Status.UNVERIFIED:
        version.fault("tenggat unverified tidak boleh menggugurkan", "lapses")


def _example(row: Reading, contests: tuple[ContestKind, ...]) -> WorkedExample:
    contest = row.choice("contest", ContestKind) if row.has("contest") else None
    zone = row.choice("zone", Zone) if row.has("zone") else None
    example = WorkedExample(
        start=_moment(row, "start") or row.day("start"),
        warn_on=row.day("warn_on"),
        due=row.day("due"),
        contest=contest or (contests[0] if contests else ContestKind.NONE),
        zone=zone,
        reachable_until=_moment(row, "reachable_until"),
        note=row.maybe_text("note") or "",
    )
    row.close()
    return example


def _moment(row: Reading, key: str) -> datetime | None:
    """An aware instant written as text, for the reader's eye keeps the office's own offset."""
    value = row.raw(key)
    if not isinstance(value, str):
        return None
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        row.fault("harus seperti '2024-09-24T10:00:00+08:00'", key)
        return None
    if moment.tzinfo is None:
        row.fault("harus menyebut zona, misalnya +08:00", key)
        return None
    return moment


def _procedure(row: Reading) -> Procedure:
    procedure = Procedure(
        contest=row.choice("contest", ContestKind),
        title=row.text("title"),
        formal=_requirements(row, "formal"),
        materiel=_requirements(row, "materiel"),
        reporters=_requirements(row, "reporters"),
        outcomes=_requirements(row, "outcomes"),
        rules=_requirements(row, "rules"),
        desk=tuple(_desk(one) for one in row.children("desk", named_by="valid_from")),
    )
    problems: list[str] = []
    no_two_hold_at_once(
        (("jam meja penerima", hours.period, row.place) for hours in procedure.desk), problems
    )
    for problem in problems:
        row.fault(problem.removeprefix(f"{row.place}: "), "desk")
    row.close()
    return procedure


def _requirements(row: Reading, key: str) -> tuple[Requirement, ...]:
    found = []
    for one in row.children(key):
        found.append(Requirement(one.text("code"), one.text("text"), one.citations(), one.source()))
        one.close()
    return tuple(found)


_DAYS = ("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu")


def _desk(row: Reading) -> DeskHours:
    hours = row.child("hours")
    by_weekday = {
        index: span for index, name in enumerate(_DAYS) if (span := _span(hours, name)) is not None
    }
    hours.close()
    desk = DeskHours(
        period=row.period(),
        by_weekday=by_weekday,
        voting_day=_span(row, "voting_day"),
        round_the_clock_in_quiet_days=row.flag("round_the_clock_in_quiet_days", default=False),
        dasar_hukum=row.citations(),
        source=row.source(),
    )
    row.close()
    return desk


def _span(row: Reading, key: str) -> tuple[time, time] | None:
    """``"08.00-16.30"``, as a door plate says it."""
    text = row.maybe_text(key)
    if not text:
        return None
    try:
        opens, closes = (time.fromisoformat(one.replace(".", ":")) for one in text.split("-"))
    except ValueError:
        row.fault(f"jam harus seperti '08.00-16.30', bukan {text!r}", key)
        return None
    if opens >= closes:
        row.fault(f"tutup sebelum buka: {text!r}", key)
        return None
    return opens, closes
