"""The properties, each with its sentence, why the walk suffices, and the smallest counterexample where it fails."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from fractions import Fraction
from itertools import combinations, product
from math import prod

from ...model.condition import Condition, Contested, Outcome
from ...model.readers import decide, explain, nodes, terms
from ...model.guideline import Guideline
from ...model.quantity import Range
from ..assessment import assess, summed
from ..dosing import regimen_result
from ..patient import known_patient
from .ledger import Ledger, Property
from .safety import safe
from .subjects import Subjects
from .walk import Rule

MET, NOT_MET, UNKNOWN, CONFLICT = Outcome.MET, Outcome.NOT_MET, Outcome.UNKNOWN, Outcome.CONFLICT
SUPPRESSED, OUT = Outcome.SUPPRESSED, Outcome.OUT_OF_SCOPE

GROWS = {
    UNKNOWN: set(Outcome) - {Outcome.REFUSED},
    MET: {MET, SUPPRESSED, OUT},
    NOT_MET: {NOT_MET, SUPPRESSED, OUT},
    CONFLICT: {CONFLICT, SUPPRESSED, OUT},
    SUPPRESSED: {SUPPRESSED, OUT},
    OUT: {OUT},
}
"""What an outcome may become when one more question is answered."""

NEW_EVIDENCE = "a further count or rescue treatment is new evidence, not the answer to a question that was open"
ON_PURPOSE = "an open question is said before a contradiction, so that neither hides the other"


def total(subjects: Subjects, ledger: Ledger) -> None:
    named = set(Outcome) - {Outcome.REFUSED}
    for rule in subjects.rules:
        ledger.walk(rule.size, len(rule.table))
        for point, outcome in rule.table.items():
            if outcome not in named:
                ledger.fails(rule.label, f"the outcome is {outcome!r}", rule.values(point))
    for therapy, joints in subjects.joints.items():
        name = subjects.guideline.therapies[therapy].name
        ledger.walk(_covered(subjects, therapy), len(joints))
        for joint in joints:
            ledger.shows(name, f"comes to “{joint.outcome.value}”", dict(joint.example))
            if joint.outcome not in named:
                ledger.fails(name, "the sum has no named outcome", dict(joint.example))


def monotone(subjects: Subjects, ledger: Ledger) -> None:
    for rule in subjects.rules:
        ledger.walk(rule.size, len(rule.table))
        for point, outcome in rule.table.items():
            for at, value in enumerate(point):
                if value is None or _is_gate(rule):
                    continue
                before = rule.table[point[:at] + (None,) + point[at + 1:]]
                if rule.terms[at].id in rule.withdraws:
                    if outcome not in GROWS[before]:
                        ledger.lists(rule.label, f"“{before.value}” turns into “{outcome.value}”: {NEW_EVIDENCE}", rule.values(point))
                elif outcome not in GROWS[before]:
                    text = f"answering the last question turns “{before.value}” into “{outcome.value}”"
                    ledger.fails(rule.label, text, rule.values(point))
                elif before is UNKNOWN and outcome is MET:
                    ledger.shows(rule.label, "the last answer decides it, and no later one can undo that", rule.values(point))
    for one, other in product(_growths(), repeat=2):
        before, after = summed((one[0], other[0])), summed((one[1], other[1]))
        ledger.walk(1, 1)
        if after not in GROWS[before]:
            ledger.fails("the sum per therapy", f"{before.value} turns into {after.value}", {})


def _growths() -> list[tuple[Outcome, Outcome]]:
    return [(before, after) for before, grown in GROWS.items() for after in grown]


def _is_gate(rule: Rule) -> bool:
    return all(outcome in (MET, UNKNOWN, SUPPRESSED, OUT) for outcome in rule.table.values()) and not rule.id.startswith("P")


def sharp(subjects: Subjects, ledger: Ledger) -> None:
    for rule in subjects.rules:
        ledger.walk(rule.size, len(rule.table))
        for point, outcome in rule.table.items():
            ends = rule.completions[point]
            if outcome is UNKNOWN and len(ends) == 1 and UNKNOWN not in ends:
                text = f"every way to answer the rest comes to “{next(iter(ends)).value}”, yet it says unknown"
                ledger.fails(rule.label, text, rule.values(point))
            elif outcome is UNKNOWN and len(ends) > 1:
                ledger.shows(rule.label, "unknown, and the answers that are missing could still turn it either way", rule.values(point))
    for therapy, joints in subjects.joints.items():
        ledger.walk(_covered(subjects, therapy), len(joints))
        for joint in joints:
            name = subjects.guideline.therapies[therapy].name
            if joint.outcome is not UNKNOWN or len(joint.ends) > 1 or UNKNOWN in joint.ends:
                continue
            end = next(iter(joint.ends))
            text = f"every way to answer the rest comes to “{end.value}”, yet it says unknown"
            if end is CONFLICT:
                ledger.lists(name, f"{text}: {ON_PURPOSE}", dict(joint.example))
            else:
                ledger.fails(name, text, dict(joint.example))


def alive(subjects: Subjects, ledger: Ledger) -> None:
    guideline = subjects.guideline
    for name, rule in subjects.criteria.items():
        criterion = guideline.criteria[name]
        _reaches(ledger, rule, _promised(criterion.condition, criterion.otherwise))
    gates = {g.id: g for g in guideline.common_gates}
    gates |= {f"{t.id}/{g.id}": g for t in guideline.therapies.values() for g in t.gates}
    for name, rule in subjects.gates.items():
        _reaches(ledger, rule, {MET, UNKNOWN, gates[name].effect})
    _reaches(ledger, subjects.response, {MET, NOT_MET, UNKNOWN})
    for criterion in (*guideline.criteria.values(), guideline.phases):
        for band in criterion.bands:
            rule = subjects.classes.rule(band.name, band.text, terms(band.when), _outcome_of(band.when))
            ledger.walk(rule.size, len(rule.table))
            if MET not in rule.table.values():
                ledger.fails(f"{criterion.label}: {band.text}", "no patient is in it", {})
    _handlings(subjects, ledger)


def _outcome_of(condition: Condition) -> Callable[[Mapping[str, object]], Outcome]:
    return lambda values: decide(condition, values)


def _promised(condition: Condition, otherwise: Outcome) -> set[Outcome]:
    """The outcomes that the condition's form names."""
    contested = any(isinstance(node, Contested) for node in nodes(condition))
    return {MET, otherwise, UNKNOWN} - _never(condition, otherwise) | ({CONFLICT} if contested else set())


