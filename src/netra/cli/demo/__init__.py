"""``netra demo``: fictional offices, people and cases, and a clock that may be moved."""

from datetime import UTC, datetime

import click
import django

from netra.cli.demo.load import load, load_if_new, logins, password

__all__ = ["command", "load", "load_if_new", "logins", "password"]


class Instant(click.ParamType[datetime]):
    """An aware instant; a clock without its zone would be another instant elsewhere."""

    name = "waktu"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> datetime:
        if isinstance(value, datetime):
            return value
        try:
            moment = datetime.fromisoformat(str(value))
        except ValueError:
            moment = None
        if moment is None or moment.tzinfo is None:
            self.fail("tulis beserta zonanya, misalnya 2024-10-01T09:00+08:00", param, ctx)
        return moment


@click.group(name="demo")
def command() -> None:
    """Data contoh dan jamnya; semuanya rekaan."""


@command.command(name="load")
def load_command() -> None:
    """Isi basis data dengan data contoh; tidak apa-apa bila sudah pernah."""
    django.setup()
    if load():
        click.echo("Data contoh dimuat.")
    else:
        click.echo("Data contoh sudah ada; tidak ada yang berubah.")


@command.command(name="clock")
@click.argument("moment", metavar="WAKTU", type=Instant())
def clock_command(moment: datetime) -> None:
    """Pindahkan jam contoh ke WAKTU, misalnya 2024-10-01T09:00+08:00."""
    django.setup()
    from netra.apps.journal import services as journal
    from netra.apps.organisations.clock import now
    from netra.apps.organisations.services import NotADemonstration, move_clock

    real = datetime.now(UTC)
    try:
        move_clock(to=moment, now=now(), real=real, by="system", record=journal.append)
    except NotADemonstration as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"Jam contoh sekarang {moment.isoformat()}.")
