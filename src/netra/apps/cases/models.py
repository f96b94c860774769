"""The working truth of cases. Every row can be rebuilt from the journal (``netra check replay``)."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from netra.apps.organisations.models import Contest, Office


class Case(models.Model):
    """One case; ``id`` is that of its submission. ``snapshot`` holds the domain's whole value."""

    id = models.UUIDField(primary_key=True)
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="cases")
    contest = models.ForeignKey(
        Contest, on_delete=models.PROTECT, null=True, blank=True, related_name="cases"
    )
    version = models.PositiveIntegerField(help_text="Letak entri jurnal yang terakhir")
    state = models.CharField(max_length=24)
    kind = models.CharField(max_length=16)
    title = models.CharField(max_length=80, help_text="Nomor yang dikenal petugas")
    anonymous = models.BooleanField()
    received_at = models.DateTimeField()
    registered_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    next_clock = models.CharField(
        max_length=40, blank=True, help_text="Tenggat berjalan yang berakhir paling dulu"
    )
    next_warn_on = models.DateField(null=True, blank=True)
    next_due_on = models.DateField(null=True, blank=True)
    undecided = models.BooleanField(help_text="Ada tenggat yang menunggu putusan petugas")
    snapshot = models.JSONField()
    counted_with = models.CharField(
        max_length=64, blank=True, help_text="Kalender dan lawbook hitungan terakhir"
    )

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["office", "state"], name="case_office_state"),
            # The inbox: what ends first stands first.
            models.Index(
                fields=["office", "next_warn_on", "received_at"],
                condition=~Q(state="closed"),
                name="case_inbox",
            ),
        ]


class DrawnNumber(models.Model):
    """A number in use: what the sequence gave, and how it is printed."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="numbers")
    office = models.ForeignKey(Office, on_delete=models.PROTECT)
    series = models.CharField(max_length=16)
    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    text = models.CharField(max_length=80)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["office", "year", "series", "number"], name="drawn_number_once"
            ),
            models.UniqueConstraint(fields=["case", "series"], name="drawn_number_one_per_case"),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["text"], name="drawn_number_text")
        ]


class CaseClock(models.Model):
    """One deadline of a case; ``outcome`` is empty while it runs."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="clocks")
    code = models.CharField(max_length=40)
    start = models.DateField()
    warn_on = models.DateField()
    due = models.DateField()
    lapses = models.BooleanField()
    status = models.CharField(max_length=24)
    outcome = models.CharField(max_length=16, blank=True)
    stopped_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["case", "code"], name="case_clock_once")
        ]
        indexes: ClassVar[list[models.Index]] = [
            # The sweep asks for running clocks that may lapse, by their last day.
            models.Index(
                fields=["due"], condition=Q(outcome="", lapses=True), name="case_clock_lapsing"
            )
        ]


class CaseForward(models.Model):
    """One letter to an authority, as the receiving agency lists it."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="forwards")
    number = models.PositiveSmallIntegerField()
    track = models.CharField(max_length=24)
    authority = models.CharField(max_length=32)
    agency = models.ForeignKey(
        Office, on_delete=models.PROTECT, null=True, blank=True, related_name="forwarded"
    )
    letter_number = models.CharField(max_length=500)
    letter_on = models.DateField()
    outcome = models.CharField(max_length=32, blank=True)
    decided_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["case", "number"], name="case_forward_once")
        ]
