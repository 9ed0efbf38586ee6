"""What the engine answers: values that carry their own explanation.

Every result has an `outcome` (model.condition.Outcome), the reasons for it, what was missing, and the facts,
sources and defects that it stands on. A page prints it and adds nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from ..model.condition import Outcome
from ..model.readers import Finding
from ..model.guideline import Guideline
from ..model.quantity import number_text, with_unit
from ..model.question import Refused
from .change import Change
from .gates import GateFinding
from .patient import Patient, Remark, Worked


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason for an outcome, with what would change it. `code` is stable, `text` a whole sentence."""

    code: str
    text: str
    questions: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    defects: tuple[str, ...] = ()
    opens: str = ""


@dataclass(frozen=True, slots=True)
class Cited:
    """A source that a result stands on, at one place in it."""

    fact: str
    source: str
    locator: str
    confidence: str
    layer: str


@dataclass(frozen=True, slots=True)
class Dose:
    """A dose as a range in a UCUM unit."""

    low: Fraction
    high: Fraction
    unit: str


@dataclass(frozen=True, slots=True)
class Measured:
    """What a result was worked out from, as one exact number: a weight, a body surface, a time."""

    value: Fraction
    unit: str
    shown: str


@dataclass(frozen=True, slots=True)
class Detail:
    """One more thing about a dose: `text` says it, `values` are its exact numbers in `unit`."""

    code: str
    label: str
    text: str
    values: tuple[Fraction, ...]
    unit: str
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RegimenResult:
    id: str
    therapy: str
    label: str
    outcome: Outcome
    outcome_label: str
    dose: Dose | None
    shown: str
    ends: tuple[str, str]
    route: str
    per: str
    working: tuple[str, ...]
    details: tuple[Detail, ...]
    reasons: tuple[Reason, ...]
    gates: tuple[GateFinding, ...]
    missing: tuple[str, ...]
    facts: tuple[str, ...]
    citations: tuple[Cited, ...]
    defects: tuple[str, ...]
    changes: tuple[Change, ...]
    size: Measured | None


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a contradiction in the source."""

    fact: str
    lines: tuple[int, ...]
    text: str


@dataclass(frozen=True, slots=True)
class CriterionResult:
    id: str
    key: str
    label: str
    outcome: Outcome
    outcome_label: str
    text: str
    why: Finding | None
    reading: str
    bands: tuple[str, ...]
    band_texts: tuple[str, ...]
    sides: tuple[Side, ...]
    reasons: tuple[Reason, ...]
    missing: tuple[str, ...]
    notes: tuple[str, ...]
    facts: tuple[str, ...]
    citations: tuple[Cited, ...]
    defects: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TherapyResult:
    id: str
    name: str
    outcome: Outcome
    outcome_label: str
    criteria: tuple[str, ...]
    gates: tuple[GateFinding, ...]
    reasons: tuple[Reason, ...]
    missing: tuple[str, ...]
    notes: tuple[Remark, ...]
    defects: tuple[str, ...]
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Header:
    """What every answer opens with: whether it could be given at all."""

    outcome: Outcome
    outcome_label: str
    reasons: tuple[Reason, ...]
    refusals: tuple[Refused, ...]
    gates: tuple[GateFinding, ...]
    notes: tuple[Remark, ...]
    derived: tuple[Worked, ...]


def measured(value: Fraction, unit: str, places: int = 1) -> Measured:
    return Measured(value, unit, with_unit(number_text(value, places), unit, one=value == 1))


def cited(guideline: Guideline, facts: Iterable[str]) -> tuple[Cited, ...]:
    """Where each of the facts comes from, in their order."""
    return tuple(
        Cited(fact, citation.source, citation.locator, citation.confidence.value, guideline.facts[fact].layer.value)
        for fact in dict.fromkeys(facts)
        for citation in guideline.facts[fact].citations
    )


def gate_reasons(gates: Iterable[GateFinding]) -> tuple[Reason, ...]:
    """Why gates stand in the way, closed ones first."""
    standing = sorted((g for g in gates if g.state != "open"), key=lambda g: g.state != "closed")
    return tuple(
        Reason(f"gate-{g.state}", g.text, g.missing, g.facts, g.defects, g.opens) for g in standing
    )


def barrier(patient: Patient) -> tuple[Outcome, tuple[Reason, ...]] | None:
    """What stops every answer: the emergency and the age first, then an input that can't be right."""
    out = [g for g in patient.gates if g.state == "closed" and g.effect is Outcome.OUT_OF_SCOPE]
    if out:
        return Outcome.OUT_OF_SCOPE, gate_reasons(out[:1])
    if patient.refusals:
        return Outcome.REFUSED, tuple(
            Reason("refused", f"{r.message}.", (r.question,)) for r in patient.refusals
        )
    return None


HEADER_LABELS = {
    Outcome.OUT_OF_SCOPE: "Outside this site",
    Outcome.REFUSED: "Please check the answers",
    Outcome.SUPPRESSED: "A safety question stands in the way",
    Outcome.MET: "",
}


def header(patient: Patient) -> Header:
    """The head of an answer. Behind a barrier it holds no number."""
    barred = barrier(patient)
    if barred:
        outcome, reasons = barred
        return Header(outcome, HEADER_LABELS[outcome], reasons, patient.refusals, patient.gates, (), ())
    reasons = gate_reasons(patient.gates)
    outcome = Outcome.SUPPRESSED if reasons else Outcome.MET
    return Header(outcome, HEADER_LABELS[outcome], reasons, (), patient.gates, patient.remarks, patient.derived)
