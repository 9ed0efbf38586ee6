"""Boundaries: a comparison turns where its fact ends, and a dose or a class of response at its last weight or count."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction as F

import pytest

from guideline_core.engine.verify import Property, boundaries, verify
from guideline_core.engine.verify.ledger import Counterexample
from guideline_core.model.condition import Bound, Compare, Outcome
from guideline_core.model.guideline import Guideline
from guideline_core.model.quantity import Range, above, at_least, at_most, below, between, exactly
from guideline_core.model.statement import Gate
from guideline_core.model.therapy import Basis, Regimen
from tests.engine.verify.planted import bleeding, criterion, depth, fact, gate, lamp, regimen, therapy, world

CLASSES = 9
"""Three limits of the classes of response, each tried at three counts, in every world."""


def proved(guideline: Guideline) -> Property:
    (found,) = verify(guideline, ("bounded",))
    return found


# Comparisons


def within(low: int, high: int) -> Range:
    """Both ends out."""
    return Range(F(low), F(high), "cm", low_inclusive=False, high_inclusive=False)


@pytest.mark.parametrize(("value", "limit", "right", "wrong"), [
    (at_least(60, "cm"), 60, (">=", "<"), (">", "<=")),
    (above(60, "cm"), 60, (">", "<="), (">=", "<")),
    (at_most(60, "cm"), 60, ("<=", ">"), ("<", ">=")),
    (below(60, "cm"), 60, ("<", ">="), ("<=", ">")),
    (between(40, 60, "cm"), 40, (">=", "<"), (">", "<=")),
    (between(40, 60, "cm"), 60, ("<=", ">"), ("<", ">=")),
    (within(40, 60), 40, (">", "<="), (">=", "<")),
    (within(40, 60), 60, ("<", ">="), ("<=", ">")),
    (exactly(60, "cm"), 60, (">=", "<"), (">", "<=")),
], ids=str)
def test_a_comparison_splits_where_its_fact_ends(value: Range, limit: int, right: tuple[str, ...], wrong: tuple[str, ...]) -> None:
    """On the same side, or on the other; a single number is the least that counts."""
    for sign in (*right, *wrong):
        compare = Compare(depth, sign, Bound(F(limit), "cm", "deep"))
        found = proved(world((criterion("ford", compare),), facts=(fact("deep", value),)))
        assert [each.subject for each in found.counterexamples] == (["deep"] if sign in wrong else []), sign
        assert found.covered == found.walked == 3 + CLASSES


def test_how_a_comparison_is_said() -> None:
    deep = fact("deep", at_least(60, "cm"))
    for compare, how in ((depth >= deep.low, "60 cm or more”: just below, at and just above it is false, true, true"),
                         (depth < deep.low, "below 60 cm”: just below, at and just above it is true, false, false")):
        found = proved(world((criterion("ford", compare),), facts=(deep,)))
        assert found.examples == (Counterexample("deep", f"“the depth {how}", ()),)
    found = proved(world((criterion("ford", depth > deep.low),), facts=(deep,)))
    text = "“the depth above 60 cm” splits at another place than the fact '60 cm or more'"
    assert found.counterexamples == (Counterexample("deep", text, ()),)


# Doses

FLAT = regimen(fact("flat", exactly(300, "mg/d")), Basis.FIXED, must_fit=fact("by-weight", between(2, 4, "mg/kg/d")))
CAPPED = regimen(fact("capped", between(2, 4, "mg/kg/d")), Basis.WEIGHT, cap=fact("cap", exactly(200, "mg/d")))
OPEN = regimen(fact("open", between(2, 4, "mg/kg/d")), Basis.WEIGHT)
STOP = gate("emergency", bleeding.is_("yes"))
STEP = F(1, 10**8)
"""300 mg are 4 mg/kg for 75 kg and 2 mg/kg for 150 kg; a cap of 200 mg lies below 2 mg/kg from 100 kg on."""
TURNS = [(FLAT, 75), (FLAT, 150), (CAPPED, 100)]


def dosed(*regimens: Regimen, stops: Gate = STOP) -> Guideline:
    return world(therapies=(therapy("drug", gates=(stops,), regimens=regimens),))


def test_doses_that_end_where_they_should() -> None:
    found = proved(dosed(OPEN, FLAT, CAPPED))
    assert found.counterexamples == () and found.covered == found.walked == 0 + 6 + 3 + CLASSES


@pytest.mark.parametrize(("dose", "weight"), TURNS, ids=["flat, high end", "flat, low end", "capped"])
@pytest.mark.parametrize("beside", [-STEP, 0, STEP], ids=["below", "at", "above"])
def test_a_dose_that_errs_at_one_weight(dose: Regimen, weight: int, beside: F, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether it shows there and shouldn't, or the other way round."""
    sound = boundaries.regimen_result

    def errs(guideline, patient, therapy, regimen):
        result = sound(guideline, patient, therapy, regimen)
        if patient.values["weight"] != weight + beside:
            return result
        return replace(result, outcome=Outcome.CONFLICT if result.outcome is Outcome.MET else Outcome.MET)

    monkeypatch.setattr(boundaries, "regimen_result", errs)
    (found,) = proved(dosed(dose)).counterexamples
    assert (found.subject, found.text) == (f"Drug, {dose.id}", "its dose begins or ends at another weight")
    assert found.answers == ("Is there active serious bleeding now? No", f"Weight: {weight} kg")


def test_a_dose_that_no_patient_gets_has_no_boundary() -> None:
    """The gate before it never opens."""
    found = proved(dosed(FLAT, CAPPED, stops=gate("wall", lamp.is_("red", "green"))))
    assert found.counterexamples == () and found.walked == CLASSES


# Classes of response: complete from 100 on, none below 30, and none below twice the count before treatment.

LIMITS = {
    "iwg-cr-platelets": (F(0), F(100)),
    "iwg-r-platelets": (F(0), F(30)),
    # Midway between 30 and 100, where only the rise decides.
    "iwg-r-rise": (F(65, 2), F(65)),
}


@pytest.mark.parametrize("name", LIMITS)
@pytest.mark.parametrize("beside", [-STEP, 0, STEP], ids=["below", "at", "above"])
def test_a_class_that_errs_at_one_count(name: str, beside: F, monkeypatch: pytest.MonkeyPatch) -> None:
    baseline, count = LIMITS[name]
    planted = {"response_baseline": baseline, "response_count": count + beside, "response_bleeding": "no"}
    sound = boundaries.response_class
    monkeypatch.setattr(boundaries, "response_class", lambda rules, values: "none" if values == planted else sound(rules, values))
    (found,) = proved(world()).counterexamples
    assert (found.subject, found.text) == (name, "the class of response changes at another place than the fact says")
    assert len(found.answers) == 3
