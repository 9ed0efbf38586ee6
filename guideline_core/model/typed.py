"""Numbers as people type them, read exactly or not at all."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

from .quantity import convert, number_text

FEET = "[ft_i]"

_PLAIN = re.compile(r"[+-]?(\d{1,12}(\.\d{0,30})?|\.\d{1,30})([eE][+-]?\d{1,2})?", re.ASCII)
_FEET = re.compile(r"""(?P<ft>\d)\s*(?:'|ft|′)\s*(?P<in>\d{1,2}(?:\.\d{1,2})?)\s*(?:"|in|″)?""", re.ASCII)


class Mistyped(ValueError):
    """What is no number that could be meant, in words for a reader. `code` is that of the refusal."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


def typed_number(raw: object, *, in_feet: bool) -> Fraction:
    """The exact number, zero or more. `in_feet`: also feet and inches, as in 5' 11". Raises Mistyped."""
    if isinstance(raw, bool) or not isinstance(raw, (int, Decimal, str)):
        raise Mistyped("number", f"{quoted(raw)} is not a number")
    text = str(raw).strip()
    if in_feet and (feet := _FEET.fullmatch(text)):
        return Fraction(feet["ft"]) + convert(Fraction(feet["in"]), "[in_i]", FEET)
    if "," in text:
        raise Mistyped("number", f"{quoted(raw)} has a comma: write decimals with a point and thousands without a mark")
    if not _PLAIN.fullmatch(text):
        raise Mistyped("number", f"{quoted(raw)} is not a number")
    number = Fraction(Decimal(text))
    if number < 0:
        raise Mistyped("bounds", f"{number_text(number)} is below zero")
    return number


def quoted(raw: object) -> str:
    """What was typed, in quotation marks; the first part of it where it is long."""
    text = str(raw)
    return f"“{text[:40]}…”" if len(text) > 40 else f"“{text}”"
