"""A dose: what it stands on, what it was worked out from, and every word for one that isn't shown."""

from __future__ import annotations

from dataclasses import replace

import pytest

from guideline_core.engine.dosing import regimen_result
from guideline_core.engine.patient import read_patient
from guideline_core.itp import GUIDELINE
from guideline_core.model.quantity import exactly
from guideline_core.model.therapy import Basis, Regimen
from tests.engine.asked import ADULT, C01, answer, kg, part

REGIMENS = {regimen.id: regimen for _, regimen in GUIDELINE.regimens()}
EVERY = [pytest.param(therapy.id, regimen, id=regimen.id) for therapy, regimen in GUIDELINE.regimens()]
DU_BOIS = ["formula-du-bois-scale", "formula-du-bois-weight-power", "formula-du-bois-height-power"]

STANDS_ON = {
    "aza-dose-weight": ["aza-dose-weight", "aza-cap", "aza-tablet-25"],
    "aza-dose-fixed": ["aza-dose-fixed", "aza-dose-weight"],
    "csa-dose": ["csa-dose", "csa-two-doses", "csa-capsule-25"],
    "combo-regimen": ["combo-regimen"],
    "cpa-oral-dose": ["cpa-oral-dose", "cpa-capsule-50", "cpa-oral-duration"],
    "cpa-iv-dose": ["cpa-iv-dose", "formula-mosteller-divisor", *DU_BOIS],
    "eltrombopag-dose": ["eltrombopag-dose", "eltrombopag-tablet-12-5"],
    "rituximab-dose": [
        "rituximab-dose", "formula-mosteller-divisor", *DU_BOIS, "rituximab-schedule", "rituximab-vial-500", "rituximab-vial-100",
    ],
    "romiplostim-dose": ["romiplostim-dose", "romiplostim-solution", "romiplostim-syringe-step"],
}
"""The dose, what limits it, the formula of the size it goes by, and what each detail beside it comes from; then its notes."""


@pytest.mark.parametrize(("therapy", "regimen"), EVERY)
def test_a_dose_cites_all_that_it_stands_on(therapy: str, regimen: Regimen) -> None:
    row = part("dose", "regimens", regimen.id, C01.answers)
    own = STANDS_ON[regimen.id]
    assert row["facts"] == list(dict.fromkeys([*own, *(note.id for note in regimen.notes)]))
    cited = [(fact, c.source, c.locator) for fact in row["facts"] for c in GUIDELINE.facts[fact].citations]
    assert [(each["fact"], each["source"], each["locator"]) for each in row["citations"]] == cited
    assert (row["therapy"], row["label"], row["defects"]) == (therapy, regimen.label, list(regimen.defects))
    assert (row["ends"], row["route"], row["per"]) == (list(regimen.ends), regimen.route, regimen.per)


SIZES = {name: ("60", "kg", "60 kg") for name in ("aza-dose-weight", "aza-dose-fixed", "csa-dose", "cpa-oral-dose", "romiplostim-dose")}
SIZES |= {name: ("1.63299316186", "m2", "1.633 m²") for name in ("cpa-iv-dose", "rituximab-dose")}


@pytest.mark.parametrize("name", REGIMENS)
def test_a_dose_names_the_size_that_it_goes_by(name: str) -> None:
    """√(160 × 60 ÷ 3600) = 1.63299316186; the combination and eltrombopag go by none."""
    size = part("dose", "regimens", name, C01.answers)["size"]
    assert (size and (str(size["value"]), size["unit"], size["shown"])) == SIZES.get(name)


def test_a_flat_dose_that_fits_names_the_size_too() -> None:
    row = part("dose", "regimens", "aza-dose-fixed", C01.answers | {"weight": kg("100.25")})
    assert (row["outcome"], row["size"]["shown"]) == ("met", "100.2 kg")


REASONS = [
    ("aza-dose-fixed", {}, "fixed-dose-outside-range", ["weight"], ["aza-dose-fixed", "aza-dose-weight"], ["SD-01"]),
    ("aza-dose-weight", {"weight": kg("160")}, "cap-below-range", ["weight"], ["aza-cap"], ["SD-01"]),
    ("combo-regimen", {}, "no-dose-in-source", [], ["combo-regimen"], ["SD-34"]),
    ("csa-dose", {"weight": None}, "missing", ["weight"], [], []),
    ("rituximab-dose", {"height": None}, "missing", ["height"], [], []),
    ("cpa-iv-dose", {}, "ambiguous", [], [], ["SD-12"]),
    ("rituximab-dose", {"hbsag": None}, "gate-unanswered", ["hbsag"], None, []),
]


