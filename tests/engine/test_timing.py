"""Dates against today, against a number of months, and against the patient's life."""

from __future__ import annotations

from datetime import date

import pytest

from guideline_core.engine.patient import read_patient
from guideline_core.engine.timing import read_today
from guideline_core.itp import GUIDELINE

TODAY = "2026-11-22"
ACCEPTED = "the reader's calendar date as YYYY-MM-DD"


@pytest.mark.parametrize(
    ("today", "code", "message"),
    [
        (None, "today-missing", "a date was given, and today's date is missing"), ("tomorrow", "date", "“tomorrow” is not a date"),
        ("9999-12-31", "date", "“9999-12-31” is not a date"), (20260101, "date", "“20260101” is not a date"),
    ],
)
def test_a_day_that_is_none(today: object, code: str, message: str) -> None:
    refused = read_today(today)
    assert (refused.question, refused.code, refused.message, refused.accepted) == ("today", code, message, ACCEPTED)


def test_a_day_is_read() -> None:
    assert read_today("2026-11-22") == date(2026, 11, 22) and read_today("9998-12-31") == date(9998, 12, 31)


def refusals(answers: dict, today: str | None = TODAY) -> list[tuple[str, str, str]]:
    return [(each.question, each.code, each.message) for each in read_patient(GUIDELINE, answers, today).refusals]


def test_a_date_becomes_a_time() -> None:
    patient = read_patient(GUIDELINE, {"diagnosed": "2026-05-22", "azathioprine_start": "2026-08-22"}, TODAY)
    assert (patient.values["months_since_diagnosis"], patient.values["azathioprine_months"], patient.refusals) == (6, 3, ())
    assert patient.values["diagnosed"] == date(2026, 5, 22)


DATED = [
    ("today itself", {"diagnosed": "2026-11-22"}, []),
    ("tomorrow", {"diagnosed": "2026-11-23"}, [("diagnosed", "future", "2026-11-23 is after today, 2026-11-22")]),
    ("one wrong date leaves the other", {"diagnosed": "2026-11-23", "azathioprine_start": "1926-11-22"}, [
        ("diagnosed", "future", "2026-11-23 is after today, 2026-11-22"),
        ("azathioprine_start", "bounds", "1926-11-22 is too long ago to be right"),
    ]),
    ("30 years, the longest", {"azathioprine_start": "1996-11-22"}, []),
    ("a day more", {"azathioprine_start": "1996-11-21"}, [("azathioprine_start", "bounds", "1996-11-21 is too long ago to be right")]),
    ("a number that agrees", {"diagnosed": "2026-05-20", "months_since_diagnosis": "6.5"}, []),
    ("nearly a month apart", {"diagnosed": "2026-03-22", "months_since_diagnosis": "8.99"}, []),
    ("a month apart", {"diagnosed": "2026-03-22", "months_since_diagnosis": "9"}, [
        ("months_since_diagnosis", "disagree", "the date of diagnosis gives 8 months, but 9 were given"),
    ]),
    ("a month apart, the other way", {"diagnosed": "2026-03-22", "months_since_diagnosis": "7"}, [
        ("months_since_diagnosis", "disagree", "the date of diagnosis gives 8 months, but 7 were given"),
    ]),
    ("a part of a month", {"diagnosed": "2026-03-10", "months_since_diagnosis": "10"}, [
        ("months_since_diagnosis", "disagree", "the date of diagnosis gives 8.4 months, but 10 were given"),
    ]),
    ("on two sides of 6 months", {"diagnosed": "2026-05-22", "months_since_diagnosis": "5.99"}, [
        ("months_since_diagnosis", "disagree", "the date of diagnosis gives 6 months, but 5.99 were given"),
    ]),
    ("on two sides of 6 months on azathioprine", {"azathioprine_start": "2026-05-22", "azathioprine_months": "6.0001"}, [
        ("azathioprine_months", "disagree", "the start of azathioprine gives 6 months, but 6.0001 were given"),
    ]),
]


@pytest.mark.parametrize(("answers", "expected"), [row[1:] for row in DATED], ids=[row[0] for row in DATED])
def test_dates_against_today_and_against_a_number(answers: dict, expected: list) -> None:
    """A number may differ from the date by less than a month, unless a rule tells the two apart."""
    assert refusals(answers) == expected


def test_of_a_date_and_a_number_the_date_counts() -> None:
    patient = read_patient(GUIDELINE, {"diagnosed": "2026-03-22", "months_since_diagnosis": "8.5"}, TODAY)
    assert patient.values["months_since_diagnosis"] == 8


def test_without_today_a_date_says_nothing() -> None:
    assert refusals({"diagnosed": "2026-03-22"}, None) == [("today", "today-missing", "a date was given, and today's date is missing")]
    assert refusals({"age": "50"}, None) == []
    assert refusals({"age": "50"}, "2026-02-30") == [("today", "date", "“2026-02-30” is not a date")]


LIVES = [
    ({"age": "20", "months_since_diagnosis": "240"}, []),
    ({"age": "20", "months_since_diagnosis": "240.1"}, ["time since diagnosis is longer than the patient's life"]),
    ({"months_since_diagnosis": "240.1"}, []),
    ({"age": "20"}, []),
    ({"age": "0.5", "months_since_diagnosis": "7", "azathioprine_months": "7"},
     ["time since diagnosis is longer than the patient's life", "time on azathioprine is longer than the patient's life"]),
]


@pytest.mark.parametrize(("answers", "messages"), LIVES)
def test_no_time_is_longer_than_a_life(answers: dict, messages: list[str]) -> None:
    found = read_patient(GUIDELINE, answers, None).refusals
    assert [each.message for each in found] == messages
    assert all((each.code, each.accepted) == ("inconsistent", "a time within the age given") for each in found)
