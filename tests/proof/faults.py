"""Faults planted in a copy of the rules, each of a kind that an author could make without noticing.

A copy keeps only the therapies and criteria that a fault can touch, so that both proofs stay quick.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from guideline_core.itp import GUIDELINE
from guideline_core.itp.questions import (
    bleeding_risk, ivig_failed, persistent, platelets_second, refractory, spleen, steroid_response, steroid_weeks,
    xanthine_oxidase_inhibitor,
)
from guideline_core.model.condition import Compare, Condition, Contested, Outcome
from guideline_core.model.guideline import Guideline
from guideline_core.model.statement import Criterion, Gate
from guideline_core.model.therapy import Basis


@dataclass(frozen=True)
class Fault:
    """`found` is the property that has to fail, and `subject` one of those that it has to name."""

    name: str
    found: str
    subject: str
    plant: Callable[[], Guideline]
    assumes: tuple[str, str] | None = None
    """A question whose silence the criteria take for this answer: planted in the reading, not in the rules."""


def kept(therapies: tuple[str, ...] = (), criteria: tuple[str, ...] = ()) -> Guideline:
    """A copy with these therapies, their criteria, and these."""
    chosen = {name: GUIDELINE.therapies[name] for name in therapies}
    names = {*criteria, *(c.id for t in chosen.values() for c in t.criteria)}
    common, own = GUIDELINE.common_gates, tuple(g for t in chosen.values() for g in t.gates)
    return replace(
        GUIDELINE, therapies=chosen, gates=(*common, *own), criteria={n: c for n, c in GUIDELINE.criteria.items() if n in names}
    )


def with_criterion(guideline: Guideline, name: str, **changes: object) -> Guideline:
    """The criterion changed, wherever it stands."""
    new = replace(guideline.criteria[name], **changes)

    def swapped(criteria: tuple[Criterion, ...]) -> tuple[Criterion, ...]:
        return tuple(new if c.id == name else c for c in criteria)

    therapies = {n: replace(t, criteria=swapped(t.criteria)) for n, t in guideline.therapies.items()}
    return replace(guideline, criteria=guideline.criteria | {name: new}, therapies=therapies)


def with_gate(guideline: Guideline, name: str, **changes: object) -> Guideline:
    """The gate changed, wherever it stands."""

    def swapped(gates: tuple[Gate, ...]) -> tuple[Gate, ...]:
        return tuple(replace(g, **changes) if g.id == name else g for g in gates)

    therapies = {n: replace(t, gates=swapped(t.gates)) for n, t in guideline.therapies.items()}
    return replace(
        guideline, common_gates=swapped(guideline.common_gates), gates=swapped(guideline.gates), therapies=therapies
    )


def with_regimen(guideline: Guideline, therapy: str, name: str, **changes: object) -> Guideline:
    owner = guideline.therapies[therapy]
    regimens = tuple(replace(r, **changes) if r.id == name else r for r in owner.regimens)
    return replace(guideline, therapies=guideline.therapies | {therapy: replace(owner, regimens=regimens)})


def without_gate(guideline: Guideline, therapy: str, name: str) -> Guideline:
    """The gate is still stated, and no longer stands before the drug."""
    owner = guideline.therapies[therapy]
    gates = tuple(g for g in owner.gates if g.id != name)
    return replace(guideline, therapies=guideline.therapies | {therapy: replace(owner, gates=gates)})


def without_touch(guideline: Guideline, defect: str, fact: str) -> Guideline:
    old = guideline.defects[defect]
    new = replace(old, touches=tuple(t for t in old.touches if t != fact))
    return replace(guideline, defects=guideline.defects | {defect: new})


def rewritten(condition: Condition, change: Callable[[Condition], Condition]) -> Condition:
    """The condition with every node passed through `change`, from the leaves up."""
    if hasattr(condition, "parts"):
        condition = replace(condition, parts=tuple(rewritten(part, change) for part in condition.parts))
    elif hasattr(condition, "part"):
        condition = replace(condition, part=rewritten(condition.part, change))
    return change(condition)


def uncontested(node: Condition) -> Condition:
    return node.part if isinstance(node, Contested) else node


def inclusive(node: Condition) -> Condition:
    return replace(node, sign="<=") if isinstance(node, Compare) and node.sign == "<" else node


def condition(name: str) -> Condition:
    return GUIDELINE.criteria[name].condition


def _timing_uncontested() -> Guideline:
    return with_criterion(kept(criteria=("P5",)), "P5", condition=rewritten(condition("P5"), uncontested))


def _ivig_uncontested() -> Guideline:
    return with_criterion(kept(criteria=("P1",)), "P1", condition=rewritten(condition("P1"), uncontested))


def _undeclared() -> Guideline:
    open_ended = with_criterion(kept(("eltrombopag",)), "P8", condition=rewritten(condition("P8"), uncontested))
    return without_touch(open_ended, "SD-21", "role-post-splenectomy-peers")


def _inclusive() -> Guideline:
    return with_criterion(kept(criteria=("P2",)), "P2", condition=rewritten(condition("P2"), inclusive))


def _never_opens() -> Guideline:
    return with_gate(kept(("azathioprine",)), "xanthine-oxidase", closes=xanthine_oxidase_inhibitor.is_("yes", "no"))


def _never_closes() -> Guideline:
    guideline = kept(("rituximab",))
    (gate,) = (g for g in guideline.gates if g.id == "hbsag")
    return with_gate(guideline, "hbsag", closes=gate.closes & ~gate.closes)


def _dead_band() -> Guideline:
    guideline = kept(criteria=("P3",))
    first, last = guideline.criteria["P3"].bands
    weeks = GUIDELINE.facts["trigger-steroid-weeks"]
    dead = replace(last, when=(steroid_weeks > weeks.high) & (steroid_weeks < weeks.low))
    return with_criterion(guideline, "P3", bands=(first, dead))


def _dead_limb() -> Guideline:
    low, high = GUIDELINE.facts["trigger-platelets"], GUIDELINE.facts["iwg-cr-platelets"]
    limb = (platelets_second < low.high) & (platelets_second >= high.low)
    return with_criterion(kept(criteria=("P2",)), "P2", condition=(persistent.is_("yes") | limb) & bleeding_risk)


def _dose_for_the_combination() -> Guideline:
    return with_regimen(kept(("combination",)), "combination", "combo-regimen", basis=Basis.FIXED, gives="mg/d")


def _needlessly_unknown() -> Guideline:
    always = refractory.is_("yes") | ~refractory.is_("yes")
    return with_criterion(kept(criteria=("P12",)), "P12", condition=always)


def _conflict_out_of_reach() -> Guideline:
    never = Contested(ivig_failed.is_("yes") & ivig_failed.is_("no"), "SD-40", ("firstline-ivig", "tpora-indication"))
    return with_criterion(kept(criteria=("P6",)), "P6", condition=spleen.is_("relapsed") | never)


def _loses_a_met() -> Guideline:
    """Once the second question is answered, what was met becomes a conflict."""
    loose = steroid_response.is_("lost") | Contested(~ivig_failed.is_("no"), "SD-40", ("firstline-ivig", "tpora-indication"))
    return with_criterion(kept(criteria=("P1",)), "P1", condition=loose, otherwise=Outcome.REFUSED)


FAULTS = (
    Fault("a contested limb made plain: early timing", "declared", "Time since diagnosis", _timing_uncontested),
    Fault("a contested limb made plain: failed IVIg", "declared", "First-line treatment failed", _ivig_uncontested),
    Fault("a contradiction that no defect declares", "declared", "a thrombopoietin receptor agonist", _undeclared),
    Fault("below turned into at or below", "bounded", "trigger-platelets", _inclusive),
    Fault("a gate that never opens", "alive", "Allopurinol or febuxostat", _never_opens),
    Fault("a gate that never closes", "alive", "Hepatitis B: HBsAg", _never_closes),
    Fault("a band that nobody is in", "alive", "Unacceptable corticosteroid side effects: past the source's range of weeks", _dead_band),
    Fault("a limb that nobody meets", "alive", "Low count with a risk of bleeding", _dead_limb),
    Fault("a declared conflict out of reach", "declared", "The usual context: splenectomy", _conflict_out_of_reach),
    Fault("a gate taken away from a drug", "alive", "Allopurinol or febuxostat",
          lambda: without_gate(kept(("azathioprine",)), "azathioprine", "xanthine-oxidase")),
    Fault("azathioprine without its cap", "safe", "Azathioprine, by weight",
          lambda: with_regimen(kept(("azathioprine",)), "azathioprine", "aza-dose-weight", cap=None)),
    Fault("the flat dose offered at any weight", "safe", "Azathioprine, flat dose",
          lambda: with_regimen(kept(("azathioprine",)), "azathioprine", "aza-dose-fixed", must_fit=None)),
    Fault("a dose for the combination", "safe", "Azathioprine, mycophenolate and ciclosporin, three drugs together",
          _dose_for_the_combination),
    Fault("an emergency that only suppresses", "safe", "rituximab",
          lambda: with_gate(kept(("rituximab",)), "emergency", effect=Outcome.SUPPRESSED)),
    Fault("unknown where every answer agrees", "sharp", "Highly refractory disease", _needlessly_unknown),
    Fault("an outcome without a name", "total", "First-line treatment failed", _loses_a_met),
    Fault("silence on the bleeding risk read as no", "monotone", "Low count with a risk of bleeding",
          lambda: kept(criteria=("P2", "P9")), assumes=("bleeding_risk", "no")),
    Fault("what turns a sum, told from another reading than the sum itself", "turning", "Rituximab",
          lambda: kept(("rituximab",)), assumes=("bleeding_risk", "no")),
)
