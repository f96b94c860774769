"""What a person sees before sending: the answers, what the law asks for, what window remains."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django import forms

from netra.apps.organisations.selectors import (
    ContestCard,
    OfficeCard,
    contest_for,
    receiving_office,
)
from netra.domain.calendar import OutsideCalendar, long_date
from netra.domain.deadlines.clock import Clock, ClockUndetermined, compute_clock
from netra.domain.deadlines.desk import NO_CONTEST_DAYS, ContestDays
from netra.domain.intake.clocks import WINDOW
from netra.domain.intake.completeness import Checked, Standing, completeness
from netra.domain.intake.laporan import Laporan
from netra.domain.lawbook.book import Lawbook
from netra.domain.lawbook.procedures import UnknownClock
from netra.domain.lawbook.vocabulary import ContestKind
from netra.web.clock_drawing import ClockDrawing, closed_days, draw_clock
from netra.web.public.answers import Answer, DraftLaporan
from netra.web.public.questions import Question, choice_labels
from netra.web.public.steps import asked


@dataclass(frozen=True, slots=True)
class Row:
    """One answer as the review shows it; ``step`` is where to change it."""

    question: str
    answer: str
    step: str


@dataclass(frozen=True, slots=True)
class Section:
    """The answers of one part of the wizard."""

    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Outlook:
    """What will happen to this laporan when it is sent now."""

    office: OfficeCard | None
    contest: ContestCard | None
    checked: tuple[Checked, ...]
    clock: ClockDrawing | None
    clock_note: str

    @property
    def missing(self) -> tuple[Checked, ...]:
        return tuple(one for one in self.checked if one.standing is Standing.MISSING)

    @property
    def there(self) -> tuple[Checked, ...]:
        return tuple(one for one in self.checked if one.standing is Standing.THERE)

    @property
    def officer_checks(self) -> tuple[Checked, ...]:
        return tuple(one for one in self.checked if one.standing is Standing.OFFICER_CHECKS)


def outlook(laporan: Laporan, law: Lawbook, now: datetime) -> Outlook:
    """Look ahead, by the law of the day, for the office that will receive it."""
    office = receiving_office(laporan.region_code)
    if office is None:
        return Outlook(None, None, (), None, "")
    today = now.astimezone(office.zone.tzinfo).date()
    contest = contest_for(laporan.region_code, laporan.act_date or today)
    kind = ContestKind(contest.kind) if contest else ContestKind.NONE
    window, note = _window(laporan.known_date, law, office, contest, kind)
    drawing = None
    if window is not None:
        closed = closed_days(law.calendar, window.start, max(window.due, window.start))
        drawing = draw_clock(window, today=today, closed=closed, zone=office.zone)
    checked = completeness(laporan, law, kind, window=window, now=now)
    return Outlook(office, contest, checked, drawing, note)


def _window(
    known: date | None,
    law: Lawbook,
    office: OfficeCard,
    contest: ContestCard | None,
    kind: ContestKind,
) -> tuple[Clock | None, str]:
    if contest is None:
        return None, (
            "Pada tanggal itu tidak ada tahapan pemilihan yang kami ketahui di wilayah ini. Batas "
            "waktu melapor ke Bawaslu tidak berjalan; pelanggaran disiplin tetap dapat diproses."
        )
    if known is None:
        return None, (
            "Batas waktu melapor dihitung sejak Anda mengetahui kejadiannya. Tanpa tanggal itu "
            "kami tidak dapat menghitungnya."
        )
    days = ContestDays(contest.campaign_to, contest.voting_on) if contest else NO_CONTEST_DAYS
    try:
        return compute_clock(law, WINDOW, kind, known, zone=office.zone, contest_days=days), ""
    except (UnknownClock, ClockUndetermined, OutsideCalendar) as error:
        return None, str(error)


def sections(draft: DraftLaporan, forms_of: Mapping[str, Question]) -> list[Section]:
    """All answers, part by part; a page without any says so in one row."""
    rows: dict[str, list[Row]] = {}
    for step in asked(draft):
        form = forms_of[step.name]
        rows.setdefault(step.group, []).extend(_rows(step.name, form, draft))
    return [Section(title, tuple(found)) for title, found in rows.items()]


def _rows(step: str, form: Question, draft: DraftLaporan) -> list[Row]:
    rows = [
        Row(str(field.label), shown, step)
        for name, field in form.fields.items()
        if (shown := _shown(field, draft.answers.get(name)))
    ]
    title = form.title or str(next(iter(form.fields.values())).label)
    return rows or [Row(title, "Tidak diisi", step)]


def _shown(field: forms.Field, answer: Answer) -> str:
    labels = choice_labels(field)
    match answer:
        case bool():
            return "Ya" if answer else ""
        case str():
            return labels.get(answer, answer)
        case list():
            return "\n".join(labels.get(one, one) for one in answer)
        case {"day": str(day), "month": str(month), "year": str(year)} if day and month and year:
            return _day(day, month, year)
        case _:
            return ""


def _day(day: str, month: str, year: str) -> str:
    try:
        return long_date(date(int(year), int(month), int(day)))
    except ValueError:
        return f"{day} {month} {year}"
