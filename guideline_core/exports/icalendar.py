"""A plan as a calendar file (RFC 5545): all-day events without alarms, one for each day on which something is due.

No event names the amount of a dose: a calendar outlives the answers that a dose rests on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from ..engine.results import Header
from ..engine.planning import Line, Plan, PlanAnswer
from ..model.evidence import Layer
from ..model.guideline import Guideline
from ..model.plan import Act

SERIES = "[A-Za-z0-9-]*"
"""What may set the events of one patient's plan apart from those of another's with the same medicine and days."""

_OCTETS = 75
"""The longest line that the standard allows, without its end."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """A file: its name and its text, both empty where there is nothing to plan."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class CalendarAnswer:
    header: Header
    calendar: Calendar


def calendar(guideline: Guideline, answer: PlanAnswer, today: date | None, series: str = "") -> CalendarAnswer:
    """The plan as a file. `today` is the stamp of every event, so that the same plan gives the same bytes.

    A program that gets a plan a second time with the same `series` updates the first; with another it keeps both.
    """
    return CalendarAnswer(answer.header, _file(guideline, answer.plan, today, series) if answer.plan.lines else Calendar("", ""))


def _file(guideline: Guideline, plan: Plan, today: date, series: str) -> Calendar:
    head = ("BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//guideline_core//{_text(guideline.edition.version)}//EN",
            "CALSCALE:GREGORIAN", "METHOD:PUBLISH")
    events = (line for each in plan.lines for line in _events(guideline, plan, each, today, series))
    lines = (*head, *events, "END:VCALENDAR")
    return Calendar(f"plan-{plan.dose.therapy}-{plan.start.isoformat()}.ics", "".join(f"{_folded(line)}\r\n" for line in lines))


def _events(guideline: Guideline, plan: Plan, line: Line, today: date, series: str) -> Iterator[str]:
    apart = f".{series}" if series else ""
    for day in line.days:
        yield "BEGIN:VEVENT"
        yield f"UID:{_text(line.id)}.{_basic(day)}.{_basic(plan.start)}{apart}@guideline-core"
        yield f"DTSTAMP:{_basic(today)}T000000Z"
        yield f"DTSTART;VALUE=DATE:{_basic(day)}"
        yield f"DTEND;VALUE=DATE:{_basic(day + timedelta(1))}"
        yield f"SUMMARY:{_text(f'{plan.name}: {line.what}')}"
        yield f"DESCRIPTION:{_text(chr(10).join(_description(guideline, plan, line, day)))}"
        yield f"CATEGORIES:{_text(line.act.value)}"
        yield "CLASS:PRIVATE"
        yield "TRANSP:TRANSPARENT"
        yield "END:VEVENT"


def _description(guideline: Guideline, plan: Plan, line: Line, day: date) -> Iterator[str]:
    yield line.says
    if line.until:
        yield f"{line.when[:1].upper()}{line.when[1:]}."
    yield f"{line.layer.capitalize()}: {_places(guideline, line)}."
    if line.act is Act.DOSE and day == plan.start:
        for other in plan.lines:
            if not other.days:
                yield f"{other.what}: {other.when}."
    yield f"{guideline.edition.review} Educational, not for the care of a patient. Edition {guideline.edition.version}."


def _places(guideline: Guideline, line: Line) -> str:
    """Where it is stated: lines of the source, or the works that are cited."""
    if line.layer == Layer.SOURCE.value:
        return "; ".join(dict.fromkeys(cite.locator for cite in line.citations if cite.layer == line.layer))
    return "; ".join(dict.fromkeys(f"{guideline.sources[cite.source].title}, {cite.locator}" for cite in line.citations))


def _basic(day: date) -> str:
    """"20270314"."""
    return day.isoformat().replace("-", "")


def _text(words: str) -> str:
    """Words as the value of a property."""
    for plain, escaped in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        words = words.replace(plain, escaped)
    return words


def _folded(line: str) -> str:
    """The line in pieces that are short enough, no character of it cut in two."""
    return "\r\n ".join(_pieces(line))


def _pieces(characters: Iterable[str]) -> Iterator[str]:
    piece, size = "", 0
    for character in characters:
        octets = len(character.encode())
        if size + octets > _OCTETS:
            yield piece
            piece, size = "", 1  # the space that the next one opens with
        piece, size = piece + character, size + octets
    yield piece
