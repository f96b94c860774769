"""The count told day by day, so that anybody can check it with a calendar and a pencil."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta

from netra.domain.calendar import WorkCalendar, long_date
from netra.domain.deadlines.counting import unit
from netra.domain.lawbook.procedures import ClockRule, Counting
from netra.domain.lawbook.text import STATUS_TEXT
from netra.domain.lawbook.values import Status

_ONE_DAY = timedelta(days=1)


def explain(
    rule: ClockRule, work: WorkCalendar, start: date, warn_on: date, due: date
) -> tuple[str, ...]:
    """Every line of the count from ``start`` to ``due``, then what is open about it."""
    told = _BY_COUNTING[rule.counting](rule, work, start, warn_on, due)
    return (*told, *_open_questions(rule, work, start, due))


def _days(start: date, due: date) -> Iterator[date]:
    for offset in range((due - start).days + 1):
        yield start + timedelta(days=offset)


def _ordinals(with_first: int, without_first: int, name: str) -> str:
    if without_first == 0:
        return f"{name} ke-{with_first} bila hari pertama dihitung"
    if with_first == without_first:
        return f"{name} ke-{with_first}"
    return f"{name} ke-{with_first} bila hari pertama dihitung, ke-{without_first} bila tidak"


def _marks(day: date, warn_on: date, due: date) -> str:
    marks = ""
    if day == warn_on:
        marks += "; batas aman"
    if day == due:
        marks += "; batas akhir"
    return marks


def _calendar_days(
    rule: ClockRule, work: WorkCalendar, start: date, warn_on: date, due: date
) -> list[str]:
    lines = []
    for day in _days(start, due):
        number = (day - start).days
        opening = f"hari {rule.starts_from}, " if day == start else ""
        off = work.why_not_working(day)
        though = f" (tetap dihitung walau {off})" if off else ""
        counted = _ordinals(number + 1, number, "hari")
        lines.append(f"{long_date(day)}: {opening}{counted}{though}{_marks(day, warn_on, due)}.")
    return lines


def _working_days(
    rule: ClockRule, work: WorkCalendar, start: date, warn_on: date, due: date
) -> list[str]:
    lines, with_first, without_first = [], 0, 0
    for day in _days(start, due):
        opening = f"hari {rule.starts_from}, " if day == start else ""
        off = work.why_not_working(day)
        if off:
            lines.append(f"{long_date(day)}: {opening}dilewati, {off}.")
            continue
        with_first += 1
        without_first += day != start
        counted = _ordinals(with_first, without_first, "hari kerja")
        lines.append(f"{long_date(day)}: {opening}{counted}{_marks(day, warn_on, due)}.")
    return lines


def _plain_days(
    rule: ClockRule, work: WorkCalendar, start: date, warn_on: date, due: date
) -> list[str]:
    lines, worked = [], 0
    for day in _days(start, due):
        opening = f"hari {rule.starts_from}, " if day == start else ""
        off = work.why_not_working(day)
        if off:
            as_work = f"bukan hari kerja ({off})"
        else:
            worked += day != start
            as_work = f"hari kerja ke-{worked}" if worked else "hari kerja, belum dihitung"
        lines.append(
            f"{long_date(day)}: {opening}hari kalender ke-{(day - start).days + 1} "
            f"bila hari pertama dihitung; {as_work}{_marks(day, warn_on, due)}."
        )
    return lines


def _hours(
    rule: ClockRule, _work: WorkCalendar, start: date, warn_on: date, due: date
) -> list[str]:
    return [
        f"{long_date(start)}: hari {rule.starts_from}.",
        f"{rule.number} jam berjalan terus, siang dan malam, juga pada hari libur.",
        f"{long_date(warn_on)}: batas aman, bila dihitung dari awal hari mulai."
        if warn_on != due
        else f"Jamnya dihitung dari waktu mulai pada {long_date(start)}.",
        f"{long_date(due)}: jam terakhir jatuh pada hari ini; batas akhir.",
    ]


def _days_or_hours(
    rule: ClockRule, _work: WorkCalendar, start: date, warn_on: date, due: date
) -> list[str]:
    return [
        f"{long_date(start)}: hari {rule.starts_from}.",
        f"{rule.number} hari, disebut juga {rule.number}x24 jam; hari libur ikut dihitung.",
        f"{long_date(warn_on)}: batas aman, bila dihitung dengan hari dan hari pertama dihitung.",
        f"{long_date(due)}: jam terakhir jatuh pada hari ini; batas akhir.",
    ]


def _months(
    rule: ClockRule, _work: WorkCalendar, start: date, warn_on: date, due: date
) -> list[str]:
    return [
        f"{long_date(start)}: hari {rule.starts_from}.",
        f"Ditambah {rule.number} bulan menurut tanggal, bukan menurut jumlah hari.",
        f"{long_date(warn_on)}: batas aman, bila hari pertama dihitung.",
        f"{long_date(due)}: batas akhir.",
    ]


def _months_back(
    rule: ClockRule, _work: WorkCalendar, start: date, _warn_on: date, due: date
) -> list[str]:
    return [
        f"{long_date(start)}: hari {rule.starts_from}.",
        f"Mundur {rule.number} bulan menurut tanggal, bukan menurut jumlah hari.",
        f"{long_date(due + _ONE_DAY)}: hari pertama masa larangan; hari itu sendiri sudah termasuk.",
        f"{long_date(due)}: hari terakhir yang masih bebas.",
    ]


def _days_back(
    rule: ClockRule, _work: WorkCalendar, start: date, warn_on: date, due: date
) -> list[str]:
    return [
        f"{long_date(start)}: hari {rule.starts_from}.",
        f"Mundur {rule.number} hari kalender.",
        f"{long_date(warn_on)}: batas aman, bila hari {rule.starts_from} tidak dihitung.",
        f"{long_date(due)}: batas akhir, bila hari {rule.starts_from} ikut dihitung.",
    ]


_BY_COUNTING: Mapping[
    Counting, Callable[[ClockRule, WorkCalendar, date, date, date], list[str]]
] = {
    Counting.HARI_KALENDER: _calendar_days,
    Counting.HARI_KERJA: _working_days,
    Counting.HARI: _plain_days,
    Counting.JAM: _hours,
    Counting.HARI_ATAU_JAM: _days_or_hours,
    Counting.BULAN_KALENDER: _months,
    Counting.BULAN_KALENDER_MUNDUR: _months_back,
    Counting.HARI_KALENDER_MUNDUR: _days_back,
}

_HAS_FIRST_DAY_QUESTION = frozenset(
    {Counting.HARI_KALENDER, Counting.HARI_KERJA, Counting.HARI, Counting.BULAN_KALENDER}
)
_COUNTS_WORKING_DAYS = frozenset({Counting.HARI_KERJA, Counting.HARI})


def _open_questions(rule: ClockRule, work: WorkCalendar, start: date, due: date) -> Iterator[str]:
    if rule.counting in _HAS_FIRST_DAY_QUESTION:
        yield (
            "Belum pasti apakah hari pertama dihitung: sampai batas aman masih tepat waktu, "
            "sesudah batas akhir terlambat, di antaranya petugas memutuskan dan menulis alasannya."
        )
    if rule.counting is Counting.HARI:
        yield (
            f"Aturannya hanya menulis “{rule.number} {unit(rule.counting)}”, tanpa kata kalender "
            "atau kerja: batas aman memakai hari kalender, batas akhir memakai hari kerja."
        )
    elif rule.counting is not Counting.HARI_KERJA and work.why_not_working(due):
        yield (
            f"Batas akhir jatuh pada {work.why_not_working(due)}. Tidak terbaca aturan yang "
            "memperpanjangnya, jadi tidak diperpanjang."
        )
    if rule.counting in _COUNTS_WORKING_DAYS:
        if rule.joint_leave_open and any(day in work.joint_leave for day in _days(start, due)):
            yield (
                "Cuti bersama di sini tidak dihitung sebagai hari kerja; apakah memang demikian "
                "untuk tenggat ini, belum pasti."
            )
        if any(work.is_provisional(day) for day in _days(start, due)):
            yield (
                "Hari libur dan cuti bersama pada masa ini belum ditetapkan; tanggalnya dapat "
                "bergeser."
            )
    if rule.status is not Status.VERIFIED_SECONDARY:
        note = f" {rule.source.note}" if rule.source.note else ""
        yield f"Status aturan: {STATUS_TEXT[rule.status]}.{note}"
