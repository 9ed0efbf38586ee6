"""What a patient is asked, and how an answer is read.

A question knows its wording, its units and its bounds. `Question.read` turns what was typed into an exact
value, or raises `Refused` with what was wrong and what is accepted. It never converts on a guess.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from fractions import Fraction

from .condition import Term
from .dates import calendar_date, date_text
from .origin import origin
from .quantity import Range, ceil_to, floor_to, nearest, number_text, plain_digits, range_text
from .typed import FEET, Mistyped, quoted, typed_number


class Kind(str, Enum):
    QUANTITY = "quantity"
    COUNT = "count"
    CHOICE = "choice"
    SET = "set"
    DATE = "date"


class Refused(ValueError):
    """An answer that can't be right: what was wrong, and what is accepted. `code` is stable."""

    def __init__(self, question: str, code: str, message: str, accepted: str) -> None:
        super().__init__(message)
        self.question, self.code, self.message, self.accepted = question, code, message, accepted


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer: its value, its label in the form, and the clause that a sentence uses for it."""

    value: str
    label: str
    clause: str


@dataclass(frozen=True, slots=True)
class UnitChoice:
    """A unit that an answer may be typed in. `size` is one such unit in the question's own unit."""

    code: str
    label: str
    size: Fraction
    also: tuple[str, ...] = ()
    """Other spellings that are accepted for it."""
    at_most: Fraction | None = None
    """Above this many, the unit is too coarse for what is asked."""


