"""The properties, each with its sentence, why the walk suffices, and the smallest counterexample where it fails."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import product
from math import prod

from ...model.condition import Outcome
from ...model.guideline import Guideline
from ...model.therapy import Therapy
from ..sums import summed
from .boundaries import bounded
from .contradictions import declared
from .ledger import Ledger, Progress, Property
from .liveness import alive
from .safety import safe
from .subjects import Subjects
from .turning import turning

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
        ledger.visit(rule)
        for point, outcome in rule.table.items():
            if outcome not in named:
                said = getattr(outcome, "value", outcome)
                ledger.fails(rule.label, f"it comes to “{said}”, which is none of the named outcomes", rule.values(point))
    for therapy, joints in subjects.joined():
        ledger.walk(_covered(subjects, therapy), len(joints))
        for joint in joints:
            ledger.shows(therapy.name, f"comes to “{joint.outcome.value}”", dict(joint.example))
            if joint.outcome not in named:
                ledger.fails(therapy.name, "the sum has no named outcome", dict(joint.example))


def monotone(subjects: Subjects, ledger: Ledger) -> None:
    for rule in subjects.rules:
        ledger.visit(rule)
        for point, outcome in rule.table.items():
            for at, value in enumerate(point):
                if value is None:
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


def sharp(subjects: Subjects, ledger: Ledger) -> None:
    for rule in subjects.rules:
        ledger.visit(rule)
        for point, outcome in rule.table.items():
            ends = rule.completions[point]
            if outcome is UNKNOWN and len(ends) == 1 and UNKNOWN not in ends:
                text = f"every way to answer the rest comes to “{next(iter(ends)).value}”, yet it says unknown"
                ledger.fails(rule.label, text, rule.values(point))
            elif outcome is UNKNOWN and len(ends) > 1:
                ledger.shows(rule.label, "unknown, and the answers that are missing could still turn it either way", rule.values(point))
    for therapy, joints in subjects.joined():
        ledger.walk(_covered(subjects, therapy), len(joints))
        for joint in joints:
            if joint.outcome is not UNKNOWN or len(joint.ends) > 1 or UNKNOWN in joint.ends:
                continue
            end = next(iter(joint.ends))
            text = f"every way to answer the rest comes to “{end.value}”, yet it says unknown"
            if end is CONFLICT:
                ledger.lists(therapy.name, f"{text}: {ON_PURPOSE}", dict(joint.example))
            else:
                ledger.fails(therapy.name, text, dict(joint.example))


def _covered(subjects: Subjects, therapy: Therapy) -> int:
    """The classes of patients that the therapy's sum can tell apart: the product over all of its questions."""
    rules = subjects.therapy_rules(therapy)
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
        "Every outcome that a rule names is reached, and no other; no limb of a rule always or never holds; every gate opens, closes "
        "and stands before a dose; every handling of a defect shows.",
        "Each rule, and each limb of it, is walked over all classes of its questions.", alive,
    ),
    "declared": (
        "Two statements of the source that pull opposite ways on some patient are a declared defect, and every declared conflict is reached.",
        "Every pair of opposite stances is walked over the questions of both, and so is each criterion that names their contradiction.",
        declared,
    ),
    "safe": (
        "No dose while a gate is closed or unanswered, none outside its range or cap, no flat dose where it exceeds the range, "
        "none for the combination; the emergency stop comes first.",
        "Gates count only by their state, so each state is walked in every combination. A dose, its range and its cap are linear in "
        "weight or body surface between the breakpoints, so holding at both ends of each stretch they hold within it.", safe,
    ),
    "bounded": (
        "Every comparison, every flat or capped dose and every class of response changes just where its fact says, strictly or "
        "inclusively.",
        "Each changes only at its threshold: just below, at and just above are tried.", bounded,
    ),
    "turning": (
        "What is said to change an outcome leads to just that outcome, and every outcome that one answer leads to is named.",
        "For one patient of each sum that a therapy reaches, every class of every question is tried in turn. A change depends on "
        "the outcomes of the rules alone, as the sum does.", turning,
    ),
}


def verify(guideline: Guideline, names: Iterable[str] = PROPERTIES, progress: Progress | None = None) -> Iterator[Property]:
    """Prove the properties one by one. Raises KeyError for a name that is none."""
    subjects = Subjects(guideline)
    for name in names:
        ledger = Ledger(guideline, progress)
        sentence, argument, prove = PROPERTIES[name]
        prove(subjects, ledger)
        yield ledger.proved(name, sentence, argument)
