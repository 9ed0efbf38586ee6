"""Plans: the named cases, the rule for months against another calendar, and what no plan may ever show."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from random import Random

import pytest
from dateutil.relativedelta import relativedelta

from guideline_core.browser import call
from guideline_core.engine.schedule import days_text, occasions, reached
from guideline_core.itp import GUIDELINE
from guideline_core.model.origin import BrokenGuideline
from guideline_core.model.plan import Act, Mark
from guideline_core.model.question import calendar_date
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
    for what, days in expected.get("days", {}).items():
        assert lines[what]["days"] == days, what
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
    ("aza-dose-weight", "Past it: without a response, stop"): "after more than 6 months",
    ("csa-dose", "Creatinine, then every month"): "every month from 3 months on",
    ("cpa-oral-dose", "A dose, by mouth"): "every day from the first, for 16 weeks",
    ("rituximab-dose", "A dose, into a vein"): "at once, then after 1, 2 and 3 weeks",
    ("romiplostim-dose", "A dose, under the skin"): "every week from the first",
}


@pytest.mark.parametrize(("where", "words"), WORDS.items(), ids=lambda each: " ".join(each) if isinstance(each, tuple) else None)
def test_without_a_date_it_says_so_in_words(where: tuple[str, str], words: str) -> None:
    regimen = next(regimen for _, regimen in GUIDELINE.regimens() if regimen.id == where[0])
    assert {due.what: due.when for due in occasions(regimen)}[where[1]] == words


def test_days_in_words() -> None:
    def days(*texts: str) -> tuple[date, ...]:
        return tuple(map(date.fromisoformat, texts))

    assert days_text(days("2027-03-14")) == "14 March 2027"
    assert days_text(days("2026-12-08", "2026-12-15")) == "8 and 15 December 2026"
    assert days_text(days("2026-11-30", "2026-12-07", "2026-12-14", "2027-01-04")) == "30 November; 7 and 14 December 2026; 4 January 2027"


def test_a_mark_says_when_exactly_once() -> None:
    fact = GUIDELINE.facts["aza-trial-length"]
    for wrong in ({}, {"at": fact.low, "undated": "never"}, {"at": fact.low, "every": fact}):
        with pytest.raises(BrokenGuideline, match="test_schedule.py:.*says it twice"):
            Mark(act=Act.CHECK, what="a test", fact=fact, **wrong)