def _never(condition: Condition, otherwise: Outcome) -> set[Outcome]:
    """A condition of two halves that cover everything, one contested, is never simply not met."""
    parts = getattr(condition, "parts", ())
    covers = len(parts) == 2 and isinstance(parts[1], Contested) and {
        getattr(p, "sign", None) for p in (parts[0], parts[1].part)
    } == {">=", "<"}
    return {otherwise} if covers else set()


def _reaches(ledger: Ledger, rule: Rule, promised: set[Outcome]) -> None:
    ledger.walk(rule.size, len(rule.table))
    reached = set(rule.table.values())
    for outcome in sorted(promised - reached):
        ledger.fails(rule.label, f"no patient reaches “{outcome.value}”", {})
    for outcome in sorted(reached - promised):
        point = next(p for p, o in rule.table.items() if o is outcome)
        ledger.fails(rule.label, f"“{outcome.value}” is reached and not named", rule.values(point))
    first = next((p for p, o in rule.table.items() if o is MET), None)
    if first:
        ledger.shows(rule.label, "can be met, not met and left open; here it is met", rule.values(first))


def _handlings(subjects: Subjects, ledger: Ledger) -> None:
    """Every defect that a rule, gate or regimen names shows up in some answer."""
    guideline = subjects.guideline
    named = {d for c in guideline.criteria.values() for d in c.defects}
    named |= {d for t in guideline.therapies.values() for holder in (*t.gates, *t.regimens) for d in holder.defects}
    named |= {d for g in guideline.common_gates for d in g.defects}
    patient = known_patient(guideline, {})
    shown = {d for c in assess(guideline, patient).criteria for d in c.defects}
    for therapy, regimen in guideline.regimens():
        result = regimen_result(guideline, patient, therapy, regimen)
        shown |= {d for d in result.defects} | {d for g in result.gates for d in g.defects}
    shown |= {d for g in patient.gates for d in g.defects}
    shown |= {d for t in assess(guideline, patient).therapies for g in t.gates for d in g.defects}
    shown |= {d for therapy in guideline.therapies.values() for r in therapy.regimens for d in r.defects}
    ledger.walk(len(named), len(named))
    for defect in sorted(named - shown):
        ledger.fails(defect, "its handling shows up in no answer", {})


def declared(subjects: Subjects, ledger: Ledger) -> None:
    guideline = subjects.guideline
    for one, other in combinations(guideline.stances, 2):
        if one.what != other.what or one.pulls == other.pulls:
            continue
        both = one.when & other.when
        rule = subjects.classes.rule(one.what, one.what, terms(both), _outcome_of(both))
        ledger.walk(rule.size, len(rule.table))
        clash = min((p for p, o in rule.table.items() if o is MET), key=lambda p: len(rule.values(p)), default=None)
        if clash is None:
            continue
        text = f"{one.fact.id} pulls {one.pulls} and {other.fact.id} pulls {other.pulls} “{one.what}”"
        if _is_declared(guideline, one.fact.id, other.fact.id):
            ledger.shows(one.what, f"{text}; declared", rule.values(clash))
        else:
            ledger.fails(one.what, f"{text}, and no defect declares it", rule.values(clash))
    for name, rule in subjects.criteria.items():
        contested = [n for n in nodes(guideline.criteria[name].condition) if isinstance(n, Contested)]
        ledger.walk(rule.size, len(rule.table))
        if contested and CONFLICT not in rule.table.values():
            ledger.fails(rule.label, "its declared conflict is never reached", {})


