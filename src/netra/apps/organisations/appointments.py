"""Who is appointed where. Each change is told to the journal through ``record``."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction

from netra.apps.accounts import services as accounts
from netra.apps.accounts.models import User
from netra.apps.organisations.models import Membership, Office
from netra.apps.organisations.serving import Serving
from netra.domain.access import Action, Role
from netra.domain.journal.entry import Draft

Record = Callable[[Draft], object]
"""Appends to the journal, which stands above this app."""


class NotAllowed(Exception):
    """What an administrator may not do, and what to do instead."""

    def __init__(self, reason: str, instead: str) -> None:
        self.reason, self.instead = reason, instead
        super().__init__(reason)


@dataclass(frozen=True, slots=True)
class Person:
    """An officer of an office, with everything they hold or held there."""

    user: User
    memberships: tuple[Membership, ...]
    serves_elsewhere: bool
    today: date

    @property
    def current(self) -> tuple[Membership, ...]:
        return tuple(one for one in self.memberships if _holds(one, self.today))


def roles_for(office: Office) -> tuple[Role, ...]:
    """The roles that exist in an office of this kind."""
    if office.kind == Office.Kind.AGENCY:
        return (Role.AGENCY_OFFICER, Role.ADMINISTRATOR)
    return tuple(role for role in Role if role is not Role.AGENCY_OFFICER)


def people(by: Serving) -> tuple[Person, ...]:
    """Everyone who serves or served in the administrator's office, by name."""
    _check(by)
    users = User.objects.filter(memberships__office=by.office).distinct().order_by("name", "pk")
    return tuple(_person(user, by) for user in users)


def person(by: Serving, user_id: int) -> Person | None:
    """One of them, or None."""
    _check(by)
    user = User.objects.filter(memberships__office=by.office, pk=user_id).distinct().first()
    return _person(user, by) if user else None


@transaction.atomic
def appoint(
    by: Serving, *, email: str, name: str, role: Role, valid_from: date, record: Record
) -> tuple[User, str | None]:
    """Give a role in the administrator's office; an initial password when the account is new."""
    _check(by)
    if role not in roles_for(by.office):
        raise NotAllowed("Peran ini tidak ada di kantor Anda.", "Pilih peran dari daftar.")
    user, password = accounts.find(email), None
    if user is None:
        user, password = accounts.create(email=email, name=name)
        record(_draft(by, "account_made", user))
    if any(
        row.role == role and _holds(row, valid_from)
        for row in Membership.objects.filter(user=user, office=by.office)
    ):
        raise NotAllowed(
            f"Orang ini sudah menjabat {role.label} di kantor Anda.", "Tidak ada yang perlu diubah."
        )
    Membership.objects.update_or_create(
        user=user,
        office=by.office,
        role=role.value,
        valid_from=valid_from,
        defaults={"valid_until": None},
    )
    record(_draft(by, "membership_given", user, role=role.value, valid_from=valid_from.isoformat()))
    return user, password


@transaction.atomic
def end(by: Serving, membership_id: int, *, record: Record) -> None:
    """Take a role away; yesterday, by the office's calendar, was its last day."""
    _check(by)
    row = Membership.objects.filter(office=by.office, pk=membership_id).first()
    today = by.office.today(by.now)
    if row is None or not _holds(row, today):
        raise NotAllowed("Penugasan ini sudah berakhir.", "Muat ulang halaman petugas.")
    if row.role == Role.ADMINISTRATOR and _administrators(by.office, today) == {row.user_id}:
        raise NotAllowed(
            "Ini pengelola terakhir kantor Anda.", "Tunjuk pengelola lain lebih dahulu."
        )
    row.valid_until = today - timedelta(days=1)
    row.save(update_fields=["valid_until"])
    record(_draft(by, "membership_ended", row.user, role=row.role))


@transaction.atomic
def reset_password(by: Serving, user_id: int, *, record: Record) -> str:
    """A new initial password for somebody who serves in this office only."""
    user = _own(by, user_id).user
    record(_draft(by, "password_reset", user))
    return accounts.reset_password(user)


@transaction.atomic
def set_active(by: Serving, user_id: int, *, active: bool, record: Record) -> None:
    """Close or open the account of somebody who serves in this office only."""
    user = _own(by, user_id).user
    if by.actor.name.endswith(f":{user.pk}") and not active:
        raise NotAllowed(
            "Anda tidak dapat menutup akun sendiri.", "Minta pengelola lain melakukannya."
        )
    accounts.set_active(user, active=active)
    record(_draft(by, "account_opened" if active else "account_closed", user))


def _own(by: Serving, user_id: int) -> Person:
    found = person(by, user_id)
    if found is None:
        raise NotAllowed("Orang ini bukan petugas kantor Anda.", "Muat ulang halaman petugas.")
    if found.serves_elsewhere:
        # Else the administrator of one office could walk into the cases of another.
        raise NotAllowed(
            "Orang ini juga bertugas di kantor lain.",
            "Minta pengelola kantor itu; akunnya bukan milik kantor Anda saja.",
        )
    return found


def _person(user: User, by: Serving) -> Person:
    rows: Sequence[Membership] = list(
        Membership.objects.filter(user=user).select_related("office").order_by("-valid_from", "pk")
    )
    today = by.office.today(by.now)
    return Person(
        user,
        tuple(row for row in rows if row.office_id == by.office.pk),
        # Also who will serve there: a password learnt today would open those cases tomorrow.
        any(row.office_id != by.office.pk and not _is_over(row, today) for row in rows),
        today,
    )


def _administrators(office: Office, today: date) -> set[int]:
    rows = Membership.objects.filter(office=office, role=Role.ADMINISTRATOR.value).on(today)
    return set(rows.values_list("user_id", flat=True))


def _holds(row: Membership, day: date) -> bool:
    return row.valid_from <= day and (row.valid_until is None or day <= row.valid_until)


def _is_over(row: Membership, day: date) -> bool:
    return row.valid_until is not None and row.valid_until < day


def _check(by: Serving) -> None:
    if not by.may(Action.MANAGE_OFFICE):
        raise NotAllowed(
            "Hanya pengelola kantor yang dapat mengatur petugas.", "Hubungi pengelola."
        )


def _draft(by: Serving, kind: str, user: User, **body: str) -> Draft:
    when: datetime = by.now
    return Draft(
        stream=f"office:{by.office.code}",
        kind=kind,
        at=when,
        actor=by.actor.name,
        body={"officer": user.pk, **body},
    )
