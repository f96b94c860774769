"""Making accounts. Passwords are made here, shown once and never kept in the clear."""

import secrets

from netra.apps.accounts.models import User

_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""None that is mistaken for another when it is read aloud."""
_GROUPS, _GROUP = 4, 5
"""20 letters of 31: 99 bits."""


def new_password() -> str:
    """A password to be handed over and changed at the first login."""
    return "-".join(
        "".join(secrets.choice(_LETTERS) for _ in range(_GROUP)) for _ in range(_GROUPS)
    )


def find(email: str) -> User | None:
    return User.objects.filter(email=email.strip().lower()).first()


def create(*, email: str, name: str) -> tuple[User, str]:
    """A new officer and the initial password; ``IntegrityError`` when the address is taken."""
    password = new_password()
    return User.objects.create_user(email.strip(), password, name=name.strip()), password


def reset_password(user: User) -> str:
    """A new initial password; every open session of the person ends."""
    password = new_password()
    user.set_password(password)
    user.save(update_fields=["password"])
    return password


def set_active(user: User, *, active: bool) -> None:
    """Close an account, or open it again."""
    user.is_active = active
    user.save(update_fields=["is_active"])