def _is_declared(guideline: Guideline, one: str, other: str) -> bool:
    pair = {one, other}
    sides = (set(n.sides) for c in guideline.criteria.values() for n in nodes(c.condition) if isinstance(n, Contested))
    return any(pair <= s for s in sides) or any(pair <= set(d.touches) for d in guideline.defects.values())


def bounded(subjects: Subjects, ledger: Ledger) -> None:
    """A comparison splits the line exactly where its fact's range ends, and on the side that the range says."""
    guideline = subjects.guideline
    for _, condition in guideline.conditions():
        for compare in (n for n in nodes(condition) if hasattr(n, "bound")):
            bound, fact = compare.bound, guideline.facts[compare.bound.fact]
            step = Fraction(1, 10**8)
            near = (bound.value - step, bound.value, bound.value + step)
            holds = [compare.holds(value) for value in near]
            inside = [_end_holds(fact.value, bound.value, value) for value in near]
            ledger.walk(3, 3)
            if holds != inside and holds != [not i for i in inside]:
                ledger.fails(fact.id, f"“{explain(compare)}” splits at another place than the fact {fact.reads!r}", {})
            else:
                ledger.shows(fact.id, f"“{explain(compare)}”: just below, at and just above it is {_words(holds)}", {})


def _end_holds(value: Range, bound: Fraction, tried: Fraction) -> bool:
    """Membership with regard to the one end that the bound is."""
    if value.single or value.low == bound:
        return tried > bound or (value.low_inclusive and tried == bound)
    return tried < bound or (value.high_inclusive and tried == bound)


def _words(holds: Iterable[bool]) -> str:
    return ", ".join("true" if h else "false" for h in holds)


def _covered(subjects: Subjects, therapy: str) -> int:
    """The classes of patients that the therapy's sum can tell apart: the product over all of its questions."""
    rules = subjects.therapy_rules(subjects.guideline.therapies[therapy])
    return prod({t.id: len(c) for r in rules for t, c in zip(r.terms, r.classes, strict=True)}.values())


_FACTORED = (
    "A therapy's sum depends only on the outcomes of its rules. Each rule is walked over its own questions, and rules are "
    "joined over the questions that they share, so every class of patients is met."
)

PROPERTIES: Mapping[str, tuple[str, str, Callable[[Subjects, Ledger], None]]] = {
    "total": ("Every input gets one of the named outcomes, and none an error.", _FACTORED, total),
    "monotone": (
        "Answering one more question never turns met into not met, or back; only a gate that closes may override.",
        "Each rule is walked with every answer taken back once. The sum keeps the property: all pairs of allowed steps are tried, "
        "and taking the first that applies is associative.", monotone,
    ),
    "sharp": ("Where every way to answer the rest agrees, the outcome is not left unknown.", _FACTORED, sharp),
    "alive": (
        "Every outcome that a rule names is reached, and no other; every gate opens and closes; every handling of a defect shows.",
        "Each rule is walked over all classes of its questions.", alive,
    ),
    "declared": (
        "Two statements of the source that pull opposite ways on some patient are a declared defect, and every declared conflict is reached.",
        "Every pair of opposite stances is walked over the questions of both.", declared,
    ),
    "safe": (
        "No dose while a gate is closed or unanswered, none outside its range or cap, no flat dose where it exceeds the range, "
        "none for the combination; the emergency stop comes first.",
        "Gates count only by their state, so each state is walked in every combination. A dose, its range and its cap are linear in "
        "weight or body surface between the breakpoints, so holding at both ends of each stretch they hold within it.", safe,
    ),
    "bounded": (
        "Every comparison is strict or inclusive as its fact says.",
        "A comparison changes only at its threshold: just below, at and just above are tried.", bounded,
    ),
}


def verify(guideline: Guideline, names: Iterable[str] = PROPERTIES) -> Iterator[Property]:
    """Prove the properties one by one. Raises KeyError for a name that is none."""
    subjects = Subjects(guideline)
    for name in names:
        ledger = Ledger(guideline)
        sentence, argument, prove = PROPERTIES[name]
        prove(subjects, ledger)
        yield ledger.proved(name, sentence, argument)
