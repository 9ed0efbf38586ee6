"""The strings of a Python file that may reach a reader: everything but docstrings and the shapes of numbers."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from publish.check.files import File


@dataclass(frozen=True, slots=True)
class Said:
    """A string, or a piece of one that is put together, and where in the file it begins and ends."""

    text: str
    start: int
    end: int


@dataclass(frozen=True)
class Module(File):
    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.source)

    @cached_property
    def strings(self) -> tuple[Said, ...]:
        return tuple(self._said(node) for node in _constants(self.tree))

    def strings_in(self, node: ast.AST) -> tuple[Said, ...]:
        """The strings of a part of the file."""
        return tuple(self._said(each) for each in _constants(node))

    @cached_property
    def declared(self) -> dict[str, int]:
        """Where each id is given to the thing that carries it: `id="…"`, or the first argument of a call."""
        found: dict[str, int] = {}
        for call in (node for node in ast.walk(self.tree) if isinstance(node, ast.Call)):
            named = [word.value for word in call.keywords if word.arg == "id"]
            for node in (*call.args[:1], *named):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    found.setdefault(node.value, self._said(node).start + 1)
        return found

    def place(self, said: Said, at: int, words: str) -> int:
        """Where in the file stands what stands at a place of the string. Its start, where the words run over a line's end."""
        place = said.start - 1
        for _ in range(said.text.count(words, 0, at) + 1):
            place = self.source.find(words, place + 1, said.end)
            if place < 0:
                return said.start
        return place

    def _said(self, node: ast.Constant) -> Said:
        ends = ((node.lineno, node.col_offset), (node.end_lineno, node.end_col_offset))
        return Said(node.value, *(self._starts[line - 1] + self._characters(line, column) for line, column in ends))

    @cached_property
    def _lines(self) -> list[str]:
        return self.source.split("\n")

    @cached_property
    def _starts(self) -> list[int]:
        starts = [0]
        for line in self._lines:
            starts.append(starts[-1] + len(line) + 1)
        return starts

    def _characters(self, line: int, column: int) -> int:
        """A column in characters: Python counts it in bytes."""
        text = self._lines[line - 1]
        return column if text.isascii() else len(text.encode()[:column].decode())


def read_module(path: Path) -> Module:
    return Module(path, path.read_text(encoding="utf-8"))


def _constants(node: ast.AST) -> Iterator[ast.Constant]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant):
            continue  # a docstring
        if isinstance(child, ast.Constant) and isinstance(child.value, str):
            yield child
        elif isinstance(child, ast.FormattedValue):
            yield from _constants(ast.Expression(child.value))  # without its shape, such as ":.1f"
        else:
            yield from _constants(child)
