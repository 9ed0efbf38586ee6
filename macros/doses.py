"""Doses on paper: each regimen in words, and a table by weight or body surface that needs no script."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from guideline_core.engine.arithmetic import surface_range, weight_range
from guideline_core.engine.body import derive
from guideline_core.model.fact import Fact
from guideline_core.model.guideline import Guideline
from guideline_core.model.quantity import Range, ceil_to, floor_to, number_text, with_unit
from guideline_core.model.readers import terms
from guideline_core.model.statement import Gate
from guideline_core.model.therapy import Basis, Regimen, Therapy

from .asked import questions_behind
from .markup import Html, join, row, spaced, tag, text
from .therapy import dose_line, dose_value, has_dose, notes_here
from .values import cited_once, defect_marks, machine, marked, origin, statements, value

STEPS = {Basis.WEIGHT: Fraction(10), Basis.SURFACE: Fraction(1, 10)}
"""How far apart the rows of a table stand, in kg and in m2."""

TENTH = Fraction(1, 10)


def dose_facts(guideline: Guideline, therapy: Therapy) -> Html:
    """Every regimen in words, with what limits it and the statements that go with it; what goes with all of them once."""
    if not has_dose(therapy):
        said = tag("p", spaced(therapy.no_dose, defect_marks(d for r in therapy.regimens for d in r.defects)), cls="silent")
        return join([said, *(statements((r.dose, *r.notes), guideline.sources) for r in therapy.regimens)])
    first, *others = therapy.regimens
    shared = [note for note in notes_here(therapy, first) if others and all(note in other.notes for other in others)]
    rows = [_regimen(guideline, therapy, regimen, shared) for regimen in therapy.regimens]
    if shared:
        rows.append(row("Either way", statements(shared, guideline.sources)))
    return tag("dl", *rows, cls="ledger regimens")


def dose_table(guideline: Guideline, therapy: Therapy) -> Html:
    """A table for each regimen dosed by weight or surface; nothing where there is none."""
    sized = (regimen for regimen in therapy.regimens if regimen.basis in STEPS)
    return join(_table(guideline, therapy, regimen) for regimen in sized)


def _regimen(guideline: Guideline, therapy: Therapy, regimen: Regimen, elsewhere: list[Fact]) -> Html:
    facts = [regimen.cap, regimen.course, regimen.count, regimen.interval, regimen.halves,
             regimen.concentration, regimen.volume_step, *notes_here(therapy, regimen)]
    # One fact may be both the count and the interval.
    stated = [fact for n, fact in enumerate(facts) if fact and fact not in (*elsewhere, *facts[:n])]
    said = stated and statements(stated, guideline.sources)
    line = dose_line(regimen, origin(regimen.dose, guideline.sources))
    sizes = (*regimen.strengths, *regimen.vials)
    marketed = sizes and tag(
        "p", "On the market: ", marked((value(fact, mark=False), fact) for fact in sizes), ", from ",
        cited_once(sizes, guideline.sources), ".", cls="aside",
    )
    return row(regimen.label, join([tag("p", line, cls="dose-line"), said, marketed]), data_regimen=regimen.id)


def _table(guideline: Guideline, therapy: Therapy, regimen: Regimen) -> Html:
    by_weight = regimen.basis is Basis.WEIGHT
    unit = "kg" if by_weight else "m2"
    ends = regimen.ends if any(regimen.ends) else ("from", "to")
    names = ("dose",) if regimen.dose.value.single else ends
    per = with_unit("", regimen.gives).strip()
    heads = [tag("th", "Weight" if by_weight else "Body surface", scope="col")]
    heads += [tag("th", spaced(name.capitalize(), tag("span", per, cls="aside")), scope="col") for name in names]
    rows = (_row(regimen, size, unit, dose, len(names)) for size, dose in _rows(guideline, regimen))
    return tag(
        "figure",
        tag("figcaption", *_caption(guideline, therapy, regimen), _unchecked(guideline, therapy) if by_weight else ""),
        tag("table", tag("thead", tag("tr", *heads)), tag("tbody", *rows), cls="figures doses"), cls="dose-table",
    )


def _caption(guideline: Guideline, therapy: Therapy, regimen: Regimen) -> Iterator[Html]:
    """What the table holds for: a table can't ask, so every gate is named."""
    yield tag("b", f"{therapy.name}, {regimen.label[0].lower()}{regimen.label[1:]}. ")
    yield spaced(dose_value(regimen, opens=True), regimen.route)
    yield join([regimen.cap and spaced(", never above", value(regimen.cap)), "."])
    if regimen.ambiguous:
        yield spaced(" The wording is ambiguous: one dose at a time, no course.", defect_marks([regimen.ambiguous]))
    if regimen.basis is Basis.SURFACE:
        formula = guideline.surface[0]
        yield join([f" It goes by {formula.noun}", *(origin(fact, guideline.sources) for _, fact in formula.coefficients)], " ")
        yield text(".")
    yield text(" Rounded inwards to a tenth. A table can't ask. It holds only for adults with ")
    yield join((_opening(gate) for gate in (*therapy.gates, *guideline.common_gates)), "; ")
    yield text(".")


def _unchecked(guideline: Guideline, therapy: Therapy) -> Html:
    """What docs/assets/js/unchecked.js shows beside the row for a weight that was typed, while Python still starts."""
    gates = (
        tag("li", gate.label, data_asks=" ".join(question.id for question in questions_behind(terms(gate.closes))))
        for gate in (*guideline.common_gates, *therapy.gates)
    )
    return tag(
        "itp-unchecked", tag("b", "Not yet checked: "), "the calculator is still starting, and the table can’t ask.",
        tag("div", "Still open:", tag("ul", *gates), cls="dose-open"),
        cls="dose-unchecked", hidden=True, data_by="weight", data_unit="kg", data_mark="not yet checked",
    )


def _opening(gate: Gate) -> Html:
    """What opens a gate, to stand inside a sentence."""
    words = gate.opens.rstrip(".")
    return tag("span", words[:1].lower() + words[1:], data_gate=gate.id)


def _rows(guideline: Guideline, regimen: Regimen) -> Iterator[tuple[Fraction, Range]]:
    """The regimen for each size; a size for which the core gives no dose has no row."""
    step = STEPS[regimen.basis]
    low, high = span(guideline, regimen.basis)
    size = ceil_to(low, step)
    while size <= high:
        dose = weight_range(regimen, size) if regimen.basis is Basis.WEIGHT else surface_range(regimen, size)
        if dose is not None:
            yield size, dose
        size += step


def span(guideline: Guideline, basis: Basis) -> tuple[Fraction, Fraction]:
    """The sizes that the questions take for usual."""
    weight = guideline.questions["weight"].soft
    if basis is Basis.WEIGHT:
        return weight.low, weight.high
    height = guideline.questions["height"].soft
    corners = ({"weight": weight.low, "height": height.low}, {"weight": weight.high, "height": height.high})
    low, high = (derive(guideline.surface[0], corner)[0] for corner in corners)
    return low, high


def _row(regimen: Regimen, size: Fraction, unit: str, dose: Range, columns: int) -> Html:
    shown = (number_text(ceil_to(dose.low, TENTH)), number_text(floor_to(dose.high, TENTH)))
    if columns == 1:
        shown = (number_text(dose.low, 1),)
    cells = (tag("td", number, cls="n") for number in shown)
    return tag("tr", tag("th", with_unit(number_text(size), unit), scope="row", cls="n"), *cells, data_regimen=regimen.id,
               data_size=number_text(size), data_dose=machine(dose), data_unit=dose.unit)
