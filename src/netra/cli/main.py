"""``netra``: one command for every area; each module of this package adds its own."""

import os
import pkgutil
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import click
from django.core.exceptions import ImproperlyConfigured
from django.db.utils import DatabaseError, InterfaceError, OperationalError
from typing_extensions import override

import netra


def discover(package: str) -> dict[str, str]:
    """The modules of a package that hold a command, by the name a person types.

    A trailing underscore only keeps a module name from being a word of Python (``import_``).
    """
    folder = import_module(package).__path__
    return {
        info.name.rstrip("_").replace("_", "-"): f"{package}.{info.name}"
        for info in pkgutil.iter_modules(folder)
        if info.name != "main"
    }


class Areas(click.Group):
    """Commands found by discovery and imported only when asked for: the start stays quick."""

    def __init__(self, package: str, **attributes: Any) -> None:
        super().__init__(**attributes)
        self._package = package

    @override
    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(discover(self._package))

    @override
    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        module = discover(self._package).get(cmd_name)
        if module is None:
            return None
        command: click.Command = import_module(module).command
        return command


@click.group(cls=Areas, package="netra.cli")
@click.version_option(netra.__version__, prog_name="netra")
def command() -> None:
    """netra: pengawasan netralitas ASN."""


def main() -> None:
    """The console script."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "netra.config.settings.worker")
    sys.path.insert(0, str(Path.cwd()))
    # Stories lie in the database's file: whatever netra makes is its owner's alone.
    os.umask(0o077)
    try:
        command(prog_name="netra")
    except ImproperlyConfigured as error:
        click.echo(str(error), err=True)
        sys.exit(1)
    except (DatabaseError, InterfaceError) as error:
        click.echo(_database_trouble(error), err=True)
        sys.exit(1)


def _database_trouble(error: Exception) -> str:
    """In words, and without a row: only the driver's word about reaching the database is told."""
    told = str(error).strip() if isinstance(error, OperationalError) else type(error).__name__
    return (
        f"Basis data tidak dapat dipakai: {told}\n"
        "Periksa DATABASE_URL, apakah basis datanya berjalan dan apakah disknya penuh."
    )
