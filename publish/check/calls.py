"""Every macro call of a page, made: what it shows, or why it can't be made."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from inspect import signature

from jinja2 import Environment, TemplateSyntaxError, nodes

from macros.lookup import UnknownName, suggest
from publish.check.finding import Finding
from publish.check.prose import Page

JINJA = {"comment_start_string": "{##", "comment_end_string": "##}"}
"""As in mkdocs.yml."""

SLOW = ("proofs",)
"""Macros that work for seconds after a change of the core, and show no fact: they aren't run, only their call is read."""


@dataclass(frozen=True, slots=True)
class Call:
    """A call: its page, the macro, what it was given, where it stands from its name to its bracket, and its HTML."""

    page: Page
    macro: str
    given: tuple[object, ...]
    place: int
    written: str
    shows: str


def read_calls(page: Page, macros: Mapping[str, Callable[..., str]]) -> tuple[list[Call], list[Finding]]:
    """The page's calls, and what is wrong with those that can't be made."""
    try:
        tree = Environment(**JINJA).parse(page.source)
    except TemplateSyntaxError as error:
        return [], [_finding(page, _place(page, error.lineno), "{{", f"this is no template: {error.message}")]
    calls, wrong = [], []
    seen: dict[tuple[int, str], int] = {}
    for part in _expressions(tree):
        if not (isinstance(part, nodes.Call) and isinstance(part.node, nodes.Name)):
            known = f'write {{{{ v("…") }}}}, or one of: {", ".join(macros)}'
            place = _place(page, part.lineno, r"\{[{%]")
            wrong.append(_finding(page, place, "{{", "only a macro call stands in braces", known))
            continue
        name = part.node.name
        place = _place(page, part.lineno, rf"\b{name}\s*\(", seen.get((part.lineno, name), 0))
        seen[part.lineno, name] = place + 1
        made = _made(page, part, place, macros)
        (calls if isinstance(made, Call) else wrong).append(made)
    return calls, wrong


def _expressions(tree: nodes.Template) -> Iterator[nodes.Node]:
    for part in tree.body:
        if isinstance(part, nodes.Output):
            yield from (node for node in part.nodes if not isinstance(node, nodes.TemplateData))
        else:
            yield part


def _made(page: Page, call: nodes.Call, place: int, macros: Mapping[str, Callable[..., str]]) -> Call | Finding:
    name = call.node.name
    if name not in macros:
        return _finding(page, place, name, f"there is no macro “{name}”", suggest(name, macros))
    said, shape = _as_written(page, place), signature(macros[name])
    try:
        bound = shape.bind(*(arg.as_const() for arg in call.args), **{arg.key: arg.value.as_const() for arg in call.kwargs})
        shows = "" if name in SLOW else macros[name](*bound.args, **bound.kwargs)
    except UnknownName as error:
        what, _, hint = str(error).partition(". ")
        return _finding(page, place, said, what, hint)
    except TypeError as error:
        return _finding(page, place, said, f"{name} can't be called like this: {error}", f"write {name}{shape}")
    except nodes.Impossible:
        return _finding(page, place, said, f"{name} takes ids as they are, nothing that is worked out")
    return Call(page, name, (*bound.args, *bound.kwargs.values()), place, said, shows)


def _finding(page: Page, place: int, text: str, found: str, write: str = "") -> Finding:
    return Finding(kind="macro", file=page, place=place, text=text, found=found, write=write)


def _as_written(page: Page, place: int) -> str:
    """The call as it stands in the file, to its closing bracket."""
    end = page.source.find(")", place)
    return page.source[place : end + 1] if end >= 0 else page.source[place : place + 1]


def _place(page: Page, line: int, pattern: str = "", start: int = 0) -> int:
    """Where the pattern stands first from a line on, or from a place on that line."""
    first = page.start(line)
    found = re.compile(pattern).search(page.source, max(first, start))
    return found.start() if found else first
