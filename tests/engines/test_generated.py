"""Ten thousand patients with a fixed seed: the same bytes from CPython and from Pyodide."""

from __future__ import annotations

import json
import re
from collections import Counter
from itertools import batched
from random import Random

import pytest

from guideline_core.itp import GUIDELINE
from guideline_core.model.condition import Outcome
from guideline_core.model.therapy import Basis
from tests.engines.node import Call, Pyodide
from tests.engines.patients import patient

SEED = "engines"
PATIENTS = 10_200
BATCH = 300
CALLS = ("dose", "assess", "response")
REFUSALS = {
    "bounds", "choice", "confirm", "date", "disagree", "future", "inconsistent", "number", "shape", "today-missing", "unit",
    "unit-missing", "unit-slip", "unknown-question", "whole",
}


def request(number: int) -> Call:
    """The patient of this number, through one call: the three take turns."""
    random = Random(f"{SEED} {number}")
    return CALLS[number % len(CALLS)], json.dumps(patient(random), ensure_ascii=random.random() < 0.5)


@pytest.mark.parametrize("pyodide", ["snapshot"], indirect=True)
def test_generated_patients(pyodide: Pyodide, record_property) -> None:
    outcomes, refusals, doses = Counter(), Counter(), Counter()
    compared, seconds = 0, 0.0
    for numbers in batched(range(PATIENTS), BATCH):
        answers, spent = pyodide.compare([request(number) for number in numbers])
        compared, seconds = compared + len(answers), seconds + spent
        for answer in answers:
            outcomes.update(re.findall(r'"outcome": "([a-z-]+)"', answer))
            refusals.update(re.findall(r'\{"question": "[^"]*", "code": "([a-z-]+)"', answer))
            doses.update(re.findall(r'\{"id": "([a-z0-9-]+)", "therapy": "[a-z]+", "label": "[^"]+", "outcome": "met"', answer))
    record_property("agrees", (pyodide.name, "patients made up by the thousand", compared))
    record_property("generated_in_pyodide_seconds", round(seconds, 1))
    print(f"{compared} patients, {seconds:.1f} s in Pyodide\n{outcomes}\n{refusals}\n{doses}")
    assert compared >= 10_000
    assert set(outcomes) == {outcome.value for outcome in Outcome}
    assert REFUSALS <= set(refusals)
    assert set(doses) == {regimen.id for _, regimen in GUIDELINE.regimens() if regimen.basis is not Basis.NONE}
