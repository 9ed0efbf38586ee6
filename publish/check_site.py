"""`python -m publish.check_site SITE`: holds the built pages against the core. Exit 1 on any finding.

Values equal the core's; every fact is shown; every link leads somewhere; nothing is asked of another host; no page
carries an error of a macro; the pages of therapies share one anatomy. A check that finds nothing to check fails.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from guideline_core.itp import GUIDELINE
from guideline_core.model.guideline import Guideline
from publish.built import REGISTER, Checked, Site
from publish.drawn import doses, tracks
from publish.links import links, requests
from publish.round_trip import round_trip
from publish.values import statements, tables, values

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
    one.__name__: one for one in (values, statements, round_trip, shown, lists, tables, doses, tracks, links, requests, errors, ids, anatomy)
}


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
