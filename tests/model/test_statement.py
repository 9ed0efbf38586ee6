"""What is stated remembers where it was written, so that a complaint can say so."""

from __future__ import annotations

import re

import pytest

from guideline_core.itp import GUIDELINE

STATED = {
    "criterion": GUIDELINE.criteria.values(), "gate": GUIDELINE.gates, "defect": GUIDELINE.defects.values(),
    "hazard": GUIDELINE.hazards, "stance": GUIDELINE.stances,
}


@pytest.mark.parametrize("kind", STATED)
def test_where_it_was_written(kind: str) -> None:
    places = [each.origin for each in STATED[kind]]
    assert places and all(re.fullmatch(r"guideline_core/itp/[\w/]+\.py:\d+", place) for place in places)
