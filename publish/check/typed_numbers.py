"""Clinical numbers that were typed by hand: in the pages, in the words that a macro is handed, in the macros themselves.

Each finding names the fact to show instead; where the words around a number leave no doubt which, it can be mended.
"""

from __future__ import annotations

from collections.abc import Iterator

from publish.check.calls import Call
from publish.check.documents import Documents
from publish.check.figures import Figure, figures
from publish.check.finding import Finding
from publish.check.likely import likely
from publish.check.prose import Page, Passage
from publish.check.surely import surely

SHOWN_AS_TOLD = ("term",)
"""Macros whose further arguments are words that the page shows."""


def typed_numbers(documents: Documents) -> Iterator[Finding]:
    """In everything that a reader sees: text, tables, captions, alternative texts, titles, front matter, templates."""
    for page in documents.pages:
        for passage in page.passages:
            for figure in figures(passage.text):
                if not documents.names.covers(passage.text, figure):
                    yield _in_a_page(documents, page, passage, figure)
    for call in documents.calls:
        if call.macro in SHOWN_AS_TOLD:
            yield from _in_a_call(documents, call)


def _in_a_page(documents: Documents, page: Page, passage: Passage, figure: Figure) -> Finding:
    where = "" if passage.where == "text" else f" in {passage.where}"
    mend = None if where else surely(documents.guideline, page, passage, figure)
    return _typed(documents, page, figure, passage.places[figure.start], where, mend)


def _in_a_call(documents: Documents, call: Call) -> Iterator[Finding]:
    for words in call.given[1:]:
        for figure in figures(words) if isinstance(words, str) else ():
            if not documents.names.covers(words, figure):
                at = call.page.source.find(words, call.place)
                place = at + figure.start if at >= 0 else call.place
                yield _typed(documents, call.page, figure, place, " in a macro's words")


def _typed(documents: Documents, page: Page, figure: Figure, place: int, where: str, mend=None) -> Finding:
    facts = likely(documents.guideline, figure, page.path.stem)
    calls = " or ".join(f'{{{{ v("{fact.id}") }}}}' for fact in facts)
    if mend:
        write = f"write {mend.put}"
    elif where:
        write = "write it without a number: macros don't run here"
    elif facts:
        write = f"write {calls}"
    else:
        write = "write it without a number, or state it as a fact in guideline_core/itp and show that"
    held = "; ".join(f"{fact.id}: {fact.reads} ({fact.layer.value}, {fact.citations[0].locator})" for fact in facts)
    return Finding(
        kind="number", file=page, place=place, text=figure.written, write=write, mend=mend,
        found=f"a number typed by hand{where}: “{figure.written}”",
        core=f"the core holds {held}" if held else "the core holds no such value",
    )
