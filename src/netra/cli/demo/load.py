"""Fills a database with the data under ``netra/demo``, by the services that real cases use."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
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
    from netra.apps.organisations.models import Installation, Office

    if Installation.objects.exists() or Office.objects.exists():
        return False
    return load()


def load() -> bool:
    """Load everything, or nothing; false when it is there already."""
    from netra.apps.organisations.models import Installation

    with transaction.atomic():
        if Installation.objects.select_for_update().filter(demo=True).exists():
            return False
        if Installation.objects.exists():
            raise click.ClickException(
                "Basis data ini bukan basis data contoh; data contoh tidak dimuat ke dalamnya."
            )
        Installation.objects.create(demo=True)
        _load_offices()
        _load_contests()
        _load_people()
        from netra.cli.demo.cases import load_cases

        load_cases(document("cases"))
    return True


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
        Office.objects.create(age_recipient=wired().sealer.generate(), **row)


def _load_contests() -> None:
    from netra.apps.organisations.models import Contest

    for row in document("contests")["contests"]:
        days = {key: date.fromisoformat(row[key]) for key in _CONTEST_DAYS}
        Contest.objects.create(**{**row, **days})


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
        user = User.objects.create(email=person["email"], name=person["name"], password=hashed)
        Membership.objects.bulk_create(
            Membership(user=user, office=offices[code], role=role, valid_from=SERVING_FROM)
            for code, roles in person["serves"].items()
            for role in roles
        )


def instant(text: str) -> datetime:
    """An aware instant of the data files."""
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError(f"waktu tanpa zona: {text}")
    return moment
