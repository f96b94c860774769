"""People of the desk: who serves where, and browsers in which they are logged in."""

from datetime import date

import pytest
from django.test import Client
from tests.web.desk.staff import PASSWORD, Hire, Officer

from netra.apps.accounts.models import User
from netra.apps.organisations.models import Membership, Office
from netra.domain.access import Role


@pytest.fixture
def office(db: None) -> Office:
    """The office that handles the case."""
    return Office.objects.create(
        code="bawaslu-kota-contoh",
        name="Bawaslu Kota Contoh",
        kind=Office.Kind.BAWASLU,
        level=Office.Level.KOTA,
        region_code="64.71",
        bawaslu_code="99.01",
        zone="Asia/Makassar",
    )


@pytest.fixture
def other_office(db: None) -> Office:
    """The strangers' office."""
    return Office.objects.create(
        code="bawaslu-kab-lain",
        name="Bawaslu Kabupaten Lain",
        kind=Office.Kind.BAWASLU,
        level=Office.Level.KABUPATEN,
        region_code="15.04",
        bawaslu_code="99.02",
    )


@pytest.fixture
def agency(db: None) -> Office:
    """An office that is sent cases."""
    return Office.objects.create(
        code="bkn-contoh",
        name="BKN Contoh",
        kind=Office.Kind.AGENCY,
        level=Office.Level.RI,
        region_code="",
        authority="bkn",
    )


@pytest.fixture
def hire(desk_door: Client) -> Hire:
    """``hire(office, Role.EXAMINER, …)``: a new person with these roles there."""
    count = 0

    def _hire(place: Office, *roles: Role, since: date = date(2020, 1, 1)) -> Officer:
        nonlocal count
        count += 1
        name = f"Petugas Rekaan {count}"
        user = User.objects.create_user(f"petugas{count}@contoh.invalid", PASSWORD, name=name)
        for role in roles:
            Membership.objects.create(user=user, office=place, role=role.value, valid_from=since)
        browser = Client()
        browser.force_login(user)
        return Officer(user, browser)

    return _hire
