"""What an answer says, word by word: working, reasons, labels. Each sum can be redone in the head.

The patient is that of case C01: 34 years, female, 160 cm, 60 kg, creatinine 0.8 mg/dL; every gate open.
Body surface: √(160 × 60 ÷ 3600) = 1.63299 m² (Mosteller); by Du Bois 1.62206 m².
"""

from __future__ import annotations

import pytest

from tests.engine.asked import ADULT, C01, answer, kg, part


def regimen(name: str, **changes: object) -> dict:
    return part("dose", "regimens", name, C01.answers | changes)


# Doses: what is shown, how it was worked out, and what stands beside it as (code, label, text)

DOSES = {
    "aza-dose-weight": (
        "60 to 120 mg a day", "every day", "by mouth",
        ["60 kg × 1 mg/kg a day = 60 mg a day", "60 kg × 2 mg/kg a day = 120 mg a day"],
        [("multiples", "Whole 25 mg tablet multiples inside the range", "75, 100 mg a day")],
    ),
    "csa-dose": (
        "150 to 180 mg a day", "every day", "by mouth",
        ["60 kg × 2.5 mg/kg a day = 150 mg a day", "60 kg × 3 mg/kg a day = 180 mg a day"],
        [("half", "Each of two halves", "75 to 90 mg"), ("halves", "Equal halves in 25 mg steps", "150 mg a day")],
    ),
    "cpa-oral-dose": (
        "60 to 120 mg a day", "every day", "by mouth",
        ["60 kg × 1 mg/kg a day = 60 mg a day", "60 kg × 2 mg/kg a day = 120 mg a day"],
        [
            ("multiples", "Whole 50 mg capsule multiples inside the range", "100 mg a day"),
            ("course-total", "Least total of the shortest course",
             "6.72 to 13.44 g over 112 days. The source gives no end to the course; this site projects no further."),
        ],
    ),
    "cpa-iv-dose": (
        "489.9 to 1,632.9 mg", "a single dose", "into a vein",
        ["body surface (Mosteller): √(160 cm × 60 kg ÷ 3,600) = 1.633 m²", "1.633 m² × 0.3 g/m² = 489.898 mg",
         "1.633 m² × 1 g/m² = 1,632.993 mg"],
        [("other-surface", "By body surface (Du Bois), for comparison", "486.6 to 1,622.1 mg (1.6221 m²)")],
    ),
    "eltrombopag-dose": (
        "25 to 75 mg a day", "every day", "by mouth", [],
        [("multiples", "Whole 12.5 mg tablet multiples inside the range", "25, 37.5, 50, 62.5, 75 mg a day")],
    ),
    "rituximab-dose": (
        "612.4 mg", "each dose", "into a vein",
        ["body surface (Mosteller): √(160 cm × 60 kg ÷ 3,600) = 1.633 m²", "1.633 m² × 375 mg/m² = 612.372 mg"],
        [
            ("other-surface", "By body surface (Du Bois), for comparison", "608.3 mg (1.6221 m²)"),
            ("total", "All 4 doses", "4 × 612.4 mg = 2,449.5 mg"),
            ("vials", "Vials to cover it", "1 × 500 mg + 2 × 100 mg (700 mg) cover one dose. The dose is not rounded to vials."),
        ],
    ),
    "romiplostim-dose": (
        "start 60, ceiling 600 micrograms a week", "every week", "under the skin",
        ["60 kg × 1 microgram/kg a week = 60 micrograms a week", "60 kg × 10 micrograms/kg a week = 600 micrograms a week"],
        [("volume", "Volume to inject", "start 0.12 mL, ceiling 1.2 mL")],
    ),
}


UNIT = {
    "multiples": "mg/d", "half": "mg", "halves": "mg/d", "course-total": "g", "other-surface": "mg", "total": "mg", "vials": "mg",
    "volume": "mL",
}


@pytest.mark.parametrize("name", DOSES)
def test_a_dose(name: str) -> None:
    found = regimen(name)
    details = [(row["code"], row["label"], row["text"]) for row in found["details"]]
    assert (found["shown"], found["per"], found["route"], found["working"], details) == DOSES[name]
    assert (found["outcome"], found["outcome_label"], found["missing"]) == ("met", "Dose within the source's range", [])
    assert all(row["facts"] and row["unit"] == UNIT[row["code"]] for row in found["details"])


