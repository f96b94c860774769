"""Somebody who serves, as the tests of the desk speak of them."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from django.test import Client

from netra.apps.accounts.models import User
from netra.apps.organisations.models import Office
from netra.domain.access import Role

PASSWORD = "tujuh-gajah-menyeberang-sungai"


@dataclass(frozen=True, slots=True)
class Officer:
    """Somebody who serves, and their browser, already logged in."""

    user: User
    browser: Client


class Hire(Protocol):
    """Makes a new person with these roles in this office."""

    def __call__(self, place: Office, *roles: Role, since: date = ...) -> Officer: ...
