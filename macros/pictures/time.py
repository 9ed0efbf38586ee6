"""When an option is expected to work, when to judge it and when the source says stop, on one axis."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from guideline_core.model.fact import Fact
from guideline_core.model.guideline import Guideline
from guideline_core.model.plan import Act, Mark
from guideline_core.model.therapy import Therapy

from ..layers import hidden_as
from ..markup import Html, join, link, spaced, tag
from ..therapy import is_time, page_of
from ..values import origin, value
from .axes import Scale
from .tracks import Row, axis, end_of, head, months, row


KEYS = {
    "span": ("Bar or dot", "expected to work"),
    "judge": ("Outline", "to judge"),
    "stop": ("Stroke", "to stop"),
    "least": ("Ring", "the shortest course"),
}
"""How each kind of time is drawn, and what it is."""


def time_side_by_side(guideline: Guideline) -> Html:
    """Every option with a plan, in alphabetical order, on one axis."""
    therapies = sorted((t for t in guideline.therapies.values() if marks(t)), key=lambda therapy: therapy.name.lower())
    groups = {therapy.id: tuple(_rows(guideline, therapy)) for therapy in therapies}
    rows = [line for lines in groups.values() for line in lines]
    scale = axis(rows)
    bodies = (_group(therapy, groups[therapy.id], scale) for therapy in therapies)
    said = join([tag("b", "When. "), "In alphabetical order. Dates for one patient: ", link("planner.html", "the planner"), ". "])
    return _table(scale, rows, bodies, said, cls="wide")


def _group(therapy: Therapy, lines: tuple[Row, ...], scale: Scale) -> Html:
    """A therapy's times; what has none is said in one line beside its name."""
    undrawn = join((join([line.what, ": ", line.when, "."]) for line in lines if not line.drawn), " ")
    name = tag("th", link(page_of(therapy, "onset"), therapy.name), scope="rowgroup")
    return tag("tbody", tag("tr", name, tag("td", undrawn, colspan="2"), cls="track-group"),
               *(row(line, scale) for line in lines if line.drawn))


def time_picture(guideline: Guideline, therapy: Therapy) -> Html:
    """One therapy's times. Where the guideline judges it by a clock, a calculator beside it puts the patient there."""
    lines = tuple(_rows(guideline, therapy))
    if not any(line.drawn for line in lines):
        return Html()
    scale = axis(lines)
    clocked = set(guideline.response.judged.facts) & {fact for line in lines for _, fact, _ in line.drawn}
    body = tag("tbody", *(row(line, scale) for line in lines))
    return _table(scale, lines, [body], tag("b", f"{therapy.name}, over time. "), data_clock=therapy.id if clocked else None)


def _table(scale: Scale, rows: Iterable[Row], bodies: Iterable[Html], said: Html, cls: str = "", **attributes: object) -> Html:
    kinds = {kind for line in rows for kind, _, _ in line.drawn}
    keys = (join([tag("span", mark, cls=f"key key-{kind}"), ": ", meaning, ". "]) for kind, (mark, meaning) in KEYS.items() if kind in kinds)
    caption = tag("figcaption", said, *keys)
    table = tag("table", head(scale, "What", "When"), *bodies, cls="figures tracks")
    return tag("figure", caption, table, tag("p", cls="pic-said", hidden=True), cls=f"pic pic-time {cls}".strip(),
               data_picture="time", **attributes)


def marks(therapy: Therapy) -> tuple[Mark, ...]:
    """What a plan of any of its regimens marks, each once."""
    return tuple(dict.fromkeys(mark for regimen in therapy.regimens for mark in regimen.plan))


def _rows(guideline: Guideline, therapy: Therapy) -> Iterator[Row]:
    timed = [fact for fact in therapy.onset if is_time(fact)]
    if not timed:
        yield Row("Expected to work", tag("span", "not given", cls="none"))
    for fact in timed:
        yield Row(_expected(guideline, fact), value(fact, mark=False), (("span", fact, _times(fact)),), hidden_as(guideline, fact))
    yield from _judged([mark for mark in marks(therapy) if mark.act is Act.JUDGE])
    for mark in marks(therapy):
        if mark.act is Act.STOP:
            yield _stop(guideline, mark)


def _expected(guideline: Guideline, fact: Fact) -> Html:
    statistic = dict(fact.details).get("statistic")
    return spaced(f"Expected to work, {statistic}" if statistic else "Expected to work", origin(fact, guideline.sources))


def _judged(found: list[Mark]) -> Iterator[Row]:
    """The marks that one fact gives the two ends of are one row."""
    for fact in dict.fromkeys(mark.fact for mark in found):
        own = [mark for mark in found if mark.fact is fact]
        times = tuple(mark.at.value for mark in own if mark.at)
        yield Row("Judge", value(fact), (("judge", fact, _times(fact)),)) if times else Row("Judge", _silent(own[0].undated))


def _stop(guideline: Guideline, mark: Mark) -> Row:
    if not mark.at:
        return Row(mark.what, _silent(mark.undated))
    fact = guideline.facts[mark.at.fact]
    end = end_of(fact, mark.at)
    kind = "least" if fact.value.high is None else "stop"  # the end of the shortest course is no reason to stop
    return Row(mark.what, spaced(mark.past and "after", value(fact, end)), ((kind, fact, (months(fact, end),)),))


def _silent(words: str) -> Html:
    return tag("span", words, cls="none")


def _times(fact: Fact):
    return (months(fact, "low"),) if fact.value.single else (months(fact, "low"), months(fact, "high"))
