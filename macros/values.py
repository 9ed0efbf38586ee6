"""A fact as a page shows it: its value, its statement, its layer, and the one step to its citation."""

from __future__ import annotations

import re
from collections.abc import Iterable
from fractions import Fraction

from guideline_core.model.evidence import Citation, Confidence, Layer, Source
from guideline_core.model.fact import Fact
from guideline_core.model.quantity import Range, number_text, plain_digits, range_text, with_unit

from .lookup import one_of
from .markup import Html, join, link, listed, spaced, tag, text

REGISTER = "facts.html"
SOURCES = "sources.html"
DEFECTS = "unclear.html"
TERMS = "definitions.html"
SHORT = 24
"""A value of so many characters or fewer stays on one line."""


def value(fact: Fact, end: str = "", mark: bool = True) -> Html:
    """The value as it stands in a sentence, a link to the fact; `end` is low or high for one end of a range."""
    shown = _one_end(fact.value, one_of(end, ("low", "high"), "end of a range")) if end and fact.value else fact.reads
    return _kept(_linked(fact, shown), mark and layer_mark(fact))


def statement(fact: Fact, sources: dict[str, Source], words: str = "") -> Html:
    """The paraphrase, or other `words` for it, as a sentence: its value a link, and its origin behind it."""
    said = words or fact.says
    parts = [said]
    for shown in _spellings(fact):
        if (at := _position(shown, said)) is not None:
            parts = [said[:at], _linked(fact, said[at : at + len(shown)]), said[at + len(shown) :]]
            break
    body = tag("span", *parts, cls="says-text")
    whose = origin(fact, sources, doubt=_unsure(fact) not in said)
    return tag("span", spaced(body, whose), cls=f"says says-{fact.layer.value}", data_fact=fact.id)


def statements(facts: Iterable[Fact], sources: dict[str, Source], cls: str = "facts") -> Html:
    return listed((statement(fact, sources) for fact in facts), cls=cls)


def origin(fact: Fact, sources: dict[str, Source], doubt: bool = True) -> Html:
    """Whose statement it is and where it stands: the layer, and a short link to the fact with its citations.

    `doubt`: whether to say that it is not yet checked, if it isn't; a statement may have said so itself.
    """
    place = link(f"{REGISTER}#{fact.id}", where(fact, sources), cls="cite", data_fact=fact.id)
    said = place if fact.layer is Layer.SOURCE else join([fact.layer.value, place, doubt and _unsure(fact)], ", ")
    return tag("span", said, cls=f"origin layer layer-{fact.layer.value}")


def where(fact: Fact, sources: dict[str, Source]) -> Html:
    """"line 39", or the work that is cited; the rest is in the register."""
    if fact.layer is Layer.SITE:
        return text("why")
    first = fact.citations[0]
    more = len(fact.citations) - 1
    name = first.locator if fact.layer is Layer.SOURCE else sources[first.source].short
    return text(f"{name} +{more}" if more else name)


def line_numbers(lines: Iterable[int]) -> str:
    """"line 39", "lines 39, 41", or nothing."""
    numbers = [str(line) for line in lines]
    return f"line{'s' if len(numbers) > 1 else ''} {', '.join(numbers)}" if numbers else ""


def layer_mark(fact: Fact) -> Html:
    """The layer in words, unless it is the source's own; and that a figure is not yet checked."""
    if fact.layer is Layer.SOURCE:
        return Html()
    return layer_tag(fact.layer, join([fact.layer.value, _unsure(fact)], ", "))


def _unsure(fact: Fact) -> str:
    return fact.confidence.meaning if fact.confidence is Confidence.MH else ""


def marked(items: Iterable[tuple[Html, Fact]], between: str = ", ") -> Html:
    """Items in a row; neighbours of one layer share its mark."""
    runs: list[tuple[list[Html], Fact]] = []
    for item, fact in items:
        if runs and layer_mark(runs[-1][1]) == layer_mark(fact):
            runs[-1][0].append(item)
        else:
            runs.append(([item], fact))
    return join((_kept(join(found, between), layer_mark(fact)) for found, fact in runs), between)


