"""Superseded grades that stand without their year, in a page or in the core's texts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from guideline_core.model.evidence import Grade
from guideline_core.model.guideline import Guideline
from publish.check.documents import Documents
from publish.check.finding import Finding

_SENTENCE_ENDS = re.compile(r"[.!?](?=\s|$)|\n\n|\|")


def undated_grades(documents: Documents) -> Iterator[Finding]:
    grades = superseded(documents.guideline)
    for page in documents.guides:
        for passage in page.passages:
            for found, grade in _undated(passage.text, grades):
                yield _finding(documents, page, passage.places[found.start(1)], found.group(1), grade)
    for text in documents.texts:
        for found, grade in _undated(text.words, grades):
            module, place, _ = documents.place_of(text, found.start(1), found.group(1))
            yield _finding(documents, module, place, found.group(1), grade)


def superseded(guideline: Guideline) -> dict[str, Grade]:
    """The grades that a newer guideline has replaced, by their letter."""
    given = (*(fact.grade for fact in guideline.facts.values()), *(r.grade for r in guideline.recommendations))
    return {grade.letter: grade for grade in given if grade and grade.superseded}


def _undated(text: str, grades: dict[str, Grade]) -> Iterator[tuple[re.Match, Grade]]:
    """Each such grade whose sentence doesn't say the year of its guideline."""
    letters = "|".join(map(re.escape, grades)) or r"(?!)"
    ends = [0, *(found.end() for found in _SENTENCE_ENDS.finditer(text)), len(text)]
    for found in re.finditer(rf"(?<![\w-])({letters})(?![\w-])", text):
        grade = grades[found.group(1)]
        first, last = max(end for end in ends if end <= found.start()), min(end for end in ends if end > found.start())
        if str(grade.year) not in text[first:last]:
            yield found, grade


def _finding(documents: Documents, file, place: int, letter: str, grade: Grade) -> Finding:
    shown = next((fact.id for fact in documents.guideline.facts.values() if fact.grade == grade), "")
    return Finding(
        kind="grade", file=file, place=place, text=letter, found=f"the superseded grade “{letter}” stands without its year",
        core=f"the core holds {grade}", write=f'write {{{{ v("{shown}") }}}}, or {grade}',
    )
