"""`python -m publish.check_site SITE`: holds the built pages against the core. Exit 1 on any finding.

Values equal the core's; every fact is shown; every link leads somewhere; nothing is asked of another host; no page
carries an error of a macro; the pages of therapies share one anatomy. A check that finds nothing to check fails.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from selectolax.lexbor import LexborNode

from guideline_core.itp import GUIDELINE
from guideline_core.model.guideline import Guideline
from guideline_core.model.quantity import Range, number_text, plain_digits, range_text, with_unit
from guideline_core.model.statement import Fact
from guideline_core.model.therapy import Basis, Regimen
from publish.built import Checked, Page, Site, squeezed, text_of
from publish.links import links, requests

REGISTER = "facts.html"

ANATOMY = ("place", "dose", "onset", "evidence", "avoid", "before", "monitoring", "pitfalls", "newer", "sources")
"""The parts of a therapy's page, in order."""

ERRORS = (
    "Macro Rendering Error", "Macro Syntax Error", "Traceback (most recent", "UndefinedError", "UnknownName", "jinja2.",
    "{{", "}}", "{%", "{:", "{#",
)
"""What a page shows where a macro or an attribute list went wrong."""


@dataclass(frozen=True, slots=True)
class Finding:
    check: str
    page: str
    what: str

    def __str__(self) -> str:
        return f"{self.page}: {self.what}"


@dataclass(frozen=True, slots=True)
class Report:
    """What is wrong, and how many things each check looked at."""

    findings: tuple[Finding, ...]
    looked_at: dict[str, int]


def check(folder: Path, guideline: Guideline = GUIDELINE) -> Report:
    """Runs every check over the built folder."""
    site = Site(folder, guideline)
    seen = {name: list(one(site)) for name, one in CHECKS.items()}
    found = [Finding(name, *wrong) for name, results in seen.items() for wrong in results if wrong]
    empty = (name for name, results in seen.items() if not results)
    found += [Finding(name, str(folder), f"the check of {name} found nothing to check") for name in empty]
    return Report(tuple(found), {name: len(results) for name, results in seen.items()})


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
    holds = _machine(fact.value) if fact.value else {"data-value": None, "data-unit": None}
    for name, value in holds.items():
        if node.attributes.get(name) != value:
            return page.name, f"{fact.id}, “{shown}”: {name} is {node.attributes.get(name)}, and the core's is {value}"
    return None if shown.lower() in _ways(fact) else (page.name, f"{fact.id} shows “{shown}”, and reads “{fact.reads}”")


def statements(site: Site) -> Checked:
    """Every statement says what its fact says."""
    for page, node in site.each(".says[data-fact] .says-text"):
        fact = site.guideline.facts.get(node.parent.attributes["data-fact"])
        right = fact is not None and text_of(node) == squeezed(fact.says)
        yield None if right else (page.name, f"“{text_of(node)}” is stated, and the core says “{fact and fact.says}”")


def shown(site: Site) -> Checked:
    """Every fact has its entry in the register, with its value, and stands on a page besides."""
    elsewhere = {node.attributes["data-fact"] for page, node in site.each("[data-fact]") if page.name != REGISTER}
    register = site.pages.get(REGISTER)
    for id, fact in site.guideline.facts.items():
        entry = register.tree.css_first(f'article[data-fact="{id}"]') if register else None
        if entry is None or not register.ids[id]:
            yield REGISTER, f"the fact {id} has no entry"
        elif fact.value and entry.css_first("[data-value][data-unit]") is None:
            yield REGISTER, f"the entry of {id} doesn't show its value"
        elif id not in elsewhere:
            yield REGISTER, f"the fact {id} stands on no page but the register"
        else:
            yield None


def lists(site: Site) -> Checked:
    """Every pitfall, defect, source, definition and hazard stands on its page."""
    held = site.guideline
    where = {
        "pitfalls.html": held.pitfalls, "unclear.html": held.defects, "sources.html": held.sources,
        "definitions.html": held.definitions, "about.html": [hazard.id for hazard in held.hazards],
    }
    for name, ids_of in where.items():
        for id in ids_of:
            yield None if name in site.pages and site.pages[name].ids[id] else (name, f"{id} is not shown")


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


def errors(site: Site) -> Checked:
    """No page shows an error of a macro, or braces that nothing read."""
    for page in site.pages.values():
        bad = next((error for error in ERRORS if error in page.text), None)
        at = page.text.find(bad) if bad else 0
        yield (page.name, f"an error stands in the text: …{page.text[max(0, at - 40) : at + 60]}…") if bad else None


def ids(site: Site) -> Checked:
    """An id stands once on a page."""
    for page in site.pages.values():
        for id, times in page.ids.items():
            yield (page.name, f"the id “{id}” stands {times} times") if times > 1 else None


def anatomy(site: Site) -> Checked:
    """Every therapy has a page, with one heading, the card at the top, and the same parts in the same order."""
    for therapy in site.guideline.therapies.values():
        name = f"{therapy.id}.html"
        page = site.pages.get(name)
        if page is None:
            yield name, "the therapy has no page"
            continue
        parts = tuple(node.attributes.get("id") for node in page.tree.css("article h2"))
        if parts != ANATOMY:
            yield name, f"its parts are {', '.join(map(str, parts))}; they should be {', '.join(ANATOMY)}"
        elif len(page.tree.css("h1")) != 1 or page.tree.css_first("h1 ~ .glance") is None:
            yield name, "it needs one heading, and the card below it"
        else:
            yield None


CHECKS: dict[str, Callable[[Site], Checked]] = {
    one.__name__: one for one in (values, statements, shown, lists, tables, links, requests, errors, ids, anatomy)
}


# A value as the core holds it


def _machine(value: Range) -> dict[str, str | None]:
    ends = ("" if end is None else plain_digits(end) for end in (value.low, value.high))
    limits = ((value.low, value.low_inclusive, "low"), (value.high, value.high_inclusive, "high"))
    is_open = " ".join(name for end, inclusive, name in limits if end is not None and not inclusive)
    return {"data-value": "..".join(ends), "data-unit": value.unit, "data-open": is_open or None}


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


def main(arguments: list[str]) -> int:
    folder = Path(arguments[0] if arguments else "site")
    if not folder.is_dir():
        print(f"{folder} is no folder: build the site first (make site)")
        return 1
    report = check(folder)
    for finding in report.findings:
        print(finding)
    counts = ", ".join(f"{name} {count:,}" for name, count in report.looked_at.items())
    print(f"{folder}: {len(report.findings) or 'no'} finding{'s' * (len(report.findings) != 1)} ({counts})")
    return 1 if report.findings else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
