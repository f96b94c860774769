"""Offices, who serves in them, the contests they watch, the numbers they draw."""

from datetime import date, datetime, timedelta, tzinfo
from typing import ClassVar
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import models
from django.db.models import Q

from netra.domain.access import Role


class Office(models.Model):
    """An office that receives, handles or is sent cases."""

    class Kind(models.TextChoices):
        BAWASLU = "bawaslu", "Bawaslu"
        AGENCY = "agency", "Instansi tujuan"

    class Level(models.TextChoices):
        """As the number of a laporan prints it."""

        RI = "RI", "Pusat"
        PROVINSI = "Prov", "Provinsi"
        KABUPATEN = "Kab", "Kabupaten"
        KOTA = "Kota", "Kota"
        KECAMATAN = "Kec", "Kecamatan"

    code = models.SlugField(unique=True)
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=16, choices=Kind)
    level = models.CharField(max_length=8, choices=Level)
    region_code = models.CharField(max_length=16, help_text="Kode wilayah Kemendagri")
    bawaslu_code = models.CharField(
        max_length=16, blank=True, help_text="Kode wilayah Bawaslu sendiri, bukan Kemendagri"
    )
    zone = models.CharField(max_length=32, default="Asia/Jakarta")
    authority = models.CharField(
        max_length=32, blank=True, help_text="Untuk instansi: kode otoritas (bkn, ppk, …)"
    )
    age_recipient = models.CharField(max_length=80, blank=True)
    address = models.TextField(blank=True)

    def __str__(self) -> str:
        return self.name

    @property
    def tzinfo(self) -> tzinfo:
        return ZoneInfo(self.zone)

    def today(self, now: datetime) -> date:
        """The office's own calendar day at the instant ``now``."""
        return now.astimezone(self.tzinfo).date()


class MembershipQuerySet(models.QuerySet["Membership"]):
    def on(self, day: date) -> "MembershipQuerySet":
        return self.filter(
            Q(valid_from__lte=day), Q(valid_until__isnull=True) | Q(valid_until__gte=day)
        )


class Membership(models.Model):
    """One role of one person in one office, from a day until a day."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="memberships"
    )
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="memberships")
    role = models.CharField(max_length=32, choices=[(role.value, role.value) for role in Role])
    valid_from = models.DateField()
    valid_until = models.DateField(null=True, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["user", "office", "role", "valid_from"], name="membership_once"
            )
        ]


class Contest(models.Model):
    """One election in one region, with the days on which the law turns."""

    class Kind(models.TextChoices):
        PILKADA = "pilkada", "Pilkada"
        PEMILU = "pemilu", "Pemilu"

    code = models.SlugField(unique=True)
    kind = models.CharField(max_length=8, choices=Kind)
    name = models.CharField(max_length=200)
    region_code = models.CharField(max_length=16, blank=True, help_text="Kosong: seluruh Indonesia")
    series = models.CharField(max_length=2, help_text="PL, PG, PB atau PW dalam nomor laporan")
    begins_on = models.DateField(help_text="Awal tahapan")
    candidates_set_on = models.DateField()
    campaign_from = models.DateField()
    campaign_to = models.DateField()
    voting_on = models.DateField()
    ends_on = models.DateField(help_text="Akhir tahapan")

    def __str__(self) -> str:
        return self.name


class Sequence(models.Model):
    """The last number drawn; drawn under a row lock in the transaction that uses it: no gap."""

    office = models.ForeignKey(Office, on_delete=models.PROTECT)
    year = models.PositiveSmallIntegerField()
    series = models.CharField(max_length=16)
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["office", "year", "series"], name="sequence_once")
        ]


class Installation(models.Model):
    """This installation: whether it is a demonstration, and how far its clock was moved."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    demo = models.BooleanField(default=False)
    clock_shift = models.DurationField(default=timedelta(0))

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=Q(id=1), name="installation_single"),
            models.CheckConstraint(
                condition=Q(demo=True) | Q(clock_shift=timedelta(0)),
                name="installation_clock_moves_in_demo_only",
            ),
        ]
