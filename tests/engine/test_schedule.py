"""Plans: the named cases, the rule for months against another calendar, and what no plan may ever show."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from random import Random

import pytest
from dateutil.relativedelta import relativedelta

from guideline_core.browser import call
from guideline_core.engine.schedule import Occasion, days, days_text, last_day, never_planned, occasions, reached, times
from guideline_core.itp import GUIDELINE
from guideline_core.model.dates import calendar_date
from guideline_core.model.evidence import Citation, Confidence
from guideline_core.model.fact import Fact, added
from guideline_core.model.origin import BrokenGuideline
from guideline_core.model.plan import Act, Mark
from guideline_core.model.quantity import at_least, between, exactly
from guideline_core.model.therapy import Regimen
from tests.casefiles import Case, cases
from tests.engine.test_cases import answer, check_head
from tests.engines.patients import RIGHT, patient

PLANNED = [pytest.param(regimen, id=regimen.id) for _, regimen in GUIDELINE.regimens() if occasions(regimen)]
AMOUNT = re.compile(r"\d\s*(mg|micrograms?|g|mL)\b")


@pytest.mark.parametrize("case", [pytest.param(case, id=case.id) for case in cases("plan")])
def test_plan(case: Case) -> None:
    found = answer(case, "plan")
    check_head(case, found)
    plan, expected = found["plan"], case.expect["plan"]
    assert plan["outcome"] == expected["outcome"], plan["reasons"]
    assert plan["outcome_label"] == expected.get("outcome_label", plan["outcome_label"])
    lines = {line["what"]: line for line in plan["lines"]}
    assert len(lines) == len(plan["lines"])
    if expected.get("no_lines"):
        assert not lines and (plan["dose"] is None or not plan["dose"]["shown"])
    for what, due in expected.get("days", {}).items():
        assert lines[what]["days"] == due, what
    for what, why in expected.get("undated", {}).items():
        assert (lines[what]["days"], lines[what]["when"]) == ([], why), what
    for what, last in expected.get("until", {}).items():
        assert lines[what]["until"] == last, what
    if "shown" in expected:
        assert plan["dose"]["shown"] == expected["shown"]


@pytest.mark.parametrize("case", [pytest.param(case, id=case.id) for case in cases("plan")])
def test_no_line_names_an_amount(case: Case) -> None:
    """The dose calculator's own answer is the only place where a dose may stand."""
    plan = answer(case, "plan")["plan"]
    said = [words for line in plan["lines"] for words in (line["what"], line["says"], line["when"])]
    assert said or case.expect["plan"].get("no_lines")
    assert not [words for words in said if AMOUNT.search(words)]
    if plan["outcome"] != "met":
        assert not plan["dose"] or not plan["dose"]["shown"]


def test_no_dates_behind_a_closed_gate() -> None:
    """Over patients of every kind: no plan where a gate is closed, and its dose is the dose calculator's (without what would change it)."""
    random, seen = Random(7), {True: 0, False: 0}
    for _ in range(300):
        request = patient(random, RIGHT)
        chosen = {"plan_regimen": random.choice(PLANNED).values[0].id, "plan_start": request["today"]}
        plan = json.loads(call("plan", json.dumps(request | {"answers": request["answers"] | chosen})))["plan"]
        dosed = json.loads(call("dose", json.dumps(request)))
        regimen = next(each for each in dosed["regimens"] if each["id"] == chosen["plan_regimen"]) | {"changes": []}
        seen[bool(plan["lines"])] += 1
        if plan["lines"]:
            assert plan["dose"] == regimen
            assert all(gate["state"] == "open" for gate in dosed["gates"])
            assert all(gate["state"] != "closed" for gate in regimen["gates"])
        else:
            assert plan["dose"] in (None, regimen) and not regimen["shown"]
    assert min(seen.values()) > 20, seen


