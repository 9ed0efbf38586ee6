"""Safety: each way in which an engine could show a dose that it mustn't, and what looks like one and isn't."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction as F

import pytest

from guideline_core.engine.patient import Patient
from guideline_core.engine.results import Detail, Dose, RegimenResult
from guideline_core.engine.verify import Property, safety, verify
from guideline_core.engine.verify.ledger import Counterexample
from guideline_core.model.condition import Outcome
from guideline_core.model.evidence import Layer
from guideline_core.model.fact import Fact
from guideline_core.model.guideline import Guideline
from guideline_core.model.quantity import at_least, between, exactly
from guideline_core.model.therapy import Basis, Regimen
from tests.engine.verify.planted import bleeding, criterion, fact, gate, lamp, regimen, therapy, world

BY_WEIGHT = regimen(fact("by-weight", between(1, 2, "mg/kg/d")), Basis.WEIGHT)
CAPPED = replace(BY_WEIGHT, cap=fact("cap", exactly(200, "mg/d")))
FLAT = regimen(fact("flat", exactly(150, "mg/d")), Basis.FIXED)
FITTING = replace(FLAT, must_fit=BY_WEIGHT.dose)
"""150 mg are within 1 to 2 mg/kg from 75 to 150 kg."""
BY_SURFACE = regimen(fact("by-surface", between("0.1", "0.2", "g/m2")), Basis.SURFACE, gives="mg")
NONE = regimen(fact("none-stated"), Basis.NONE)
STOP, LAMP = gate("emergency", bleeding.is_("yes"), effect=Outcome.OUT_OF_SCOPE), gate("lamp gate", lamp.is_("red"))

Engine = Callable[[Patient, RegimenResult], RegimenResult]
"""What an engine makes of a patient's right result."""


def drug(*regimens: Regimen, **more: object) -> Guideline:
    return world(therapies=(therapy("drug", gates=(LAMP,), regimens=regimens, **more),), common=(STOP,))


def proved(guideline: Guideline) -> Property:
    (found,) = verify(guideline, ("safe",))
    return found


