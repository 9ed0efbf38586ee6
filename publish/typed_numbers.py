"""Finds clinical numbers that were typed by hand, and names the fact to show instead."""

from __future__ import annotations

from collections.abc import Iterator

from guideline_core.model.guideline import Guideline
from publish.figures import Figure, Names, figures, likely
from publish.finding import Finding
from publish.prose import Page, passages


def typed_numbers(page: Page, guideline: Guideline, names: Names) -> Iterator[Finding]:
    """In everything that a reader sees: text, tables, captions, alternative texts, titles, front matter."""
    for passage in passages(page):
        where = "" if passage.where == "text" else f" in {passage.where}"
        for figure in figures(passage.text):
            if not names.covers(passage.text, figure):
                yield _typed(page, guideline, figure, passage.places[figure.start], where)


def numbers_in_words(page: Page, guideline: Guideline, names: Names, words: str, after: int) -> Iterator[Finding]:
    """In words that a macro is told to show; they stand in the file somewhere after a place."""
    at = page.source.find(words, after)
    for figure in figures(words):
        if not names.covers(words, figure):
            yield _typed(page, guideline, figure, at + figure.start if at >= 0 else after, " in a macro's words")


def _typed(page: Page, guideline: Guideline, figure: Figure, place: int, where: str) -> Finding:
    facts = likely(guideline, figure, page.path.stem)
    calls = " or ".join(f'{{{{ v("{fact.id}") }}}}' for fact in facts)
    if where:
        write = "write it without a number: macros don't run here"
    elif facts:
        write = f"write {calls}"
    else:
        write = "write it without a number, or state it as a fact in guideline_core/itp and show that"
    held = "; ".join(f"{fact.id}: {fact.reads} ({fact.layer.value}, {fact.citations[0].locator})" for fact in facts)
    return Finding(
        kind="number", page=page, place=place, text=figure.written, write=write,
        found=f"a number typed by hand{where}: “{figure.written}”",
        core=f"the core holds {held}" if held else "the core holds no such value",
    )
