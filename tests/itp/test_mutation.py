"""The consistency checks notice every change to every fact; and the published score is that of these very facts."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from guideline_core.itp import GUIDELINE
from guideline_core.model.evidence import Layer

from tests.itp import mutation
from tests.itp.consistency import faults


@pytest.fixture(scope="module")
def score() -> dict:
    return mutation.score()


def test_nothing_is_wrong_before_the_change() -> None:
    assert faults(GUIDELINE) == []


def test_every_mutant_is_killed(score: dict) -> None:
    assert score["survivors"] == []
    assert score["killed"] == score["mutants"] > 10 * score["facts"]


@pytest.mark.parametrize("kind", mutation.KINDS)
def test_every_kind_is_tried_and_noticed(kind: str, score: dict) -> None:
    found = score["kinds"][kind]
    assert found["killed"] == found["mutants"] > 0
    assert found["refused_by_the_core"] < found["mutants"], "the core refuses them all: the checks were never tried"


@pytest.mark.parametrize("layer", [layer.value for layer in Layer])
def test_every_layer_is_tried(layer: str, score: dict) -> None:
    assert score["layers"][layer]["mutants"] > 100


def test_a_survivor_would_be_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    """With checks that notice nothing, nothing but the core's own refusals is killed."""
    one = {"aza-cap": GUIDELINE.facts["aza-cap"]}
    monkeypatch.setattr(mutation, "GUIDELINE", replace(GUIDELINE, facts=one))
    monkeypatch.setattr(mutation, "faults", lambda guideline: [])
    blind = mutation.score()
    assert blind["killed"] == blind["refused_by_the_core"] < blind["mutants"]
    assert len(blind["survivors"]) == blind["mutants"] - blind["killed"]


def test_the_published_score_is_current(score: dict) -> None:
    published = json.loads(mutation.RESULT.read_text("utf-8"))
    assert published == score, f"write it anew: {mutation.COMMAND}"
