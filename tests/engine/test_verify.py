"""What `verify` says of itself: counts, examples, counterexamples in words, and time."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from math import prod
from time import process_time

import pytest

from guideline_core.browser import call
from guideline_core.engine import arithmetic, dosing
from guideline_core.engine.assessment import assess, outcome_of
from guideline_core.engine.gates import gate_finding
from guideline_core.engine.patient import known_patient
from guideline_core.engine.sums import of_gate, summed
from guideline_core.engine.verify import PROPERTIES, Property, verify
from guideline_core.engine.verify.subjects import Subjects
from guideline_core.engine.verify.walk import Rule
from guideline_core.itp import GUIDELINE
from guideline_core.model.condition import Outcome
from guideline_core.model.quantity import Range
from guideline_core.model.therapy import Basis


@pytest.fixture(scope="module")
def run() -> tuple[dict[str, Property], float]:
    start = process_time()
    found = {each.id: each for each in verify(GUIDELINE)}
    return found, process_time() - start


@pytest.fixture(scope="module")
def found(run: tuple[dict[str, Property], float]) -> dict[str, Property]:
    return run[0]


def test_all_of_it_is_quick(run: tuple[dict[str, Property], float]) -> None:
    """The target is 20 s of one core; the limit leaves room for a slow or busy one."""
    print(f"verify: {run[1]:.1f} s")
    assert run[1] < 60


@pytest.mark.parametrize("name", PROPERTIES)
def test_it_holds(name: str, found: dict[str, Property]) -> None:
    assert found[name].counterexamples == ()


@pytest.mark.parametrize("name", PROPERTIES)
def test_it_says_what_it_did(name: str, found: dict[str, Property]) -> None:
    each = found[name]
    assert 0 < each.walked <= each.covered
    assert 0 < len(each.examples) <= 4
    assert all(example.subject and example.text for example in each.examples)
    assert all(answer and isinstance(answer, str) for example in each.examples for answer in example.answers)
    assert not any(example.text.isupper() for example in each.examples)
    assert len({example.subject for example in each.examples}) == len(each.examples), "examples of different subjects"


def test_a_million_patients_are_covered(found: dict[str, Property]) -> None:
    assert found["total"].covered >= 1_000_000
    assert found["sharp"].covered >= 1_000_000


def test_what_is_covered_is_counted_right(found: dict[str, Property]) -> None:
    """Rules over their own classes, and each therapy over the product of all its questions' classes."""
    subjects = Subjects(GUIDELINE)
    rules = sum(rule.size for rule in subjects.rules)
    therapies = 0
    for therapy in (t for t in GUIDELINE.therapies.values() if t.summed):
        asked = {term.id: term for rule in subjects.therapy_rules(therapy) for term in rule.terms}
        therapies += prod(len(subjects.classes.of(term)) for term in asked.values())
    assert found["total"].covered == found["sharp"].covered == rules + therapies
    assert found["monotone"].covered == rules + 18 * 18, "18 steps are allowed, and each pair of them is tried"


def test_what_stands_on_purpose_has_its_reason(found: dict[str, Property]) -> None:
    listed = [each for one in found.values() for each in one.listed]
    assert listed
    assert all(": " in each.text and each.answers for each in listed)


@pytest.mark.parametrize("name", PROPERTIES)
def test_one_alone_says_the_same(name: str, found: dict[str, Property]) -> None:
    """And tells how far it is, often enough for a bar that moves."""
    told = [0]
    assert list(verify(GUIDELINE, (name,), told.append)) == [found[name]]
    steps = [after - before for before, after in zip(told, told[1:])]
    assert all(step >= 100 for step in steps)
    assert max(steps) < max(1_000, found[name].walked / 10) and found[name].walked - told[-1] < 1_000


def test_the_door_says_the_same(found: dict[str, Property]) -> None:
    (answer,) = json.loads(call("verify", '{"property": "bounded"}'))["properties"]
    assert answer["walked"] == found["bounded"].walked and answer["counterexamples"] == []
    assert answer["examples"][0]["subject"] == found["bounded"].examples[0].subject


# The factoring: a join of rules comes to what the whole product comes to.