FLAT = "that the source gives as if it were the same. It is not offered."
OTHERWISE = [
    ("aza-dose-fixed", {}, "conflict", "The source contradicts itself: not offered", "fixed-dose-outside-range",
     f"For 60 kg the flat dose would be 2.5 mg/kg a day, above the range of 1 to 2 mg/kg a day {FLAT}", ["150 mg ÷ 60 kg = 2.5 mg/kg a day"]),
    ("aza-dose-fixed", {"weight": kg("160")}, "conflict", "The source contradicts itself: not offered", "fixed-dose-outside-range",
     f"For 160 kg the flat dose would be 0.94 mg/kg a day, below the range of 1 to 2 mg/kg a day {FLAT}", ["150 mg ÷ 160 kg = 0.94 mg/kg a day"]),
    ("aza-dose-fixed", {"weight": kg("74.999")}, "conflict", "The source contradicts itself: not offered", "fixed-dose-outside-range",
     f"For 74.999 kg the flat dose would be 2.00003 mg/kg a day, above the range of 1 to 2 mg/kg a day {FLAT}",
     ["150 mg ÷ 74.999 kg = 2.00003 mg/kg a day"]),
    ("aza-dose-weight", {"weight": kg("160")}, "suppressed", "No dose is shown", "cap-below-range",
     "At 160 kg even the low end of the range is above the cap of 150 mg a day. No dose is shown.",
     ["160 kg × 1 mg/kg a day = 160 mg a day", "160 kg × 2 mg/kg a day = 320 mg a day"]),
    ("combo-regimen", {}, "out-of-scope", "Outside this site", "no-dose-in-source",
     "The source gives no dose for any of the three drugs in combination. It is a specialist's treatment.", []),
    ("csa-dose", {"weight": None}, "unknown", "More is needed for a dose", "missing", "The dose needs weight.", []),
    ("aza-dose-fixed", {"weight": None}, "unknown", "More is needed for a dose", "missing", "The dose needs weight.", []),
    ("rituximab-dose", {"height": None}, "unknown", "More is needed for a dose", "missing", "The dose needs height.", []),
    ("rituximab-dose", {"height": None, "weight": None}, "unknown", "More is needed for a dose", "missing", "The dose needs weight and height.", []),
]


@pytest.mark.parametrize(
    ("name", "changes", "outcome", "label", "code", "text", "working"), OTHERWISE, ids=[f"{row[0]}-{row[4]}-{n}" for n, row in enumerate(OTHERWISE)],
)
def test_no_dose(name: str, changes: dict, outcome: str, label: str, code: str, text: str, working: list[str]) -> None:
    found = regimen(name, **changes)
    (reason,) = found["reasons"]
    assert (found["outcome"], found["outcome_label"], found["dose"], found["shown"]) == (outcome, label, None, "")
    assert (reason["code"], reason["text"], found["working"]) == (code, text, working)
    if code == "missing":
        assert reason["questions"] == found["missing"] != []


def test_a_capped_dose_says_so() -> None:
    """80 kg: 2 × 80 = 160 is above 150; at 75 kg both are 150 and nothing is held back."""
    capped = regimen("aza-dose-weight", weight=kg("80"))
    assert capped["shown"] == "80 to 150 mg a day"
    assert capped["working"][2:] == ["The high end is held at the cap of 150 mg a day."]
    assert len(regimen("aza-dose-weight", weight=kg("75"))["working"]) == 2


def test_at_the_cap_one_dose_is_left() -> None:
    only = regimen("aza-dose-weight", weight=kg("150"))
    assert (only["shown"], only["dose"]["low"], only["dose"]["high"]) == ("150 mg a day", 150, 150)
    flat = regimen("aza-dose-fixed", weight=kg("100"))
    assert (flat["shown"], flat["working"]) == ("150 mg a day", ["150 mg ÷ 100 kg = 1.5 mg/kg a day"])
    assert [(row["label"], row["text"]) for row in flat["details"]] == [("The flat dose by weight", "1.5 mg/kg a day")]


def test_doses_that_whole_units_miss() -> None:
    """Ciclosporin at 41 kg: 102.5 to 123 mg, where 2 × 50 and 2 × 75 lie outside."""
    half, halves = regimen("csa-dose", weight=kg("41"))["details"]
    assert half["text"] == "51.3 to 61.5 mg", "inwards: 51.25 up, 61.5 as it is"
    assert halves["text"] == "No dose in equal halves lies inside this range."
    _, unequal = regimen("csa-dose", weight=kg("45"))["details"]
    assert unequal["text"] == (
        "No dose in equal halves lies inside this range. In unequal parts 125 mg a day would; it is not offered."
    ), "112.5 to 135 mg holds 125, which is 50 and 75"
    assert unequal["values"] == []


