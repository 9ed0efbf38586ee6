"""Results that take too long for a build. Each says when it was recorded, and whether it speaks of what is built here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from itertools import groupby

from guideline_core.model.quantity import floor_to, number_text

from .markup import Html, join, listed, spaced, tag, unfolds
from .notices import date_text

Recorded = Mapping[str, object]

FACTS = "its value, unit, bounds, citation, confidence, layer, strength or grade"


def mistakes(facts: Recorded, code: Iterable[tuple[str, Recorded]]) -> Html:
    """Changes made on purpose, one at a time, and how many of them were noticed; then those that weren't."""
    code = tuple(code)
    body = [_row("A fact", FACTS, facts, "This very content: the tests make every change again.")]
    body += [_row("A line of code", does, result, _when_code(result)) for does, result in code]
    heads = ("What was changed", "Changes", "Noticed", "Recorded")
    head = tag("thead", tag("tr", *(tag("th", name, scope="col") for name in heads)))
    table = tag("table", head, tag("tbody", *body), cls="figures stacks recorded")
    survivors = [survivor for _, result in code for survivor in result["survivors"]]
    return join((table, unfolds(f"Changes of code that nothing noticed: {len(survivors)}", *_survivors(survivors)) if survivors else ""))


def _row(what: str, more: str, result: Recorded, when: object) -> Html:
    # Rounded down: a share that isn't whole never reads as if it were.
    share = floor_to(Fraction(result["killed"], result["mutants"]) * 100, Fraction(1, 10))
    noticed = f"{result['killed']:,} ({number_text(share)}%)"
    return tag(
        "tr", tag("th", spaced(tag("b", what), tag("span", more, cls="aside")), scope="row"),
        tag("td", f"{result['mutants']:,}", data_label="Changes"), tag("td", noticed, data_label="Noticed"),
        tag("td", when, data_label="Recorded"),
    )


def _when_code(result: Recorded) -> str:
    first, last = result["dates"][0], result["dates"][-1]
    days = date_text(last) if first == last else f"{date_text(first)} to {date_text(last)}"
    others = [
        f"{len(names)} {words}"
        for names, words in ((result["changed"], "changed since"), (result["missing"], "not tried yet")) if names
    ]
    return f"{days}, {result['files']} files" + (f"; of them {' and '.join(others)}." if others else ", as they are now.")


def _survivors(survivors: Iterable[Recorded]) -> Iterator[Html]:
    for file, rows in groupby(survivors, lambda survivor: survivor["file"]):
        items = (
            spaced(tag("code", row["before"]), "became", tag("code", row["after"]), tag("span", row["reason"], cls="aside"))
            for row in rows
        )
        yield join((tag("p", tag("b", file)), listed(items, cls="survivors")))


def engines(record: Recorded) -> Html:
    """What each engine was asked, and that its answers were the same."""
    heads = ("Engine", "What it was asked", "Answers alike", "Different")
    head = tag("thead", tag("tr", *(tag("th", name, scope="col") for name in heads)))
    body = (
        tag(
            "tr", tag("th", row["engine"], scope="row"), tag("td", row["asked"], data_label="What it was asked"),
            tag("td", f"{row['count']:,}", data_label="Answers alike"), tag("td", "none", data_label="Different"),
        )
        for row in record["rows"]
    )
    of = "the core as it is in this build" if record["current"] else "an earlier state of the core"
    caption = tag("caption", f"Recorded on {date_text(record['date'])}, of {of}. Only a run without a difference is recorded.")
    return tag("table", caption, head, tag("tbody", *body), cls="figures stacks recorded")
