"""Fills a database with the data under ``netra/demo``, by the services that real cases use."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import click
import yaml
from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.db import transaction

import netra

FOLDER = Path(netra.__file__).parent / "demo"
SERVING_FROM = date(2023, 1, 1)
PASSWORD_LENGTH = 16


@dataclass(frozen=True, slots=True)
class Login:
    """One fictional officer."""

    email: str
    title: str


def password() -> str:
    """The one password of all fictional officers; made anew for every installation."""
    secret: str = settings.ENVIRONMENT.secret("demo")
    return secret[:PASSWORD_LENGTH]


def logins() -> list[Login]:
    """Who can log in here as a fictional officer; nobody where this is no demonstration."""
    from netra.apps.organisations.models import Installation, Membership
    from netra.domain.access import Role

    if not Installation.objects.filter(demo=True).exists():
        return []
    titles: dict[str, list[str]] = {}
    offices: dict[str, str] = {}
    rows = Membership.objects.filter(user__email__in=[one["email"] for one in _people()])
    for row in rows.select_related("user", "office").order_by("pk"):
        offices[row.user.email] = row.office.name
        titles.setdefault(row.user.email, []).append(Role(row.role).label)
    return [
        Login(email, f"{', '.join(roles)} — {offices[email]}") for email, roles in titles.items()
    ]


def load_if_new() -> bool:
    """Load into a database that holds nothing yet; what holds something is left alone."""
    from netra.apps.organisations.models import Office

    if _started() or not Office.objects.exists():
        return load()
    return False


def load() -> bool:
    """Load what is not there yet, so that a load cut short can go on; false when all is there."""
    from netra.apps.organisations.models import Installation, Office
    from netra.cli.demo.cases import load_cases

    if not _started():
        if Installation.objects.filter(demo=True).exists():
            return False
        if Installation.objects.exists() or Office.objects.exists():
            raise click.ClickException(
                "Basis data ini bukan basis data contoh; data contoh tidak dimuat ke dalamnya."
            )
        Installation.objects.create(demo=True)
    with transaction.atomic():
        _load_offices()
        _load_contests()
        _load_people()
    load_cases(document("cases"))
    return True


def _started() -> bool:
    """Whether a load began and was not finished: setting the clock is its last act."""
    from netra.apps.organisations.models import Installation

    return Installation.objects.filter(demo=True, clock_shift=timedelta(0)).exists()


def document(name: str) -> Mapping[str, Any]:
    """One file under ``netra/demo``."""
    content: Mapping[str, Any] = yaml.safe_load((FOLDER / f"{name}.yaml").read_text())
    return content


def _people() -> list[Mapping[str, Any]]:
    people: list[Mapping[str, Any]] = document("people")["people"]
    return people


def _load_offices() -> None:
    from netra.apps.organisations.models import Office
    from netra.apps.ports import wired

    for row in document("offices")["offices"]:
        if not Office.objects.filter(code=row["code"]).exists():
            Office.objects.create(age_recipient=wired().sealer.generate(), **row)


def _load_contests() -> None:
    from netra.apps.organisations.models import Contest

    for row in document("contests")["contests"]:
        days = {key: date.fromisoformat(row[key]) for key in _CONTEST_DAYS}
        Contest.objects.get_or_create(code=row["code"], defaults={**row, **days})


_CONTEST_DAYS = (
    "begins_on",
    "candidates_set_on",
    "campaign_from",
    "campaign_to",
    "voting_on",
    "ends_on",
)


def _load_people() -> None:
    from netra.apps.accounts.models import User
    from netra.apps.organisations.models import Membership, Office

    offices = {office.code: office for office in Office.objects.all()}
    # One password for all of them, so one slow hash.
    hashed = make_password(password())
    for person in _people():
        user, _ = User.objects.get_or_create(
            email=person["email"], defaults={"name": person["name"], "password": hashed}
        )
        for code, roles in person["serves"].items():
            for role in roles:
                Membership.objects.get_or_create(
                    user=user, office=offices[code], role=role, valid_from=SERVING_FROM
                )


def instant(text: str) -> datetime:
    """An aware instant of the data files."""
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError(f"waktu tanpa zona: {text}")
    return moment
