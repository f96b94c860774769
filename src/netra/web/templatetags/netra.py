"""The template tags of both doors: ``{% load netra %}``."""

from datetime import date, datetime

from django import forms, template
from django.forms.boundfield import BoundField

from netra.domain.calendar import MONTHS, Zone, long_date, long_instant
from netra.web.clock_drawing import ClockDrawing
from netra.web.parts import FieldPart, SummaryError, code_groups, field_part, summary_errors
from netra.web.typography import unbroken

register = template.Library()


@register.inclusion_tag("parts/field.html")
def field(
    bound: BoundField, *, page_heading: bool = False, today: date | None = None
) -> dict[str, FieldPart]:
    """A question of a form: label, help, error and control, whatever its kind."""
    return {"field": field_part(bound, page_heading=page_heading, today=today)}


@register.inclusion_tag("parts/error_summary.html")
def error_summary(*form_list: forms.BaseForm) -> dict[str, tuple[SummaryError, ...]]:
    """What is wrong on this page, at its top, each leading to its field; nothing when fine."""
    return {"errors": tuple(error for form in form_list for error in summary_errors(form))}


@register.inclusion_tag("parts/clock.html")
def clock(
    drawing: ClockDrawing, *, level: int = 3, open_working: bool = False
) -> dict[str, object]:
    """The clock drawing; ``level`` is that of its heading."""
    return {"clock": drawing, "level": level, "open_working": open_working}


@register.inclusion_tag("parts/clock_row.html")
def clock_row(drawing: ClockDrawing) -> dict[str, ClockDrawing]:
    """The same clock on one line, for lists."""
    return {"clock": drawing}


@register.filter
def day(value: date | None) -> str:
    """``Senin, 7 Oktober 2024``."""
    return unbroken(long_date(value)) if value else ""


@register.filter
def short_day(value: date | None) -> str:
    """``7 Okt 2024``, for narrow tables."""
    return f"{value.day} {MONTHS[value.month - 1][:3]} {value.year}" if value else ""


@register.filter
def moment(value: datetime | None, zone: str = "WIB") -> str:
    """``Senin, 7 Oktober 2024 pukul 16.00 WITA``; ``zone`` is WIB, WITA or WIT."""
    return unbroken(long_instant(value, Zone(zone))) if value else ""


@register.filter
def groups(code: str) -> tuple[str, ...]:
    """A receipt code in the groups in which it is read."""
    return code_groups(code)
