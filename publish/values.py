"""Checks of the built site's values: what stands there, for a reader and for a machine, is what the core holds."""

from __future__ import annotations

import re
from fractions import Fraction

from selectolax.lexbor import LexborNode

from guideline_core.model.fact import Fact
from guideline_core.model.quantity import Range, number_text, plain_digits, range_text, with_unit
from guideline_core.model.therapy import Basis, Regimen
from publish.built import Checked, Page, Site, squeezed, text_of


def values(site: Site) -> Checked:
    """Every shown value is that of its fact: the machine's digits, the unit, and what a reader sees."""
    for page, node in site.each("[data-fact]"):
        id = node.attributes["data-fact"]
        fact = site.guideline.facts.get(id)
        if fact is None:
            yield page.name, f"“{text_of(node)}” names the fact {id}, which the core doesn't hold"
        elif "data-value" in node.attributes or "data-unit" in node.attributes:
            yield _value(page, node, fact)


def _value(page: Page, node: LexborNode, fact: Fact) -> tuple[str, str] | None:
    shown = text_of(node)
    holds = _machine(fact.value) if fact.value else dict.fromkeys(("data-value", "data-unit", "data-open", "data-exact"))
    for name, value in holds.items():
        if node.attributes.get(name) != value:
            return page.name, f"{fact.id}, “{shown}”: {name} is {node.attributes.get(name)}, and the core's is {value}"
    return None if shown.lower() in _ways(fact) else (page.name, f"{fact.id} shows “{shown}”, and reads “{fact.reads}”")


def statements(site: Site) -> Checked:
    """Every statement says what its fact says, or what the core has for it in plain words."""
    for page, node in site.each(".says[data-fact] .says-text"):
        fact = site.guideline.facts.get(node.parent.attributes["data-fact"])
        right = fact is not None and text_of(node) in (squeezed(fact.says), squeezed(site.guideline.plain.get(fact.id, "")))
        yield None if right else (page.name, f"“{text_of(node)}” is stated, and the core says “{fact and fact.says}”")


def tables(site: Site) -> Checked:
    """Every row of a dose table is what the core's dose and cap come to at that size."""
    regimens = {regimen.id: regimen for _, regimen in site.guideline.regimens()}
    for page, figure in site.each("figure.dose-table"):
        regimen = regimens[figure.css_first("figcaption [data-fact]").attributes["data-fact"]]
        for row in figure.css("tbody tr"):
            size, *cells = (_number(text_of(cell)) for cell in row.css("th, td"))
            right = _dose_at(regimen, size)
            wrong = f"{regimen.id} at {number_text(size)}: {_listed(cells)} stands there, and the core gives {_listed(right)}"
            yield None if tuple(cells) == right else (page.name, wrong)


# A value as the core holds it


def _machine(value: Range) -> dict[str, str | None]:
    ends, fractions = (
        "..".join("" if end is None else written(end) for end in (value.low, value.high)) for written in (plain_digits, str)
    )
    cut_off = any(end is not None and Fraction(plain_digits(end)) != end for end in (value.low, value.high))
    limits = ((value.low, value.low_inclusive, "low"), (value.high, value.high_inclusive, "high"))
    is_open = " ".join(name for end, inclusive, name in limits if end is not None and not inclusive)
    return {"data-value": ends, "data-unit": value.unit, "data-open": is_open or None, "data-exact": fractions if cut_off else None}


def _ways(fact: Fact) -> set[str]:
    """How the value may stand on a page, in lower case."""
    ways = {fact.reads, fact.reads.removeprefix("about ")}
    if fact.proportion:
        ways |= {f"{fact.proportion.events} of {those} {fact.proportion.total}" for those in ("the", "those")}
    if fact.value:
        ends = [end for end in (fact.value.low, fact.value.high) if end is not None]
        ways |= {range_text(fact.value), *(with_unit(number_text(end), fact.value.unit, one=end == 1) for end in ends)}
    return {squeezed(way).lower() for way in ways}


def _dose_at(regimen: Regimen, size: Fraction) -> tuple[Fraction, ...]:
    """The dose at a weight or surface, rounded inwards to a tenth: low and high end, or one number where it is one."""
    dose = regimen.dose.value
    if regimen.basis is Basis.SURFACE:
        dose = Range(dose.low, dose.high, dose.unit.partition("/")[0]).to(regimen.gives)
    low, high = (end * size * 10 for end in (dose.low, dose.high))
    if regimen.cap:
        high = min(high, regimen.cap.number * 10)
    return (Fraction(round(low), 10),) if dose.single else (Fraction(-(-low // 1), 10), Fraction(high // 1, 10))


def _number(text: str) -> Fraction:
    return Fraction(re.match(r"[\d,.]+", text).group().replace(",", ""))


def _listed(numbers) -> str:
    return " to ".join(map(number_text, numbers))
