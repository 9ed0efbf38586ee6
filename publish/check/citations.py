"""Citations that don't support the fact they stand beside.

In one paragraph or table row a citation belongs to the facts shown since the citation before it, else to those after it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from publish.check.documents import Documents
from publish.check.finding import Finding
from publish.check.prose import Page

SHOWS_FACTS = ("v", "says", "statements")
CITES = "cite"
_LINK = re.compile(r"(?:\]\(|href=\")sources\.(?:md|html)#([\w-]+)")
_PARAGRAPH_ENDS = re.compile(r"\n[ \t]*\n|\|[ \t]*\n")


@dataclass(frozen=True, slots=True)
class _Cited:
    """A citation on a page: where, as written, the works, and the fact whose works they are."""

    place: int
    written: str
    works: tuple[str, ...]
    fact: str = ""


def unsupported(documents: Documents) -> Iterator[Finding]:
    for page in documents.guides:
        cited = [*_by_macro(documents, page), *_by_link(documents, page)]
        for start, end in _paragraphs(page):
            here = sorted((c for c in cited if start <= c.place < end), key=lambda c: c.place)
            for number, citation in enumerate(here):
                after = here[number - 1].place if number else start
                before = here[number + 1].place if number + 1 < len(here) else end
                facts = _shown(documents, page, after, citation.place) or _shown(documents, page, citation.place, before)
                yield from _held_against(documents, page, citation, facts)


def _by_macro(documents: Documents, page: Page) -> Iterator[_Cited]:
    for call in documents.calls:
        if call.page is page and call.macro == CITES:
            fact = documents.guideline.facts[call.given[0]]
            yield _Cited(call.place, call.written, tuple(dict.fromkeys(c.source for c in fact.citations)), fact.id)


def _by_link(documents: Documents, page: Page) -> Iterator[_Cited]:
    for link in _LINK.finditer(page.source):
        if link.group(1) in documents.guideline.sources:
            yield _Cited(link.start(1), link.group(1), (link.group(1),))


def _paragraphs(page: Page) -> Iterator[tuple[int, int]]:
    ends = [page.body, *(found.end() for found in _PARAGRAPH_ENDS.finditer(page.source, page.body)), len(page.source)]
    yield from zip(ends, ends[1:])


def _shown(documents: Documents, page: Page, start: int, end: int) -> list[str]:
    """The facts that macros show between two places of a page."""
    calls = (c for c in documents.calls if c.page is page and start <= c.place < end and c.macro in SHOWS_FACTS)
    return [id for call in calls for id in (call.given if call.macro == "statements" else call.given[:1])]


def _held_against(documents: Documents, page: Page, citation: _Cited, facts: list[str]) -> Iterator[Finding]:
    held, sources = documents.guideline.facts, documents.guideline.sources
    supporting = {c.source for id in facts for c in held[id].citations}
    strange = [id for id in citation.works if id not in supporting]
    if not facts or not strange or citation.fact in facts:
        return
    works = " and ".join(f"“{sources[id].short}”" for id in strange)
    own = "; ".join(f"{id}: {', '.join(sources[c.source].short for c in held[id].citations)}" for id in facts)
    yield Finding(
        kind="citation", file=page, place=citation.place, text=citation.written,
        found=f"{works} doesn't support {' or '.join(facts)}, which stands beside it",
        core=f"the core cites for {own}", write=f'write {{{{ cite("{facts[-1]}") }}}}, or move the citation to its own fact',
    )
