"""Every input, not a sample: the classes of each question, and the walk over all that a rule depends on.

Two answers that stand on the same side of every threshold of a rule can't be told apart by it. So a quantity
has one class below, at and above each threshold, a choice has one for each answer, and every question has one
more: unknown. A rule's outcome over all patients is its outcome over the product of these classes.

Rules of one therapy share few questions. A therapy's sum depends only on the outcomes of its rules, and rules
without a common question are independent; so each rule is walked over its own questions alone and the rules
are joined over those that they share (`join`). Nothing is left out: a patient's class is a choice of one class
for every question, and the join meets every such choice exactly once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from itertools import product
from math import prod

from ...model.condition import Condition, Outcome, Term
from ...model.readers import answers, comparisons, decide, explain, terms

Point = tuple[object, ...]
"""One class for each of a rule's terms, in their order; None is unknown."""


@dataclass(frozen=True)
class Rule:
    """Something with an outcome that depends on some terms: a criterion, a gate, a class of response."""

    id: str
    label: str
    terms: tuple[Term, ...]
    classes: tuple[tuple[object, ...], ...]
    outcome: Callable[[Mapping[str, object]], Outcome]
    withdraws: tuple[str, ...] = ()
    """Terms whose answer may take a decision back, on purpose."""
    _outcomes: dict[Point, Outcome] = field(default_factory=dict, repr=False, compare=False)

    @property
    def size(self) -> int:
        """How many classes of patients the rule can tell apart."""
        return prod(map(len, self.classes))

    def points(self) -> Iterable[Point]:
        return product(*self.classes)

    def values(self, point: Point) -> dict[str, object]:
        return {term.id: value for term, value in zip(self.terms, point, strict=True) if value is not None}

    def walk(self) -> Iterator[tuple[Point, Outcome]]:
        """Every point with its outcome, each as soon as it is known."""
        for point in self.points():
            if point not in self._outcomes:
                self._outcomes[point] = self.outcome(self.values(point))
            yield point, self._outcomes[point]

    @cached_property
    def table(self) -> dict[Point, Outcome]:
        """The outcome at every point."""
        return dict(self.walk())

    @cached_property
    def completions(self) -> dict[Point, frozenset[Outcome]]:
        """What the outcome can still become once every unknown is answered."""
        found: dict[Point, frozenset[Outcome]] = {}

        def of(point: Point) -> frozenset[Outcome]:
            if point not in found:
                if None not in point:
                    found[point] = frozenset((self.table[point],))
                else:
                    at = point.index(None)
                    answers = (point[:at] + (value,) + point[at + 1:] for value in self.classes[at][1:])
                    found[point] = frozenset().union(*map(of, answers))
            return found[point]

        for point in self.table:
            of(point)
        return found


class Classes:
    """The classes of every term, from all conditions of a guideline together; `limits` adds boundaries by term id."""

    def __init__(self, conditions: Iterable[Condition], limits: Mapping[str, Iterable[Fraction]]) -> None:
        self._limits: dict[str, set[Fraction]] = {name: set(found) for name, found in limits.items()}
        for condition in conditions:
            for compare in comparisons(condition):
                self._limits.setdefault(compare.term.id, set()).add(compare.bound.value)

    def of(self, term: Term) -> tuple[object, ...]:
        """The term's classes, unknown first."""
        return (None, *answers(term, sorted(self._limits.get(term.id, ()))))

    def rule(
        self, id: str, label: str, reads: Iterable[Term], outcome: Callable[[Mapping[str, object]], Outcome],
        withdraws: tuple[str, ...] = (),
    ) -> Rule:
        found = tuple({term.id: term for term in reads}.values())
        return Rule(id, label, found, tuple(self.of(term) for term in found), outcome, withdraws)

    def condition(self, condition: Condition) -> Rule:
        """A condition as a rule of its own, called what it says."""
        text = explain(condition)
        return self.rule(text, text, terms(condition), lambda values: decide(condition, values))


