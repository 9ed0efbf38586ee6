"""Requests and answers against the published schema."""

from __future__ import annotations

import json

import jsonschema
import pytest

from guideline_core.browser import CALLS, call
from tests.casefiles import cases

SCHEMA = json.loads(call("schema", "{}"))


def validator(name: str) -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator({"$ref": f"#/$defs/{name}", "$defs": SCHEMA["$defs"]})


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("name", ["dose", "assess", "response", "plan", "calendar"])
def test_every_answer_fits(name: str) -> None:
    answers, requests = validator(name), validator("request")
    for case in cases(name):
        answers.validate(json.loads(call(name, json.dumps(case.request()))))
        if not {"refused", "refused_one_of"} & set(case.expect):
            requests.validate(case.request())


@pytest.mark.parametrize("name", ["dose", "assess", "response"])
def test_notes_fit(name: str) -> None:
    for case in cases(name):
        validator("note").validate(json.loads(call("note", json.dumps({"call": name, **case.request()}))))


def test_facts_fit() -> None:
    validator("facts").validate(json.loads(call("facts", "{}")))


NO_REQUESTS = ["", "{", "[]", "null", '"x"', '{"answers": []}', '{"answers": {"age": NaN}}', '{"answers": {"age": 1, "age": 2}}']


@pytest.mark.parametrize("name", ["dose", "assess", "response", "plan", "calendar"])
@pytest.mark.parametrize("text", NO_REQUESTS)
def test_no_request_raises(name: str, text: str) -> None:
    answer = json.loads(call(name, text))
    assert answer["outcome"] in {"refused", "suppressed"}


def test_unknown_names_are_refused() -> None:
    for answer in (call("nonsense", "{}"), call("dose", '{"therapy": "x"}'), call("verify", '{"property": "x"}'),
                   call("note", '{"call": "facts"}'), call("note", '{"call": "dose", "therapy": "x"}'), call("convert", "{}")):
        validator("refused").validate(json.loads(answer))


def test_every_call_answers_an_empty_request() -> None:
    for name in CALLS:
        if name != "verify":
            assert json.loads(call(name, "{}"))


def test_no_exponent_and_no_float_noise() -> None:
    """Numbers of the JSON are plain decimals of at most 12 significant digits."""
    text = call("dose", json.dumps(next(c for c in cases("dose") if c.id == "C01").request()))
    numbers: list[str] = []
    json.loads(text, parse_float=lambda digits: numbers.append(digits))
    assert numbers
    assert not [n for n in numbers if "e" in n.lower() or len(n.replace(".", "").lstrip("-0")) > 12]
