"""The mutants of a file, made by mutmut's operators.

mutmut's own runner is not used: it puts every mutant of a function behind a switch in one file, which is read once. This
core is built when it is imported, so a mutant has to be there before that. And it leaves out what stands outside functions
and what is decorated: here that is half of what matters, the tables and the properties.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import libcst as cst
from libcst.metadata import MetadataWrapper
from mutmut.mutation.file_mutation import NEVER_MUTATE_FUNCTION_NAMES, MutationVisitor
from mutmut.mutation.mutators import mutation_operators
from mutmut.mutation.pragma_handling import get_ignored_lines


@dataclass(frozen=True)
class Mutant:
    """One change: `place` is the function or class that it stands in, `before` and `after` the lines that differ."""

    place: str
    before: str
    after: str
    code: str


class _Everywhere(MutationVisitor):
    """In decorated functions too, since no switch has to be put before them."""

    def _skip_node_and_children(self, node: cst.CSTNode) -> bool:
        if isinstance(node, cst.FunctionDef) and node.decorators:
            return node.name.value in NEVER_MUTATE_FUNCTION_NAMES
        return super()._skip_node_and_children(node)


def mutants(path: Path) -> Iterator[Mutant]:
    """Every mutant of the file that is another program than the file itself, once."""
    code = path.read_text("utf-8")
    wrapper = MetadataWrapper(cst.parse_module(code))
    visitor = _Everywhere(mutation_operators, get_ignored_lines(str(path), code, wrapper, None))
    module = wrapper.visit(visitor)
    places = _places(code)
    seen = {_meaning(code)}
    for mutation in visitor.mutations:
        changed = module.deep_replace(mutation.original_node, mutation.mutated_node).code
        meaning = _meaning(changed)
        if meaning in seen:
            continue
        seen.add(meaning)
        line, before, after = _difference(code, changed)
        yield Mutant(places.get(line, ""), before, after, changed)


def _meaning(code: str) -> str:
    try:
        return ast.dump(ast.parse(code))
    except SyntaxError:
        return code


def _difference(one: str, other: str) -> tuple[int, str, str]:
    """The number of the first line that differs, and what stands there, in one line each."""
    old, new = one.splitlines(), other.splitlines()
    first = next((n for n, (a, b) in enumerate(zip(old, new)) if a != b), min(len(old), len(new)))
    same = next((n for n, (a, b) in enumerate(zip(old[first:][::-1], new[first:][::-1])) if a != b), min(len(old), len(new)) - first)
    parts = (lines[first : len(lines) - same] for lines in (old, new))
    before, after = (" ".join(line.strip() for line in part) for part in parts)
    return first + 1, before, after


def _places(code: str) -> dict[int, str]:
    """The qualified name of the innermost function or class around each line."""
    found: dict[int, str] = {}

    def visit(node: ast.AST, name: str) -> None:
        for child in ast.iter_child_nodes(node):
            inner = name
            if isinstance(child, ast.FunctionDef | ast.ClassDef):
                inner = f"{name}.{child.name}" if name else child.name
                found.update(dict.fromkeys(range(child.lineno, child.end_lineno + 1), inner))
            visit(child, inner)

    visit(ast.parse(code), "")
    return found
