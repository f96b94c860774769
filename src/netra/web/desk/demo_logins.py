"""The fictional officers of a demonstration, shown on its login page; nobody anywhere else."""

from dataclasses import dataclass

from django.conf import settings

from netra.apps.organisations.models import Installation, Membership
from netra.domain.access import Role

FICTIONAL = "@contoh.netra.test"
"""``.test`` is reserved: no real officer can have such an address."""
PASSWORD_LENGTH = 16


@dataclass(frozen=True, slots=True)
class DemoLogin:
    email: str
    roles: str
    office: str


@dataclass(frozen=True, slots=True)
class DemoLogins:
    """Everybody, and the one password that this installation drew for all of them."""

    password: str
    people: tuple[DemoLogin, ...]


def demo_logins() -> DemoLogins | None:
    """``None`` unless this is a demonstration."""
    if not Installation.objects.filter(demo=True).exists():
        return None
    rows = (
        Membership.objects.filter(user__email__endswith=FICTIONAL)
        .select_related("user", "office")
        .order_by("pk")
    )
    roles: dict[tuple[str, str], list[str]] = {}
    for row in rows:
        roles.setdefault((row.user.email, row.office.name), []).append(Role(row.role).label)
    secret: str = settings.ENVIRONMENT.secret("demo")
    people = tuple(
        DemoLogin(email, ", ".join(held), office) for (email, office), held in roles.items()
    )
    return DemoLogins(secret[:PASSWORD_LENGTH], people)
