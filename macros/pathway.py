"""The way through the guideline as a picture made of text: each box a criterion or a therapy, each a link.

It is lists that CSS draws as a flow, so it reads, prints and shrinks like text. Boxes carry `data-criterion` and
`data-therapy`, for a script that lights up a patient's way.
"""

from __future__ import annotations

from collections.abc import Iterable

from guideline_core.model.condition import Condition, Contested, Named, Or, Undecided
from guideline_core.model.readers import explain
from guideline_core.model.guideline import Guideline
from guideline_core.model.statement import Criterion
from guideline_core.model.therapy import Therapy

from .markup import Html, link, spaced, tag
from .values import REGISTER, defect_mark, defect_marks


def pathway_diagram(guideline: Guideline) -> Html:
    """The steps that several therapies share, what lies behind them, and the therapies with a way of their own."""
    steps = _shared(guideline)
    asked = [therapy for therapy in guideline.therapies.values() if therapy.criteria]
    through = [therapy for therapy in asked if set(steps) <= set(therapy.criteria)]
    main = tag(
        "div", tag("ol", *(tag("li", _box(step)) for step in steps), cls="flow-steps"),
        _options("Where all of these hold, the source names", through, steps), cls="flow-main",
    )
    ways = [_own_way(criteria, [t for t in asked if t.criteria == criteria]) for criteria in _own_criteria(asked, through)]
    own = tag("div", tag("p", "On a criterion of their own", cls="flow-lead"), tag("ul", *ways, cls="flow-ways"), cls="flow-own")
    return tag("figure", main, ways and own, cls="flow wide", data_picture="pathway", aria_label="The pathway")


def _shared(guideline: Guideline) -> list[Criterion]:
    """The criteria of the therapies that ask for most, as far as all of the same kind ask for them."""
    longest = max(guideline.therapies.values(), key=lambda therapy: len(therapy.criteria)).criteria
    like = [t for t in guideline.therapies.values() if longest[0] in t.criteria]
    return [criterion for criterion in longest if all(criterion in t.criteria for t in like)]


def _own_criteria(asked: Iterable[Therapy], through: Iterable[Therapy]) -> list[tuple[Criterion, ...]]:
    return list(dict.fromkeys(therapy.criteria for therapy in asked if therapy not in tuple(through)))


def _own_way(criteria: tuple[Criterion, ...], therapies: list[Therapy]) -> Html:
    return tag("li", *(_box(criterion) for criterion in criteria), _options("", therapies, criteria))


def _box(criterion: Criterion) -> Html:
    """A criterion: its name, what meets it, and what is unclear about it."""
    limbs = _limbs(criterion.condition)
    body = tag("ul", *(tag("li", _limb(limb)) for limb in limbs), cls="flow-limbs") if len(limbs) > 1 else \
        tag("p", _limb(limbs[0]))
    name = tag("p", link(f"{REGISTER}#{criterion.facts[0].id}", criterion.label), cls="flow-name")
    said = {limb.defect for limb in limbs if isinstance(limb, Contested)}
    marks = defect_marks(id for id in criterion.defects if id not in said)
    return tag("div", name, body, marks and tag("p", marks), cls="flow-box", data_criterion=criterion.id)


def _limbs(condition: Condition) -> tuple[Condition, ...]:
    """The ways to meet a condition, where any one is enough."""
    match condition:
        case Or(parts):
            return parts
        case Named(_, part):
            return _limbs(part)
    return (condition,)


def _limb(limb: Condition) -> Html:
    """One way, and what it leads to where that isn't plain yes."""
    match limb:
        case Contested(part, defect, _):
            return spaced(explain(part), tag("span", "the source says two things", cls="flow-doubt"), defect_mark(defect))
        case Undecided(part):
            return spaced(explain(part), tag("span", "left open", cls="flow-doubt"))
    return spaced(explain(limb))


def _options(name: str, therapies: list[Therapy], passed: Iterable[Criterion]) -> Html:
    lead = tag("p", name, cls="flow-lead") if name else ""
    return tag("div", lead, tag("ul", *(_option(t, tuple(passed)) for t in therapies), cls="flow-boxes"), cls="flow-options")


def _option(therapy: Therapy, passed: tuple[Criterion, ...]) -> Html:
    more = [criterion.label for criterion in therapy.criteria if criterion not in passed]
    asks = tag("span", "and: ", ", ".join(more), cls="flow-asks") if more else ""
    return tag("li", link(f"{therapy.id}.html", tag("b", therapy.name), tag("span", therapy.kind, cls="flow-kind"), asks),
               data_therapy=therapy.id)
