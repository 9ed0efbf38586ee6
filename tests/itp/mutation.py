"""Fact mutation: change one part of one fact, in memory, and see whether the consistency checks notice.

    python -m tests.itp.mutation     writes the score to tests/itp/mutation.json

A change that the core itself refuses to make counts as noticed, by the core.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, replace
from fractions import Fraction
from pathlib import Path

from guideline_core.itp import GUIDELINE
from guideline_core.model.evidence import Confidence, Grade, Layer, Proportion
from guideline_core.model.fact import Fact, Modality
from guideline_core.model.quantity import UNITS, Range

from tests.itp.consistency import faults

RESULT = Path(__file__).with_suffix(".json")
COMMAND = "python -m tests.itp.mutation"

Change = Callable[[Fact], Fact]


@dataclass(frozen=True)
class Mutant:
    fact: str
    kind: str
    what: str
    make: Callable[[], Fact]


def mutants(fact: Fact) -> Iterator[Mutant]:
    for kind, changes in KINDS.items():
        for what, change in changes(fact):
            yield Mutant(fact.id, kind, what, lambda change=change: change(fact))


def _value(**new: object) -> Change:
    return lambda fact: replace(fact, value=replace(fact.value, **new))


def _low(fact: Fact) -> Iterator[tuple[str, Change]]:
    yield from _end(fact, "low", -1)


def _high(fact: Fact) -> Iterator[tuple[str, Change]]:
    yield from _end(fact, "high", 1)


def _end(fact: Fact, name: str, step: int) -> Iterator[tuple[str, Change]]:
    """The end moved outwards and inwards, dropped, or made where there is none."""
    value = fact.value
    if value is None:
        return
    end, other = getattr(value, name), getattr(value, "high" if name == "low" else "low")
    if end is None:
        yield f"{name} made", _value(**{name: other + step})
        return
    yield f"{name} moved outwards", _value(**{name: end + step})
    yield f"{name} moved by a thousandth", _value(**{name: end - step * Fraction(1, 1000)})
    if other is not None:
        yield f"{name} dropped", _value(**{name: None})


def _number(fact: Fact) -> Iterator[tuple[str, Change]]:
    """The whole value: another number, ten times as much, none at all, or one where there was none."""
    if fact.value is None:
        made = Range(Fraction(1), Fraction(1), "1")
        yield "a value made", lambda fact: replace(fact, value=made, absent="")
        return
    moved = {end: getattr(fact.value, end) + 1 for end in ("low", "high") if getattr(fact.value, end) is not None}
    tenfold = {end: (value - 1) * 10 for end, value in moved.items()}
    yield "the value moved", _value(**moved)
    if any(tenfold.values()):
        yield "the value tenfold", _value(**tenfold)
    yield "the value dropped", lambda fact: replace(fact, value=None, absent="no number")


def _unit(fact: Fact) -> Iterator[tuple[str, Change]]:
    if fact.value:
        units = list(UNITS)
        for away in (1, len(units) // 2):
            other = units[(units.index(fact.value.unit) + away) % len(units)]
            yield f"the unit {other}", _value(unit=other)


def _strictness(fact: Fact) -> Iterator[tuple[str, Change]]:
    for end in ("low", "high"):
        if fact.value and getattr(fact.value, end) is not None:
            name = f"{end}_inclusive"
            yield f"{name} turned", _value(**{name: not getattr(fact.value, name)})


def _cited(at: int, **new: object) -> Change:
    def change(fact: Fact) -> Fact:
        return replace(fact, citations=tuple(replace(c, **new) if n == at else c for n, c in enumerate(fact.citations)))

    return change


def _source(fact: Fact) -> Iterator[tuple[str, Change]]:
    sources = list(GUIDELINE.sources)
    for at, citation in enumerate(fact.citations):
        other = sources[(sources.index(citation.source) + 1) % len(sources)]
        yield f"citation {at} of {other}", _cited(at, source=other)
    yield "the last citation dropped", lambda fact: replace(fact, citations=fact.citations[:-1])
    yield "a citation twice", lambda fact: replace(fact, citations=(*fact.citations, fact.citations[-1]))
    if len(fact.citations) > 1:
        yield "the citations in another order", lambda fact: replace(fact, citations=fact.citations[::-1])


def _locator(fact: Fact) -> Iterator[tuple[str, Change]]:
    for at, citation in enumerate(fact.citations):
        yield f"locator {at} changed", _cited(at, locator=f"{citation.locator}, elsewhere")
        yield f"locator {at} dropped", _cited(at, locator="")


def _confidence(fact: Fact) -> Iterator[tuple[str, Change]]:
    for at, citation in enumerate(fact.citations):
        for other in Confidence:
            if other is not citation.confidence:
                yield f"confidence {at} {other.value}", _cited(at, confidence=other)


def _markers(fact: Fact) -> Iterator[tuple[str, Change]]:
    markers = fact.markers
    yield "a marker more", _cited(0, markers=(*markers, "9"))
    if markers:
        yield "a marker less", _cited(0, markers=markers[:-1])
    if len(set(markers)) > 1:
        yield "the markers in another order", _cited(0, markers=markers[::-1])


def _lines(fact: Fact) -> Iterator[tuple[str, Change]]:
    lines = fact.lines
    yield "a line more", _cited(0, lines=(*lines, 122))
    if lines:
        yield "the first line moved", _cited(0, lines=(lines[0] + 1, *lines[1:]))


def _layer(fact: Fact) -> Iterator[tuple[str, Change]]:
    for other in Layer:
        if other is not fact.layer:
            yield f"the layer {other.value}", lambda fact, other=other: replace(fact, layer=other)


def _modality(fact: Fact) -> Iterator[tuple[str, Change]]:
    for other in (None, *Modality):
        if other is not fact.modality:
            yield f"the modality {other and other.value}", lambda fact, other=other: replace(fact, modality=other)


def _proportion(fact: Fact) -> Iterator[tuple[str, Change]]:
    old = fact.proportion
    if old is None:
        yield "a proportion made", lambda fact: replace(fact, proportion=Proportion(1, 2))
        return
    yield "one event more", lambda fact: replace(fact, proportion=Proportion(old.events + 1, old.total))
    yield "one person more", lambda fact: replace(fact, proportion=Proportion(old.events, old.total + 1))
    yield "twice as many of both", lambda fact: replace(fact, proportion=Proportion(2 * old.events, 2 * old.total))
    yield "the proportion dropped", lambda fact: replace(fact, proportion=None)


def _grade(fact: Fact) -> Iterator[tuple[str, Change]]:
    if fact.grade is None:
        yield "a grade made", lambda fact: replace(fact, grade=Grade("2C", "ASH", 2011, "weak", "C", 2019))
        return
    yield "the grade dropped", lambda fact: replace(fact, grade=None)
    for name, old in ((f.name, getattr(fact.grade, f.name)) for f in fields(Grade)):
        new = old + 1 if isinstance(old, int) else f"{old}x"
        yield f"the grade's {name}", lambda fact, name=name, new=new: replace(fact, grade=replace(fact.grade, **{name: new}))
        yield f"the grade without its {name}", lambda fact, name=name: replace(fact, grade=replace(fact.grade, **{name: None}))


KINDS: dict[str, Callable[[Fact], Iterator[tuple[str, Change]]]] = {
    "low": _low, "high": _high, "value": _number, "unit": _unit, "strictness": _strictness,
    "source": _source, "locator": _locator, "confidence": _confidence, "markers": _markers, "lines": _lines,
    "layer": _layer, "modality": _modality, "proportion": _proportion, "grade": _grade,
}

REASONS: dict[str, str] = {}
"""Why a survivor, by fact and change, is none to worry about."""


def fate(mutant: Mutant) -> str:
    """`refused` by the core, `noticed` by the checks, or `survived`."""
    try:
        fact = mutant.make()
    except ValueError:
        return "refused"
    return "noticed" if faults(replace(GUIDELINE, facts=GUIDELINE.facts | {fact.id: fact})) else "survived"


def score() -> dict[str, object]:
    """Every mutant of every fact, and what became of it."""
    counts: dict[str, Counter] = {kind: Counter() for kind in KINDS}
    layers: dict[str, Counter] = {layer.value: Counter() for layer in Layer}
    survivors = []
    for fact in GUIDELINE.facts.values():
        for mutant in mutants(fact):
            outcome = fate(mutant)
            counts[mutant.kind][outcome] += 1
            layers[fact.layer.value][outcome] += 1
            if outcome == "survived":
                name = f"{mutant.fact}: {mutant.what}"
                survivors.append({"mutant": name, "reason": REASONS.get(name, "")})
    return {
        "command": COMMAND,
        "facts": len(GUIDELINE.facts),
        **_counted(sum(counts.values(), Counter())),
        "kinds": {kind: _counted(count) for kind, count in counts.items()},
        "layers": {layer: _counted(count) for layer, count in layers.items()},
        "survivors": survivors,
    }


def _counted(count: Counter) -> dict[str, int]:
    return {"mutants": count.total(), "killed": count.total() - count["survived"], "refused_by_the_core": count["refused"]}


def main() -> int:
    result = score()
    RESULT.write_text(json.dumps(result, indent=2, ensure_ascii=False) + "\n", "utf-8")
    print(f"{result['killed']} of {result['mutants']} mutants of {result['facts']} facts killed: {RESULT.name}")
    return 0 if result["killed"] == result["mutants"] else 1


if __name__ == "__main__":
    sys.exit(main())
