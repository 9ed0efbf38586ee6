"""What is walked of a guideline: which rules there are, what each reads, and the patients that its doses are tried on."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction as F
from itertools import product

import pytest

from guideline_core.engine.patient import Patient
from guideline_core.engine.verify.subjects import Subjects
from guideline_core.itp import GUIDELINE
from guideline_core.model.condition import Outcome
from guideline_core.model.quantity import between, exactly
from guideline_core.model.therapy import Basis, Regimen
from tests.engine.verify.planted import criterion, fact, gate, lamp, rain, regimen, therapy, wind, world

MET, NOT_MET, UNKNOWN, SUPPRESSED, OUT = Outcome.MET, Outcome.NOT_MET, Outcome.UNKNOWN, Outcome.SUPPRESSED, Outcome.OUT_OF_SCOPE
GO = criterion("go", lamp.is_("green"))
CAREFUL = criterion("careful", wind.is_("calm"), otherwise=SUPPRESSED)
SAID = criterion("said", wind.is_("calm"), fixed=UNKNOWN)
JUDGED = GUIDELINE.response.judged
FLOOD, STORM = gate("flood", rain.is_("heavy")), gate("storm", wind.is_("gale"), effect=OUT)
FERRY, RAFT = therapy("ferry", criteria=(CAREFUL, GO), gates=(STORM,)), therapy("raft", gates=(STORM,), summed=False)
WALKED = Subjects(world((SAID, JUDGED), (FERRY, RAFT), (FLOOD,)))


def test_a_criterion_is_a_rule_unless_it_is_fixed() -> None:
    assert list(WALKED.criteria) == ["P10", "careful", "go"]
    go, careful = WALKED.criteria["go"], WALKED.criteria["careful"]
    assert (go.id, go.label, go.terms, go.withdraws) == ("go", "Go", (lamp,), ())
    assert go.table == {(None,): UNKNOWN, ("red",): NOT_MET, ("green",): MET}
    assert careful.table == {(None,): UNKNOWN, ("calm",): MET, ("gale",): SUPPRESSED}


def test_whether_to_stop_depends_on_the_response_too() -> None:
    """And a further count or rescue treatment may take that back."""
    rule = WALKED.criteria["P10"]
    response = ["response_baseline", "response_count", "response_count_second", "response_bleeding", "response_rescue"]
    assert [term.id for term in rule.terms] == ["azathioprine_months", *response]
    assert [term.id for term in WALKED.response.terms] == response
    assert rule.withdraws == WALKED.response.withdraws == ("response_count_second", "response_rescue")


@pytest.mark.parametrize(("count", "outcome"), [(None, UNKNOWN), (20, NOT_MET), (120, MET)])
def test_the_class_of_a_response_is_a_rule(count: int | None, outcome: Outcome) -> None:
    rule = WALKED.response
    values = {"response_bleeding": "no"} | ({"response_count": F(count)} if count else {})
    assert (rule.id, rule.label) == ("response", "Class of the response") and rule.outcome(values) is outcome


def test_where_the_classes_of_response_part() -> None:
    """Counts at 30 and 100; baselines at half of each of the five counts that these leave apart: 15, 30, 65, 100 and 1,050."""
    baseline, count, second, *_ = WALKED.response.classes
    assert count == second == (None, 15, 30, 65, 100, 1050)
    assert baseline == (None, F("3.75"), F("7.5"), F("11.25"), 15, F("23.75"), F("32.5"), F("41.25"), 50, F("287.5"), 525, F("1262.5"))


def test_gates_are_rules_by_where_they_stand() -> None:
    assert list(WALKED.gates) == ["flood", "ferry/storm", "raft/storm"] == [rule.id for rule in WALKED.gates.values()]
    storm = WALKED.gates["ferry/storm"]
    assert (storm.label, storm.terms, storm.withdraws) == ("Storm", (wind,), ())
    assert storm.table == {(None,): UNKNOWN, ("calm",): MET, ("gale",): OUT}


def test_what_a_therapy_depends_on() -> None:
    assert [rule.id for rule in WALKED.gate_rules(FERRY)] == ["flood", "ferry/storm"]
    assert [rule.id for rule in WALKED.therapy_rules(FERRY)] == ["careful", "go", "flood", "ferry/storm"]
    assert [rule.id for rule in WALKED.rules] == ["P10", "careful", "go", "flood", "ferry/storm", "raft/storm", "response"]


def test_only_what_is_summed_up_is_joined() -> None:
    """A green lamp or a red one, calm or a gale, rain or none; what isn't known yet leaves a sum open. Joined once."""
    ((joined, joints),) = WALKED.joined()
    assert joined is FERRY and {joint.outcome for joint in joints} == {MET, NOT_MET, UNKNOWN, SUPPRESSED, OUT}
    assert WALKED.joints(FERRY) is joints