def faults(guideline: Guideline, engine: Engine, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    sound = safety.regimen_result
    monkeypatch.setattr(safety, "regimen_result", lambda guideline, patient, *given: engine(patient, sound(guideline, patient, *given)))
    return [each.text for each in proved(guideline).counterexamples]


def is_open(patient: Patient) -> bool:
    return patient.values.get("active_bleeding") == "no" and patient.values.get("lamp") == "green"


# Nothing wrong


def test_what_holds_is_shown() -> None:
    """Two gates with 3 classes each; 8 of their 9 states are tried without a size and with one, the open one with 8 weights.
    Then each of 4 patients who bleed has one therapy and one regimen."""
    found = proved(drug(CAPPED))
    answers = ("Is there active serious bleeding now? No", "Lamp: Green", "Weight: 25 kg")
    assert found.examples == (Counterexample("Drug, by-weight", "every gate is open; shown: 25 to 50 mg a day", answers),)
    assert found.counterexamples == ()
    assert (found.covered, found.walked) == (3 * 3 + 4 * 2, 8 * 2 + 8 + 4 * 2)


@pytest.mark.parametrize("guideline", [
    drug(CAPPED), drug(FLAT), drug(FITTING), drug(BY_SURFACE), drug(NONE), drug(BY_WEIGHT, FITTING),
], ids=["capped", "flat", "flat where it fits", "by surface", "no dose", "two ways"])
def test_a_sound_engine(guideline: Guideline) -> None:
    assert proved(guideline).counterexamples == ()


# A dose where none may be


SHUT, OPEN = "a dose is shown while a gate is closed or unanswered", "open"
in_either_form = pytest.mark.parametrize(
    "shown", [{"dose": Dose(F(150), F(150), "mg/d")}, {"shown": "150 mg a day"}], ids=["as a number", "in words"]
)


@in_either_form
@pytest.mark.parametrize("states", [(OPEN, "closed"), (OPEN, "unanswered"), ("unanswered", OPEN), (OPEN, OPEN)], ids="-".join)
def test_while_a_gate_is_not_open(states: tuple[str, ...], shown: dict, monkeypatch: pytest.MonkeyPatch) -> None:
    def engine(patient: Patient, result: RegimenResult) -> RegimenResult:
        return replace(result, **shown) if tuple(gate.state for gate in result.gates) == states else result

    assert faults(drug(FLAT), engine, monkeypatch) == ([] if states == (OPEN, OPEN) else [SHUT])


@in_either_form
def test_during_an_emergency(shown: dict, monkeypatch: pytest.MonkeyPatch) -> None:
    """A result out of scope lists no gates of its own: the patient's count."""
    def engine(patient: Patient, result: RegimenResult) -> RegimenResult:
        return replace(result, **shown) if patient.values.get("active_bleeding") == "yes" else result

    assert SHUT in faults(drug(FLAT), engine, monkeypatch)


@pytest.mark.parametrize("guideline", [drug(NONE), drug(FLAT, no_dose="The source gives none.")], ids=["for one regimen", "for any"])
@in_either_form
def test_where_the_source_gives_none(guideline: Guideline, shown: dict, monkeypatch: pytest.MonkeyPatch) -> None:
    def engine(patient: Patient, result: RegimenResult) -> RegimenResult:
        return replace(result, **{"dose": None, "shown": ""} | (shown if is_open(patient) else {}))

    assert faults(guideline, engine, monkeypatch) == ["a dose is shown where the source gives none"]


def test_in_words_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def engine(patient: Patient, result: RegimenResult) -> RegimenResult:
        return replace(result, shown="150 mg a day") if result.outcome is Outcome.UNKNOWN else result

    assert faults(drug(BY_WEIGHT), engine, monkeypatch) == ["a dose is shown beside the outcome"]


# A dose that is too low or too high


@pytest.mark.parametrize("dose", [BY_WEIGHT, FLAT, BY_SURFACE], ids=lambda dose: dose.id)
@pytest.mark.parametrize(("below", "above"), [(0, 0), (1, 0), (0, 1), (-1, 0), (0, -1)])
def test_it_leaves_the_range(dose: Regimen, below: int, above: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """At either end, by however little; at the ends themselves and inside it doesn't."""
    def engine(patient: Patient, result: RegimenResult) -> RegimenResult:
        given = result.dose
        return replace(result, dose=Dose(given.low - F(below, 10**6), given.high + F(above, 10**6), given.unit)) if given else result

    assert faults(drug(dose), engine, monkeypatch) == (["the dose leaves the range"] if 1 in (below, above) else [])


def test_it_is_above_its_cap(monkeypatch: pytest.MonkeyPatch) -> None:
    """At 150 kg, where 1 to 2 mg/kg would leave room for more than 200 mg."""
    def engine(patient: Patient, result: RegimenResult) -> RegimenResult:
        return replace(result, dose=Dose(F(150), F(201), "mg/d")) if result.dose and patient.values["weight"] == 150 else result

    assert faults(drug(CAPPED), engine, monkeypatch) == ["the dose is above its cap"]


LIMIT = fact("limit", exactly(200, "mg/d"), defects=("D-1",))
DEFECTIVE = replace(BY_WEIGHT, defects=("D-0", "D-1"))


@pytest.mark.parametrize(("limit", "dose", "said"), [
    pytest.param(LIMIT, DEFECTIVE, "the dose is above limit, which mends a defect of this regimen", id="it does"),
    pytest.param(replace(LIMIT, value=exactly(700, "mg/d")), DEFECTIVE, "", id="it is reached and not passed"),
    pytest.param(replace(LIMIT, layer=Layer.SOURCE), DEFECTIVE, "", id="of the source itself"),
    pytest.param(replace(LIMIT, defects=("D-2",)), DEFECTIVE, "", id="of another defect"),
    pytest.param(LIMIT, BY_WEIGHT, "", id="no defect of this regimen"),
    pytest.param(LIMIT, replace(DEFECTIVE, notes=(LIMIT,)), "", id="a note of the regimen"),
    pytest.param(replace(LIMIT, value=exactly(1, "mg/kg/d")), DEFECTIVE, "", id="in another unit"),
    pytest.param(replace(LIMIT, value=at_least(200, "mg/d")), DEFECTIVE, "", id="without an upper end"),
    pytest.param(replace(LIMIT, value=None, absent="no number"), DEFECTIVE, "", id="without a number"),
])
def test_it_is_above_what_mends_a_defect(limit: Fact, dose: Regimen, said: str) -> None:
    """1 to 2 mg/kg come to 700 mg for 350 kg."""
    found = [(each.subject, each.text) for each in proved(drug(dose, newer=(limit,))).counterexamples]
    assert found == ([("Drug, by-weight", said)] if said else [])


# A flat dose that the weight doesn't bear, and tablets

UNFIT = "the flat dose is offered where it leaves the range by weight"
OTHER_WAY = replace(BY_WEIGHT, route="into a vein")


@pytest.mark.parametrize(("regimens", "weight", "says"), [
    pytest.param((FITTING,), F(50), True, id="too light"),
    pytest.param((FITTING,), F(250), True, id="too heavy"),
    pytest.param((FITTING,), None, True, id="not weighed"),
    pytest.param((FITTING,), F(75), False, id="where it fits"),
    pytest.param((BY_WEIGHT, FLAT), F(25), True, id="by another regimen of the drug"),
    pytest.param((OTHER_WAY, FLAT), F(25), False, id="given another way"),
    pytest.param((replace(BY_WEIGHT, per="a week"), FLAT), F(25), False, id="at other times"),
    pytest.param((replace(FLAT, dose=fact("flat-too", exactly(100, "mg/d"))), FLAT), F(25), False, id="another flat dose"),
])
def test_a_flat_dose_that_the_weight_does_not_bear(
    regimens: tuple[Regimen, ...], weight: F | None, says: bool, monkeypatch: pytest.MonkeyPatch,
) -> None:
    def engine(patient: Patient, result: RegimenResult) -> RegimenResult:
        if result.id != "flat":
            return result
        shows = is_open(patient) and patient.values.get("weight") == weight
        return replace(result, dose=Dose(F(150), F(150), "mg/d") if shows else None, shown="")

    assert faults(drug(*regimens), engine, monkeypatch) == ([UNFIT] if says else [])


def test_only_a_flat_dose_is_held_against_it() -> None:
    """By surface the drug may come to another dose than by weight."""
    by_weight = replace(BY_WEIGHT, gives="mg")
    assert proved(drug(replace(by_weight, dose=fact("single", between(1, 2, "mg/kg"))), BY_SURFACE)).counterexamples == ()


@pytest.mark.parametrize(("code", "values", "says"), [
    ("multiples", (150,), False), ("multiples", (151,), True), ("multiples", (150, 149), True), ("halves", (149,), True),
    ("total", (300,), False),
])
def test_tablets_outside_the_dose(code: str, values: tuple[int, ...], says: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    detail = Detail(code, "", "", tuple(map(F, values)), "mg/d", ())
    found = faults(drug(FLAT), lambda patient, result: replace(result, details=(detail,)), monkeypatch)
    assert found == (["a multiple outside the range is offered"] if says else [])


# The emergency comes first

GO = criterion("go", lamp.is_("green"))


def test_bleeding_stops_everything() -> None:
    """Else each row says what it would come to without the gate."""
    said = "says {} during active serious bleeding"
    found = proved(world(therapies=(therapy("drug", criteria=(GO,), regimens=(FLAT,)),)))
    assert {each.subject: each.text for each in found.counterexamples} == {
        "go": said.format("unknown"), "drug": said.format("unknown"), "flat": said.format("met"),
    }
    assert all(each.answers == () for each in found.counterexamples)


@pytest.mark.parametrize("forgets", [
    pytest.param(lambda answers, patient: len(answers) == 1, id="nothing else answered"),
    pytest.param(lambda answers, patient: len(answers) > 10 and "age" in answers and not patient.refusals, id="ordinary answers"),
    pytest.param(lambda answers, patient: [r.question for r in patient.refusals] == ["weight"], id="a weight that is none"),
    pytest.param(lambda answers, patient: [r.code for r in patient.refusals] == ["unknown-question"], id="a question that there isn't"),
])
def test_whatever_else_is_said(forgets: Callable[[dict, Patient], bool], monkeypatch: pytest.MonkeyPatch) -> None:
    """An engine that forgets the emergency in one case alone is found out."""
    sound = safety.read_patient

    def forgetful(guideline: Guideline, answers: dict, today: object) -> Patient:
        assert answers["active_bleeding"] == "yes"
        patient = sound(guideline, answers, today)
        return replace(patient, gates=()) if forgets(answers, patient) else patient

    monkeypatch.setattr(safety, "read_patient", forgetful)
    assert "drug" in {each.subject for each in proved(drug(FLAT)).counterexamples}
