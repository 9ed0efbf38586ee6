"""`python -m publish.check_pages [FILE…]`: holds the pages' Markdown against the core, without building the site.

It finds clinical numbers typed by hand, macro calls that name nothing, and front matter that isn't there. Each
finding says file, line and column, shows the line, and says what the core holds and what to write. Exit 1 on any.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from guideline_core.itp import GUIDELINE
from guideline_core.model.guideline import Guideline
from macros.names import macros_of
from publish.figures import Names
from publish.finding import Finding
from publish.macro_calls import macro_calls
from publish.prose import Page, front_matter, read_page
from publish.typed_numbers import typed_numbers

DOCS = Path(__file__).resolve().parent.parent / "docs"
REQUIRED = ("title", "description", "review")
"""What the front matter of every page says."""


@dataclass(frozen=True, slots=True)
class Ignored:
    """A finding that is none: in which page, the text found, and why it may stand."""

    page: str
    text: str
    reason: str


IGNORED: tuple[Ignored, ...] = ()
"""At most ten. An entry that matches nothing is a finding itself."""


def check(paths: Iterable[Path], guideline: Guideline = GUIDELINE, ignored: Iterable[Ignored] = IGNORED) -> list[Finding]:
    """The findings of these pages, file by file in their order. Raises ValueError where there is no page to check."""
    pages = [read_page(path) for path in paths]
    if not pages:
        raise ValueError("there is no page to check")
    names, macros = Names(guideline), macros_of(guideline)
    found: list[Finding] = []
    for page in pages:
        here = [*typed_numbers(page, guideline, names), *macro_calls(page, guideline, names, macros), *_front(page)]
        found += sorted(here, key=lambda finding: finding.place)
    return list(_without(found, tuple(ignored), pages))


def _front(page: Page) -> Iterator[Finding]:
    node = front_matter(page)
    keys = {key.value for key, _ in node.value} if isinstance(node, yaml.MappingNode) else set()
    for key in REQUIRED:
        if key not in keys:
            yield Finding(
                kind="front matter", page=page, place=0, text=page.line(1), found=f"the front matter has no “{key}”",
                write=f"write {key}: … between the lines of dashes at the top of the page",
            )


def _without(found: list[Finding], ignored: tuple[Ignored, ...], pages: list[Page]) -> Iterator[Finding]:
    """The findings that aren't ignored, and the entries of the list that ignore nothing."""
    used = set()
    for finding in found:
        entry = next((i for i in ignored if i.page == finding.page.path.name and i.text == finding.text), None)
        used.add(entry)
        if entry is None:
            yield finding
    for page in pages:
        for entry in ignored:
            if entry.page == page.path.name and entry not in used:
                yield Finding(
                    kind="ignored", page=page, place=0, text="", found=f"nothing is left to ignore for “{entry.text}”",
                    write="take the entry out of IGNORED in publish/check_pages.py",
                )


def main(arguments: list[str]) -> int:
    paths = [Path(each) for each in arguments] or sorted(DOCS.glob("*.md"))
    found = check(paths)
    for finding in found:
        print(f"{finding}\n")
    pages = f"{len(paths)} page{'s' * (len(paths) != 1)}"
    print(f"{pages} checked: {len(found)} finding{'s' * (len(found) != 1)}" if found else f"{pages} checked: nothing found")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
