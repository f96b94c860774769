"""The administrator changes the own office's code and address; nobody else, nothing else."""

import pytest
from django.urls import reverse
from tests.web.desk.staff import Hire

from netra.apps.journal.services import read
from netra.apps.organisations.models import Office
from netra.domain.access import Role

ADDRESS = reverse("desk:own_office", urlconf="netra.config.urls_desk")


def test_the_administrator_changes_the_code_and_the_journal_tells(
    hire: Hire, office: Office
) -> None:
    admin = hire(office, Role.ADMINISTRATOR)
    before = office.bawaslu_code
    admin.browser.post(ADDRESS, {"bawaslu_code": "08.05", "address": "Jalan Contoh 1"})
    office.refresh_from_db()
    assert (office.bawaslu_code, office.address) == ("08.05", "Jalan Contoh 1")
    (entry,) = read(f"office:{office.code}")
    assert entry.kind == "office_changed"
    assert (entry.body["before"], entry.body["bawaslu_code"]) == (before, "08.05")


def test_saving_without_a_change_leaves_no_entry(hire: Hire, office: Office) -> None:
    same = {"bawaslu_code": office.bawaslu_code, "address": office.address}
    hire(office, Role.ADMINISTRATOR).browser.post(ADDRESS, same)
    assert read(f"office:{office.code}") == []


@pytest.mark.parametrize("code", ["", "8.5", "08.05; DROP", "08.05.", "١٢.٣٤"])
def test_a_code_that_is_none_is_sent_back_with_words(hire: Hire, office: Office, code: str) -> None:
    answer = hire(office, Role.ADMINISTRATOR).browser.post(ADDRESS, {"bawaslu_code": code})
    assert answer.status_code == 200
    assert answer.context["form"].errors["bawaslu_code"]
    before = office.bawaslu_code
    office.refresh_from_db()
    assert office.bawaslu_code == before


@pytest.mark.parametrize("role", [Role.EXAMINER, Role.COMMISSIONER, Role.RECEIVING_OFFICER])
def test_a_colleague_without_that_role_changes_nothing(
    hire: Hire, office: Office, role: Role
) -> None:
    answer = hire(office, role).browser.post(ADDRESS, {"bawaslu_code": "08.05"})
    assert answer.status_code == 403
    assert read(f"office:{office.code}") == []