def test_months_are_those_of_another_calendar() -> None:
    for n in range(0, 800, 13):
        start = date(2027, 1, 29) + timedelta(n)
        for months in (1, 3, 6):
            assert reached(start, months, "mo") == start + relativedelta(months=months), (start, months)


@pytest.mark.parametrize("regimen", PLANNED)
def test_every_line_says_when_or_why_not(regimen) -> None:
    for due in occasions(regimen):
        assert due.when and due.says and due.facts
        assert (due.first is None) == bool(due.act is Act.BEFORE or re.search(r"\b(no|not)\b", due.when)), due.when


@pytest.mark.parametrize("regimen", PLANNED)
def test_what_comes_first_stands_first(regimen) -> None:
    answers = {"active_bleeding": "no", "age": 50, "pregnant": "no", "plan_regimen": regimen.id, "plan_start": "2026-12-01"}
    plan = json.loads(call("plan", json.dumps({"answers": answers, "today": "2026-11-25"})))["plan"]
    ranks = [(line["act"] != "before", line["days"][:1] or ["9"]) for line in plan["lines"]]
    assert len(ranks) > 3
    assert ranks == sorted(ranks)
    assert all(calendar_date(day) for line in plan["lines"] for day in line["days"])


WORDS = {
    ("aza-dose-weight", "Full blood count"): "every week for 4 weeks",
    ("aza-dose-weight", "Past it: without a response the source says to stop"): "after more than 6 months",
    ("csa-dose", "Creatinine, then every month"): "every month from 3 months on",
    ("cpa-oral-dose", "A dose, by mouth"): "every day from the first, for 16 weeks",
    ("rituximab-dose", "A dose, into a vein"): "at once, then after 1, 2 and 3 weeks",
    ("romiplostim-dose", "A dose, under the skin"): "every week from the first",
}


@pytest.mark.parametrize(("where", "words"), WORDS.items(), ids=lambda each: " ".join(each) if isinstance(each, tuple) else None)
def test_without_a_date_it_says_so_in_words(where: tuple[str, str], words: str) -> None:
    regimen = next(regimen for _, regimen in GUIDELINE.regimens() if regimen.id == where[0])
    assert {due.what: due.when for due in occasions(regimen)}[where[1]] == words


# A regimen that no drug has, given by mouth every day, and one thing due besides

FACT = added("moon", "t", exactly(1, "mo"), cites=(Citation("ash-2011", "p", Confidence.V),), says="The moon is full.")
STATED = {
    f"{value.low}-{value.high} {value.unit}": replace(FACT, id=f"moon-{value.low}-{value.high}-{value.unit}", value=value)
    for value in (exactly(1, "wk"), exactly(2, "wk"), between(2, 4, "wk"), at_least(2, "wk"), exactly(1, "mo"), exactly(3, "mo"), exactly(6, "mo"),
                  exactly(10, "d"))
}
DAILY = next(regimen for _, regimen in GUIDELINE.regimens() if regimen.id == "csa-dose")


def due(regimen: Regimen = DAILY, **when: object) -> Occasion:
    """The one thing that is due besides the doses."""
    _, found = occasions(replace(regimen, plan=(Mark(act=Act.CHECK, what="The moon", fact=FACT, **when),)))
    return found


def fact(key: str) -> Fact:
    return STATED[key]


