"""What is said to change an outcome, done: the same request with that one answer, or on that day, has the outcome that was named."""

from __future__ import annotations

import json
from random import Random

import pytest

from guideline_core.browser import call
from tests.engines.patients import RIGHT, patient

PARTS = {"assess": ("therapies",), "dose": ("regimens",), "response": ("clock",)}
PATIENTS = 60


def answer(name: str, request: dict) -> dict:
    return json.loads(call(name, json.dumps(request)))


def results(found: dict, name: str) -> dict[str, dict]:
    (part,) = PARTS[name]
    return {row["id"]: row for row in found[part]} if part != "clock" else {"clock": found["clock"]}


def turned(request: dict, change: dict) -> dict:
    """The request on that day, or with that answer."""
    if change["on"]:
        return request | {"today": change["on"]}
    given = {"value": change["value"], "confirmed": True} | ({"unit": change["unit"]} if change["unit"] else {})
    return request | {"answers": request["answers"] | {change["question"]: given}}


@pytest.mark.parametrize("name", PARTS)
def test_what_is_named_comes_true(name: str) -> None:
    random, tried = Random(name), 0
    for _ in range(PATIENTS):
        request = patient(random, RIGHT)
        for id, result in results(answer(name, request), name).items():
            assert len({each["outcome_label"] for each in result["changes"]}) == len(result["changes"]), "said twice"
            for change in result["changes"]:
                assert (change["outcome"], change["outcome_label"]) != (result["outcome"], result.get("label"))
                if change["on"] or change["value"]:
                    after = results(answer(name, turned(request, change)), name)[id]
                    assert after["outcome"] == change["outcome"], (change, request)
                    assert name != "response" or after["label"] == change["outcome_label"]
                    tried += 1
    assert tried > PATIENTS / 2


@pytest.mark.parametrize("name", PARTS)
def test_next_question_is_open(name: str) -> None:
    """It was not answered, and is asked for only while something is undecided."""
    random, asked = Random(f"next {name}"), 0
    for _ in range(PATIENTS):
        request = patient(random, RIGHT)
        found = answer(name, request)
        if found["next"]:
            given = request["answers"].get(found["next"]["question"])
            given = given["value"] if isinstance(given, dict) else given
            assert given is None or str(given).strip().lower() in ("", "unknown"), found["next"]
            assert found["next"]["names"]
            asked += 1
    assert asked


def test_nothing_is_said_behind_a_barrier() -> None:
    for answers in ({"active_bleeding": "yes"}, {"age": "12"}, {"weight": "heavy"}):
        for name in PARTS:
            found = answer(name, {"answers": answers})
            assert found["next"] is None
            assert all(row["changes"] == [] for row in results(found, name).values())