def _kept(shown: Html, mark: object) -> Html:
    """What is shown with its mark on the same line."""
    return join([shown, mark], "\N{NO-BREAK SPACE}")


def layer_tag(layer: Layer, words: str = "") -> Html:
    return tag("span", words or layer.value, cls=f"layer layer-{layer.value}")


def citation(fact: Fact, sources: dict[str, Source]) -> Html:
    """Every work that the fact cites, in short, each a link to its entry."""
    cites = join((_cited(c, sources[c.source]) for c in fact.citations), "; ")
    return tag("sup", cites, cls="cites")


def cited_once(facts: Iterable[Fact], sources: dict[str, Source]) -> Html:
    """The works that these facts cite, in short, once each."""
    ids = dict.fromkeys(c.source for fact in facts for c in fact.citations)
    return join((link(f"{SOURCES}#{id}", sources[id].short, cls="cite") for id in ids), ", ")


def _cited(cite: Citation, source: Source) -> Html:
    return link(f"{SOURCES}#{source.id}", f"{source.short}, {cite.locator}", cls="cite")


def defect_mark(id: str) -> Html:
    """A short link to an entry of what is unclear in the source."""
    return link(f"{DEFECTS}#{id}", id, cls="defect-mark")


def defect_marks(ids: Iterable[str]) -> Html:
    """"unclear: SD-01 SD-29", or nothing."""
    marks = join((defect_mark(id) for id in dict.fromkeys(ids)), " ")
    return marks and tag("span", "unclear: ", marks, cls="defect-marks")


def percent(share, places: int = 1) -> str:
    return with_unit(number_text(share * 100, places), "%")


def _linked(fact: Fact, shown: str) -> Html:
    short = " v-short" if len(shown) <= SHORT else ""
    return link(f"{REGISTER}#{fact.id}", shown, cls=f"v v-{fact.layer.value}{short}", **value_attributes(fact))


def value_attributes(fact: Fact) -> dict[str, str | None]:
    """What a test or a script reads off a shown value: the fact, its ends and its UCUM unit."""
    attributes = {"data_fact": fact.id}
    if fact.value:
        attributes |= {"data_value": machine(fact.value), "data_unit": fact.value.unit, "data_open": _open(fact.value),
                       "data_exact": _exact(fact.value)}
    return attributes


def machine(value: Range) -> str:
    """"low..high", "low.." or "..high", in plain digits."""
    return "..".join("" if end is None else plain_digits(end) for end in (value.low, value.high))


def _exact(value: Range) -> str | None:
    """"2400/53..2400/53": the ends as fractions, where digits would have to be cut off."""
    ends = [end for end in (value.low, value.high) if end is not None]
    if all(Fraction(plain_digits(end)) == end for end in ends):
        return None
    return "..".join("" if end is None else str(end) for end in (value.low, value.high))


def _open(value: Range) -> str | None:
    """Which ends are not themselves part of the range."""
    low = value.low is not None and not value.low_inclusive
    high = value.high is not None and not value.high_inclusive
    return " ".join(name for name, is_open in (("low", low), ("high", high)) if is_open) or None


def _one_end(value: Range, end: str) -> str:
    number = getattr(value, end)
    return with_unit(number_text(number), value.unit, one=number == 1) if number is not None else range_text(value)


def _spellings(fact: Fact) -> list[str]:
    """How the value may stand in the paraphrase, longest first."""
    ways = [fact.reads, fact.reads.removeprefix("about ")]
    if fact.proportion:
        ways += [f"{fact.proportion.events} of {those} {fact.proportion.total}" for those in ("the", "those")]
    if fact.value:
        ways.append(range_text(fact.value))
        if None in (fact.value.low, fact.value.high):
            ways.append(_one_end(fact.value, "high" if fact.value.low is None else "low"))
    return sorted(dict.fromkeys(ways), key=len, reverse=True)


def _position(part: str, whole: str) -> int | None:
    """Where the part stands as words of its own, whatever its first letter's case."""
    match = re.search(rf"(?<![\w.]){re.escape(part)}(?!\w)", whole, re.IGNORECASE)
    return match.start() if match else None

