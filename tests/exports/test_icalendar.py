"""The calendar file, as the standard has it and as another program reads it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, datetime, timezone

import pytest
from icalendar import Calendar

from guideline_core.browser import call
from tests.casefiles import Case, cases

EVERY = [pytest.param(case, id=case.id) for case in cases("calendar")]
WITH_DATES = [pytest.param(case, id=case.id) for case in cases("calendar") if case.expect["plan"].get("days")]


def answered(name: str, case: Case) -> dict:
    return json.loads(call(name, json.dumps(case.request())))


def text_of(case: Case) -> str:
    return answered("calendar", case)["calendar"]["text"]


@pytest.mark.parametrize("case", EVERY)
def test_no_plan_no_file(case: Case) -> None:
    found = answered("calendar", case)["calendar"]
    assert bool(found["text"]) == bool(found["name"]) == (not case.expect["plan"].get("no_lines"))


@pytest.mark.parametrize("case", WITH_DATES)
def test_another_program_reads_every_day_of_the_plan(case: Case) -> None:
    plan = answered("plan", case)["plan"]
    calendar = Calendar.from_ical(text_of(case))
    assert not calendar.errors and calendar["version"] == "2.0" and calendar["prodid"]
    found = sorted((event["dtstart"].dt, str(event["summary"])) for event in calendar.walk("VEVENT"))
    planned = [(date.fromisoformat(day), f"{plan['name']}: {line['what']}") for line in plan["lines"] for day in line["days"]]
    assert planned
    assert found == sorted(planned)
    for event in calendar.walk("VEVENT"):
        assert not event.errors
        assert (event["dtend"].dt - event["dtstart"].dt).days == 1
        assert event["dtstamp"].dt == datetime.combine(date.fromisoformat(case.today), datetime.min.time(), timezone.utc)
        assert "Educational, not for the care of a patient" in event["description"] and "Edition" in event["description"]
        assert not event.walk("VALARM")


@pytest.mark.parametrize("case", WITH_DATES)
def test_it_comes_back_the_same(case: Case) -> None:
    """Read and written by the other program, it holds the same."""
    calendar = Calendar.from_ical(text_of(case))
    assert Calendar.from_ical(calendar.to_ical()) == calendar


@pytest.mark.parametrize("case", WITH_DATES)
def test_lines_are_as_the_standard_has_them(case: Case) -> None:
    text = text_of(case)
    assert text.endswith("\r\n") and "\n" not in text.replace("\r\n", "")
    lines = text.encode().split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert any(line.startswith(b" ") for line in lines), "nothing was long enough to be folded"
    for line in lines:
        line.decode()


@pytest.mark.parametrize("case", WITH_DATES)
def test_ids_are_unique_and_stay(case: Case) -> None:
    ids = [str(event["uid"]) for event in Calendar.from_ical(text_of(case)).walk("VEVENT")]
    assert len(set(ids)) == len(ids) > 0
    later = replace(case, today=case.answers["plan_start"])
    assert [str(event["uid"]) for event in Calendar.from_ical(text_of(later)).walk("VEVENT")] == ids


def test_two_patients_on_one_plan_are_kept_apart() -> None:
    """Else a calendar program would take the second for a correction of the first."""
    request = cases("calendar")[0].request()

    def ids(series: str) -> list[str]:
        answer = json.loads(call("calendar", json.dumps(request | {"series": series})))
        return [str(event["uid"]) for event in Calendar.from_ical(answer["calendar"]["text"]).walk("VEVENT")]

    one, other = ids("1-a"), ids("2-b")
    assert len(one) == len(other) > 0 and not set(one) & set(other)
    assert one == ids("1-a")


@pytest.mark.parametrize("series", ["one two", "a\r\nBEGIN:VALARM", "é", 7, None])
def test_what_keeps_them_apart_is_no_text(series: object) -> None:
    answer = json.loads(call("calendar", json.dumps(cases("calendar")[0].request() | {"series": series})))
    assert answer["outcome"] == "refused" and answer["refusals"][0]["question"] == "series"


def test_special_characters_are_escaped() -> None:
    text = text_of(next(case for case in cases("calendar") if case.id == "PL08")).replace("\r\n ", "")
    assert "SUMMARY:Eltrombopag: ALT\\, AST and bilirubin\\, the first time on treatment\r\n" in text


def test_no_amount_of_a_dose_leaves_with_it() -> None:
    """Though the plan itself shows one."""
    case = next(case for case in cases("calendar") if case.id == "PL26")
    assert answered("plan", case)["plan"]["dose"]["shown"]
    assert "mg" not in text_of(case)
