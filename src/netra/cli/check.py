"""``netra check``: read everything back and say what does not fit."""

import sys

import click
import django
from django.conf import settings

from netra.adapters.checkpoint_copies import kept


@click.group()
def command() -> None:
    """Periksa jurnal dan barisnya; keluar dengan kode 1 bila ada yang tidak cocok."""
    django.setup()


@command.command()
def journal() -> None:
    """Setiap entri jurnal: rantai, komitmen data pribadi, titik periksa dan salinannya."""
    from netra.apps.journal.services import verify

    found = verify(kept(settings.ENVIRONMENT.checkpoint_copies))
    for fault in found.faults:
        click.echo(fault)
    click.echo(
        f"{found.entries} entri dalam {found.streams} alur, "
        f"{found.checkpoints} titik periksa, {len(found.faults)} kejanggalan."
    )
    sys.exit(1 if found.faults else 0)


@command.command()
def replay() -> None:
    """Lipat jurnal dan bandingkan dengan setiap baris perkara dan urutan nomor."""
    from netra.apps.cases.replay import replay as fold_all

    found = fold_all()
    for difference in found.differences:
        click.echo(str(difference))
    click.echo(
        f"{found.cases} perkara dan {found.numbers} nomor dilipat dari jurnal, "
        f"{len(found.differences)} perbedaan."
    )
    sys.exit(1 if found.differences else 0)
