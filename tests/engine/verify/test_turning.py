"""What turns a sum: the walk against what the engine says of a ferry that goes at a green lamp, unless it rains heavily."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

import pytest

from guideline_core.engine.change import Change
from guideline_core.engine.verify import Property, turning, verify
from guideline_core.engine.verify.ledger import Counterexample
from guideline_core.itp import GUIDELINE
from guideline_core.model.condition import Bound, Condition, Outcome
from guideline_core.model.derived import Inconsistency
from guideline_core.model.guideline import Guideline
from tests.engine.verify.planted import criterion, depth, gate, lamp, rain, therapy, world

GREEN = lamp.is_("green")
GO = criterion("go", GREEN)
RAIN = gate("rain gate", rain.is_("heavy"))
FERRY = world(therapies=(therapy("ferry", criteria=(GO,), gates=(RAIN,)),))


def proved(guideline: Guideline) -> Property:
    (found,) = verify(guideline, ("turning",))
    return found


ENDS_ALL = gate("rain gate", rain.is_("heavy"), effect=Outcome.OUT_OF_SCOPE)
DEEP, FAT = Bound(Fraction(60), "cm", "deep"), Bound(Fraction(30), "kg/m2", "fat")
LIGHT, TALL = Bound(Fraction(40), "kg", "light"), Bound(Fraction(150), "cm", "tall")
WET = Inconsistency(id="wet", when=lamp.is_("red") & rain.is_("heavy"), question=rain, message="It can't be.")
weight, height = GUIDELINE.questions["weight"], GUIDELINE.questions["height"]
MEASURED = (height < TALL) | (height >= TALL)
"""Reads the height, and is met by any. The weights tried are 32.5, 40 and 195 kg: the last is refused for somebody of 125 cm."""


def ferry(condition: Condition, **more: object) -> Guideline:
    return world(therapies=(therapy("ferry", criteria=(criterion("go", condition),)),), **more)


@pytest.mark.parametrize(("guideline", "walked"), [
    # Seven sums with their ends, each with the other sums that one answer leads to from there. Nothing known: not met, suppressed.
    # Red: open, suppressed. Green: not met, suppressed, met. Heavy rain: open. No rain: not met, met, suppressed.
    # No rain, red: met, suppressed; green: not met, suppressed.
    pytest.param(FERRY, 2 + 2 + 3 + 1 + 3 + 2 + 2, id="a gate of its own"),
    # An answer to a question of the gates before everything is not taken back: from heavy rain nothing, with no rain not suppressed.
    pytest.param(ferry(GREEN, common=(RAIN,)), 2 + 2 + 3 + 0 + 2 + 1 + 1, id="a gate before everything"),
    # Out of scope is no way on: nothing known: not met. Red: open. Green: not met, met. No rain: the same; red: met; green: not met.
    pytest.param(world(therapies=(therapy("ferry", criteria=(GO,), gates=(ENDS_ALL,)),)), 1 + 1 + 2 + 2 + 1 + 1, id="out of scope"),
    # Red: not suppressed, for heavy rain would contradict that. No rain, red: the same.
    pytest.param(replace(FERRY, inconsistencies=(WET,)), 2 + 1 + 3 + 1 + 3 + 1 + 2, id="answers that contradict each other"),
    # Nothing known: not met. No rain: open. It is met only where the answers contradict each other.
    pytest.param(ferry(lamp.is_("red") & rain.is_("heavy"), inconsistencies=(WET,)), 1 + 1, id="a sum that nobody can reach"),
    # Unknown: met, not met. Met: not met. Not met: met.
    pytest.param(ferry(depth >= DEEP), 2 + 1 + 1, id="a quantity"),
    pytest.param(ferry(GUIDELINE.derived["bmi"] < FAT), 2 + 1 + 1, id="a quantity that is worked out"),
    # Nothing known: not met. 195 kg: open. 32.5 kg: not met, met. 32.5 kg and 125 cm: nothing: 195 kg can't be.
    pytest.param(ferry((weight <= LIGHT) & MEASURED), 1 + 1 + 2 + 0, id="what is worked out can't be"),
])
def test_each_other_sum_that_one_answer_leads_to(guideline: Guideline, walked: int) -> None:
    found = proved(guideline)
    assert found.counterexamples == () and (found.covered, found.walked) == (walked, walked)


def test_what_is_said_is_shown() -> None:
    assert proved(FERRY).examples == (Counterexample("Ferry", "If the lamp is red: the source's criteria are not met.", ()),)


NOT_SO = "it isn't so: If the lamp is red: the source's criteria are not met."


@pytest.mark.parametrize(("says", "text"), [
    pytest.param(lambda change: (), "one answer leads to “not-met”, and none is named", id="it says nothing"),
    pytest.param(lambda change: (change, replace(change, outcome=Outcome.CONFLICT)), NOT_SO, id="another outcome"),
    pytest.param(lambda change: (replace(change, value="green"),), NOT_SO, id="another answer"),
    pytest.param(lambda change: (replace(change, question="rain", value="heavy"),), NOT_SO, id="another question"),
])
def test_an_engine_that_errs(says: Callable[[Change], tuple[Change, ...]], text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing is known, of what turns the sum into not met; what it says of the gate is right."""
    speak(monkeypatch, lambda change: says(change) if change.question == "lamp" else (change,))
    assert proved(FERRY).counterexamples == (Counterexample("Ferry", text, ()),)


def test_an_engine_that_names_an_answer_that_can_not_be(monkeypatch: pytest.MonkeyPatch) -> None:
    """From 40 kg on it isn't met; the engine says 195 kg."""
    guideline = ferry((weight < LIGHT) & MEASURED)
    assert proved(guideline).counterexamples == ()
    speak(monkeypatch, lambda change: (replace(change, value="195") if change.outcome is Outcome.NOT_MET else change,))
    (found,) = proved(guideline).counterexamples
    assert found.text.startswith("it isn't so: If weight is ") and found.answers == ("Weight: 32.5 kg", "Height: 125 cm")


def speak(monkeypatch: pytest.MonkeyPatch, told: Callable[[Change], tuple[Change, ...]]) -> None:
    """The engine says this in place of each change that it finds."""
    sound = turning.changes_of
    monkeypatch.setattr(turning, "changes_of", lambda *given: tuple(each for change in sound(*given) for each in told(change)))