def test_a_volume_that_the_syringe_can_only_approach() -> None:
    """61.3 kg: 61.3 micrograms ÷ 500 per mL = 0.1226 mL, drawn up as 0.12: 60, and 1.3 left. The ceiling is cut: 1.226 to 1.22."""
    (row,) = regimen("romiplostim-dose", weight=kg("61.3"))["details"]
    assert row["text"] == "start 0.12 mL, ceiling 1.22 mL (the start is 1.3 micrograms more than the syringe step holds)"
    (row,) = regimen("romiplostim-dose", weight=kg("63.9"))["details"]
    assert row["text"] == "start 0.13 mL, ceiling 1.27 mL (the start is 1.1 micrograms less than the syringe step holds)"


def test_an_ambiguous_dose_is_marked() -> None:
    (reason,) = regimen("cpa-iv-dose")["reasons"]
    assert reason["code"] == "ambiguous" and reason["text"].startswith("The source's wording is ambiguous. ") and reason["defects"] == ["SD-12"]


# Derived quantities

DERIVED = [
    ("bmi", "body mass index", "23.4", "60 kg ÷ (1.6 m)²"),
    ("bsa_mosteller", "body surface (Mosteller)", "1.633", "√(160 cm × 60 kg ÷ 3,600)"),
    ("bsa_du_bois", "body surface (Du Bois)", "1.6221", "0.007184 × 60^0.425 × 160^0.725"),
    ("creatinine_clearance", "creatinine clearance (Cockcroft-Gault)", "93.9", "(140 − 34) × 60 kg ÷ (72 × 0.8 mg/dL) × 0.85"),
    ("egfr", "eGFR (CKD-EPI 2021)", "99.1",
     "142 × min((0.8 mg/dL ÷ 0.7), 1)^−0.241 × max((0.8 mg/dL ÷ 0.7), 1)^−1.2 × 0.9938^34 × 1.012"),
    ("lowest_egfr", "the lowest known eGFR", "99.1", "the lowest of those known"),
]


def test_derived_quantities_show_their_working() -> None:
    found = answer("dose", C01.answers)["derived"]
    assert [(row["id"], row["label"], row["shown"], row["working"]) for row in found] == DERIVED
    heavier = answer("dose", C01.answers | {"weight": kg("60.12349")})["derived"]
    assert heavier[0]["working"] == "60.123 kg ÷ (1.6 m)²", "three decimals are enough to redo it"
    man = {row["id"]: row["working"] for row in answer("dose", C01.answers | {"sex": "M"})["derived"]}
    assert man["creatinine_clearance"] == "(140 − 34) × 60 kg ÷ (72 × 0.8 mg/dL)"
    assert man["egfr"] == "142 × min((0.8 mg/dL ÷ 0.9), 1)^−0.302 × max((0.8 mg/dL ÷ 0.9), 1)^−1.2 × 0.9938^34"


# Response: the count on treatment against a baseline of 20

COUNTED = ADULT | {"response_baseline": "20", "response_count": "120", "response_bleeding": "no"}
SINGLE = "A single count: unconfirmed."
PROVISO = ", provided that no rescue treatment was given between them"
CLASSES = [
    ({}, "met", "CR", "CR: complete response", False, SINGLE, ["120 ÷ 20 = 6-fold"]),
    ({"response_count": "45"}, "met", "R", "R: response", False, SINGLE, ["45 ÷ 20 = 2.2-fold"]),
    ({"response_count": "35"}, "not-met", "NR", "NR: no response", False, SINGLE, ["35 ÷ 20 = 1.8-fold"]),
    ({"response_count": "39.99"}, "not-met", "NR", "NR: no response", False, SINGLE, ["39.99 ÷ 20 = 1.9995-fold"]),
    ({"response_count": "25"}, "not-met", "NR", "NR: no response", False, SINGLE, ["25 ÷ 20 = 1.2-fold"]),
    ({"response_count": "120", "response_baseline": "0"}, "met", "CR", "CR: complete response", False, SINGLE, []),
    ({"response_count_second": "90"}, "met", "R", "R: response", None,
     "Two counts confirm it if they are 7 days or more apart; the time between them isn't known.", ["120 ÷ 20 = 6-fold"]),
    ({"response_count_second": "90", "response_days_apart": "7"}, "met", "R", "R: response", True,
     f"Confirmed by two counts 7 days apart{PROVISO}.", ["120 ÷ 20 = 6-fold"]),
    ({"response_count_second": "110", "response_days_apart": "6", "response_rescue": "no"}, "met", "CR", "CR: complete response", False,
     "Unconfirmed: the counts are 6 days apart, and 7 days or more are needed.", ["120 ÷ 20 = 6-fold"]),
    ({"response_count_second": "110", "response_days_apart": "8", "response_rescue": "no"}, "met", "CR", "CR: complete response", True,
     "Confirmed by two counts 8 days apart.", ["120 ÷ 20 = 6-fold"]),
    ({"response_count": "10", "response_count_second": "12", "response_days_apart": "1"}, "not-met", "NR", "NR: no response", True,
     f"Confirmed by two counts 1 day apart{PROVISO}.", ["10 ÷ 20 = 0.5-fold"]),
    ({"response_count": "10", "response_count_second": "50", "response_days_apart": "1"}, "not-met", "NR", "NR: no response", False,
     "Unconfirmed: the two counts differ.", ["10 ÷ 20 = 0.5-fold"]),
]


