"""A finding in a page's Markdown, printed as a compiler would: where, the line with a caret, what to write instead."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from publish.prose import Page


@dataclass(frozen=True, slots=True)
class Finding:
    """`place` is where in the file, `text` what the caret underlines; `core` and `write` are notes below it."""

    kind: str
    page: Page
    place: int
    text: str
    found: str
    core: str = ""
    write: str = ""

    def __str__(self) -> str:
        line, column = self.page.position(self.place)
        shown = self.page.line(line)
        gutter = " " * len(str(line))
        caret = "^" * max(1, min(len(self.text), len(shown) - column + 1))
        under = re.sub(r"[^\t]", " ", shown[: column - 1]) + caret
        head = f"{_relative(self.page.path)}:{line}:{column}: {self.found}"
        notes = (f"{gutter} = {note}" for note in (self.core, self.write) if note)
        return "\n".join([head, f"{gutter} |", f"{line} | {shown}", f"{gutter} | {under}", *notes])


def _relative(path: Path) -> Path:
    return path.relative_to(Path.cwd()) if path.is_absolute() and path.is_relative_to(Path.cwd()) else path
