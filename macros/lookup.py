"""Finding what a page names, and saying what was meant where it isn't there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import TypeVar

Thing = TypeVar("Thing")


class UnknownName(LookupError):
    """A page names something that the core doesn't hold."""


def find(shelf: Mapping[str, Thing], id: str, kind: str) -> Thing:
    """The thing of that id. Raises UnknownName with the nearest ids."""
    if id in shelf:
        return shelf[id]
    raise UnknownName(f"there is no {kind} “{id}”. {suggest(id, shelf)}")


def one_of(name: str, names: Iterable[str], what: str) -> str:
    """The name, if it is one of the names. Raises UnknownName with all of them."""
    names = tuple(names)
    if name in names:
        return name
    raise UnknownName(f"“{name}” is no {what}: write one of {', '.join(names)}")


def suggest(name: str, names: Iterable[str]) -> str:
    """The nearest names by spelling, then by shared words."""
    names = tuple(names)
    near = get_close_matches(str(name), names, n=3, cutoff=0.6)
    words = set(str(name).split("-"))
    by_words = sorted((n for n in names if words & set(n.split("-"))), key=lambda n: -len(words & set(n.split("-"))))
    found = list(dict.fromkeys([*near, *by_words]))[:4]
    return f"Did you mean {' or '.join(f'“{n}”' for n in found)}?" if found else "Nothing there is like it."
