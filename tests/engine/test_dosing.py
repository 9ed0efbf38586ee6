"""A dose: what it stands on, what it was worked out from, and every word for one that isn't shown."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from guideline_core.engine.arithmetic import fits_between, surface_range, turning_weights, weight_range
from guideline_core.engine.dosing import regimen_result
from guideline_core.engine.patient import read_patient
from guideline_core.itp import GUIDELINE
from guideline_core.model.quantity import Range, between, exactly
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


@pytest.mark.parametrize("name", REGIMENS)
def test_the_weights_at_which_it_turns(name: str) -> None:
    """2 mg/kg meet 150 mg at 75 kg, 1 mg/kg at 150 kg: for the cap and for the flat dose alike. Nothing else has a limit."""
    assert turning_weights(REGIMENS[name]) == ({75, 150} if name.startswith("aza-") else frozenset())


def test_ranges_for_one_size() -> None:
    """Pictures and tables draw them: 60 kg, and 1.633 m² rounded to 2 m² to be redone in the head."""
    assert weight_range(REGIMENS["csa-dose"], Fraction(60)) == between(150, 180, "mg/d")
    assert weight_range(REGIMENS["aza-dose-weight"], Fraction(80)) == between(80, 150, "mg/d")
    assert weight_range(REGIMENS["aza-dose-weight"], Fraction(150)) == between(150, 150, "mg/d")
    assert weight_range(REGIMENS["aza-dose-weight"], Fraction("150.1")) is None
    assert surface_range(REGIMENS["rituximab-dose"], Fraction(2)) == between(750, 750, "mg")
    assert surface_range(REGIMENS["cpa-iv-dose"], Fraction(2)) == between(600, 2000, "mg")
    assert fits_between(REGIMENS["aza-dose-fixed"]) == Range(Fraction(75), Fraction(150), "kg")


def test_the_weights_of_a_flat_dose_follow_its_range() -> None:
    """150 mg inside 2 to 3 mg/kg: 50 to 75 kg."""
    flat = REGIMENS["aza-dose-fixed"]
    other = replace(flat, must_fit=replace(flat.must_fit, value=between(2, 3, "mg/kg/d")))
    assert fits_between(other) == Range(Fraction(50), Fraction(75), "kg") and turning_weights(other) == {50, 75}


def test_a_surface_is_written_with_four_decimals() -> None:
    """175 cm and 75 kg: √(175 × 75 ÷ 3600) = 1.909407, which × 375 is 716.0274 (C03)."""
    row = part("dose", "regimens", "rituximab-dose", C01.answers | {"height": "175", "weight": kg("75")})
    assert row["working"] == ["body surface (Mosteller): √(175 cm × 75 kg ÷ 3,600) = 1.9094 m²", "1.9094 m² × 375 mg/m² = 716.027 mg"]
    assert row["size"]["shown"] == "1.9094 m²"


def test_a_weight_is_written_with_three_decimals() -> None:
    """60.12346 × 2.5 is 150.30865, and × 3 is 180.37038."""
    row = part("dose", "regimens", "csa-dose", C01.answers | {"weight": kg("60.12346")})
    assert row["working"] == ["60.123 kg × 2.5 mg/kg a day = 150.309 mg a day", "60.123 kg × 3 mg/kg a day = 180.37 mg a day"]


@pytest.mark.parametrize(("amount", "shown"), [(1, "1 microgram a week"), (2, "2 micrograms a week")])
def test_one_of_a_unit(amount: int, shown: str) -> None:
    """A flat dose that no drug has."""
    weekly, patient = REGIMENS["romiplostim-dose"], read_patient(GUIDELINE, C01.answers, None)
    flat = replace(weekly, basis=Basis.FIXED, dose=replace(weekly.dose, value=exactly(amount, "ug/wk")), ends=("", ""), concentration=None)
    assert regimen_result(GUIDELINE, patient, GUIDELINE.therapies["romiplostim"], flat).shown == shown


SHARP = [
    ("150.04", "aza-dose-weight", "At 150.04 kg even the low end"), ("150.0004", "aza-dose-weight", "At 150.0004 kg even the low end"),
    ("160.126", "aza-dose-weight", "At 160.13 kg even the low end"),
    ("74.99996", "aza-dose-fixed", "For 74.99996 kg the flat dose would be 2.000001 mg/kg a day, above"),
    ("160.126", "aza-dose-fixed", "For 160.13 kg the flat dose would be 0.94 mg/kg a day, below"),
]


@pytest.mark.parametrize(("weight", "name", "text"), SHARP, ids=[f"{row[1]}-{row[0]}" for row in SHARP])
def test_a_weight_is_never_rounded_onto_the_limit_that_it_misses(weight: str, name: str, text: str) -> None:
    (reason,) = part("dose", "regimens", name, C01.answers | {"weight": kg(weight)})["reasons"]
    assert reason["text"].startswith(text)


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
