"""Calendar dates: what is one, how it is written, and months between two."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from fractions import Fraction

import pytest
from dateutil.relativedelta import relativedelta

from guideline_core.model.dates import add_months, calendar_date, date_text, months_between


@pytest.mark.parametrize("text", ["2026-1-01", "2026-01-01T00:00", "20260101", "2026-13-01", "٢٠٢٦-01-01", "", 20260101, None, date(2026, 1, 1)])
def test_what_is_no_calendar_date(text: object) -> None:
    assert calendar_date(text) is None


@pytest.mark.parametrize("month", range(1, 13))
def test_a_date_in_words(month: int) -> None:
    """Against the calendar of the standard library, which follows the language of a machine; here it is English."""
    assert date_text(date(2026, month, 14)) == f"14 {calendar.month_name[month]} 2026"


ADDED = [
    ("2026-01-31", 1, "2026-02-28"), ("2028-01-31", 1, "2028-02-29"), ("2026-02-28", 1, "2026-03-28"), ("2026-12-01", 1, "2027-01-01"),
    ("2026-11-30", 3, "2027-02-28"), ("2026-03-31", -1, "2026-02-28"), ("2026-01-15", -1, "2025-12-15"), ("2026-05-31", 12, "2027-05-31"),
    ("2026-05-31", 0, "2026-05-31"),
]


@pytest.mark.parametrize(("start", "months", "end"), ADDED)
def test_the_same_day_or_the_last_of_the_month(start: str, months: int, end: str) -> None:
    assert add_months(date.fromisoformat(start), months) == date.fromisoformat(end)


BETWEEN = [
    ("2026-05-22", "2026-11-22", "6"), ("2026-05-23", "2026-11-22", "185/31"), ("2026-05-21", "2026-11-22", "181/30"),
    ("2026-01-31", "2026-02-28", "1"), ("2026-01-31", "2026-02-27", "27/28"), ("2026-01-31", "2026-03-01", "32/31"),
    ("2025-12-31", "2026-01-31", "1"), ("2026-11-22", "2026-11-22", "0"), ("2026-11-22", "2026-12-07", "1/2"), ("2024-02-29", "2025-02-28", "12"),
]


@pytest.mark.parametrize(("start", "end", "months"), BETWEEN)
def test_whole_months_and_a_part_of_the_next(start: str, end: str, months: str) -> None:
    """23 May to 22 November: 5 months to 23 October, and 30 of the 31 days to 23 November. 21 May: 6, and 1 of 30 days."""
    assert months_between(date.fromisoformat(start), date.fromisoformat(end)) == Fraction(months)


def test_time_goes_on_with_every_day() -> None:
    for first in (date(2027, 1, 29), date(2027, 8, 31), date(2028, 2, 29)):
        counted = [months_between(first, first + timedelta(n)) for n in range(800)]
        assert counted == sorted(set(counted))
        for n in range(25):
            assert months_between(first, first + relativedelta(months=n)) == n
