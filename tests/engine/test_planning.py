"""A plan as it is told: two of them whole, what is said where there is none, and the days that are refused."""

from __future__ import annotations

import pytest

from guideline_core.itp import GUIDELINE
from tests.engine.asked import ADULT, C01, answer

TODAY = "2026-11-25"
STARTS = {"plan_start": "2026-12-01"}


def plan(regimen: str | None, answers: dict = C01.answers, **more: object) -> dict:
    return answer("plan", answers | STARTS | {"plan_regimen": regimen} | more, today=TODAY)["plan"]


LINES = {
    "rituximab-dose": [
        ("before.rituximab-hepatitis-b.0", "HBsAg and total anti-HBc", "before the first dose", [], None, False, "added", ["SD-30"]),
        ("before.rituximab-vaccines-before.0", "Inactivated vaccines", "before the first dose", [], None, False, "added", ["SD-30"]),
        ("dose.rituximab-schedule.0", "A dose, into a vein", "1, 8, 15 and 22 December 2026",
         ["2026-12-01", "2026-12-08", "2026-12-15", "2026-12-22"], None, False, "source", ["SD-44"]),
        ("check.rituximab-igg.0", "Immunoglobulins", "no frequency is given", [], None, False, "added", []),
        ("judge.pitfall-ineffective-therapy.0", "Is it working?", "the source gives no time at which to judge", [], None, False, "source", []),
    ],
    "aza-dose-weight": [
        ("before.aza-anz-tpmt.0", "TPMT", "before the first dose", [], None, False, "added", []),
        ("before.aza-nudt15-silent.0", "NUDT15", "before the first dose", [], None, False, "added", []),
        ("dose.aza-dose-weight.0", "A dose, by mouth", "every day from 1 December 2026", ["2026-12-01"], "2027-06-01", True, "source", ["SD-01", "SD-29"]),
        ("check.aza-blood-count-early.1", "Full blood count", "8, 15, 22 and 29 December 2026",
         ["2026-12-08", "2026-12-15", "2026-12-22", "2026-12-29"], None, False, "added", []),
        ("check.aza-blood-count-later.3", "Full blood count and liver tests, at the latest", "1 March; 1 June 2027",
         ["2027-03-01", "2027-06-01"], None, True, "added", []),
        ("judge.aza-trial-length.3", "The time to judge begins", "1 March 2027", ["2027-03-01"], None, False, "source", ["SD-36"]),
        ("judge.aza-trial-length.6", "The time to judge ends", "1 June 2027", ["2027-06-01"], None, False, "source", ["SD-36"]),
        ("stop.aza-stop-no-response.6", "Past it: without a response the source says to stop", "2 June 2027", ["2027-06-02"], None, False, "source", ["SD-36"]),
        ("check.aza-monitor-transaminases.0", "Transaminases", "the source gives no frequency", [], None, False, "source", []),
    ],
    "cpa-oral-dose": [
        # 16 weeks are 112 days: 23 March is the day after the last, which is the 112th.
        ("dose.cpa-oral-duration.0", "A dose, by mouth", "every day from 1 December 2026 to 22 March 2027",
         ["2026-12-01"], "2027-03-22", False, "source", ["SD-14"]),
        ("stop.cpa-oral-duration.16", "The shortest course is over", "23 March 2027", ["2027-03-23"], None, False, "source", ["SD-14"]),
        ("check.cpa-oral-no-end.0", "Blood count and bladder", "the source names no check", [], None, False, "site", ["SD-14"]),
        ("judge.pitfall-ineffective-therapy.0", "Is it working?", "the source gives no time at which to judge", [], None, False, "source", []),
        ("stop.cpa-oral-no-end.0", "The end of treatment", "the source gives no end", [], None, False, "site", ["SD-14"]),
    ],
}
"""What comes first, then by day, of one day in the order check, judge, stop; then what has no day."""


@pytest.mark.parametrize("regimen", LINES)
def test_a_plan_line_by_line(regimen: str) -> None:
    lines = plan(regimen)["lines"]
    told = [(row["id"].removeprefix(f"{regimen}."), row["what"], row["when"], row["days"], row["until"], row["goes_on"], row["layer"], row["defects"])
            for row in lines]
    assert told == LINES[regimen]
    for row in lines:
        assert row["id"].split(".")[1:3] == [row["act"], row["facts"][0]]
        cited = [(fact, c.source, c.locator) for fact in row["facts"] for c in GUIDELINE.facts[fact].citations]
        assert [(each["fact"], each["source"], each["locator"]) for each in row["citations"]] == cited
        first = GUIDELINE.facts[row["facts"][0]]
        assert row["says"] == ("Every day, by mouth." if row["facts"] == [regimen] else first.says)


