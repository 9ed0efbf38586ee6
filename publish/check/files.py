"""A file that is checked: its text, and where in it a character stands."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class File:
    path: Path
    source: str

    @property
    def name(self) -> str:
        """The path as a reader of a message knows it, from the repository on."""
        return self.path.relative_to(ROOT).as_posix() if self.path.is_relative_to(ROOT) else str(self.path)

    def position(self, place: int) -> tuple[int, int]:
        """Line and column, both counted from 1."""
        line = self.source.count("\n", 0, place) + 1
        return line, place - (self.source.rfind("\n", 0, place) + 1) + 1

    def line(self, number: int) -> str:
        return self.source.split("\n")[number - 1]

    def start(self, line: int) -> int:
        """The place where a line starts."""
        return sum(len(each) + 1 for each in self.source.split("\n")[: line - 1])