@pytest.mark.parametrize(("changes", "outcome", "name", "label", "confirmed", "confirmation", "working"), CLASSES, ids=[str(row[0]) for row in CLASSES])
def test_a_class(changes: dict, outcome: str, name: str, label: str, confirmed: bool | None, confirmation: str, working: list[str]) -> None:
    found = answer("response", COUNTED | changes)["response"]
    assert (found["outcome"], found["class"], found["label"]) == (outcome, name, label)
    assert (found["confirmed"], found["confirmation"], found["working"]) == (confirmed, confirmation, working)
    assert (found["reasons"], found["missing"]) == ([], [])
    apart = "iwg-nr-confirm-days" if name == "NR" else "iwg-confirm-days"
    assert found["facts"] == ["iwg-cr-platelets", "iwg-r-platelets", "iwg-r-rise", apart]


@pytest.mark.parametrize(
    ("changes", "code", "text", "missing"),
    [
        ({"response_bleeding": None}, "missing", "The class can't be told yet.", ["response_bleeding"]),
        ({"response_count": None, "response_baseline": None}, "missing", "The class can't be told yet.", ["response_baseline", "response_count"]),
        ({"response_rescue": "yes"}, "undecided", "Rescue treatment between the counts hides what this treatment does.", []),
    ],
)
def test_no_class_yet(changes: dict, code: str, text: str, missing: list[str]) -> None:
    found = answer("response", COUNTED | changes)["response"]
    (reason,) = found["reasons"]
    assert (reason["code"], reason["text"], reason["questions"], found["missing"]) == (code, text, missing, missing)
    assert (found["outcome"], found["class"], found["label"], found["confirmed"]) == ("unknown", None, "Not known yet", None)
    assert (found["confirmation"], found["working"]) == ("", [])


RULE = "Time on azathioprine above 6 months"
CLOCKS = [
    ({}, "not-met", None, "The time on treatment isn't known.", f"{RULE} and there is no response (here: complete response).", []),
    ({"response_count": "25"}, "unknown", None, "The time on treatment isn't known.",
     f"{RULE} and there is no response (here: no response).", ["azathioprine_months"]),
    ({"response_bleeding": None}, "unknown", None, "The time on treatment isn't known.",
     f"{RULE} and there is no response.", ["azathioprine_months", "response_bleeding"]),
    ({"response_count": "25", "azathioprine_months": "7"}, "met", "past", "past the window: without a response the source says to stop",
     f"{RULE} (here 7 months) and there is no response (here: no response).", []),
    ({"response_count": "45", "azathioprine_months": "3"}, "not-met", "window", "inside the source's window: the clinician decides",
     f"{RULE} (here 3 months) and there is no response (here: response).", []),
]


@pytest.mark.parametrize(("changes", "outcome", "band", "label", "text", "missing"), CLOCKS, ids=[str(row[0]) for row in CLOCKS])
def test_a_clock(changes: dict, outcome: str, band: str | None, label: str, text: str, missing: list[str]) -> None:
    found = answer("response", COUNTED | changes)["clock"]
    (reason,) = found["reasons"]
    assert (found["outcome"], found["clock"], found["label"], found["missing"]) == (outcome, band, label, missing)
    assert (reason["code"], reason["text"], reason["questions"]) == ("clock", text, missing)
    assert (reason["facts"], reason["defects"], found["defects"]) == (["aza-trial-length"], ["SD-36"], ["SD-36"])