def test_the_frame_of_a_plan() -> None:
    """Six months from the first dose, with a tick on the same day of each."""
    found = plan("aza-dose-weight")
    assert (found["outcome"], found["outcome_label"], found["name"]) == ("met", "Dates and dose", "Azathioprine, by weight")
    assert (found["start"], found["end"]) == ("2026-12-01", "2027-06-01")
    assert [tick["text"] for tick in found["ticks"]] == ["1 Dec", "1 Jan", "1 Feb", "1 Mar", "1 Apr", "1 May", "1 Jun"]
    assert [tick["day"] for tick in found["ticks"]] == ["2026-12-01", *(f"2027-0{month}-01" for month in range(1, 7))]
    assert (found["facts"], found["defects"], found["missing"], found["reasons"]) == (["site-plan-counted", "site-plan-reach"], ["SD-01"], [], [])
    assert [each["fact"] for each in found["citations"]] == found["facts"]
    assert found["dose"]["shown"] == "60 to 120 mg a day"
    assert [gate["id"] for gate in found["gates"]][-4:] == ["tpmt", "nudt15", "xanthine-oxidase", "new-cytopenia"]


def test_ticks_at_the_end_of_a_month() -> None:
    ticks = plan("csa-dose", plan_start="2026-08-31")["ticks"]
    assert [tick["text"] for tick in ticks] == ["31 Aug", "30 Sep", "31 Oct", "30 Nov", "31 Dec", "31 Jan", "28 Feb"]


def without(*names: str) -> dict:
    return {name: value for name, value in C01.answers.items() if name not in names}


WAITING = [
    (without("xanthine_oxidase_inhibitor"), ["gate-unanswered"], ["xanthine_oxidase_inhibitor"]),
    (without("weight"), ["missing"], ["weight"]),
    (without("tpmt", "nudt15"), ["gate-unanswered", "gate-unanswered"], ["tpmt", "nudt15"]),
]


@pytest.mark.parametrize(("answers", "codes", "missing"), WAITING, ids=[str(row[2]) for row in WAITING])
def test_dates_alone_while_an_answer_is_missing(answers: dict, codes: list[str], missing: list[str]) -> None:
    found = plan("aza-dose-weight", answers)
    assert (found["outcome"], found["outcome_label"]) == ("unknown", "Dates alone: no dose is shown yet")
    assert ([reason["code"] for reason in found["reasons"]], found["missing"]) == (codes, missing)
    assert found["dose"]["shown"] == "" and len(found["lines"]) == len(LINES["aza-dose-weight"])


EMERGENCY = "Active serious bleeding is an emergency. This site stops here: use your emergency pathway."
NONE = [
    ("an emergency", "aza-dose-weight", C01.answers | {"active_bleeding": "yes"}, "out-of-scope", "Not planned here", "", "gate-closed", EMERGENCY, [], []),
    ("a wrong answer", "aza-dose-weight", C01.answers | {"weight": "heavy"}, "refused", "Please check the answers", "", "refused",
     "“heavy” is not a number.", [], []),
    ("pregnancy", "csa-dose", C01.answers | {"pregnant": "yes"}, "suppressed", "No plan is shown", "Ciclosporin", "gate-closed",
     "No dose is shown in pregnancy. The source says nothing on it: this is a specialist's decision.", [], []),
    ("pregnancy not known", "csa-dose", without("pregnant"), "suppressed", "No plan is shown", "Ciclosporin", "gate-unanswered",
     "It isn't known whether the patient is pregnant.", ["pregnant"], []),
    ("no treatment", None, C01.answers, "unknown", "More is needed for a plan", "", "missing", "A plan needs the treatment.", ["plan_regimen"], []),
    ("a flat dose that doesn't fit", "aza-dose-fixed", C01.answers, "conflict", "The source contradicts itself: not planned",
     "Azathioprine, flat dose", "fixed-dose-outside-range", None, [], ["SD-01"]),
    ("a closed gate", "csa-dose", C01.answers | {"bp_controlled": "no"}, "suppressed", "No plan is shown", "Ciclosporin", "gate-closed", None, [],
     ["SD-27", "SD-37"]),
    ("a cap below the range", "aza-dose-weight", C01.answers | {"weight": "155"}, "suppressed", "No plan is shown", "Azathioprine, by weight",
     "cap-below-range", None, [], ["SD-01"]),
    ("a closed gate beside one that waits", "aza-dose-weight", without("nudt15") | {"tpmt": "deficient"}, "suppressed", "No plan is shown",
     "Azathioprine, by weight", "gate-closed", None, [], ["SD-01"]),
    ("the combination", "combo-regimen", C01.answers, "out-of-scope", "Not planned here", "Azathioprine, mycophenolate and ciclosporin", "never-planned",
     GUIDELINE.therapies["combination"].no_dose, [], []),
]


