"""The administrator's pages: appointing in one's own office, and nothing beyond it."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from tests.web.desk.staff import PASSWORD, Hire, Officer

from netra.apps.accounts.models import User
from netra.apps.journal.services import read
from netra.apps.organisations.models import Membership, Office
from netra.domain.access import Role


@pytest.fixture
def admin(hire: Hire, office: Office) -> Officer:
    return hire(office, Role.ADMINISTRATOR)


def appointment(email: str, role: Role, name: str = "Orang Baru") -> dict[str, str]:
    return {
        "name": name,
        "email": email,
        "role": role.value,
        "valid_from-day": "1",
        "valid_from-month": "2",
        "valid_from-year": "2024",
    }


def test_a_new_officer_gets_an_initial_password_shown_once(admin: Officer, office: Office) -> None:
    answer = admin.browser.post(
        reverse("desk:appoint"), appointment("Baru@Contoh.invalid", Role.EXAMINER)
    )
    user = User.objects.get(email="baru@contoh.invalid")
    password = answer.context["password"]
    assert user.check_password(password)
    assert Membership.objects.get(user=user).valid_from == date(2024, 2, 1)
    assert (
        password not in admin.browser.get(reverse("desk:person", args=[user.pk])).content.decode()
    )
    kinds = [entry.kind for entry in read(f"office:{office.code}")]
    assert kinds == ["account_made", "membership_given"]


def test_somebody_known_elsewhere_is_appointed_and_keeps_their_password(
    admin: Officer, hire: Hire, other_office: Office, office: Office
) -> None:
    known = hire(other_office, Role.EXAMINER)
    admin.browser.post(
        reverse("desk:appoint"), appointment(known.user.email, Role.COMMISSIONER, "Nama Lain")
    )
    known.user.refresh_from_db()
    assert known.user.check_password(PASSWORD)
    assert known.user.name != "Nama Lain"
    assert Membership.objects.filter(user=known.user, office=office).count() == 1


@pytest.mark.parametrize("role", [Role.AGENCY_OFFICER, "apa_saja"])
def test_a_role_that_does_not_exist_in_the_office_is_not_given(admin: Officer, role: str) -> None:
    form = appointment("baru@contoh.invalid", Role.EXAMINER) | {"role": role}
    answer = admin.browser.post(reverse("desk:appoint"), form)
    assert answer.status_code == 200
    assert not User.objects.filter(email="baru@contoh.invalid").exists()


def test_the_same_role_is_not_given_twice(admin: Officer, hire: Hire, office: Office) -> None:
    officer = hire(office, Role.EXAMINER)
    answer = admin.browser.post(
        reverse("desk:appoint"), appointment(officer.user.email, Role.EXAMINER)
    )
    assert "sudah menjabat" in answer.content.decode()
    assert Membership.objects.filter(user=officer.user).count() == 1


def test_a_stranger_of_another_office_is_not_shown_or_touched(
    admin: Officer, hire: Hire, other_office: Office
) -> None:
    stranger = hire(other_office, Role.EXAMINER)
    row = Membership.objects.get(user=stranger.user)
    pk = stranger.user.pk
    assert admin.browser.get(reverse("desk:person", args=[pk])).status_code == 404
    for url in (
        reverse("desk:reset_password", args=[pk]),
        reverse("desk:set_active", args=[pk]),
        reverse("desk:end_membership", args=[pk, row.pk]),
    ):
        assert admin.browser.post(url).status_code == 404
    row.refresh_from_db()
    stranger.user.refresh_from_db()
    assert row.valid_until is None
    assert stranger.user.is_active
    assert stranger.user.check_password(PASSWORD)


@pytest.mark.parametrize("since", [date(2024, 1, 1), date(2099, 1, 1)])
def test_the_password_of_somebody_who_also_serves_elsewhere_is_not_reset(
    admin: Officer, hire: Hire, office: Office, other_office: Office, since: date
) -> None:
    """Nor of somebody who will: the administrator would walk into the cases of another office."""
    both = hire(office, Role.EXAMINER)
    Membership.objects.create(
        user=both.user, office=other_office, role=Role.EXAMINER.value, valid_from=since
    )
    admin.browser.post(reverse("desk:reset_password", args=[both.user.pk]))
    both.user.refresh_from_db()
    assert both.user.check_password(PASSWORD)


def test_a_reset_ends_the_sessions_of_the_officer(
    admin: Officer, hire: Hire, office: Office
) -> None:
    colleague = hire(office, Role.ADMINISTRATOR)
    answer = admin.browser.post(reverse("desk:reset_password", args=[colleague.user.pk]))
    colleague.user.refresh_from_db()
    assert colleague.user.check_password(answer.context["password"])
    assert colleague.browser.get(reverse("desk:people")).status_code == 302


def test_an_ended_appointment_ends_today(admin: Officer, hire: Hire, office: Office) -> None:
    colleague = hire(office, Role.ADMINISTRATOR)
    row = Membership.objects.get(user=colleague.user)
    url = reverse("desk:end_membership", args=[colleague.user.pk, row.pk])
    assert admin.browser.post(url).status_code == 302
    assert colleague.browser.get(reverse("desk:people")).status_code == 403


def test_the_last_administrator_stays(admin: Officer) -> None:
    row = Membership.objects.get(user=admin.user)
    admin.browser.post(reverse("desk:end_membership", args=[admin.user.pk, row.pk]))
    row.refresh_from_db()
    assert row.valid_until is None


def test_nobody_closes_their_own_account(admin: Officer) -> None:
    admin.browser.post(reverse("desk:set_active", args=[admin.user.pk]), {"active": "0"})
    admin.user.refresh_from_db()
    assert admin.user.is_active


def test_a_form_without_its_token_changes_nothing(admin: Officer) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(admin.user)
    answer = strict.post(reverse("desk:appoint"), appointment("baru@contoh.invalid", Role.EXAMINER))
    assert answer.status_code == 403
    assert "Tidak ada yang berubah" in answer.content.decode().replace("\n", " ")
    assert not User.objects.filter(email="baru@contoh.invalid").exists()


def test_an_officer_of_two_offices_chooses_where_to_act(
    hire: Hire, office: Office, other_office: Office
) -> None:
    both = hire(office, Role.ADMINISTRATOR)
    Membership.objects.create(
        user=both.user,
        office=other_office,
        role=Role.ADMINISTRATOR.value,
        valid_from=date(2024, 1, 1),
    )
    for place in (other_office, office):
        both.browser.post(reverse("desk:choose_office"), {"office": place.code})
        assert f"Petugas {place.name}" in both.browser.get(reverse("desk:people")).content.decode()


def test_a_stranger_does_not_choose_an_office_that_is_not_theirs(
    admin: Officer, other_office: Office, office: Office
) -> None:
    admin.browser.post(reverse("desk:choose_office"), {"office": other_office.code})
    assert f"Petugas {office.name}" in admin.browser.get(reverse("desk:people")).content.decode()


def test_somebody_without_an_appointment_today_is_told_so(hire: Hire, office: Office) -> None:
    late = hire(office, Role.ADMINISTRATOR, since=date(2999, 1, 1))
    answer = late.browser.get("/")
    assert answer.status_code == 403
    assert "belum bertugas" in answer.content.decode()