# What stands in the way

STOPPED = [
    ({"active_bleeding": "yes"}, "out-of-scope", "Outside this site", "outside this site", "gate-closed",
     "Active serious bleeding is an emergency. This site stops here: use your emergency pathway."),
    (ADULT | {"age": "17"}, "out-of-scope", "Outside this site", "outside this site", "gate-closed",
     "This site speaks of adults only: the source's studies were in adults."),
    (ADULT | {"weight": "1,5"}, "refused", "Please check the answers", "check the answers", "refused",
     "“1,5” has a comma: write decimals with a point and thousands without a mark."),
]


@pytest.mark.parametrize(("answers", "outcome", "head", "therapy", "code", "text"), STOPPED, ids=["bleeding", "child", "comma"])
def test_a_barrier(answers: dict, outcome: str, head: str, therapy: str, code: str, text: str) -> None:
    """It stops every part of every answer, with the same reason and no number."""
    for name in ("dose", "assess", "response"):
        found = answer(name, answers)
        assert (found["outcome"], found["outcome_label"], found["derived"], found["notes"]) == (outcome, head, [], [])
        parts = [row for part in ("regimens", "criteria", "therapies") for row in found.get(part, ())]
        parts += [found[part] for part in ("phase", "response", "clock") if part in found]
        assert len(parts) >= 2
        for row in parts:
            (reason,) = row["reasons"]
            assert (row["outcome"], reason["code"], reason["text"], row["missing"]) == (outcome, code, text, [])
        for row in found.get("therapies", ()):
            assert (row["outcome_label"], row["gates"], row["notes"]) == (therapy, [], [])
        for row in found.get("regimens", ()):
            assert (row["gates"], row["details"], row["working"], row["dose"]) == ([], [], [], None)


def test_a_gate_says_what_would_open_it() -> None:
    """Closed ones first, then those that nobody answered."""
    found = answer("assess", {"active_bleeding": "no", "age": None, "pregnant": "yes"})
    assert (found["outcome"], found["outcome_label"]) == ("suppressed", "A safety question stands in the way")
    told = [(row["code"], row["text"], row["opens"], row["questions"]) for row in found["reasons"]]
    assert told == [
        ("gate-closed", "No dose is shown in pregnancy. The source says nothing on it: this is a specialist's decision.", "An answer of no to pregnancy.", []),
        ("gate-unanswered", "The age isn't known, and this site speaks of adults only.", "An adult's age.", ["age"]),
    ]
    assert [(gate["id"], gate["state"], gate["effect"], gate["layer"]) for gate in found["gates"]] == [
        ("emergency", "open", "out-of-scope", "site"), ("adult", "unanswered", "out-of-scope", "site"),
        ("pregnancy", "closed", "suppressed", "added"),
    ]
    (azathioprine,) = (row for row in found["therapies"] if row["id"] == "azathioprine")
    assert (azathioprine["outcome"], azathioprine["outcome_label"]) == ("suppressed", "a safety gate is closed")
    assert [gate["id"] for gate in azathioprine["gates"]][:3] == ["emergency", "adult", "pregnancy"]
    assert azathioprine["reasons"][0]["text"].startswith("No dose is shown in pregnancy")
    assert azathioprine["missing"][-1] == "new_cytopenia" and "age" in azathioprine["missing"]


def test_words_for_outcomes() -> None:
    found = answer("assess", C01.answers)
    labels = {row["outcome"]: row["outcome_label"] for row in found["therapies"]}
    assert labels.items() <= {
        "met": "the source's criteria are met", "not-met": "the source's criteria are not met", "unknown": "not decided yet",
        "conflict": "the source contradicts itself", "suppressed": "a safety gate is closed", "out-of-scope": "outside this site",
    }.items()
    labels = {row["outcome"]: row["outcome_label"] for row in found["criteria"]}
    assert labels.items() <= {
        "met": "met", "not-met": "not met", "unknown": "not known yet", "conflict": "the source contradicts itself",
        "suppressed": "a reason against", "out-of-scope": "outside this site",
    }.items()
    assert (found["outcome"], found["outcome_label"], found["reasons"]) == ("met", "", [])


# The question to answer next

