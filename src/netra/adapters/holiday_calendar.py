"""The Indonesian calendar from the ``holidays`` package: public holidays and joint leave."""

from datetime import date
from functools import lru_cache

from netra.domain.calendar import WorkCalendar

FIRST_YEAR, LAST_YEAR = 2014, 2030
LAST_DECREED_YEAR = 2026
"""For later years the joint decrees on holidays are not known; every day may still change."""
_ESTIMATED = "perkiraan"


@lru_cache(maxsize=1)
def indonesian_calendar() -> WorkCalendar:
    """The base calendar 2014–2030; decrees of the lawbook are laid over it by ``parse``."""
    # The package loads all its countries at once: a second that most commands need not spend.
    from holidays.countries.indonesia import Indonesia

    years = range(FIRST_YEAR, LAST_YEAR + 1)
    public = Indonesia(categories=("public",), years=years, language="id")
    joint_leave = Indonesia(categories=("government",), years=years, language="id")
    estimated = {day for days in (public, joint_leave) for day in days if _ESTIMATED in days[day]}
    return WorkCalendar(
        holidays={day: public[day] for day in public},
        joint_leave={day: joint_leave[day] for day in joint_leave},
        first_day=date(FIRST_YEAR, 1, 1),
        last_day=date(LAST_YEAR, 12, 31),
        provisional=frozenset(estimated),
        provisional_from=date(LAST_DECREED_YEAR + 1, 1, 1),
    )
