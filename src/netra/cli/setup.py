"""``netra setup``: make this installation ready to run; harmless when it already is."""

import click
import django
from django.conf import settings
from django.core.management import call_command


def prepare() -> None:
    """Secrets, tables and static files, in that order; keeps all data."""
    django.setup()
    environment = settings.ENVIRONMENT
    environment.var.mkdir(parents=True, exist_ok=True)
    # Made now, while one process runs: the doors start at the same moment.
    for name in ("public", "desk"):
        environment.secret(name)
    call_command("migrate", interactive=False, verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)


@click.command(name="setup")
@click.option("--demo", is_flag=True, help="Muat juga data contoh.")
def command(*, demo: bool) -> None:
    """Siapkan basis data, rahasia, dan berkas tampilan."""
    prepare()
    if demo:
        from netra.cli.demo import load

        load()
    click.echo("netra siap dijalankan.")