START, END = date(2026, 12, 1), date(2027, 6, 1)
TIMED = [
    ({"at": fact("3-3 mo").low}, "after 3 months", ["2027-03-01"]),
    ({"at": fact("1-1 mo").low}, "after 1 month", ["2027-01-01"]),
    ({"at": fact("6-6 mo").low, "past": True}, "after more than 6 months", ["2027-06-02"]),
    ({"every": fact("2-4 wk"), "lasts": fact("3-3 mo")}, "every 4 weeks for 3 months", ["2026-12-29", "2027-01-26", "2027-02-23"]),
    ({"every": fact("2-None wk"), "lasts": fact("1-1 mo")}, "every 2 weeks for 1 month", ["2026-12-15", "2026-12-29"]),
    ({"every": fact("1-1 wk"), "lasts": fact("2-2 wk")}, "every week for 2 weeks", ["2026-12-08", "2026-12-15"]),
    ({"every": fact("1-1 mo"), "after": fact("3-3 mo")}, "every month from 3 months on", ["2027-03-01", "2027-04-01", "2027-05-01", "2027-06-01"]),
    ({"every": fact("1-1 mo"), "after": fact("1-1 mo"), "lasts": fact("3-3 mo")}, "every month for 3 months", ["2027-01-01", "2027-02-01", "2027-03-01"]),
    ({"every": fact("1-1 mo"), "after": fact("3-3 mo"), "lasts": fact("6-6 mo")}, "every month from 3 months on, for 6 months",
     ["2027-03-01", "2027-04-01", "2027-05-01", "2027-06-01"]),
    ({"every": fact("10-10 d"), "after": fact("2-2 wk"), "lasts": fact("1-1 mo")}, "every 10 days from 14 days on, for 1 month",
     ["2026-12-15", "2026-12-25"]),
    ({"undated": "nobody knows"}, "nobody knows", []),
]


@pytest.mark.parametrize(("when", "words", "expected"), TIMED, ids=[row[1] for row in TIMED])
def test_a_mark_in_words_and_on_days(when: dict, words: str, expected: list[str]) -> None:
    """1 December 2026 was the first dose. A range is taken at its longest; a time that is over ends on its last day."""
    found = due(**when)
    assert (found.when, [day.isoformat() for day in days(found, START, END)]) == (words, expected)
    assert (found.act, found.what, found.says, found.facts[0]) == (Act.CHECK, "The moon", "The moon is full.", FACT)
    assert found.facts == tuple(dict.fromkeys([FACT, *(each for each in (when.get(name) for name in ("every", "after", "lasts")) if each)]))
    assert found.count is None and found.past is ("past" in when)


DOSES = {
    "aza-dose-weight": ("A dose, by mouth", "Every day, by mouth.", "every day from the first", ["aza-dose-weight"]),
    "cpa-oral-dose": ("A dose, by mouth", "By mouth it is taken for 16 weeks or more.", "every day from the first, for 16 weeks", ["cpa-oral-duration"]),
    "rituximab-dose": ("A dose, into a vein", "4 doses, 1 week apart.", "at once, then after 1, 2 and 3 weeks", ["rituximab-schedule"]),
    "romiplostim-dose": ("A dose, under the skin", "Every week, under the skin.", "every week from the first", ["romiplostim-dose"]),
}


@pytest.mark.parametrize("name", DOSES)
def test_the_doses_come_first_and_stand_on_what_gives_their_times(name: str) -> None:
    regimen = next(regimen for _, regimen in GUIDELINE.regimens() if regimen.id == name)
    found = occasions(regimen)[0]
    assert (found.act, found.what, found.says, found.when, [each.id for each in found.facts]) == (Act.DOSE, *DOSES[name])
    assert (found.first, found.past) == (0, False)


def test_two_doses_are_named_apart() -> None:
    rituximab = next(regimen for _, regimen in GUIDELINE.regimens() if regimen.id == "rituximab-dose")
    two = replace(rituximab, count=replace(rituximab.count, details=(("count", "2"),)), interval=fact("2-4 wk"))
    found = occasions(two)[0]
    assert (found.when, [day.isoformat() for day in days(found, START, END)]) == ("at once, then after 2 weeks", ["2026-12-01", "2026-12-15"])
    assert [each.id for each in found.facts] == ["rituximab-schedule", "moon-2-4-wk"]


