"""The template tags of the desk alone: ``{% load desk %}``."""

from django import template

from netra.domain.access import Role
from netra.web.desk import demo_logins as demonstration

register = template.Library()


@register.filter
def role_label(role: str) -> str:
    """``petugas penerima`` for ``receiving_officer``."""
    return Role(role).label


@register.inclusion_tag("desk/demo_logins.html")
def demo_logins() -> dict[str, demonstration.DemoLogins | None]:
    """Who may log in at a demonstration; nothing anywhere else."""
    return {"logins": demonstration.demo_logins()}