@dataclass(frozen=True, slots=True)
class Hint:
    """A value that looks like another unit: inside `where`, `message` says which."""

    where: Range
    message: str
    code: str = "unit-slip"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Question(Term):
    """One question. `hard` bounds refuse, `soft` bounds ask "is this right?" in a note."""

    id: str
    asks: str
    noun: str
    kind: Kind
    group: str
    hint: str = ""
    units: tuple[UnitChoice, ...] = ()
    unit_needed: bool = False
    """The unit must be said each time, since a bare number could be either."""
    soft: Range | None = None
    hard: Range | None = None
    sure_within: Range | None = None
    """Outside this a value is refused with the code `confirm` until it is confirmed."""
    choices: tuple[Choice, ...] = ()
    hints: tuple[Hint, ...] = ()
    dated_by: str = ""
    """The date question from which this time can be counted."""
    within_life: str = ""
    """The age question that this time can't exceed."""
    unknown_label: str = "Not known"
    origin: str = field(default_factory=origin)

    @property
    def unit(self) -> str:
        return self.units[0].code if self.units else ""

    def accepts(self, value: str) -> bool:
        return any(choice.value == value for choice in self.choices)

    def label(self, value: str) -> str:
        """What the form calls an answer."""
        return next(choice.label for choice in self.choices if choice.value == value)

    def phrase(self, value: str) -> str:
        return next((c.clause for c in self.choices if c.value == value), f"{self.noun} is {value}")

    def accepted(self) -> str:
        """What is accepted, for a message."""
        if self.kind is Kind.DATE:
            return "a date as YYYY-MM-DD, such as 2026-03-14"
        if self.choices:
            return "one of " + ", ".join(c.value for c in self.choices) + ", or unknown"
        if self.kind is Kind.COUNT:
            return f"a whole number, {range_text(self.hard)}"
        return " or ".join(range_text(self.hard_in(unit)) for unit in self.units)

    def hard_in(self, unit: UnitChoice) -> Range:
        """The hard bounds in one of the question's units, rounded inwards so that both ends are accepted."""
        inner = self.hard.times(1 / unit.size, unit.code)
        high = min(inner.high, unit.at_most) if unit.at_most is not None else inner.high
        step = Fraction(1, 1000 if high < 100 else 10)
        return Range(ceil_to(inner.low, step), floor_to(high, step), unit.code)

    def read(self, raw: object) -> object:
        """The exact value of an answer, None for unknown.

        `raw` is the JSON answer: a value, or {"value", "unit", "confirmed"}. A quantity comes back as a
        Fraction in the question's own unit, a choice as its value, a set as a frozenset, a date as a date.
        Raises Refused.
        """
        unit, confirmed, extra = None, False, ()
        if isinstance(raw, dict):
            extra = sorted(set(raw) - {"value", "unit", "confirmed"})
            unit, confirmed, raw = raw.get("unit"), raw.get("confirmed", False), raw.get("value")
        if extra:
            raise self._refusal("shape", f"an answer has value, unit and confirmed, not {', '.join(extra)}")
        if not isinstance(confirmed, bool):
            raise self._refusal("shape", "“confirmed” is true or false")
        if raw is None or (isinstance(raw, str) and raw.strip().lower() in ("", "unknown")):
            return None
        if unit is not None and not self.units:
            raise self._refusal("unit", f"“{self.asks}” has no unit")
        match self.kind:
            case Kind.DATE:
                return self._read_date(raw)
            case Kind.CHOICE:
                return self._read_choice(raw)
            case Kind.SET:
                return self._read_set(raw)
        return self._read_number(raw, unit, confirmed)

    def said(self, raw: object) -> str:
        """An answer in the words of the form, as it was given; `raw` has been read without a refusal."""
        unit, value = (raw.get("unit"), raw["value"]) if isinstance(raw, dict) else (None, raw)
        known = self.read({"value": value, "unit": unit, "confirmed": True})
        if isinstance(known, Fraction):
            return f"{str(value).strip()} {self._unit_choice(unit).label}".rstrip()
        if isinstance(known, date):
            return date_text(known)
        labels = [choice.label for choice in self.choices if choice.value in (known if isinstance(known, frozenset) else (known,))]
        return self.unknown_label if known is None else ", ".join(labels) or "None of these"

    def restated(self, raw: object, unit: str) -> str:
        """The number that gives the same quantity in another of the question's units, to 3 decimals. Raises Refused."""
        value = self.read({**raw, "confirmed": True} if isinstance(raw, dict) else {"value": raw, "confirmed": True})
        if value is None or not self.units:
            raise self._refusal("number", "there is no number to turn into another unit")
        choice = self._unit_choice(unit)
        number = nearest(value / choice.size, Fraction(1, 1000))
        self.read({"value": plain_digits(number), "unit": choice.code, "confirmed": True})
        return plain_digits(number)

    def _refusal(self, code: str, message: str) -> Refused:
        return Refused(self.id, code, message, self.accepted())

    def _read_date(self, raw: object) -> date:
        day = calendar_date(raw)
        if day is None:
            raise self._refusal("date", f"{quoted(raw)} is not a date")
        return day

    def _read_choice(self, raw: object) -> str:
        value = {True: "yes", False: "no"}[raw] if isinstance(raw, bool) else raw
        if isinstance(value, str) and self.accepts(value.strip()):
            return value.strip()
        raise self._refusal("choice", f"{quoted(raw)} is not an answer to “{self.asks}”")

    def _read_set(self, raw: object) -> frozenset[str]:
        if not isinstance(raw, list):
            raise self._refusal("choice", f"{quoted(raw)} is not a list of answers")
        return frozenset(self._read_choice(item) for item in raw)

    def _read_number(self, raw: object, unit: object, confirmed: bool) -> Fraction:
        choice = self._unit_choice(unit)
        try:
            number = typed_number(raw, in_feet=choice.code == FEET)
        except Mistyped as wrong:
            raise self._refusal(wrong.code, str(wrong)) from None
        if unit is None and self.unit_needed:
            raise self._refusal("unit-missing", f"say in which unit: {' or '.join(u.label for u in self.units)}")
        if self.kind is Kind.COUNT and number.denominator != 1:
            raise self._refusal("whole", f"{number_text(number)} is not a whole number")
        if choice.at_most is not None and number > choice.at_most:
            raise self._refusal("unit", f"over {number_text(choice.at_most)} {choice.label}, give another unit or a date")
        value = number * choice.size
        if value not in self.hard:
            self._check_hints(value)
            shown = number_text(number)
            raise self._refusal("bounds", f"{shown} {choice.label} is outside what can be right".replace("  ", " "))
        if not confirmed:
            self._ask_to_confirm(number, value, choice)
        return value

    def _check_hints(self, value: Fraction) -> None:
        for hint in self.hints:
            if value in hint.where:
                raise self._refusal(hint.code, hint.message)

    def _ask_to_confirm(self, number: Fraction, value: Fraction, choice: UnitChoice) -> None:
        if self.sure_within and value not in self.sure_within:
            hint = next((h.message for h in self.hints if value in h.where), "please confirm it")
            raise self._refusal("confirm", f"{number_text(number)} {choice.label} is unusual: {hint}")
        others = [u for u in self.units if u is not choice] if self.unit_needed else []
        for other in others:
            if number * other.size in self.hard:
                raise self._refusal(
                    "confirm",
                    f"{number_text(number)} could be {choice.label} or {other.label}: confirm that it is {choice.label}",
                )

    def _unit_choice(self, unit: object) -> UnitChoice:
        if unit is None:
            return self.units[0]
        for choice in self.units:
            if unit == choice.code or unit in choice.also:
                return choice
        raise self._refusal("unit", f"{quoted(unit)} is not a unit for “{self.asks}”: use {' or '.join(u.code for u in self.units)}")
