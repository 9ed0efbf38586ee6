"""Results that take too long for a build. Each says when it was recorded, and whether it speaks of what is built here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from itertools import groupby

from guideline_core.model.quantity import floor_to, number_text

from .markup import Html, join, listed, spaced, tag, unfolds
from .notices import date_text

Recorded = Mapping[str, object]

OF = {True: "of the core as it is now", False: "of an earlier state of the core"}
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
    return join((table, unfolds(f"Changes of code that nothing noticed, each with its reason: {len(survivors)}", *_survivors(survivors)) if survivors else ""))


def _row(what: str, more: str, result: Recorded, when: object) -> Html:
    return tag(
        "tr", tag("th", spaced(tag("b", what), tag("span", more, cls="aside")), scope="row"),
        tag("td", _tried(result), data_label="Changes"), tag("td", _share(result), data_label="Noticed"),
        tag("td", when, data_label="Recorded"),
    )


def _tried(result: Recorded) -> str:
    tried, made = result["mutants"], result.get("made", result["mutants"])
    return f"{tried:,}" if tried == made else f"{tried:,} of {made:,}, evenly chosen"


def _share(result: Recorded) -> str:
    """Rounded down: a share that isn't whole never reads as if it were."""
    if not result["mutants"]:
        return "none tried yet"
    share = floor_to(Fraction(result["killed"], result["mutants"]) * 100, Fraction(1, 10))
    return f"{result['killed']:,} ({number_text(share)}%)"


def _when_code(result: Recorded) -> str:
    if not result["dates"]:
        return "Not yet."
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
        yield join((tag("p", file, cls="survivors-of"), listed(items, cls="survivors")))


def engines(told: Iterable[Recorded]) -> Html:
    """What each engine was asked, and that its answers were the same."""
    heads = ("Engine", "What it was asked", "Alike", "Recorded")
    head = tag("thead", tag("tr", *(tag("th", name, scope="col") for name in heads)))
    body = (
        tag(
            "tr", tag("th", row["engine"], scope="row"), tag("td", row["asked"], data_label="What it was asked"),
            tag("td", f"{row['count']:,}", data_label="Alike"),
            tag("td", f"{date_text(row['date'])}, {OF[row['current']]}", data_label="Recorded"),
        )
        for row in told
    )
    caption = tag("caption", "Only a run without a single difference is recorded.")
    return tag("table", caption, head, tag("tbody", *body), cls="figures stacks recorded")
