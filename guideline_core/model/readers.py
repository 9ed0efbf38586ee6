"""The readers of a condition: what it comes to, why, what it says, what it asks, and where its boundaries lie.

All read the same nodes. `decide` holds the logic of four values; `evaluate` adds the reason clause by clause.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from .condition import And, Compare, Condition, Contested, Is, Named, Not, Or, Outcome, Term, Undecided
from .quantity import Range, number_text, with_unit
from .question import Kind

AND_ORDER = (Outcome.NOT_MET, Outcome.UNKNOWN, Outcome.CONFLICT, Outcome.MET)
OR_ORDER = (Outcome.MET, Outcome.UNKNOWN, Outcome.CONFLICT, Outcome.NOT_MET)
_OPPOSITE = {Outcome.MET: Outcome.NOT_MET, Outcome.NOT_MET: Outcome.MET}


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
                return Finding(outcome, explain(condition), missing=term.open_questions(values), facts=(bound.fact,))
            given = with_unit(number_text(_readable(value, bound.value)), term.unit, one=value == 1)
            return Finding(outcome, f"{explain(condition)} (here {given})", facts=(bound.fact,))
        case Is(term):
            value = values.get(term.id)
            if value is None:
                return Finding(outcome, explain(condition), missing=term.open_questions(values))
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


def points(hard: Range, limits: Sequence[Fraction]) -> Iterable[Fraction]:
    """Every limit within the bounds, and a point in each gap between limits and bounds."""
    ends = (hard.low if hard.low is not None else limits[0] - 1, hard.high if hard.high is not None else limits[-1] + 1)
    before = ends[0]
    for limit in limits:
        if before < limit:
            yield (before + limit) / 2
        yield limit
        before = limit
    if before < ends[1]:
        yield (before + ends[1]) / 2


def answers(term: Term, limits: Sequence[Fraction]) -> tuple[object, ...]:
    """The answers to a term that can be told apart: below, at and above each limit, each choice, none or one of a set."""
    if limits:
        return tuple(points(term.hard, limits))
    choices = tuple(choice.value for choice in term.choices)
    return (frozenset(), *(frozenset((c,)) for c in choices)) if term.kind is Kind.SET else choices


def _unique(items) -> tuple:
    return tuple(dict.fromkeys(items))
