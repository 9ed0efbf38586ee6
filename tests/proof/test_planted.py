"""Faults planted in a copy of the rules: the walk and the solver find each, and name the same subjects."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest

from guideline_core.engine.verify import subjects as walked_subjects
from guideline_core.engine.verify import verify
from guideline_core.engine.verify.ledger import Counterexample

from .faults import FAULTS, Fault, kept
from .outcomes import smaller
from .patients import Assuming
from .prover import PROPERTIES, SOLVER, every
from .rules import Rules

SIZED = ("total", "monotone", "sharp")


@pytest.fixture
def fault(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Fault]:
    """A fault of reading is planted in the engine for as long as the test runs."""
    planted: Fault = request.param
    if planted.assumes:
        question, answer = planted.assumes
        sound = walked_subjects.outcome_of
        monkeypatch.setattr(
            walked_subjects, "outcome_of", lambda g, values, criterion: sound(g, {question: answer} | dict(values), criterion)
        )
    yield planted


def rules(fault: Fault) -> Rules:
    return Rules(fault.plant(), lambda patient: Assuming(patient, *fault.assumes) if fault.assumes else patient)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda f: f.name, indirect=True)
def test_both_find_it(fault: Fault, record_property) -> None:
    walked = {found.id: found for found in verify(fault.plant())}
    proved = every(rules(fault))
    assert fault.subject in subjects(walked[fault.found].counterexamples), "the walk doesn't find it"
    assert fault.subject in proved[fault.found].fails, "the solver doesn't find it"
    for name in PROPERTIES:
        assert subjects(walked[name].counterexamples) == proved[name].fails, name
        assert subjects(walked[name].listed) == proved[name].listed, name
    record_property("agrees", (SOLVER, "faults planted in a copy of the rules, that it found too", 1))


@pytest.mark.parametrize("fault", [f for f in FAULTS if f.found in SIZED], ids=lambda f: f.name, indirect=True)
def test_its_counterexample_is_the_smallest(fault: Fault) -> None:
    (found,) = verify(fault.plant(), (fault.found,))
    for each in found.counterexamples:
        assert not smaller(rules(fault), fault.found, each.subject, len(each.answers)), each
        assert smaller(rules(fault), fault.found, each.subject, len(each.answers) + 1), each


def test_each_copy_is_sound_without_its_fault() -> None:
    """What the two find is the fault, not the smaller copy."""
    for therapies in ((), ("azathioprine", "rituximab", "eltrombopag", "combination")):
        found = every(Rules(kept(therapies, ("P1", "P2", "P3", "P5", "P6", "P9", "P12"))))
        assert {name: verdict.fails for name, verdict in found.items() if verdict.fails} == {}


def test_every_property_has_a_fault() -> None:
    assert {fault.found for fault in FAULTS} == set(PROPERTIES)
    assert len({fault.name for fault in FAULTS}) == len(FAULTS) >= 6


def subjects(found: Iterable[Counterexample]) -> set[str]:
    return {each.subject for each in found}
