"""The eight properties, proved by a solver over real numbers; and the same verdicts as by walking every class."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from guideline_core.engine.verify import PROPERTIES as WALKED
from guideline_core.engine.verify import Property, verify
from guideline_core.itp import GUIDELINE

from .outcomes import monotone_sums, smaller
from .prover import PROPERTIES, SOLVER
from .rules import Rules

RULES = Rules(GUIDELINE)


@pytest.fixture(scope="module")
def walked() -> dict[str, Property]:
    return {found.id: found for found in verify(GUIDELINE)}


def subjects(found: Iterable) -> set[str]:
    return {each.subject for each in found}


def test_the_same_properties() -> None:
    assert list(WALKED) == list(PROPERTIES)


@pytest.mark.parametrize("name", PROPERTIES)
def test_property(name: str, walked: dict[str, Property], record_property) -> None:
    verdict = PROPERTIES[name](RULES)
    assert verdict.fails == set(), "the solver has a counterexample"
    assert subjects(walked[name].counterexamples) == set(), "the walk has a counterexample"
    assert verdict.listed == subjects(walked[name].listed)
    record_property("agrees", (SOLVER, "properties, over all real numbers instead of classes", 1))


def test_what_stands_on_purpose_is_there(walked: dict[str, Property]) -> None:
    """The comparison of the lists is worth something only while they hold something."""
    assert subjects(walked["monotone"].listed) == {"Azathioprine: time to judge", "Class of the response"}
    assert subjects(walked["sharp"].listed) == {"Azathioprine", "Ciclosporin", "Cyclophosphamide"}


def test_sums_are_monotone_as_a_whole() -> None:
    """Without the algebra of engine/verify: any answers to any number of a therapy's questions at once."""
    assert monotone_sums(RULES) == set()


HIDDEN = {"Ciclosporin": 2}
"""The walk takes the lowest known eGFR for one answer. The solver knows that a reported one is the lowest for certain only
beside the computed one, which takes sex and creatinine too."""


def test_examples_are_the_smallest(walked: dict[str, Property]) -> None:
    """No patient with fewer answers shows the same, and one with as many does."""
    shown = [(name, each) for name in ("monotone", "sharp") for each in walked[name].listed]
    assert shown
    for name, each in shown:
        size = len(each.answers) + HIDDEN.get(each.subject, 0)
        assert not smaller(RULES, name, each.subject, size), each
        assert smaller(RULES, name, each.subject, size + 1), each
