"""The template tags of the desk alone: ``{% load desk %}``."""

from django import template

from netra.domain.access import Role

register = template.Library()


@register.filter
def role_label(role: str) -> str:
    """``petugas penerima`` for ``receiving_officer``."""
    return Role(role).label
