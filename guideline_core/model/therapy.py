"""What makes up a therapy, in the order in which its page reads."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from .fact import Fact
from .origin import origin
from .plan import Mark
from .statement import Criterion, Gate, Pitfall


class Basis(str, Enum):
    """What a dose is worked out from."""

    WEIGHT = "weight"
    SURFACE = "surface"
    FIXED = "fixed"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Regimen:
    """One way of dosing. Its id is that of the fact that gives the dose.

    `gives` is the UCUM unit that comes out; `per` how often, in words. What else applies is named by the fact
    that says so, and left out where the source says nothing.
    """

    dose: Fact
    label: str
    basis: Basis
    gives: str
    route: str
    per: str
    ends: tuple[str, str] = ("", "")
    """Names of the two ends where they aren't a free range: start and ceiling."""
    cap: Fact | None = None
    """The dose is never above this."""
    must_fit: Fact | None = None
    """A fixed dose that is offered only where it lies inside this range by weight."""
    ambiguous: str = ""
    """The defect that makes more than one dose at a time unsafe to compute: no multiples, no total, no schedule."""
    course: Fact | None = None
    """Shortest course, for the least total."""
    count: Fact | None = None
    """Number of doses, for the total of a course."""
    interval: Fact | None = None
    halves: Fact | None = None
    """The statement that the day's dose is taken in two."""
    concentration: Fact | None = None
    """Strength of the solution, for the volume."""
    volume_step: Fact | None = None
    strengths: tuple[Fact, ...] = ()
    vials: tuple[Fact, ...] = ()
    """Vials to cover a dose with; the dose itself isn't rounded to them."""
    notes: tuple[Fact, ...] = ()
    plan: tuple[Mark, ...] = ()
    """What is due besides the doses while it is taken."""
    defects: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        return self.dose.id

    def facts(self) -> tuple[Fact, ...]:
        """The dose, what limits it and what goes with it."""
        parts = (self.cap, self.must_fit, self.course, self.count, self.interval, self.halves, self.concentration, self.volume_step)
        return (self.dose, *(f for f in parts if f), *self.strengths, *self.vials, *self.notes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Monitoring:
    """One thing to watch: the source's statements on it, and what others add."""

    what: str
    facts: tuple[Fact, ...]
    adds: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One figure of the source beside the people it came from."""

    outcome: str
    definition: str
    figure: Fact | None
    study: Fact
    leaves_out: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Therapy:
    """A therapy, read from top to bottom like its page. Every entry is a fact or stands on facts."""

    id: str
    name: str
    kind: str
    spellings: tuple[str, ...] = ()
    place: tuple[Fact, ...]
    regimens: tuple[Regimen, ...] = ()
    onset: tuple[Fact, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    efficacy: tuple[Fact, ...] = ()
    avoid: tuple[Fact, ...] = ()
    monitoring: tuple[Monitoring, ...] = ()
    safety: tuple[Fact, ...] = ()
    stop: tuple[Fact, ...] = ()
    newer: tuple[Fact, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    gates: tuple[Gate, ...] = ()
    pitfalls: tuple[Pitfall, ...] = ()
    defects: tuple[str, ...] = ()
    no_dose: str = ""
    """Why the source gives no dose, where it gives none."""
    summed: bool = True
    """False where the source states facts but no criteria to sum up."""
    origin: str = field(default_factory=origin)

    def facts(self) -> tuple[Fact, ...]:
        """Every fact that the therapy stands on, once each, in reading order."""
        found: list[Fact] = [*self.place]
        for regimen in self.regimens:
            found += regimen.facts()
        found += self.onset
        for row in self.evidence:
            found += [*([row.figure] if row.figure else []), row.study, *row.leaves_out]
        found += [*self.efficacy, *self.avoid]
        for watch in self.monitoring:
            found += [*watch.facts, *watch.adds]
        found += [*self.safety, *self.stop, *self.newer]
        for holder in (*self.criteria, *self.gates, *self.pitfalls, *(mark for r in self.regimens for mark in r.plan)):
            found += holder.facts
        return tuple({f.id: f for f in found}.values())
