"""``netra setup``: make this installation ready to run; harmless when it already is."""

from pathlib import Path

import click
import django
from django.conf import settings
from django.core.management import call_command


def prepare() -> None:
    """Secrets, tables and static files, in that order; keeps all data."""
    django.setup()
    environment = settings.ENVIRONMENT
    environment.var.mkdir(parents=True, exist_ok=True, mode=0o700)
    # Made now, while one process runs: the doors start at the same moment.
    for name in ("public", "desk"):
        environment.secret(name)
    call_command("migrate", interactive=False, verbosity=0)
    if environment.database.is_sqlite:
        _close_to_others(Path(environment.database.name))
    call_command("collectstatic", interactive=False, verbosity=0)


def _close_to_others(database: Path) -> None:
    """A file that was made with open rights, by a copy or an older netra, is closed again."""
    for path in database.parent.glob(f"{database.name}*"):
        if path.stat().st_mode & 0o077:
            path.chmod(0o600)


@click.command(name="setup")
@click.option("--demo", is_flag=True, help="Muat juga data contoh.")
def command(*, demo: bool) -> None:
    """Siapkan basis data, rahasia, dan berkas tampilan."""
    prepare()
    if demo:
        from netra.cli.demo import load

        load()
    click.echo("netra siap dijalankan.")