@pytest.mark.parametrize("name", ["romiplostim", "combination"])
def test_the_join_meets_every_class(name: str) -> None:
    """Where a therapy is small enough, the whole product is walked with the engine itself: the sums, and all that they
    can still become, are those of the join."""
    subjects = Subjects(GUIDELINE)
    product_of_all = whole_product(subjects, name)
    reached: set[tuple[Outcome, frozenset[Outcome]]] = set()
    for point, outcome in product_of_all.table.items():
        reached.add((outcome, product_of_all.completions[point]))
    assert reached == {(joint.outcome, joint.ends) for joint in subjects.joints(GUIDELINE.therapies[name])}


@pytest.mark.parametrize("name", [t.id for t in GUIDELINE.therapies.values() if t.summed])
def test_the_examples_of_a_join_are_examples(name: str) -> None:
    for joint in Subjects(GUIDELINE).joints(GUIDELINE.therapies[name]):
        patient = known_patient(GUIDELINE, dict(joint.example))
        (sums,) = (t for t in assess(GUIDELINE, patient).therapies if t.id == name)
        assert sums.outcome is joint.outcome


def whole_product(subjects: Subjects, name: str) -> Rule:
    """A therapy's sum as one rule over all its questions, without a join."""
    therapy = GUIDELINE.therapies[name]
    gates = (*GUIDELINE.common_gates, *therapy.gates)

    def outcome(values: Mapping[str, object]) -> Outcome:
        own = [outcome_of(GUIDELINE, values, criterion) for criterion in therapy.criteria]
        return summed((*own, *(of_gate(gate_finding(gate, values)) for gate in gates)))

    return subjects.classes.rule(name, name, [t for rule in subjects.therapy_rules(therapy) for t in rule.terms], outcome)


# Faults of the engine itself, which no copy of the rules can hold.


def fails(name: str) -> set[str]:
    (each,) = verify(GUIDELINE, (name,))
    return {found.subject for found in each.counterexamples}


def test_it_holds_of_doses_that_show() -> None:
    """Else the proof of safety would be one of nothing."""
    walked = Subjects(GUIDELINE)
    for therapy, regimen in GUIDELINE.regimens():
        shown = [dosing.regimen_result(GUIDELINE, patient, therapy, regimen).dose for patient in walked.doses(regimen, therapy)]
        assert any(shown) == (regimen.basis is not Basis.NONE), regimen.id


def test_an_engine_that_ignores_gates(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dosing, "gate_reasons", lambda gates: ())
    (each,) = verify(GUIDELINE, ("safe",))
    assert len(each.counterexamples) == len([r for _, r in GUIDELINE.regimens() if r.basis is not Basis.NONE])
    assert {f.text for f in each.counterexamples} == {"a dose is shown while a gate is closed or unanswered"}


@pytest.mark.parametrize("below, above", [(0, 1), (1, 0)])
def test_an_engine_that_rounds_outwards(below: int, above: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """At either end alone: the dose leaves the range."""
    sound = arithmetic.weight_range

    def rounded(regimen, weight):
        value = sound(regimen, weight)
        return value and Range(value.low - below, value.high + above, value.unit)

    monkeypatch.setattr(arithmetic, "weight_range", rounded)
    assert {"Ciclosporin, by weight", "Azathioprine, by weight"} <= fails("safe")


def test_an_engine_that_forgets_the_cap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(arithmetic, "weight_range", lambda regimen, weight: regimen.dose.value.times(weight, regimen.gives))
    assert fails("safe") == {"Azathioprine, by weight"}
    assert fails("bounded") == {"Azathioprine, by weight"}


def test_limits_of_response_that_the_facts_do_not_say() -> None:
    """The engine's classes against facts whose ends are turned from inclusive to strict."""
    for part, fact in (("complete", "iwg-cr-platelets"), ("partial", "iwg-r-platelets"), ("rise", "iwg-r-rise")):
        old = getattr(GUIDELINE.response, part)
        strict = replace(old, value=replace(old.value, low_inclusive=False))
        turned = replace(GUIDELINE, response=replace(GUIDELINE.response, **{part: strict}))
        (each,) = verify(turned, ("bounded",))
        assert [f.subject for f in each.counterexamples] == [fact]
