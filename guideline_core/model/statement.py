"""What a guideline states on its facts: criteria, gates, recommendations, pitfalls, and defects of its source."""

from __future__ import annotations

from dataclasses import dataclass, field

from .condition import Condition, Outcome
from .evidence import Citation, Grade
from .fact import Fact
from .origin import origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """One statement of the source as a condition on a patient. `reading` says how doubtful wording was taken."""

    id: str
    key: str
    label: str
    condition: Condition
    facts: tuple[Fact, ...]
    reading: str = ""
    defects: tuple[str, ...] = ()
    notes: tuple[Fact, ...] = ()
    fixed: Outcome | None = None
    """The outcome where the source leaves nothing to compute."""
    otherwise: Outcome = Outcome.NOT_MET
    """The word for a condition that isn't met: `suppressed` where the criterion is a caution."""
    bands: tuple[Band, ...] = ()
    origin: str = field(default_factory=origin)


@dataclass(frozen=True, slots=True)
class Band:
    """A name for a part of the ground that a criterion covers: too early, in the window, past it."""

    name: str
    when: Condition
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """A safety question. While `closes` is met no dose is shown; while it is unanswered neither.

    `effect` is `suppressed` or `out-of-scope`. The three texts say why, and what would open it.
    """

    id: str
    label: str
    closes: Condition
    closed: str
    unanswered: str
    opens: str
    facts: tuple[Fact, ...]
    effect: Outcome = Outcome.SUPPRESSED
    defects: tuple[str, ...] = ()
    origin: str = field(default_factory=origin)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendation:
    """A statement that a body graded. It can't be shown without body, year and grade."""

    id: str
    says: str
    fact: Fact
    grade: Grade
    therapies: tuple[str, ...]
    leaves_out: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Pitfall:
    """A way to go wrong. `kind` is timing, monitoring, dosing or evidence."""

    id: str
    kind: str
    title: str
    says: str
    facts: tuple[Fact, ...]
    therapies: tuple[str, ...] = ()
    defects: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Defect:
    """Where the source contradicts itself, dangles, or is unsafe when computed; and what this site does about it.

    `severity` A: could harm if computed literally; B: would make output contradictory; C: provenance or wording.
    `touches` are ids of facts, gates, criteria or regimens.
    """

    id: str
    severity: str
    title: str
    problem: str
    matters: str
    handling: str
    touches: tuple[str, ...]
    lines: tuple[int, ...] = ()
    citations: tuple[Citation, ...] = ()
    origin: str = field(default_factory=origin)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hazard:
    """How using this guideline could harm someone, what stands against it, and which test holds that in place.

    `before` and `after` the control are (severity, likelihood), each 1 to 5: conventions of this site.
    """

    id: str
    hazard: str
    cause: str
    control: str
    test: str
    before: tuple[int, int]
    after: tuple[int, int]
    origin: str = field(default_factory=origin)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stance:
    """Which way a statement pulls: `pulls` is for or against `what`, wherever `when` holds.

    Two stances that pull opposite ways on one patient are a contradiction, and must be declared as one.
    """

    fact: Fact
    when: Condition
    pulls: str
    what: str
    origin: str = field(default_factory=origin)