@dataclass(frozen=True, slots=True)
class Joint:
    """One sum of several rules that some patient reaches, with all that it can still become, and one such patient."""

    outcome: Outcome
    ends: frozenset[Outcome]
    example: tuple[tuple[str, object], ...]


@dataclass(frozen=True, slots=True)
class _Profile:
    """What rules come to for each choice of the shared terms, and what they can still become."""

    table: tuple[Outcome, ...]
    ends: tuple[frozenset[Outcome], ...]
    example: tuple[tuple[str, object], ...]


def join(rules: Sequence[Rule], summed: Callable[[Iterable[Outcome]], Outcome]) -> tuple[Joint, ...]:
    """Every sum that some patient reaches, each with its possible ends.

    A rule's own terms are folded into profiles: what the rule comes to for each choice of the shared terms.
    Rules are then added one by one. `summed` is associative, so only the sum so far has to be carried.
    """
    readers = Counter(term.id for each in rules for term in each.terms)
    spread = {
        term.id: values for each in rules for term, values in zip(each.terms, each.classes, strict=True)
        if readers[term.id] > 1
    }
    choices = tuple(product(*spread.values()))
    so_far = _profiles(rules[0], spread, choices)
    for each in rules[1:]:
        so_far = _added(so_far, _profiles(each, spread, choices), summed)
    place = {choice: n for n, choice in enumerate(choices)}
    found: dict[tuple, Joint] = {}
    for choice in choices:
        answered = [place[full] for full in _answered(choice, tuple(spread.values()))]
        for profile in so_far:
            outcome = profile.table[place[choice]]
            ends = frozenset().union(*(profile.ends[n] for n in answered))
            shared = tuple((name, value) for name, value in zip(spread, choice, strict=True) if value is not None)
            _keep(found, (outcome, ends), Joint(outcome, ends, shared + profile.example))
    return tuple(found.values())


def _keep(found: dict, key: object, new: _Profile | Joint) -> None:
    """One of each kind: the one whose example has the fewest answers."""
    if key not in found or len(new.example) < len(found[key].example):
        found[key] = new


def _added(
    one: Sequence[_Profile], other: Sequence[_Profile], summed: Callable[[Iterable[Outcome]], Outcome]
) -> tuple[_Profile, ...]:
    """Two sets of profiles as one: sums instead of outcomes, each different sum once."""
    found: dict[tuple, _Profile] = {}
    for a, b in product(one, other):
        table = tuple(map(summed, zip(a.table, b.table, strict=True)))
        ends = tuple(frozenset(map(summed, product(x, y))) for x, y in zip(a.ends, b.ends, strict=True))
        _keep(found, (table, ends), _Profile(table, ends, a.example + b.example))
    return tuple(found.values())


def _answered(choice: Point, spread: Sequence[tuple[object, ...]]) -> tuple[Point, ...]:
    """Every way to answer what the choice leaves unknown."""
    ways = ((value,) if value is not None else values[1:] for value, values in zip(choice, spread, strict=True))
    return tuple(product(*ways))


def _profiles(each: Rule, spread: Mapping[str, tuple[object, ...]], choices: Sequence[Point]) -> tuple[_Profile, ...]:
    """The rule's own terms folded: one profile for each different behaviour towards the shared terms."""
    at = {n: list(spread).index(term.id) for n, term in enumerate(each.terms) if term.id in spread}
    own = [n for n in range(len(each.terms)) if n not in at]
    found: dict[tuple, _Profile] = {}
    for private in product(*(each.classes[n] for n in own)):
        fill = dict(zip(own, private, strict=True))
        points = [tuple(c[at[n]] if n in at else fill[n] for n in range(len(each.terms))) for c in choices]
        table = tuple(each.table[point] for point in points)
        ends = tuple(each.completions[point] for point in points)
        example = tuple((each.terms[n].id, v) for n, v in fill.items() if v is not None)
        _keep(found, (table, ends), _Profile(table, ends, example))
    return tuple(found.values())
