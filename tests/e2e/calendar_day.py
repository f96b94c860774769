"""The day on which the demonstration's clock stands."""

from datetime import date

TODAY = date(2024, 10, 7)
