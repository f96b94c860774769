"""``netra clock``: when a deadline of the law ends, and how that comes about."""

import json
from dataclasses import dataclass
from datetime import date, datetime

import click

from netra.cli.lawbook import loaded
from netra.domain.calendar import OutsideCalendar, Zone, long_date, long_instant
from netra.domain.deadlines.clock import (
    Clock,
    ClockState,
    ClockUndetermined,
    Timeliness,
    compute_clock,
)
from netra.domain.deadlines.desk import ContestDays
from netra.domain.lawbook.book import Lawbook
from netra.domain.lawbook.procedures import UnknownClock
from netra.domain.lawbook.text import STATUS_TEXT
from netra.domain.lawbook.vocabulary import ContestKind

_DAY = click.DateTime(["%Y-%m-%d"])

_STATE_TEXT = {
    ClockState.RUNNING: "berjalan",
    ClockState.WARNING: "hari terakhir yang aman",
    ClockState.PERSON_DECIDES: "di antara kedua cara menghitung; petugas memutuskan",
    ClockState.OVERDUE: "lewat",
}
_TIMELINESS_TEXT = {
    Timeliness.IN_TIME: "tepat waktu",
    Timeliness.PERSON_DECIDES: "petugas memutuskan",
    Timeliness.LATE: "terlambat",
}


class Moment(click.ParamType[date | datetime]):
    """A date, or an instant with or without its zone."""

    name = "waktu"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> date | datetime:
        """Read ISO 8601; anything else is refused with an example."""
        text = str(value)
        try:
            return date.fromisoformat(text)
        except ValueError:
            pass
        try:
            return datetime.fromisoformat(text)
        except ValueError:
            self.fail("tulis seperti 2024-09-24 atau 2024-09-24T10:00+08:00", param, ctx)


@dataclass(frozen=True, slots=True)
class _Asked:
    on: date | None
    reported_at: date | datetime | None
    zone: Zone | None


@click.command()
@click.argument("code")
@click.option("--start", "--from", "start", type=Moment(), required=True, help="Kapan mulai.")
@click.option(
    "--contest",
    "--kind",
    type=click.Choice([kind.value for kind in ContestKind]),
    default=ContestKind.NONE.value,
    show_default=True,
    help="Jenis pemilihan.",
)
@click.option("--on", type=_DAY, help="Sebut juga keadaannya pada tanggal ini.")
@click.option("--law-on", type=_DAY, help="Versi aturan pada tanggal ini (bawaan: hari mulai).")
@click.option("--reported-at", type=Moment(), help="Nilai apakah langkah pada waktu ini tepat.")
@click.option("--zone", type=click.Choice([zone.value for zone in Zone]), help="Zona kantor.")
@click.option("--region", help="Kode wilayah Kemendagri kantor penerima, pengganti --zone.")
@click.option("--campaign-to", type=_DAY, help="Hari kampanye terakhir, untuk masa tenang.")
@click.option("--voting-on", type=_DAY, help="Hari pemungutan suara.")
@click.option("--json", "as_json", is_flag=True, help="Keluaran JSON.")
def command(
    *,
    code: str,
    start: date | datetime,
    contest: str,
    on: datetime | None,
    law_on: datetime | None,
    reported_at: date | datetime | None,
    zone: str | None,
    region: str | None,
    campaign_to: datetime | None,
    voting_on: datetime | None,
    as_json: bool,
) -> None:
    """Hitung satu tenggat, dengan kedua cara menghitung hari pertama."""
    law = loaded()
    office_zone = _zone(law, zone, region)
    days = ContestDays(_as_day(campaign_to), _as_day(voting_on))
    try:
        clock = compute_clock(
            law,
            code,
            contest,
            _in_zone(start, office_zone),
            on=_as_day(law_on),
            zone=office_zone,
            contest_days=days,
        )
    except (UnknownClock, ClockUndetermined, OutsideCalendar, ValueError) as error:
        raise click.ClickException(str(error)) from error
    moment = _in_zone(reported_at, office_zone) if reported_at is not None else None
    asked = _Asked(_as_day(on), moment, office_zone)
    if as_json:
        click.echo(json.dumps(_json(clock, asked), ensure_ascii=False, indent=2))
    else:
        _print(clock, asked)


def _as_day(moment: datetime | None) -> date | None:
    return moment.date() if moment else None


def _zone(law: Lawbook, zone: str | None, region: str | None) -> Zone | None:
    if zone:
        return Zone(zone)
    if not region:
        return None
    try:
        return law.zone_of_region(region)
    except KeyError as error:
        raise click.ClickException(f"Wilayah {region!r} tidak dikenal.") from error


def _in_zone(moment: date | datetime, zone: Zone | None) -> date | datetime:
    """An instant without zone is read as the clock on the office's wall."""
    if not isinstance(moment, datetime) or moment.tzinfo is not None:
        return moment
    if zone is None:
        raise click.ClickException("Waktu tanpa zona: tambahkan +07:00, --zone, atau --region.")
    return moment.replace(tzinfo=zone.tzinfo)


def _json(clock: Clock, asked: _Asked) -> dict[str, object]:
    answer = clock.as_json()
    if asked.on is not None:
        answer["on"] = asked.on.isoformat()
        answer["state"] = clock.state_on(asked.on).value
    if asked.reported_at is not None:
        judged = clock.judge(asked.reported_at)
        answer["reported_at"] = asked.reported_at.isoformat()
        answer["timeliness"] = judged.timeliness.value
        answer["reason"] = judged.reason
    return answer


def _print(clock: Clock, asked: _Asked) -> None:
    click.echo(f"{clock.title} ({clock.code})")
    click.echo(f"Batas aman   {long_date(clock.warn_on)}")
    click.echo(f"Batas akhir  {long_date(clock.due)}")
    if clock.due_at is not None and asked.zone is not None:
        click.echo(f"Tepatnya     {long_instant(clock.due_at, asked.zone)}")
    if clock.reachable_until is not None and asked.zone is not None:
        click.echo(f"Meja buka    sampai {long_instant(clock.reachable_until, asked.zone)}")
    click.echo(f"Status       {STATUS_TEXT[clock.status]}")
    click.echo(f"Dasar hukum  {'; '.join(clock.dasar_hukum)}")
    click.echo(f"Bila lewat   {clock.consequence}")
    if asked.on is not None:
        click.echo(f"Pada {long_date(asked.on)}: {_STATE_TEXT[clock.state_on(asked.on)]}")
    if asked.reported_at is not None:
        judged = clock.judge(asked.reported_at)
        click.echo(f"Langkah itu: {_TIMELINESS_TEXT[judged.timeliness]}. {judged.reason}")
    click.echo("")
    for line in clock.working:
        click.echo(line)