REACH = between(0, 6, "mo")
TIMES = [
    ({"at": fact("3-3 mo").low}, ["3"]), ({"undated": "nobody knows"}, []),
    ({"every": fact("1-1 mo"), "after": fact("3-3 mo")}, ["3", "4", "5", "6"]),
    ({"every": fact("2-2 wk"), "lasts": fact("6-6 mo")}, [str(n) for n in range(2, 27, 2)]),
    ({"every": fact("1-1 wk"), "lasts": fact("2-2 wk")}, ["1", "2"]),
]


@pytest.mark.parametrize(("when", "expected"), TIMES, ids=[str(n) for n in range(len(TIMES))])
def test_times_in_their_own_unit(when: dict, expected: list[str]) -> None:
    """As far as a picture reaches, where nothing else ends them; 6 months are 26.09 weeks."""
    assert [str(time) for time in times(due(**when), REACH)] == expected


def test_times_of_counted_doses() -> None:
    """Four weekly doses, however far a picture reaches; in one of two weeks there is room for three."""
    rituximab = next(regimen for _, regimen in GUIDELINE.regimens() if regimen.id == "rituximab-dose")
    assert times(occasions(rituximab)[0], REACH) == (0, 1, 2, 3)
    assert times(occasions(rituximab)[0], between(0, 2, "wk")) == (0, 1, 2)


def test_a_course_ends_the_day_before_its_time_is_over() -> None:
    """A dose on the first day counts: 16 weeks from 1 December end on 22 March. A check after 16 weeks is due on the 23rd."""
    oral = next(regimen for _, regimen in GUIDELINE.regimens() if regimen.id == "cpa-oral-dose")
    doses = occasions(oral)[0]
    assert last_day(doses, START, END) == date(2027, 3, 22) and len(days(doses, START, END)) == 112
    assert last_day(due(every=fact("1-1 wk"), lasts=fact("2-2 wk")), START, END) == date(2026, 12, 15)
    assert last_day(due(every=fact("1-1 wk")), START, END) == END


@pytest.mark.parametrize(("amount", "unit", "day"), [(1, "mo", "2026-02-28"), (13, "mo", "2027-02-28"), (2, "wk", "2026-02-14"), (36, "h", "2026-02-01"), (1, "d", "2026-02-01")])
def test_the_day_on_which_a_time_is_over(amount: int, unit: str, day: str) -> None:
    assert reached(date(2026, 1, 31), Fraction(amount), unit).isoformat() == day


def test_what_is_never_planned_says_why() -> None:
    why = {regimen.id: never_planned(GUIDELINE, therapy, regimen) for therapy, regimen in GUIDELINE.regimens()}
    assert {name for name, said in why.items() if said} == {"combo-regimen", "cpa-iv-dose"}
    assert why["combo-regimen"] == GUIDELINE.therapies["combination"].no_dose
    assert why["cpa-iv-dose"] == f"The source's wording is ambiguous, so it is never put on a calendar. {GUIDELINE.defects['SD-12'].handling}"
    assert not any(occasions(regimen) for _, regimen in GUIDELINE.regimens() if why[regimen.id])


def test_days_in_words() -> None:
    def several(*texts: str) -> tuple[date, ...]:
        return tuple(map(date.fromisoformat, texts))

    assert days_text(several("2027-03-14")) == "14 March 2027"
    assert days_text(several("2026-12-08", "2026-12-15")) == "8 and 15 December 2026"
    assert days_text(several("2026-11-30", "2026-12-07", "2026-12-14", "2027-01-04")) == "30 November; 7 and 14 December 2026; 4 January 2027"


def test_a_mark_says_when_exactly_once() -> None:
    fact = GUIDELINE.facts["aza-trial-length"]
    for wrong in ({}, {"at": fact.low, "undated": "never"}, {"at": fact.low, "every": fact}):
        with pytest.raises(BrokenGuideline, match="test_schedule.py:.*says it twice"):
            Mark(act=Act.CHECK, what="a test", fact=fact, **wrong)
