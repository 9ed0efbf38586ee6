"""No dead rule: a world of many rules, each with one thing wrong with it, or with none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from guideline_core.engine.verify import Property, subjects, verify
from guideline_core.engine.verify.ledger import Counterexample
from guideline_core.model.condition import Contested, Outcome
from guideline_core.model.quantity import exactly
from guideline_core.model.statement import Band
from guideline_core.model.therapy import Basis
from tests.engine.verify.planted import criterion, fact, gate, lamp, rain, regimen, therapy, wind, world

GREEN, DRY, CALM = lamp.is_("green"), rain.is_("none"), wind.is_("calm")
ANY, ANY_SAID = lamp.is_("green", "red"), "the lamp is green or the lamp is red"
NEVER, NEVER_SAID = GREEN & ~GREEN, "the lamp is green and not (the lamp is green)"


def contested(part) -> Contested:
    return Contested(part, "D-1", ("bold", "shy"))


CRITERIA = [
    (criterion("two limbs", GREEN & DRY), ""),
    (criterion("a caution", GREEN, otherwise=Outcome.SUPPRESSED), ""),
    (criterion("a conflict", GREEN | contested(DRY & CALM)), ""),
    (criterion("two halves, one contested", GREEN | contested(~GREEN)), ""),
    (criterion("a caution of two halves", GREEN | contested(~GREEN), otherwise=Outcome.SUPPRESSED), ""),
    (criterion("it never holds", NEVER), "no patient reaches “met”"),
    (criterion("it always holds", ANY), "no patient reaches “not-met”"),
    (criterion("a caution for nobody", ANY, otherwise=Outcome.SUPPRESSED), "no patient reaches “suppressed”"),
    (criterion("a conflict for nobody", GREEN | contested(NEVER)), "no patient reaches “conflict”"),
    (criterion("a conflict for all", DRY & contested(ANY)), "no patient reaches “met”"),
    (criterion("halves that overlap", GREEN | contested(ANY)), "no patient reaches “not-met”"),
    (criterion("two halves and a third", GREEN | contested(~GREEN) | DRY), "no patient reaches “not-met”"),
    (criterion("two halves, none contested", GREEN | ~GREEN), "no patient reaches “not-met”"),
    (criterion("a dead limb", NEVER | DRY), f"no patient meets “{NEVER_SAID}”"),
    (criterion("a dead limb of a limb", ~(DRY & (CALM | NEVER))), f"no patient meets “{NEVER_SAID}”"),
    (criterion("an idle limb", DRY & ANY), f"every patient meets “{ANY_SAID}”"),
]
GATES = [
    (gate("a gate", ~DRY), ""),
    (gate("a gate before all", ~DRY, effect=Outcome.OUT_OF_SCOPE), ""),
    (gate("a wall", ANY), "no patient reaches “met”"),
    (gate("a hole", NEVER), "no patient reaches “suppressed”"),
    (gate("a hole before all", NEVER, effect=Outcome.OUT_OF_SCOPE), "no patient reaches “out-of-scope”"),
    (gate("a gate with an idle limb", ~DRY & ANY), f"every patient meets “{ANY_SAID}”"),
]
COMMON, LOOSE = gate("a common gate", ~CALM), gate("a loose gate", ~DRY)
BANDED, PHASE = (
    criterion(id, DRY, bands=(Band("dry", DRY, "dry"), Band("wet", NEVER, "wet and dry"))) for id in ("banded", "phase")
)


@pytest.fixture(scope="module")
def found() -> Property:
    ferry = therapy("ferry", gates=tuple(each for each, _ in GATES))
    criteria = (*(each for each, _ in CRITERIA), BANDED)
    return next(verify(world(criteria, (ferry,), (COMMON,), gates=(COMMON, *ferry.gates, LOOSE), phases=PHASE), ("alive",)))


@pytest.mark.parametrize(("label", "text"), [
    *((planted.label, text) for planted, text in (*CRITERIA, *GATES)),
    ("Banded: dry", ""), ("Banded: wet and dry", "no patient is in it"),
    ("Phase: dry", ""), ("Phase: wet and dry", "no patient is in it"),
    ("A Common Gate", ""), ("A Loose Gate", "the gate is stated, and stands before no dose"),
])
def test_what_is_wrong_with_a_rule(label: str, text: str, found: Property) -> None:
    assert said_of(found, label) == text


def test_a_fault_of_a_rule_has_no_patient(found: Property) -> None:
    assert all(each.answers == () for each in found.counterexamples)


def test_a_living_rule_is_shown_where_it_is_met(found: Property) -> None:
    said = "can be met, not met and left open; here it is met"
    assert found.examples[:2] == (
        Counterexample("Two Limbs", said, ("Lamp: Green", "Rain: None")), Counterexample("A Caution", said, ("Lamp: Green",)),
    )


def said_of(found: Property, subject: str) -> str:
    return next((each.text for each in found.counterexamples if each.subject == subject), "")


def test_an_engine_that_comes_to_more_than_the_rule_names(monkeypatch: pytest.MonkeyPatch) -> None:
    sound = subjects.outcome_of
    monkeypatch.setattr(
        subjects, "outcome_of",
        lambda guideline, values, criterion: Outcome.CONFLICT if values == {"lamp": "green"} else sound(guideline, values, criterion),
    )
    (each,) = next(verify(world((criterion("both", GREEN & DRY),)), ("alive",))).counterexamples
    assert each == Counterexample("Both", "“conflict” is reached and not named", ("Lamp: Green",))


def test_what_is_walked_is_counted() -> None:
    """The class of the response, and besides: a criterion of 9, its two limbs and its band of 3 each; a gate of 3; two defects."""
    (nothing,), (found,) = (tuple(verify(each, ("alive",))) for each in (
        world(), world((criterion("both", GREEN & DRY, defects=("D-1",), bands=(Band("dry", DRY, "dry"),)),),
                       (therapy("ferry", gates=(gate("rain gate", ~DRY, defects=("D-2",)),)),)),
    ))
    assert found.covered - nothing.covered == found.walked - nothing.walked == 9 + 3 + 3 + 3 + 3 + 2


# The handling of a defect

GATED = gate("rain gate", ~DRY, defects=("D-9",))
OARS = regimen(fact("oars", exactly(2, "mg/d")), Basis.FIXED)


@pytest.mark.parametrize(("parts", "shows"), [
    pytest.param({"criteria": (criterion("go", GREEN, defects=("D-9",)),)}, True, id="a criterion"),
    pytest.param({"common": (GATED,)}, True, id="a gate before everything"),
    pytest.param({"therapies": (therapy("ferry", gates=(GATED,)),)}, True, id="a gate before a therapy that is summed up"),
    pytest.param({"therapies": (therapy("raft", gates=(GATED,), summed=False, regimens=(OARS,)),)}, True, id="a gate before a dose"),
    pytest.param({"therapies": (therapy("raft", summed=False, regimens=(replace(OARS, defects=("D-9",)),)),)}, True, id="a dose"),
    pytest.param({"therapies": (therapy("raft", gates=(GATED,), summed=False),)}, False, id="a gate before nothing"),
])
def test_a_defect_that_is_named_shows(parts: dict, shows: bool) -> None:
    """In some answer to a patient of whom nothing is known."""
    found = next(verify(world(**parts), ("alive",)))
    assert said_of(found, "D-9") == ("" if shows else "its handling shows up in no answer")
