"""The same bytes from CPython and from Pyodide: named cases, whole collections, requests that can't be right, the proofs."""

from __future__ import annotations

import json

import pytest

from guideline_core.browser import CALLS, call
from guideline_core.itp import GUIDELINE
from tests.casefiles import cases
from tests.engines.node import Pyodide

PATIENT_CALLS = ("dose", "assess", "response", "plan", "calendar")
COLLECTIONS = sorted(set(CALLS) - {*PATIENT_CALLS, "verify", "note", "convert"})


def test_a_difference_would_be_seen(pyodide: Pyodide, monkeypatch) -> None:
    """One sign of one answer in a batch."""
    monkeypatch.setattr("tests.engines.node.call", lambda name, text: call(name, text).replace("Weight", "weight"))
    with pytest.raises(AssertionError, match=r"1 of 3 answers differ\nquestions \{\}\n  CPython: .*weight.*\n  Pyodide: .*Weight"):
        pyodide.compare([("response", "{}"), ("questions", "{}"), ("response", "[]")])


@pytest.mark.parametrize("name", PATIENT_CALLS)
def test_named_cases(pyodide: Pyodide, name: str, record_property) -> None:
    """Every case through every call, those that it was not written for too."""
    answers, _ = pyodide.compare([(name, json.dumps(case.request())) for case in cases()])
    record_property("agrees", (pyodide.name, "cases, each through every call", len(answers)))


def test_notes(pyodide: Pyodide) -> None:
    """The plain text of every case, those with dates and refusals too."""
    pyodide.compare([("note", json.dumps({"call": name, **case.request()})) for name in ("dose", "assess", "response") for case in cases(name)])


def test_conversions(pyodide: Pyodide) -> None:
    """Every number with a unit that a case holds, in every other unit of its question."""
    given = {(id, json.dumps(raw)) for case in cases() for id, raw in case.answers.items() if isinstance(raw, dict)}
    units = sorted({unit.code for question in GUIDELINE.questions.values() for unit in question.units})
    asked = [{"question": id, "answer": json.loads(raw), "unit": unit} for id, raw in sorted(given) for unit in units]
    pyodide.compare([("convert", json.dumps(each)) for each in asked])


@pytest.mark.parametrize("name", COLLECTIONS)
def test_collections(pyodide: Pyodide, name: str) -> None:
    ours, _ = pyodide.compare([(name, "{}"), (name, "")])
    assert len(ours[0]) > 1000


def nested(levels: int) -> str:
    return '{"answers": {"age": ' + "[" * levels + "]" * levels + "}}"


BAD = {
    "empty": "",
    "no object": "[]",
    "cut off": '{"answers": {"age": 5',
    "a comma too many": '{"answers": {},}',
    "a byte order mark": "\ufeff{}",
    "a key twice": '{"answers": {"age": 50, "age": 51}}',
    "deep": nested(90),
    "too deep": nested(101),
    "far too deep": nested(5_000),
    "deep enough to end Python": nested(100_000),
    "a bracket in a word": '{"answers": {"age": "' + "[" * 5_000 + '"}}',
    "an exponent that only 64 bits hold": '{"answers": {"age": 1e500000000}}',
    "an exponent that nothing holds": '{"answers": {"age": 1e99999999999999999999}}',
    "a zero of absurd size": '{"answers": {"age": 0e999999999}}',
    "a tiny number": '{"answers": {"age": 1e-400000000}}',
    "digits without end": '{"answers": {"age": %s}}' % ("9" * 5_000),
    "decimals without end": '{"answers": {"age": 0.%s}}' % ("1" * 5_000),
    "not a number": '{"answers": {"age": NaN, "weight": -Infinity}}',
    "half a surrogate pair": r'{"answers": {"\ud800": 1, "sex": "\udfff"}, "today": "\udc00"}',
    "half a pair, not escaped": '{"answers": {"sex": "\ud800"}}',
    "beyond the first plane": '{"answers": {"sex": "𝟝🩸", "𝟝": 1}}',
    "a null byte": r'{"answers": {"age": "5\u0000"}}',
    "digits of another script": '{"answers": {"age": "٣", "platelets": "３"}, "today": "２０２６-01-01"}',
    "a week for a date": '{"answers": {"diagnosed": "2026-W01-1"}, "today": "2026-W02-1"}',
    "a therapy that is no text": '{"therapy": [], "answers": {}}',
    "a property that is no text": '{"property": {}}',
    "a unit that is no text": '{"answers": {"age": {"value": 5, "unit": ["a"]}}}',
    "a word misspelt": '{"answers": {"wieght": 70, "heigth": 170}}',
}


@pytest.mark.parametrize("request_text", BAD.values(), ids=BAD)
def test_bad_requests(pyodide: Pyodide, request_text: str) -> None:
    name = "verify" if "property" in request_text else "dose"
    (answer,), _ = pyodide.compare([(name, request_text)])
    assert json.loads(answer)["outcome"] == ("suppressed" if request_text == "" else "refused")


def test_an_unknown_call(pyodide: Pyodide) -> None:
    pyodide.compare([("nonsense", "{}")])


@pytest.mark.parametrize("pyodide", ["snapshot"], indirect=True)
def test_the_proofs(pyodide: Pyodide, record_property) -> None:
    (answer,), seconds = pyodide.compare([("verify", "{}")])
    record_property("verify_in_pyodide_seconds", round(seconds, 1))
    print(f"verify in Pyodide: {seconds:.1f} s")
    assert len(json.loads(answer)["properties"]) > 5
