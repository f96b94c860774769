"""Where a person serves today, as the door and the domain need it."""

from dataclasses import dataclass
from datetime import date, datetime

from netra.apps.accounts.models import User
from netra.apps.organisations.models import Membership, Office
from netra.domain import access
from netra.domain.access import Action, Actor, Role
from netra.domain.calendar import Zone


@dataclass(frozen=True, slots=True)
class Serving:
    """One office in which a person serves at the instant ``now``, and who they are there."""

    office: Office
    actor: Actor
    roles: tuple[Role, ...]
    now: datetime

    @property
    def zone(self) -> Zone:
        """WIB, WITA or WIT: that of the office."""
        offset = self.office.tzinfo.utcoffset(self.now.replace(tzinfo=None))
        return next(zone for zone in Zone if zone.tzinfo.utcoffset(None) == offset)

    @property
    def today(self) -> date:
        """The office's own day."""
        return self.office.today(self.now)

    def may(self, action: Action) -> bool:
        return access.may(self.actor.memberships, action, self.office.code, self.today)


def serving(user: User, now: datetime) -> tuple[Serving, ...]:
    """The offices of ``user``, each by its own calendar day; sorted by name."""
    by_office: dict[str, tuple[Office, list[access.Membership]]] = {}
    rows = Membership.objects.filter(user=user).select_related("office").order_by("office__name")
    for row in rows:
        held = access.Membership(row.office.code, Role(row.role), row.valid_from, row.valid_until)
        if held.holds_on(row.office.today(now)):
            by_office.setdefault(row.office.code, (row.office, []))[1].append(held)
    return tuple(
        Serving(
            office,
            Actor(_name(user, office), tuple(held)),
            tuple(sorted({one.role for one in held})),
            now,
        )
        for office, held in by_office.values()
    )


def _name(user: User, office: Office) -> str:
    kind = "agency" if office.kind == Office.Kind.AGENCY else "officer"
    return f"{kind}:{user.pk}"
