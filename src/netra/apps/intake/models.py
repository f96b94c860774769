"""What came in: one row per submission, the sealed person behind it, what the receipt may show."""

import uuid

from django.db import models

from netra.apps.organisations.models import Contest, Office


class Channel(models.TextChoices):
    """The way a laporan came."""

    WEB = "web", "pintu umum"
    API = "api", "API"
    IMPORT = "import", "impor berkas"
    COUNTER = "counter", "meja penerima"


class Submission(models.Model):
    """A laporan as it came in; its id becomes the id of the case."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="submissions")
    contest = models.ForeignKey(Contest, on_delete=models.PROTECT, null=True, blank=True)
    channel = models.CharField(max_length=8, choices=Channel)
    anonymous = models.BooleanField()
    key_hash = models.CharField(max_length=64, unique=True)
    receipt_hash = models.CharField(max_length=64, unique=True)
    content_hash = models.CharField(
        max_length=64, help_text="Berkunci: memberi tahu bahwa formulir yang dikirim ulang berubah"
    )
    received_at = models.DateTimeField()
    opened_at = models.DateTimeField(
        null=True, blank=True, help_text="Saat perkara dibuka; kosong: belum"
    )

    class Meta:
        indexes = (
            # The sweep asks for what is not opened yet; nearly every row is opened.
            models.Index(
                fields=["received_at"],
                condition=models.Q(opened_at__isnull=True),
                name="submission_unopened",
            ),
        )


class ReporterIdentity(models.Model):
    """The reporter, and witnesses' contacts, sealed to the office: this program cannot open it."""

    submission = models.OneToOneField(
        Submission, on_delete=models.PROTECT, primary_key=True, related_name="identity"
    )
    sealed = models.BinaryField()
    recipient = models.CharField(max_length=80)


class StatusRow(models.Model):
    """All that a receipt may show; written by intake first and by the case from then on."""

    submission = models.OneToOneField(
        Submission, on_delete=models.PROTECT, primary_key=True, related_name="status"
    )
    state = models.CharField(max_length=40)
    title = models.CharField(max_length=200)
    text = models.TextField()
    clocks = models.JSONField(default=list, help_text="Tenggat yang berjalan")
    history = models.JSONField(default=list, help_text="Yang sudah terjadi: at, title, text")
    updated_at = models.DateTimeField()