@pytest.mark.parametrize(("name", "changes", "code", "questions", "facts", "defects"), REASONS, ids=[f"{row[0]}-{row[2]}" for row in REASONS])
def test_a_reason_names_its_questions_facts_and_defects(
    name: str, changes: dict, code: str, questions: list, facts: list | None, defects: list,
) -> None:
    row = part("dose", "regimens", name, C01.answers | changes)
    (reason,) = row["reasons"]
    assert (reason["code"], reason["questions"]) == (code, questions)
    assert facts in (None, reason["facts"]) and set(reason["facts"]) <= set(row["facts"])
    assert facts is None or reason["defects"] == defects
    assert (row["missing"] == questions) is (code in ("missing", "gate-unanswered") or not questions)


WORDS = [
    ("csa-dose", {}, "met", "Dose within the source's range"),
    ("csa-dose", {"weight": None}, "unknown", "More is needed for a dose"),
    ("aza-dose-fixed", {}, "conflict", "The source contradicts itself: not offered"),
    ("csa-dose", {"bp_controlled": "no"}, "suppressed", "No dose is shown"),
    ("csa-dose", {"age": "17"}, "out-of-scope", "Outside this site"),
    ("csa-dose", {"weight": "heavy"}, "refused", "Please check the answers"),
]


@pytest.mark.parametrize(("name", "changes", "outcome", "label"), WORDS, ids=[row[2] for row in WORDS])
def test_an_outcome_in_words(name: str, changes: dict, outcome: str, label: str) -> None:
    row = part("dose", "regimens", name, C01.answers | changes)
    assert (row["outcome"], row["outcome_label"]) == (outcome, label)


def without(*names: str) -> dict:
    return {name: value for name, value in C01.answers.items() if name not in names}


TURNS = [
    ("csa-dose", C01.answers, ["If the clinician considers age a reason to avoid ciclosporin: no dose is shown."]),
    ("aza-dose-fixed", without("nudt15"), ["If NUDT15 is normal: the source contradicts itself, and it is not offered."]),
    ("aza-dose-weight", without("nudt15"), ["If NUDT15 is normal: a dose is shown."]),
    ("aza-dose-weight", without("nudt15", "weight"), ["If NUDT15 is normal: more is needed for a dose."]),
    ("rituximab-dose", without("hbsag", "height"), ["If HBsAg is negative: more is needed for a dose."]),
    ("aza-dose-weight", without("height") | {"weight": kg("150")}, ["If weight is over 150 kg: no dose is shown."]),
    ("aza-dose-fixed", C01.answers | {"weight": kg("100")}, [
        "If weight is under 75 kg: the source contradicts itself, and it is not offered.",
        "If TPMT is intermediate, deficient or indeterminate: no dose is shown.",
    ]),
    ("eltrombopag-dose", C01.answers, []),
    ("combo-regimen", C01.answers, []),
]


@pytest.mark.parametrize(("name", "answers", "texts"), TURNS, ids=[f"{row[0]}-{n}" for n, row in enumerate(TURNS)])
def test_what_would_turn_a_dose(name: str, answers: dict, texts: list[str]) -> None:
    """No gate is named behind another that still stands, and no weight where the dose goes by none."""
    assert [change["text"] for change in part("dose", "regimens", name, answers)["changes"]] == texts


@pytest.mark.parametrize(("amount", "shown"), [(1, "1 microgram a week"), (2, "2 micrograms a week")])
def test_one_of_a_unit(amount: int, shown: str) -> None:
    """A flat dose that no drug has."""
    weekly, patient = REGIMENS["romiplostim-dose"], read_patient(GUIDELINE, C01.answers, None)
    flat = replace(weekly, basis=Basis.FIXED, dose=replace(weekly.dose, value=exactly(amount, "ug/wk")), ends=("", ""), concentration=None)
    assert regimen_result(GUIDELINE, patient, GUIDELINE.therapies["romiplostim"], flat).shown == shown


def test_a_dose_of_one_therapy() -> None:
    found = answer("dose", C01.answers, therapy="azathioprine")["regimens"]
    assert [row["id"] for row in found] == ["aza-dose-weight", "aza-dose-fixed"]
    assert [row["id"] for row in answer("dose", C01.answers)["regimens"]] == list(REGIMENS)


NEXT = [
    ("azathioprine", ADULT | {"weight": kg("60")}, "tpmt", "One answer can decide azathioprine.", True, ["Azathioprine"]),
    ("rituximab", without("height"), "height", "One answer can decide rituximab.", True, ["Rituximab"]),
    ("rituximab", without("weight", "height"), "weight", "Rituximab can't be decided without it.", False, ["Rituximab"]),
    ("cyclophosphamide", without("fertility_discussed"), "fertility_discussed", "One answer can decide cyclophosphamide.", True, ["Cyclophosphamide"]),
]


@pytest.mark.parametrize(("therapy", "answers", "question", "text", "decides", "names"), NEXT, ids=[row[2] for row in NEXT])
def test_the_next_question_of_one_therapy(
    therapy: str, answers: dict, question: str, text: str, decides: bool, names: list[str],
) -> None:
    found = answer("dose", answers, therapy=therapy)["next"]
    assert (found["question"], found["text"], found["decides"], found["names"]) == (question, text, decides, names)
