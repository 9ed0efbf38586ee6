"""Finds macro calls that name nothing, by calling them, and anything in braces that isn't a call."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from inspect import signature

from jinja2 import Environment, TemplateSyntaxError, nodes

from guideline_core.model.guideline import Guideline
from macros.lookup import UnknownName, suggest
from publish.figures import Names
from publish.finding import Finding
from publish.prose import Page
from publish.typed_numbers import numbers_in_words

JINJA = {"comment_start_string": "{##", "comment_end_string": "##}"}
"""As in mkdocs.yml."""

SHOWN_AS_TOLD = ("term",)
"""Macros whose further arguments are words that the page shows."""


def macro_calls(page: Page, guideline: Guideline, names: Names, macros: Mapping[str, Callable]) -> Iterator[Finding]:
    try:
        tree = Environment(**JINJA).parse(page.source)
    except TemplateSyntaxError as error:
        yield _finding(page, _place(page, error.lineno), "{{", f"this is no template: {error.message}")
        return
    seen: dict[tuple[int, str], int] = {}
    for part in _expressions(tree):
        if not (isinstance(part, nodes.Call) and isinstance(part.node, nodes.Name)):
            known = f'write {{{{ v("…") }}}}, or one of: {", ".join(macros)}'
            yield _finding(page, _place(page, part.lineno, r"\{[{%]"), "{{", "only a macro call stands in braces", known)
            continue
        name = part.node.name
        place = _place(page, part.lineno, rf"\b{name}\s*\(", seen.get((part.lineno, name), 0))
        seen[part.lineno, name] = place + 1
        yield from _call(page, part, place, macros)
        for words in _words(part):
            yield from numbers_in_words(page, guideline, names, words, place)


def _expressions(tree: nodes.Template) -> Iterator[nodes.Node]:
    for part in tree.body:
        if isinstance(part, nodes.Output):
            yield from (node for node in part.nodes if not isinstance(node, nodes.TemplateData))
        else:
            yield part


def _call(page: Page, call: nodes.Call, place: int, macros: Mapping[str, Callable]) -> Iterator[Finding]:
    name = call.node.name
    if name not in macros:
        yield _finding(page, place, name, f"there is no macro “{name}”", suggest(name, macros))
        return
    said, shape = _as_written(page, place), signature(macros[name])
    try:
        bound = shape.bind(*(arg.as_const() for arg in call.args), **{arg.key: arg.value.as_const() for arg in call.kwargs})
        macros[name](*bound.args, **bound.kwargs)
    except UnknownName as error:
        what, _, hint = str(error).partition(". ")
        yield _finding(page, place, said, what, hint)
    except TypeError as error:
        yield _finding(page, place, said, f"{name} can't be called like this: {error}", f"write {name}{shape}")
    except nodes.Impossible:
        yield _finding(page, place, said, f"{name} takes ids as they are, nothing that is worked out")


def _words(call: nodes.Call) -> Iterator[str]:
    if call.node.name in SHOWN_AS_TOLD:
        for argument in (*call.args[1:], *(arg.value for arg in call.kwargs)):
            if isinstance(argument, nodes.Const) and isinstance(argument.value, str):
                yield argument.value


def _finding(page: Page, place: int, text: str, found: str, write: str = "") -> Finding:
    return Finding(kind="macro", page=page, place=place, text=text, found=found, write=write)


def _as_written(page: Page, place: int) -> str:
    """The call as it stands in the file, to its closing bracket."""
    end = page.source.find(")", place)
    return page.source[place : end + 1] if end >= 0 else page.source[place : place + 1]


def _place(page: Page, line: int, pattern: str = "", start: int = 0) -> int:
    """Where the pattern stands first from a line on, or from a place on that line."""
    first = sum(len(each) + 1 for each in page.source.split("\n")[: line - 1])
    found = re.compile(pattern).search(page.source, max(first, start))
    return found.start() if found else first
