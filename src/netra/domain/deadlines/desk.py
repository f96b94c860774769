"""When the receiving desk can be reached: its hours, and the days it is open day and night."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from netra.domain.calendar import WorkCalendar, Zone
from netra.domain.lawbook.procedures import Procedure

_ONE_DAY = timedelta(days=1)
_LONGEST_BREAK = 31
"""Days without an open desk after which netra says it does not know, rather than search on."""


@dataclass(frozen=True, slots=True)
class ContestDays:
    """The days of one contest that change desk hours; unknown ones change nothing."""

    campaign_to: date | None = None
    voting_on: date | None = None

    def is_quiet(self, day: date) -> bool:
        """Masa tenang: after the last day of campaign and before voting day."""
        return (
            self.campaign_to is not None
            and self.voting_on is not None
            and self.campaign_to < day < self.voting_on
        )


NO_CONTEST_DAYS = ContestDays()


def open_span(
    procedure: Procedure, work: WorkCalendar, day: date, contest: ContestDays = NO_CONTEST_DAYS
) -> tuple[time, time] | None:
    """Opening and closing time of ``day``; ``None`` when closed or not known."""
    hours = procedure.desk_on(day)
    if hours is None:
        return None
    is_voting_day = day == contest.voting_on
    if hours.round_the_clock_in_quiet_days and (is_voting_day or contest.is_quiet(day)):
        return time.min, time.max
    if is_voting_day and hours.voting_day is not None:
        return hours.voting_day
    return hours.by_weekday.get(day.weekday()) if work.is_working_day(day) else None


def reachable_until(
    procedure: Procedure,
    work: WorkCalendar,
    last_day: date,
    zone: Zone,
    *,
    contest: ContestDays = NO_CONTEST_DAYS,
    not_after: datetime | None = None,
) -> datetime | None:
    """The last instant the desk can be reached on or before ``last_day``, in the office's zone.

    ``not_after`` is the exact end of a clock of hours: it may fall inside the opening hours.

    A desk that is open round the clock can be reached until 24.00, given as 00.00 of the day
    after. ``None`` when no hours are known.
    """
    day = last_day
    for _ in range(_LONGEST_BREAK):
        if not work.covers(day):
            return None
        span = open_span(procedure, work, day, contest)
        if span is not None:
            opens = datetime.combine(day, span[0], zone.tzinfo)
            closes = (
                datetime.combine(day + _ONE_DAY, time.min, zone.tzinfo)
                if span[1] == time.max
                else datetime.combine(day, span[1], zone.tzinfo)
            )
            if not_after is None:
                return closes
            if opens <= not_after:
                return min(closes, not_after)
        day -= _ONE_DAY
    return None