# Patients for doses

DRY, CALM = {"rain": "none"}, {"wind": "calm"}
BY_WEIGHT = regimen(fact("by-weight", between(1, 2, "mg/kg/d")), Basis.WEIGHT)
CAPPED = replace(BY_WEIGHT, cap=fact("cap", exactly(200, "mg/d")))
BY_SURFACE = regimen(fact("by-surface", exactly(100, "mg/m2")), Basis.SURFACE, gives="mg")
FLAT = regimen(fact("flat", exactly(150, "mg/d")), Basis.FIXED)
FITTING = replace(FLAT, must_fit=BY_WEIGHT.dose)


def test_answers_that_every_gate_lets_through() -> None:
    assert WALKED.let_through(FERRY) == DRY | CALM
    assert Subjects(world(common=(gate("wall", lamp.is_("red", "green")),))).let_through(therapy("free")) is None
    assert Subjects(world()).let_through(therapy("free")) == {}


WEIGHTS = (None, 25, F("187.5"), 350)
"""Unknown, both bounds of what is accepted, and between them."""


@pytest.mark.parametrize(("dose", "weights"), [
    (BY_WEIGHT, WEIGHTS), (FLAT, WEIGHTS),
    # 200 mg are 2 mg/kg at 100 kg, 1 mg/kg at 200 kg.
    (CAPPED, (None, 25, F("62.5"), 100, 150, 200, 275, 350)),
    # 150 mg are 2 mg/kg at 75 kg, 1 mg/kg at 150 kg.
    (FITTING, (None, 25, 50, 75, F("112.5"), 150, 250, 350)),
], ids=["by weight", "flat", "capped", "flat where it fits"])
def test_weights_at_which_a_dose_can_change_its_course(dose: Regimen, weights: tuple) -> None:
    assert [sizes(patient) for patient in Subjects(world()).doses(dose, therapy("free"))] == [(weight, None) for weight in weights]


def test_by_surface_every_height_too() -> None:
    patients = Subjects(world()).doses(BY_SURFACE, therapy("free"))
    assert [sizes(patient) for patient in patients] == list(product(WEIGHTS, (None, 100, 175, 250)))


@pytest.mark.parametrize(("dose", "usual", "with_open_gates"), [(BY_WEIGHT, (F("187.5"), None), 4), (BY_SURFACE, (F("187.5"), 250), 16)])
def test_each_state_of_the_gates(dose: Regimen, usual: tuple, with_open_gates: int) -> None:
    """Where one isn't open, two patients are enough: one without a size, and one with a size at which the dose would show."""
    tried: dict[tuple, list[tuple]] = {}
    for patient in WALKED.doses(dose, FERRY):
        tried.setdefault((patient.values.get("rain"), patient.values.get("wind")), []).append(sizes(patient))
    assert list(tried) == list(product((None, "heavy", "none"), (None, "calm", "gale")))
    assert len(tried.pop(("none", "calm"))) == with_open_gates
    assert all(found == [(None, None), usual] for found in tried.values())


def sizes(patient: Patient) -> tuple:
    return patient.values.get("weight"), patient.values.get("height")
