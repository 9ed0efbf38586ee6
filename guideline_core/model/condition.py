"""Three-valued conditions: written once as an expression, read by many.

    (platelets < threshold.high) & bleeding_risk

A node is a value, not an answer: `bool()` of it raises, so `and`, `or`, `not` and chained comparisons
fail loudly instead of quietly. An answer that was not given is *unknown*, never *no*. A fourth outcome,
*conflict*, marks a place where the source contradicts itself (`Contested`).

The readers stand below the nodes: `evaluate` (whose result is its own explanation), `explain` (English),
`terms` (what it asks) and `comparisons` (where its boundaries lie).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from .quantity import number_text, with_unit


class Outcome(str, Enum):
    """The words for outcomes. Every input gets exactly one of them."""

    MET = "met"
    NOT_MET = "not-met"
    UNKNOWN = "unknown"
    CONFLICT = "conflict"
    SUPPRESSED = "suppressed"
    OUT_OF_SCOPE = "out-of-scope"
    REFUSED = "refused"


AND_ORDER = (Outcome.NOT_MET, Outcome.UNKNOWN, Outcome.CONFLICT, Outcome.MET)
OR_ORDER = (Outcome.MET, Outcome.UNKNOWN, Outcome.CONFLICT, Outcome.NOT_MET)
_OPPOSITE = {Outcome.MET: Outcome.NOT_MET, Outcome.NOT_MET: Outcome.MET}


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
            f"the condition “{explain(self)}” has no truth value: join with & | ~ and put comparisons in "
            "parentheses, as in (low <= x) & (x <= high)"
        )


def _misuse(other: object, sign: str) -> TypeError:
    return TypeError(
        f"{sign} joins conditions, and {other!r} is none. {sign} binds tighter than a comparison: "
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
            f"{term.id} {sign} {bound!r}: a threshold is the end of a fact, so that it carries its source; "
            f"write {term.id} {sign} some_fact.low or .high"
        )
    if bound.unit != term.unit:
        raise TypeError(f"{term.id} is in {term.unit!r} but {bound.fact} is in {bound.unit!r}")
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
                raise ValueError(f"{self.term.id} can't be answered {value!r}")

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


@dataclass(frozen=True, slots=True)
class Finding:
    """What a condition came to, clause by clause. `text` states the clause with the value put in."""

    outcome: Outcome
    text: str
    parts: tuple[Finding, ...] = ()
    missing: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    defects: tuple[str, ...] = ()
    sides: tuple[str, ...] = ()
    """Where the outcome is a conflict: the facts that contradict each other."""


Values = Mapping[str, object]
"""Known values by term id: Fraction for a quantity, str for a choice, frozenset for several. Absent is unknown."""


def decide(condition: Condition, values: Values) -> Outcome:
    """The outcome of a condition for one patient, without the reason."""
    match condition:
        case Compare(term) | Is(term):
            value = values.get(term.id)
            if value is None:
                return Outcome.UNKNOWN
            return Outcome.MET if condition.holds(value) else Outcome.NOT_MET
        case And(parts):
            return min((decide(part, values) for part in parts), key=AND_ORDER.index)
        case Or(parts):
            return min((decide(part, values) for part in parts), key=OR_ORDER.index)
        case Not(part):
            outcome = decide(part, values)
            return _OPPOSITE.get(outcome, outcome)
        case Contested(part):
            outcome = decide(part, values)
            return Outcome.CONFLICT if outcome is Outcome.MET else outcome
        case Undecided(part):
            outcome = decide(part, values)
            return Outcome.UNKNOWN if outcome is Outcome.MET else outcome
        case Named(_, part):
            return decide(part, values)
    raise TypeError(f"{condition!r} is not a condition")


def evaluate(condition: Condition, values: Values) -> Finding:
    """The outcome of a condition for one patient, with the reason for it, clause by clause."""
    outcome = decide(condition, values)
    match condition:
        case Compare(term, _, bound):
            value = values.get(term.id)
            if value is None:
                return Finding(outcome, explain(condition), missing=(term.id,), facts=(bound.fact,))
            given = with_unit(number_text(_readable(value, bound.value)), term.unit, one=value == 1)
            return Finding(outcome, f"{explain(condition)} (here {given})", facts=(bound.fact,))
        case Is(term):
            value = values.get(term.id)
            if value is None:
                return Finding(outcome, explain(condition), missing=(term.id,))
            said = outcome is Outcome.MET or isinstance(value, frozenset)
            return Finding(outcome, explain(condition) + ("" if said else f" (here: {term.phrase(value)})"))
        case And(parts) | Or(parts):
            return _gathered(outcome, explain(condition), tuple(evaluate(part, values) for part in parts))
        case Not(part):
            return _gathered(outcome, explain(condition), (evaluate(part, values),))
        case Contested(part, defect, sides):
            found = evaluate(part, values)
            if outcome is not Outcome.CONFLICT:
                return Finding(outcome, found.text, (found,), found.missing, found.facts)
            return Finding(outcome, found.text, (found,), (), _unique(found.facts + sides), (defect,), sides)
        case Undecided(part):
            found = evaluate(part, values)
            text = f"{found.text}, which leaves it open" if found.outcome is Outcome.MET else found.text
            return Finding(outcome, text, (found,), found.missing, found.facts)
        case Named(_, part):
            return evaluate(part, values)
    raise TypeError(f"{condition!r} is not a condition")


def _gathered(outcome: Outcome, text: str, found: tuple[Finding, ...]) -> Finding:
    """A joint finding: it misses what its undecided parts miss, and no more."""
    undecided = [f for f in found if f.outcome in (Outcome.UNKNOWN, Outcome.CONFLICT)]
    missing = _unique(q for f in undecided for q in f.missing) if outcome is Outcome.UNKNOWN else ()
    alike = [f for f in found if f.outcome is outcome]
    defects, sides = _unique(d for f in alike for d in f.defects), _unique(s for f in alike for s in f.sides)
    return Finding(outcome, text, found, missing, _unique(f for p in found for f in p.facts), defects, sides)


def _readable(value: Fraction, limit: Fraction) -> Fraction:
    """One decimal, or as many as keep the value on its side of the limit."""
    for places in range(1, 10):
        near = Fraction(round(value * 10**places), 10**places)
        if (near < limit, near == limit) == (value < limit, value == limit):
            return near
    return value


def explain(condition: Condition) -> str:
    """The condition in English, without a patient."""
    match condition:
        case Compare(term, sign, bound):
            limit = with_unit(number_text(bound.value), bound.unit, one=bound.value == 1)
            return f"{term.noun} {_SIGNS[sign].format(limit)}"
        case Is(term, values):
            return " or ".join(term.phrase(value) for value in values)
        case And(parts):
            return " and ".join(_bracketed(part, Or) for part in parts)
        case Or(parts):
            return " or ".join(_bracketed(part, And) for part in parts)
        case Not(part):
            return f"not ({explain(part)})"
        case Contested(part, _, _) | Undecided(part):
            return explain(part)
        case Named(name, _):
            return name
    raise TypeError(f"{condition!r} is not a condition")


_SIGNS = {"<": "below {}", "<=": "{} or below", ">": "above {}", ">=": "{} or more"}


def _bracketed(part: Condition, other: type) -> str:
    inner = part.part if isinstance(part, (Contested, Undecided)) else part
    return f"({explain(part)})" if isinstance(inner, other) else explain(part)


def nodes(condition: Condition) -> Iterator[Condition]:
    """The condition and all that it is made of, from the top."""
    yield condition
    match condition:
        case And(parts) | Or(parts):
            for part in parts:
                yield from nodes(part)
        case Not(part) | Contested(part, _, _) | Undecided(part) | Named(_, part):
            yield from nodes(part)


def terms(condition: Condition) -> tuple[Term, ...]:
    """The questions and derived quantities that the condition reads, in order, once each."""
    found = {n.term.id: n.term for n in nodes(condition) if isinstance(n, (Compare, Is))}
    return tuple(found.values())


def comparisons(condition: Condition) -> tuple[Compare, ...]:
    """Every comparison with a threshold: where the condition's boundaries lie."""
    return tuple(n for n in nodes(condition) if isinstance(n, Compare))


def _unique(items) -> tuple:
    return tuple(dict.fromkeys(items))
