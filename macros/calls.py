"""Stopping the build at a wrong macro call, with the page's file and line.

A macro that raises inside a page is answered by Jinja with the line of the page's text, which doesn't count
the front matter; the plugin prints it only where it isn't told to be quiet. So:

- `guarded` wraps every macro: what it raises is told again with file, line and the call itself;
- `check_page` reads a page before its macros run: a name that doesn't exist, or a bracket left open.

Both end in PageError, which is a SystemExit: its message reaches the terminal even under `--quiet`, and the
build's exit code is 1. Without a page (as in a test) the macro's own error comes out as it is.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from functools import wraps
from inspect import signature
from pathlib import Path
from traceback import format_exception

from jinja2 import Environment, TemplateSyntaxError, nodes
from jinja2.meta import find_undeclared_variables

from .lookup import UnknownName, suggest


class PageError(SystemExit):
    """A page that can't be built: file, line, what was found and what to write."""


def guarded(macro: Callable[..., str], name: str, page: Callable[[], object]) -> Callable[..., str]:
    """The macro, telling file and line where it can't find what it was asked for."""

    shape = signature(macro)

    @wraps(macro)
    def call(*args, **kwargs):
        try:
            shape.bind(*args, **kwargs)
            return macro(*args, **kwargs)
        except Exception as error:
            where = page()
            if where is None:
                raise
            given = ", ".join([*(repr(a) for a in args), *(f"{k}={v!r}" for k, v in kwargs.items())])
            raise PageError(f"{_place(where, _line_of_call())}: {{{{ {name}({given}) }}}}: {_told(error, name, shape)}") from error

    return call


def _told(error: Exception, name: str, shape: object) -> str:
    """What was wrong: in a sentence where the page is at fault, with the way there where a macro is."""
    if isinstance(error, UnknownName):
        return str(error)
    if isinstance(error, TypeError) and error.__traceback__.tb_next.tb_frame.f_code.co_name == "bind":
        return f"{error}; it is written {name}{shape}"
    return "".join(format_exception(error))


def check_page(markdown: str, jinja: Environment, known: Iterable[str], page: object) -> None:
    """Raises PageError for a name that doesn't exist, or for text that isn't a template."""
    try:
        tree = jinja.parse(markdown)
    except TemplateSyntaxError as error:
        raise PageError(f"{_place(page, error.lineno)}: {error.message}") from error
    known = set(known)
    strange = find_undeclared_variables(tree) - known - set(jinja.globals)
    for name in tree.find_all(nodes.Name):
        if name.name in strange:
            raise PageError(f"{_place(page, name.lineno)}: there is no macro “{name.name}”. {suggest(name.name, known)}")


def _line_of_call() -> int:
    """The line of the page's text from which the macro was called."""
    frame = sys._getframe(1)
    while frame and "__jinja_template__" not in frame.f_globals:
        frame = frame.f_back
    return frame.f_globals["__jinja_template__"].get_corresponding_lineno(frame.f_lineno) if frame else 1


def _place(page: object, line: int) -> str:
    """"docs/azathioprine.md:41", front matter counted."""
    path = getattr(getattr(page, "file", None), "abs_src_path", None) or getattr(page, "path", "")
    shown = Path(path)
    if shown.is_absolute() and shown.is_relative_to(Path.cwd()):
        shown = shown.relative_to(Path.cwd())
    return f"{shown}:{line + _front_matter(Path(path))}"


def _front_matter(path: Path) -> int:
    """How many lines of the file stand before the text that macros see."""
    if not path.is_file():
        return 0
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    if not lines or lines[0].strip() != "---":
        return 0
    end = next((n for n, line in enumerate(lines[1:], 2) if line.strip() in ("---", "...")), 0)
    blank = next((n for n, line in enumerate(lines[end:]) if line.strip()), 0)
    return end + blank if end else 0
