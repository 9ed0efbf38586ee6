"""Tables typed in Markdown: a macro in a row or under a column that names another therapy or another part."""

from __future__ import annotations

import re
from collections.abc import Iterator

from guideline_core.model.guideline import Guideline
from publish.check.calls import Call
from publish.check.documents import Documents
from publish.check.finding import Finding
from publish.check.prose import Page

_TABLE = re.compile(r"^[ \t]*\|.*\n[ \t]*\|[\s:|-]+\|[ \t]*\n(?:[ \t]*\|.*(?:\n|\Z))+", re.MULTILINE)
_CELL = re.compile(r"\|([^|\n]*)")
TOPICS = ("place", "dose", "onset", "efficacy", "safety", "monitoring")
"""Heads of columns that say which facts stand below: those of this topic."""
ON_FACTS = ("v", "says", "cite")


def in_tables(documents: Documents, page: Page) -> Iterator[Finding]:
    for table in _TABLE.finditer(page.source, page.body):
        head, _, *rows = _cells(page.source, *table.span())
        for row in rows:
            for number, (start, end) in enumerate(row):
                titles = [page.source[slice(*row[0])]] if number else []
                titles += [page.source[slice(*head[number])]] if number < len(head) else []
                for call in documents.calls:
                    if call.page is page and start <= call.place < end and call.macro in ON_FACTS:
                        yield from _held_against(documents.guideline, call, titles)


def _cells(source: str, start: int, end: int) -> list[list[tuple[int, int]]]:
    """Where each cell of each line begins and ends."""
    lines = []
    for line in source[start:end].splitlines(keepends=True):
        cells = (cell for cell in _CELL.finditer(line) if cell.end() < len(line.rstrip()))
        lines.append([(start + cell.start(1), start + cell.end(1)) for cell in cells])
        start += len(line)
    return lines


def _held_against(guideline: Guideline, call: Call, titles: list[str]) -> Iterator[Finding]:
    fact = guideline.facts[call.given[0]]
    whose = [therapy for therapy in guideline.therapies.values() if fact in therapy.facts()]
    for title in titles:
        told = [t for t in guideline.therapies.values() if re.search(rf"(?<!\w){re.escape(t.name)}(?!\w)", title, re.IGNORECASE)]
        if told and whose and not any(therapy in whose for therapy in told):
            yield _finding(call, title, f"it is a fact of {' and '.join(t.id for t in whose)}")
        topic = title.strip(" *_").lower()
        if topic in TOPICS and fact.topic in TOPICS and fact.topic != topic:
            yield _finding(call, title, f"its topic is {fact.topic}")


def _finding(call: Call, title: str, core: str) -> Finding:
    return Finding(
        kind="heading", file=call.page, place=call.place, text=call.written, core=core,
        found=f"{call.given[0]} stands in a row or column headed “{title.strip()}”",
        write="move it to its own row or column, or show a fact that belongs here",
    )