NO_WEIGHT = {name: value for name, value in C01.answers.items() if name != "weight"}
NEXT = [
    ("response", {}, "active_bleeding", "One answer can decide both.", True),
    ("response", ADULT, "response_count", "One answer can decide the class.", True),
    ("response", COUNTED | {"response_count": "25"}, "azathioprine_start", "One answer can decide the time to judge.", True),
    ("response", COUNTED | {"response_bleeding": None}, "response_bleeding", "One answer can decide the class.", True),
    ("dose", {}, "active_bleeding", "One answer can decide every dose.", True),
    ("dose", ADULT, "weight", "One answer can decide romiplostim.", True),
    ("dose", NO_WEIGHT, "weight", "One answer can decide azathioprine, ciclosporin, cyclophosphamide, rituximab and romiplostim.", True),
    ("assess", {}, "active_bleeding", "One answer can decide every option.", True),
    ("assess", ADULT, "bleeding_risk", "One answer can decide eltrombopag, rituximab and romiplostim.", True),
    ("assess", C01.answers | {"platelets": None}, "platelets", "One answer can decide azathioprine and ciclosporin.", True),
]


@pytest.mark.parametrize(("name", "answers", "question", "text", "decides"), NEXT, ids=[f"{row[0]}-{row[2]}-{len(row[1])}" for row in NEXT])
def test_the_question_to_answer_next(name: str, answers: dict, question: str, text: str, decides: bool) -> None:
    found = answer(name, answers)["next"]
    assert (found["question"], found["text"], found["decides"]) == (question, text, decides)
    assert all(each[:1].lower() + each[1:] in text for each in found["names"]) or text.endswith(("both.", "every dose.", "every option."))


def test_nothing_to_answer_next() -> None:
    assert answer("response", COUNTED)["next"] is None and answer("dose", C01.answers)["next"] is None


# Dates and names

TODAY = "2026-11-22"
WRONG = [
    ({"wieght": "60"}, None, "wieght", "unknown-question", "there is no question “wieght”; did you mean weight?", "one of the ids that `questions` lists"),
    ({"moon": "full"}, None, "moon", "unknown-question", "there is no question “moon”", "one of the ids that `questions` lists"),
    ({"diagnosed": "2026-11-23"}, TODAY, "diagnosed", "future", "2026-11-23 is after today, 2026-11-22", "a date up to today"),
    ({"diagnosed": "1826-11-22"}, TODAY, "diagnosed", "bounds", "1826-11-22 is too long ago to be right", "a date as YYYY-MM-DD, such as 2026-03-14"),
    ({"diagnosed": "2026-03-22"}, None, "today", "today-missing", "a date was given, and today's date is missing", "the reader's calendar date as YYYY-MM-DD"),
    ({}, "tomorrow", "today", "date", "“tomorrow” is not a date", "the reader's calendar date as YYYY-MM-DD"),
    ({"diagnosed": "2026-03-22", "months_since_diagnosis": "3"}, TODAY, "months_since_diagnosis", "disagree",
     "the date of diagnosis gives 8 months, but 3 were given", "a date, or a time that agrees with it"),
    ({"months_since_diagnosis": "601"}, None, "months_since_diagnosis", "inconsistent", "time since diagnosis is longer than the patient's life",
     "a time within the age given"),
]


@pytest.mark.parametrize(("answers", "today", "question", "code", "message", "accepted"), WRONG, ids=[f"{row[2]}-{row[3]}" for row in WRONG])
def test_refusals(answers: dict, today: str | None, question: str, code: str, message: str, accepted: str) -> None:
    found = answer("assess", ADULT | answers, today=today)
    told = [(row["question"], row["code"], row["message"], row["accepted"]) for row in found["refusals"]]
    assert told == [(question, code, message, accepted)]
    assert found["outcome"] == "refused"


def test_answers_that_are_no_object() -> None:
    for name in ("dose", "assess", "response"):
        (refused,) = answer(name, ["weight"])["refusals"]
        assert (refused["question"], refused["code"]) == ("answers", "shape")
        assert (refused["message"], refused["accepted"]) == ("“answers” is not an object", "an object of question ids and answers")


def test_what_is_unusual_is_said() -> None:
    """160 cm and 38 kg are right, and 38 kg is unusual."""
    found = answer("dose", C01.answers | {"weight": kg("38")})
    notes = [(row["code"], row["text"], row["questions"]) for row in found["notes"] if row["code"] == "unusual"]
    assert ("unusual", "Weight is outside 40 to 150 kg: is this right?", ["weight"]) in notes