@pytest.mark.parametrize(
    ("regimen", "answers", "outcome", "label", "name", "code", "text", "missing", "defects"), [row[1:] for row in NONE], ids=[row[0] for row in NONE],
)
def test_why_there_is_no_plan(
    regimen: str | None, answers: dict, outcome: str, label: str, name: str, code: str, text: str | None, missing: list, defects: list,
) -> None:
    found = plan(regimen, answers)
    assert (found["outcome"], found["outcome_label"], found["name"]) == (outcome, label, name)
    assert (found["start"], found["end"], found["ticks"], found["lines"], found["facts"], found["citations"]) == (None, None, [], [], [], [])
    assert found["reasons"][0]["code"] == code and text in (None, found["reasons"][0]["text"])
    assert (found["missing"], found["defects"]) == (missing, defects)
    withheld = code in ("fixed-dose-outside-range", "cap-below-range") or regimen and code == "gate-closed" and defects
    assert bool(found["dose"]) is bool(found["gates"]) is bool(withheld)


def test_what_a_plan_still_needs() -> None:
    for answers, missing, text in (
        ({"plan_start": None}, ["plan_regimen", "plan_start"], "A plan needs the treatment and the date of the first dose."),
        ({"plan_start": None, "plan_regimen": "csa-dose"}, ["plan_start"], "A plan needs the date of the first dose."),
    ):
        found = answer("plan", C01.answers | answers, today=TODAY)["plan"]
        (reason,) = found["reasons"]
        assert (reason["text"], reason["questions"], found["missing"]) == (text, missing, missing)


def test_what_is_never_planned_needs_no_date() -> None:
    (reason,) = answer("plan", C01.answers | {"plan_regimen": "cpa-iv-dose"}, today=TODAY)["plan"]["reasons"]
    assert (reason["code"], reason["facts"], reason["defects"]) == ("never-planned", ["cpa-iv-dose"], ["SD-12", "SD-13"])
    assert reason["text"] == f"The source's wording is ambiguous, so it is never put on a calendar. {GUIDELINE.defects['SD-12'].handling}"


FAR = "a date within 1 year of today"
REFUSED = [
    ({"plan_start": "2027-11-25"}, TODAY, []),
    ({"plan_start": "2027-11-26"}, TODAY, [("plan_start", "bounds", "26 November 2027 is more than 1 year away from today, 25 November 2026", FAR)]),
    ({"plan_start": "2025-11-25"}, TODAY, []),
    ({"plan_start": "2025-11-24"}, TODAY, [("plan_start", "bounds", "24 November 2025 is more than 1 year away from today, 25 November 2026", FAR)]),
    ({"plan_start": "2026-12-01"}, None, [("today", "today-missing", "a date was given, and today's date is missing", None)]),
    ({"plan_start": "2026-12-01"}, "soon", [("today", "date", "“soon” is not a date", None)]),
    ({"plan_start": "soon"}, TODAY, [("plan_start", "date", "“soon” is not a date", None)]),
    ({"plan_start": "9999-01-01"}, "9998-12-31", [("plan_start", "bounds", None, FAR)]),
    ({"plan_regimen": "moon"}, TODAY, [("plan_regimen", "choice", "“moon” is not an answer to “Which treatment?”", None)]),
    ({"plan_start": "soon", "plan_regimen": "moon"}, TODAY, [("plan_regimen", "choice", None, None), ("plan_start", "date", None, None)]),
]


@pytest.mark.parametrize(("answers", "today", "expected"), REFUSED, ids=[f"{row[0]}-{row[1]}" for row in REFUSED])
def test_what_a_plan_can_t_be_asked(answers: dict, today: str | None, expected: list[tuple]) -> None:
    found = answer("plan", ADULT | {"plan_regimen": "csa-dose"} | answers, today=today)
    told = [(row["question"], row["code"], row["message"], row["accepted"]) for row in found["refusals"]]
    assert len(told) == len(expected)
    for row, (question, code, message, accepted) in zip(told, expected, strict=True):
        assert row[:2] == (question, code) and message in (None, row[2]) and accepted in (None, row[3])
    assert (found["plan"]["outcome"] == "refused") is bool(expected)


def test_answers_that_are_no_object() -> None:
    found = answer("plan", ["weight"], today=TODAY)
    assert [row["question"] for row in found["refusals"]] == ["answers"] and found["plan"]["outcome"] == "refused"
