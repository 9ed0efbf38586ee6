"""Macros that stand under another heading: of another therapy, or of another part of its page; and so in a typed table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from guideline_core.model.guideline import Guideline
from guideline_core.model.therapy import Therapy
from macros.care import KINDS
from publish.check.calls import Call
from publish.check.documents import Documents
from publish.check.finding import Finding
from publish.check.prose import Page
from publish.check.tables import in_tables

LISTS = {
    "place": ("place",), "onset": ("onset",), "efficacy": ("figures",), "avoid": ("avoid",), "safety": ("safety", "before"),
    "stop": ("stop",), "newer": ("newer",),
}
"""Under which headings the lists of a therapy may stand."""
PARTS = {
    "dose_facts": ("dose",), "dose_table": ("dose",), "calculator": ("dose",), "gates": ("before",), "evidence": ("evidence",),
    "monitoring": ("monitoring",), "pitfalls": ("pitfalls",), "defects_of": ("unclear",), "sources_of": ("sources",),
}
"""Under which headings a therapy's other macros may stand."""
KNOWN = {part for parts in (*LISTS.values(), *PARTS.values()) for part in parts} | set(KINDS)

_HEADING = re.compile(r"^(#{1,6})[ \t]+(.*?)[ \t]*(?:\{[^{}\n]*?#([\w-]+)[^{}\n]*\})?[ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading's depth, its words, its anchor, and where it stands."""

    depth: int
    words: str
    anchor: str
    place: int


def misplaced(documents: Documents) -> Iterator[Finding]:
    for page in documents.guides:
        headings = tuple(headings_of(page))
        for call in (call for call in documents.calls if call.page is page):
            above = _above(headings, call.place)
            yield from _of_another_therapy(documents.guideline, call, above)
            yield from _of_another_part(documents.guideline, call, above)
        yield from in_tables(documents, page)


def headings_of(page: Page) -> Iterator[Heading]:
    for found in _HEADING.finditer(page.source, page.body):
        marks, words, anchor = found.groups()
        slug = re.sub(r"[^\w]+", "-", words.lower()).strip("-")
        yield Heading(len(marks), words, anchor or slug, found.start())


def _above(headings: tuple[Heading, ...], place: int) -> list[Heading]:
    """The headings over a place, the nearest first: each one less deep than the one before."""
    found: list[Heading] = []
    for heading in reversed([h for h in headings if h.place < place]):
        if not found or heading.depth < found[-1].depth:
            found.append(heading)
    return found


def _of_another_therapy(guideline: Guideline, call: Call, above: list[Heading]) -> Iterator[Finding]:
    shows = _therapy(guideline, call)
    if shows is None:
        return
    titles = [(heading.words, named(guideline, heading.words)) for heading in above if heading.depth > 1]
    top = " ".join(heading.words for heading in above if heading.depth == 1)
    page = guideline.therapies.get(call.page.path.stem)
    titles.append((top, [page] if page else named(guideline, top)))
    words, therapies = next(((words, found) for words, found in titles if found), ("", []))
    if therapies and shows not in therapies:
        yield Finding(
            kind="heading", file=call.page, place=call.place, text=call.written, core=f"it shows {shows.name}",
            found=f"{call.macro} shows {shows.id} under the heading “{words}”",
            write=f'write {call.written.replace(shows.id, therapies[0].id)}, or move it under a heading of its own',
        )


def _of_another_part(guideline: Guideline, call: Call, above: list[Heading]) -> Iterator[Finding]:
    parts = _parts(guideline, call)
    nearest = next((heading for heading in above if heading.anchor in KNOWN), None)
    if parts and nearest and nearest.anchor not in parts:
        yield Finding(
            kind="heading", file=call.page, place=call.place, text=call.written,
            found=f"{call.written} stands under the heading “{nearest.words}”", core=f"it shows the part “{parts[0]}”",
            write=f"move it under the heading {{#{parts[0]}}}, or write the macro of “{nearest.anchor}”",
        )


def _parts(guideline: Guideline, call: Call) -> tuple[str, ...]:
    if call.macro == "facts_list":
        return LISTS.get(call.given[1], ())
    if call.macro == "pitfalls" and call.given and call.given[0] in KINDS:
        return (call.given[0],)
    return PARTS.get(call.macro, ()) if _therapy(guideline, call) else ()


def _therapy(guideline: Guideline, call: Call) -> Therapy | None:
    """The therapy that a macro was told to show, where it is one of a therapy's own."""
    return next((guideline.therapies[each] for each in call.given if each in guideline.therapies), None) \
        if call.macro not in ("v", "says", "cite", "term") else None


def named(guideline: Guideline, words: str) -> list[Therapy]:
    """The therapies that words name."""
    found = []
    for therapy in guideline.therapies.values():
        names = f"{re.escape(therapy.name)}|{re.escape(therapy.id)}"
        if re.search(rf"(?<!\w)(?:{names})(?!\w)", words, re.IGNORECASE):
            found.append(therapy)
    return found
