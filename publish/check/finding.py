"""A finding in a file, printed as a compiler would: where, the line with a caret, what the core says, what to write."""

from __future__ import annotations

import re
from dataclasses import dataclass

from publish.check.files import File


@dataclass(frozen=True, slots=True)
class Mend:
    """What can safely be put in the place of what stands in the file from `start` to `end`."""

    start: int
    end: int
    put: str


@dataclass(frozen=True, slots=True)
class Finding:
    """`place` is where in the file, `text` what the caret underlines; `core` and `write` are notes below it."""

    kind: str
    file: File
    place: int
    text: str
    found: str
    core: str = ""
    write: str = ""
    mend: Mend | None = None

    def __str__(self) -> str:
        line, column = self.file.position(self.place)
        shown = self.file.line(line)
        gutter = " " * len(str(line))
        caret = "^" * max(1, min(len(self.text), len(shown) - column + 1))
        under = re.sub(r"[^\t]", " ", shown[: column - 1]) + caret
        head = f"{self.file.name}:{line}:{column}: {self.found}"
        notes = (f"{gutter} = {note}" for note in (self.core, self.write) if note)
        return "\n".join([head, f"{gutter} |", f"{line} | {shown}", f"{gutter} | {under}", *notes])
