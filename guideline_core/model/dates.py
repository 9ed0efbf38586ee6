"""Calendar dates: read, written, and counted in months."""

from __future__ import annotations

import re
from calendar import monthrange
from contextlib import suppress
from datetime import date
from fractions import Fraction

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)


def calendar_date(text: object) -> date | None:
    """The date that a text gives as YYYY-MM-DD; None for any other way to write one."""
    if isinstance(text, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", text.strip(), re.ASCII):
        with suppress(ValueError):
            return date.fromisoformat(text.strip())
    return None


def date_text(day: date) -> str:
    """The date as people read it, whatever the machine's language: "14 March 2027"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def months_between(start: date, end: date) -> Fraction:
    """Whole months, and the part of the next one: exactly n where `end` is n months after `start`.

    n months after a date is the same day n months on, or that month's last day.
    """
    whole = (end.year - start.year) * 12 + end.month - start.month
    if add_months(start, whole) > end:
        whole -= 1
    reached = add_months(start, whole)
    return whole + Fraction((end - reached).days, (add_months(start, whole + 1) - reached).days)


def add_months(start: date, months: int) -> date:
    """The same day `months` months on, or that month's last day."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))
