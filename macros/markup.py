"""HTML for the pages. What comes out is one line, so that it may stand in a paragraph, a list or a tab.

Text is escaped for HTML and for Markdown, since Markdown still reads what stands between inline tags.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

_MARKDOWN = str.maketrans({c: f"&#{ord(c)};" for c in "*_`[]|\\{}~^"})

_OF_ONE = re.compile(
    r"(?<=\d) (?=(?:×|mg|g|kg|micrograms?|mL|hours?|days?|weeks?|months?|years?)(?![\w-]))|(?<=×) (?=\d)|(?<=\b[Gg]rade) (?=\d)"
)
"""The space between a number and its unit: a line doesn't end there."""

APART = frozenset(("td", "th", "caption", "p"))
"""What a layout sets apart. A space behind it is for whoever reads the text without the layout, as a search does."""


class Html(str):
    """Text that is HTML already, so that `tag` leaves it as it is."""

    __slots__ = ()


def text(words: object) -> Html:
    """Words of the core as HTML, on one line; nothing for what is absent or empty. A no-break space stays one."""
    if isinstance(words, Html):
        return words
    if words is None or words is False or words == ():
        return Html()
    line = re.sub(r"\s+", " ", str(words), flags=re.ASCII)
    return Html(escape(_OF_ONE.sub("\N{NO-BREAK SPACE}", line)).translate(_MARKDOWN))


def tag(name: str, *content: object, **attributes: object) -> Html:
    """An element. `cls` is the class, `data_fact` is data-fact; an attribute that is None or False is left out."""
    after = " " if name in APART else ""
    return Html(f"<{name}{_attributes(attributes)}>{''.join(text(part) for part in content)}</{name}>{after}")


def void(name: str, **attributes: object) -> Html:
    """An element without content, closed for SVG too."""
    return Html(f"<{name}{_attributes(attributes)}/>")


def join(parts: Iterable[object], between: str = "") -> Html:
    """The parts that aren't empty, one after the other."""
    return Html(text(between).join(text(part) for part in parts if part))


def spaced(*parts: object) -> Html:
    """The parts that aren't empty, with a space between."""
    kept = [text(part) for part in parts if part]
    return Html(" ".join(kept))


def link(address: str, *content: object, **attributes: object) -> Html:
    return tag("a", *content, href=address, **attributes)


def listed(items: Iterable[object], cls: str | None = None, kind: str = "ul") -> Html:
    return tag(kind, *(tag("li", item) for item in items), cls=cls)


def rows(pairs: Iterable[tuple[object, object]], cls: str, **attributes: object) -> Html:
    """A list of names with what is said of each; what is empty is left out."""
    said = (row(name, words) for name, words in pairs if words)
    return tag("dl", *said, cls=cls, **attributes)


def row(name: object, words: object, **attributes: object) -> Html:
    """One name and what is said of it. The spaces are for whoever reads the text without the layout, as a search does."""
    return tag("div", tag("dt", name), " ", tag("dd", words), " ", **attributes)


def and_list(parts: Iterable[object], last: str = "and") -> Html:
    """"a, b and c"."""
    parts = [text(part) for part in parts]
    if len(parts) < 2:
        return join(parts)
    return Html(f"{', '.join(parts[:-1])} {last} {parts[-1]}")


def unfolds(summary: str, *content: object) -> Html:
    """What a reader opens when it is wanted; paper shows it open."""
    return tag("details", tag("summary", summary), *content, cls="more")


def heading(level: int, id: str, *content: object) -> Html:
    """A heading with an anchor that can be shared."""
    anchor = link(f"#{id}", "#", cls="headerlink", title="Link to this part")
    return tag(f"h{level}", *content, anchor, id=id)


def _attributes(attributes: dict[str, object]) -> str:
    out = []
    for name, value in attributes.items():
        name = "class" if name == "cls" else name.rstrip("_").replace("_", "-")
        if value is True:
            out.append(f" {name}")
        elif value is not None and value is not False:
            out.append(f' {name}="{text(value)}"')
    return "".join(out)
