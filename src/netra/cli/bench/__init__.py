"""``netra bench``: speed and memory, measured on the real parts; each module adds one bench."""

import click

from netra.cli.main import Areas


@click.group(cls=Areas, package="netra.cli.bench")
def command() -> None:
    """Ukur kecepatan dan memori bagian yang sebenarnya."""
