"""Three-valued conditions: written once as an expression, read by many.

    (platelets < threshold.high) & bleeding_risk

A node is a value, not an answer: `bool()` of it raises, so `and`, `or`, `not` and chained comparisons
fail loudly instead of quietly. An answer that was not given is *unknown*, never *no*. A fourth outcome,
*conflict*, marks a place where the source contradicts itself (`Contested`).

Its readers stand in `readers.py`; no reader has a second copy of a rule.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from .origin import broken, origin


class Outcome(str, Enum):
    """The words for outcomes. Every input gets exactly one of them."""

    MET = "met"
    NOT_MET = "not-met"
    UNKNOWN = "unknown"
    CONFLICT = "conflict"
    SUPPRESSED = "suppressed"
    OUT_OF_SCOPE = "out-of-scope"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Bound:
    """One end of a fact's range, as a threshold that remembers its fact."""

    value: Fraction
    unit: str
    fact: str


class Condition:
    """What every node can do: be joined, and refuse to be taken for an answer."""

    __slots__ = ()

    def __and__(self, other: object) -> And:
        return And(_operands(And, self, other, "&"))

    def __or__(self, other: object) -> Or:
        return Or(_operands(Or, self, other, "|"))

    def __rand__(self, other: object) -> And:
        raise _misuse(other, "&")

    def __ror__(self, other: object) -> Or:
        raise _misuse(other, "|")

    def __invert__(self) -> Not:
        return Not(self)

    def __bool__(self) -> bool:
        raise TypeError(
            f"{type(self).__name__} is a condition, and has no truth value: join with & | ~ and put comparisons in "
            "parentheses, as in (low <= x) & (x <= high)"
        )


def _misuse(other: object, sign: str) -> TypeError:
    return TypeError(
        f"{origin()}: {sign} joins conditions, and {other!r} is none. {sign} binds tighter than a comparison: "
        f"write (x < {other!r}) {sign} (y)"
    )


def _operands(kind: type, left: Condition, right: object, sign: str) -> tuple[Condition, ...]:
    right = right.as_condition() if isinstance(right, Term) else right
    if not isinstance(right, Condition):
        raise _misuse(right, sign)
    parts: list[Condition] = []
    for side in (left, right):
        parts.extend(side.parts if isinstance(side, kind) else (side,))
    return tuple(parts)


class Term:
    """Something that has a value for a patient: a question, or a quantity derived from answers.

    A term has `id`, `noun` (how a sentence names it) and `unit` (UCUM, empty for a choice).
    """

    __slots__ = ()
    id: str
    noun: str
    unit: str

    def __lt__(self, bound: Bound) -> Compare:
        return Compare(self, "<", _bound(self, "<", bound))

    def __le__(self, bound: Bound) -> Compare:
        return Compare(self, "<=", _bound(self, "<=", bound))

    def __gt__(self, bound: Bound) -> Compare:
        return Compare(self, ">", _bound(self, ">", bound))

    def __ge__(self, bound: Bound) -> Compare:
        return Compare(self, ">=", _bound(self, ">=", bound))

    def is_(self, *values: str) -> Is:
        """True where the answer is one of the values. Raises ValueError for a value that can't be answered."""
        return Is(self, values)

    def phrase(self, value: str) -> str:
        """The answer as a clause: "splenectomy is contraindicated"."""
        return f"{self.noun} is {value}"

    def accepts(self, value: str) -> bool:
        return False

    def open_questions(self, values: Mapping[str, object]) -> tuple[str, ...]:
        """The questions that would have to be answered for the term to have a value."""
        return (self.id,)

    def as_condition(self) -> Is:
        return self.is_("yes")

    def __and__(self, other: object) -> And:
        return self.as_condition() & other

    def __or__(self, other: object) -> Or:
        return self.as_condition() | other

    def __invert__(self) -> Not:
        return ~self.as_condition()

    def __bool__(self) -> bool:
        raise TypeError(f"“{self.noun}” has no truth value: use {self.id}.is_(…) or a comparison, joined with & | ~")


def _bound(term: Term, sign: str, bound: object) -> Bound:
    if not isinstance(bound, Bound):
        raise TypeError(
            f"{origin()}: {term.id} {sign} {bound!r}: a threshold is the end of a fact, so that it carries its source; "
            f"write {term.id} {sign} some_fact.low or .high"
        )
    if bound.unit != term.unit:
        raise TypeError(
            f"{origin()}: {term.id} is in {term.unit!r} and {bound.fact} in {bound.unit!r}. Give the fact in the question's unit."
        )
    return bound


@dataclass(frozen=True, slots=True)
class Compare(Condition):
    """A quantity against the end of a fact."""

    term: Term
    sign: str
    bound: Bound

    def holds(self, value: Fraction) -> bool:
        limit = self.bound.value
        match self.sign:
            case "<":
                return value < limit
            case "<=":
                return value <= limit
            case ">":
                return value > limit
            case _:
                return value >= limit


@dataclass(frozen=True, slots=True)
class Is(Condition):
    """An answer that is one of the named values."""

    term: Term
    values: tuple[str, ...]

    def __post_init__(self) -> None:
        for value in self.values:
            if not self.term.accepts(value):
                raise broken(f"{self.term.id} can't be answered {value!r}", "Write one of the question's choices")

    def holds(self, value: object) -> bool:
        return any(v in value for v in self.values) if isinstance(value, frozenset) else value in self.values


@dataclass(frozen=True, slots=True)
class And(Condition):
    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Or(Condition):
    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Not(Condition):
    part: Condition


@dataclass(frozen=True, slots=True)
class Contested(Condition):
    """Where the part holds, the source says two things; the outcome is `conflict`, with both sides.

    `sides` are fact ids, `defect` the entry that says how the contradiction is handled.
    """

    part: Condition
    defect: str
    sides: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Undecided(Condition):
    """Where the part holds, the answer is known and still decides nothing: the outcome is `unknown`."""

    part: Condition


@dataclass(frozen=True, slots=True)
class Named(Condition):
    """A condition under a name of its own, so that others can stand on it and explanations stay short."""

    name: str
    part: Condition
