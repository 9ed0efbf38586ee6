"""JSON Schema of what `call` takes and gives: requests from the questions, results from the result types."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from fractions import Fraction
from types import NoneType, UnionType
from typing import get_args, get_origin, get_type_hints

from ..engine.assessment import Assessment
from ..engine.dosing import DoseAnswer
from ..engine.response import ResponseAnswer
from ..engine.planning import PlanAnswer
from ..engine.verify import PROPERTIES, Property
from ..model.guideline import Guideline
from ..model.question import Kind, Question, Refused
from .icalendar import SERIES, CalendarAnswer

Schema = Mapping[str, object]

_PLAIN = {str: {"type": "string"}, int: {"type": "integer"}, bool: {"type": "boolean"}, Fraction: {"type": "number"},
          date: {"type": "string", "format": "date"}}
_RENAMED = {"response_class": "class"}


def schema(guideline: Guideline) -> Schema:
    """One schema document: `$defs` holds `request`, and the answers by call: `dose`, `assess`, `response`, `plan`, `calendar`, `note`,
    `convert`, `verify`, `facts` and `refused`."""
    definitions: dict[str, Schema] = {"refusal": _refusal(), "request": _request(guideline), "facts": _facts()}
    for name, answer in (("dose", DoseAnswer), ("assess", Assessment), ("response", ResponseAnswer), ("plan", PlanAnswer),
                         ("calendar", CalendarAnswer)):
        hints = get_type_hints(answer)
        head = hints.pop("header")
        parts = {**_properties(head, definitions), **{k: _of(v, definitions) for k, v in hints.items()}}
        definitions[name] = _object({"edition": {"type": "string"}, **parts})
    proved = {"type": "array", "items": _of(Property, definitions), "minItems": 1}
    definitions["verify"] = _object({"edition": {"type": "string"}, "properties": proved})
    head = {"edition": {"type": "string"}, "outcome": {"const": "met"}, "text": {"type": "string"}}
    definitions["note"], definitions["convert"] = _object(head), _object({**head, "value": {"type": "string"}})
    definitions["refused"] = _object({
        "outcome": {"const": "refused"}, "refusals": {"type": "array", "items": {"$ref": "#/$defs/refusal"}, "minItems": 1},
    })
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"{guideline.title}: requests and answers",
        "version": guideline.edition.version,
        "$defs": definitions,
    }


def _object(properties: Mapping[str, Schema], required: list[str] | None = None) -> Schema:
    return {
        "type": "object", "properties": dict(properties),
        "required": list(properties) if required is None else required, "additionalProperties": False,
    }


def _refusal() -> Schema:
    return _object({name: {"type": "string"} for name in ("question", "code", "message", "accepted")})


def _request(guideline: Guideline) -> Schema:
    answers = {q.id: _answer(q) for q in (*guideline.questions.values(), *guideline.plan.questions)}
    return _object(
        {
            "answers": _object(answers, []),
            "today": {"type": "string", "format": "date", "description": "the reader's calendar date"},
            "therapy": {"enum": list(guideline.therapies)},
            "series": {"type": "string", "pattern": f"^{SERIES}$", "description": "sets one patient's calendar file apart from another's"},
            "property": {"enum": list(PROPERTIES)},
        },
        [],
    )


def _answer(question: Question) -> Schema:
    """An answer: bare, or with its unit and confirmation. Numbers may be typed text; null and "unknown" are unknown."""
    match question.kind:
        case Kind.CHOICE:
            values = [c.value for c in question.choices]
            bare: Schema = {"enum": [*values, "unknown", None, *((True, False) if "yes" in values else ())]}
        case Kind.SET:
            bare = {"oneOf": [
                {"type": "array", "items": {"enum": [c.value for c in question.choices]}}, {"enum": ["unknown", None]},
            ]}
        case Kind.DATE:
            bare = {"type": ["string", "null"]}
        case _:
            bare = {"type": ["number", "string", "null"]}
    full = {"value": bare, "confirmed": {"type": "boolean"}}
    if question.units:
        full["unit"] = {"enum": [s for u in question.units for s in (u.code, *u.also)] + [None]}
    return {"description": question.asks, "anyOf": [bare, _object(full, ["value"])]}


def _facts() -> Schema:
    number = {"type": ["number", "null"]}
    text = {"type": ["string", "null"]}
    value = {
        "type": "object", "required": ["low", "high", "unit", "low_inclusive", "high_inclusive", "absent", "details"],
        "properties": {"low": number, "high": number, "unit": text, "absent": text, "details": {"type": "object"}},
    }
    fact = {
        "type": "object",
        "required": ["id", "layer", "value", "locator", "markers", "citations", "confidence", "says"],
        "properties": {
            "id": {"type": "string"}, "layer": {"enum": ["source", "added", "site"]}, "value": value,
            "confidence": {"enum": ["V", "V2", "MH", "SITE"]},
        },
    }
    return {
        "type": "object", "required": ["edition", "facts"],
        "properties": {"edition": {"type": "string"}, "facts": {"type": "array", "items": fact, "minItems": 1}},
    }


def _of(hint: object, definitions: dict[str, Schema]) -> Schema:
    """The schema of a type that results are made of."""
    if hint in _PLAIN:
        return _PLAIN[hint]
    if hint is NoneType:
        return {"type": "null"}
    if hint is Refused:
        return {"$ref": "#/$defs/refusal"}
    if isinstance(hint, UnionType):
        return {"anyOf": [_of(part, definitions) for part in get_args(hint)]}
    if get_origin(hint) is tuple:
        return {"type": "array", "items": _of(get_args(hint)[0], definitions)}
    if isinstance(hint, type) and issubclass(hint, Enum):
        return {"enum": [member.value for member in hint]}
    if is_dataclass(hint):
        if hint.__name__ not in definitions:
            definitions[hint.__name__] = {}
            definitions[hint.__name__] = _object(_properties(hint, definitions))
        return {"$ref": f"#/$defs/{hint.__name__}"}
    raise TypeError(f"{hint!r} has no schema")


def _properties(kind: type, definitions: dict[str, Schema]) -> dict[str, Schema]:
    hints = get_type_hints(kind)
    return {_RENAMED.get(f.name, f.name): _of(hints[f.name], definitions) for f in fields(kind)}
