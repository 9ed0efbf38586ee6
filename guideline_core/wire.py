"""JSON in and out without a float on the way: decimals are read exactly and written to 12 significant digits."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import cache
from itertools import accumulate
from json.encoder import encode_basestring

from .model.quantity import plain_digits
from .model.question import Refused


class Unreadable(ValueError):
    """Text that can't be taken as JSON; why, in words that are the same on every Python."""


class DuplicateKey(Unreadable):
    """An object that names a key twice: which one was meant can't be known."""


def loads(text: str) -> object:
    """Parse JSON. Decimals stay exact; NaN, Infinity and numbers of absurd size come back as text, for the question to refuse.

    Raises Unreadable for text that isn't JSON, and DuplicateKey.
    """
    if _too_deep(text):
        raise Unreadable(f"more than {_DEEPEST} lists and objects stand inside each other")
    try:
        return json.loads(text, parse_int=_integer, parse_float=_decimal, parse_constant=str, object_pairs_hook=_unique)
    except Unreadable:
        raise
    except ValueError:
        raise Unreadable("it is not JSON") from None


_DEEPEST = 100
"""No request comes near it; in a browser a text of some thousand levels would end Python."""
_MARKS = re.compile(r'"(?:[^"\\]|\\.)*+"?|[\[{]|[\]}]', re.DOTALL)
_STEPS = {"[": 1, "{": 1, "]": -1, "}": -1}


def _too_deep(text: str) -> bool:
    if text.count("[") + text.count("{") <= _DEEPEST:
        return False
    return max(accumulate(_STEPS.get(mark, 0) for mark in _MARKS.findall(text)), default=0) > _DEEPEST


def _integer(digits: str) -> int | str:
    return int(digits) if len(digits) <= 100 else digits


def _decimal(digits: str) -> Decimal | str:
    """The number, exactly; as text where its exponent is beyond what every build of Python can hold."""
    exponent = digits.lower().partition("e")[2]
    return Decimal(digits) if len(exponent.lstrip("+-0")) <= 4 else digits


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    keys = dict(pairs)
    if len(keys) < len(pairs):
        names = [k for k, _ in pairs]
        raise DuplicateKey(f"“{next(k for k in names if names.count(k) > 1)}” is given twice")
    return keys


def dumps(value: object, indent: int | None = None) -> str:
    """The value as JSON text: dataclasses as objects, fractions as plain decimals, the same bytes each time.

    Half of a surrogate pair, which no encoding can carry, comes out as a question mark.
    """
    text = _written(value, "" if indent is None else "\n", indent or 0)
    return text.encode("utf-8", "replace").decode("utf-8")


def _written(value: object, line: str, indent: int) -> str:
    kind = type(value)
    if kind is str:
        return encode_basestring(value)
    if kind in _CONSTANTS:
        return json.dumps(value)
    if kind is Fraction or kind is Decimal:
        return plain_digits(Fraction(value))
    if isinstance(value, Enum):
        return encode_basestring(value.value)
    if kind is date:
        return encode_basestring(value.isoformat())
    if isinstance(value, tuple | list):
        return _enclosed("[]", [""] * len(value), value, line, indent)
    if isinstance(value, Mapping):
        return _enclosed("{}", [_key(name) for name in value], value.values(), line, indent)
    names = _names(kind)
    return _enclosed("{}", [_key(_RENAMED.get(n, n)) for n in names], [getattr(value, n) for n in names], line, indent)


_CONSTANTS = {int, bool, type(None)}
_RENAMED = {"response_class": "class"}


@cache
def _names(kind: type) -> tuple[str, ...]:
    if kind is Refused:
        return ("question", "code", "message", "accepted")
    if is_dataclass(kind):
        return tuple(field.name for field in fields(kind))
    raise TypeError(f"{kind.__name__} has no JSON form")


@cache
def _key(name: str) -> str:
    return f"{encode_basestring(name)}: "


def _enclosed(brackets: str, keys: list[str], values: Iterable[object], line: str, indent: int) -> str:
    if not keys:
        return brackets
    inner = line + " " * indent
    parts = [inner + key + _written(value, inner, indent) for key, value in zip(keys, values, strict=True)]
    return brackets[0] + ("," if line else ", ").join(parts) + line + brackets[1]
