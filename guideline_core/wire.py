"""JSON in and out without a float on the way: decimals are read exactly and written to 12 significant digits."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction

from .model.quantity import plain_digits
from .model.question import Refused


class DuplicateKey(ValueError):
    """An object that names a key twice: which one was meant can't be known."""


def loads(text: str) -> object:
    """Parse JSON. Decimals stay exact; NaN and Infinity come back as text, for the question to refuse.

    Raises ValueError for text that isn't JSON, and DuplicateKey.
    """
    return json.loads(text, parse_float=Decimal, parse_constant=str, object_pairs_hook=_unique)


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    keys = dict(pairs)
    if len(keys) < len(pairs):
        names = [k for k, _ in pairs]
        raise DuplicateKey(f"“{next(k for k in names if names.count(k) > 1)}” is given twice")
    return keys


def dumps(value: object, indent: int | None = None) -> str:
    """The value as JSON text: dataclasses as objects, fractions as plain decimals, the same bytes each time."""
    return _written(value, "" if indent is None else "\n", indent or 0)


def _written(value: object, line: str, indent: int) -> str:
    match value:
        case None | bool() | str() if not isinstance(value, Enum):
            return json.dumps(value, ensure_ascii=False)
        case Enum():
            return json.dumps(value.value, ensure_ascii=False)
        case int():
            return str(value)
        case Fraction() | Decimal():
            return plain_digits(Fraction(value))
        case date():
            return json.dumps(value.isoformat())
        case Refused(question=question, code=code, message=message, accepted=accepted):
            return _written({"question": question, "code": code, "message": message, "accepted": accepted}, line, indent)
        case Mapping():
            return _enclosed("{}", [f"{json.dumps(k, ensure_ascii=False)}: " for k in value], value.values(), line, indent)
        case tuple() | list():
            return _enclosed("[]", [""] * len(value), value, line, indent)
    if is_dataclass(value):
        named = {_NAMES.get(f.name, f.name): getattr(value, f.name) for f in fields(value)}
        return _written(named, line, indent)
    raise TypeError(f"{type(value).__name__} has no JSON form")


_NAMES = {"response_class": "class"}


def _enclosed(brackets: str, keys: list[str], values, line: str, indent: int) -> str:
    if not keys:
        return brackets
    inner = line + " " * indent
    parts = (inner + key + _written(value, inner, indent) for key, value in zip(keys, values, strict=True))
    separator = "," if line else ", "
    return brackets[0] + separator.join(parts) + line + brackets[1]
