"""One append-only table of entries, the personal data beside it, and checkpoints over it."""

from typing import ClassVar

from django.db import models


class Entry(models.Model):
    """A link of a stream's chain. Triggers refuse change and deletion on every database."""

    stream = models.CharField(max_length=80)
    position = models.PositiveIntegerField()
    kind = models.CharField(max_length=40)
    at = models.DateTimeField()
    actor = models.CharField(max_length=40)
    body = models.JSONField()
    commitments = models.JSONField()
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["stream", "position"], name="entry_once")
        ]


class Personal(models.Model):
    """Personal data of one entry: ``{field: {"salt": …, "value": …}}``. May be shed, not changed."""

    entry = models.OneToOneField(
        Entry, on_delete=models.PROTECT, primary_key=True, related_name="personal"
    )
    values = models.JSONField()


class Checkpoint(models.Model):
    """All entries up to ``last_entry``, counted and hashed, under a key the database lacks."""

    last_entry = models.BigIntegerField()
    count = models.BigIntegerField(help_text="Entri sejak titik periksa sebelumnya")
    digest = models.CharField(max_length=64)
    seal = models.CharField(max_length=64, help_text="HMAC-SHA-256 dengan kunci instalasi")
    at = models.DateTimeField()
