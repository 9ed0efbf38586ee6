"""Numbers in the strings of the core and the macros that nothing holds.

A fact's words may give its own value, its details and names; a gate's, a criterion's, a pitfall's or a defect's the
values of the facts that it stands on. Everywhere else a number in a string is one that no fact carries.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import chain

from guideline_core.model.guideline import Guideline
from publish.check.documents import Documents
from publish.check.figures import Figure, figures
from publish.check.finding import Finding
from publish.check.held import Amount, amounts, holds, limits
from publish.check.likely import likely
from publish.check.strings import Module, Said
from publish.check.texts import Text
from publish.check.worked import worked

_PROSE = re.compile(r"(?:^|\s)[A-Za-z]{2,}(?:[\s,.;:]|$)")
_AFTER_LINE = re.compile(r"\blines? (?:\d+(?:, | and | to ))*$")
_FOR_AUTHORS = re.compile(r"\w*Error|[Bb]roken\w*|UnknownName|_misuse")
"""What is raised at an author, who reads it in a terminal."""


def core_numbers(documents: Documents) -> Iterator[Finding]:
    """In the texts of facts, criteria, gates, pitfalls, defects, questions and all that a reader may meet."""
    examples = worked(documents.guideline)
    for text in documents.texts:
        held = tuple(chain(_held(text), examples.get(text.owner, ())))
        for figure in figures(text.words):
            if not documents.names.covers_in_core(text.words, figure) and not _stands(text, figure, held):
                module, place, _ = documents.place_of(text, figure.start, figure.written)
                yield Finding(
                    kind="number", file=module, place=place, text=figure.written, core=_core(text),
                    found=f"the words of {text.owner} say “{figure.written}”, which nothing behind them holds",
                    write=_write(documents.guideline, text, figure),
                )


def macro_numbers(documents: Documents) -> Iterator[Finding]:
    """In strings of the macros, and in those of the core that belong to no statement."""
    words = {text.words for text in documents.texts} | set(_references(documents.guideline))
    pieces = "\n".join(text.words for text in documents.texts)
    for module in documents.modules:
        told = _for_authors(module)
        for said in module.strings:
            if said.text in words or said.start in told or not _PROSE.search(said.text) or " " not in said.text.strip():
                continue
            if module in documents.core and said.text in pieces:
                continue  # put together with others into a text that is checked as a whole
            yield from _unheld(documents, module, said)


def _unheld(documents: Documents, module: Module, said: Said) -> Iterator[Finding]:
    for figure in figures(said.text):
        if not documents.names.covers_in_core(said.text, figure):
            facts = likely(documents.guideline, figure) if figure.unit else []
            yield Finding(
                kind="number", file=module, place=module.place(said, figure.start, figure.written), text=figure.written,
                found=f"a number in a string of the code: “{figure.written}”",
                core="; ".join(f"the core holds {fact.id}: {fact.reads}" for fact in facts) or "the core holds no such value",
                write="show the fact itself, or say it without a number",
            )


def _held(text: Text) -> Iterator[Amount]:
    for fact in text.facts:
        yield from amounts(fact)
    for limit in text.limits:
        yield from limits(limit)
    for spelling in text.spellings:
        yield from (Amount(number) for figure in figures(spelling) for number in figure.numbers)
    if "marker" in text.words:
        yield from (Amount(Fraction(marker)) for fact in text.facts for marker in fact.markers if marker.isdigit())


def _stands(text: Text, figure: Figure, held: tuple[Amount, ...]) -> bool:
    if _AFTER_LINE.search(text.words[: figure.start]):
        lines = {*text.lines, *(line for fact in text.facts for line in fact.lines)}
        return {int(number) for number in re.findall(r"\d+", figure.written)} <= lines
    return holds(held, figure)


def _core(text: Text) -> str:
    said = "; ".join(f"{fact.id}: {fact.reads}" for fact in text.facts[:4])
    more = f" and {len(text.facts) - 4} more" if len(text.facts) > 4 else ""
    return f"behind them stand {said}{more}" if said else "no fact stands behind them"


def _write(guideline: Guideline, text: Text, figure: Figure) -> str:
    if text.owner in guideline.facts:
        return "write the fact's own value, add the number to its details, or say it without a number"
    facts = [fact for fact in likely(guideline, figure) if fact not in text.facts] if figure.unit else []
    known = f"name {' or '.join(fact.id for fact in facts)} among its facts, or " if facts else ""
    return f"{known}say it without a number"


def _references(guideline: Guideline) -> Iterator[str]:
    """What is quoted from elsewhere or looked up there: works, places in them, details, test names."""
    for source in guideline.sources.values():
        yield from (source.title, source.authors, source.published, source.doi, source.address, source.note)
    for holder in (*guideline.facts.values(), *guideline.defects.values()):
        yield from (citation.locator for citation in holder.citations)
    for fact in guideline.facts.values():
        yield from (said for _, said in fact.details)
    yield from (hazard.test for hazard in guideline.hazards)
    for thing in (*guideline.definitions.values(), *guideline.therapies.values()):
        yield from (*thing.spellings, *getattr(thing, "also", ()))


def _for_authors(module: Module) -> set[int]:
    """Where strings start that only an author will read."""
    found: set[int] = set()
    for call in (node for node in ast.walk(module.tree) if isinstance(node, ast.Call)):
        if _FOR_AUTHORS.fullmatch(getattr(call.func, "id", "")):
            found |= {said.start for said in module.strings_in(call)}
    return found
