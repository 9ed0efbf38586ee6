"""The checks of this very build: what was counted, what was proved, and the button that proves it again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from guideline_core.model.evidence import Layer
from guideline_core.model.guideline import Guideline

from .markup import Html, heading, join, listed, rows, tag

Proved = Mapping[str, object]


def counts(guideline: Guideline) -> Html:
    """What this edition holds, counted as the page was built."""
    layers = {layer: sum(f.layer is layer for f in guideline.facts.values()) for layer in Layer}
    gates = len(guideline.common_gates) + sum(len(t.gates) for t in guideline.therapies.values())
    return rows(
        (
            ("Facts", f"{len(guideline.facts)}: " + ", ".join(f"{n} {layer.value}" for layer, n in layers.items())),
            ("Rules", f"{len(guideline.criteria)} criteria and {gates} safety gates over {len(guideline.questions)} questions"),
            ("Defects", f"{len(guideline.defects)} of the source, each with its handling"),
            ("Sources", f"{len(guideline.sources)}"),
        ),
        "ledger",
    )


def proofs(proved: Iterable[Proved]) -> Html:
    """Each property with its counts, why they suffice, and an example; and the way to prove it again in the page."""
    items = (_proof(each) for each in proved)
    run = tag("button", "Prove it all again, in this page", type="button", cls="proofs-run", hidden=True)
    stop = tag("button", "Stop", type="button", cls="proofs-stop", hidden=True)
    walked = sum(each["walked"] for each in proved)
    bar = tag("progress", value="0", max=str(walked), cls="proofs-bar", hidden=True, aria_label="Classes visited again")
    count = tag("span", cls="proofs-count", hidden=True)
    said = tag("p", cls="proofs-said", role="status")
    element = tag("itp-proofs", tag("div", run, stop, bar, count, said, cls="proofs-again"), *items, cls="proofs")
    # Markdown takes an element that it does not know for words of a sentence.
    return tag("div", element)


def _proof(proved: Proved) -> Html:
    failed = proved["counterexamples"]
    word = "fails" if failed else "holds"
    visited = "all were visited" if proved["walked"] == proved["covered"] else f"{proved['walked']:,} were visited, and decide the rest"
    result = tag("p", tag("b", word.capitalize()), f" for {proved['covered']:,} classes of patients; {visited}.", cls="proof-result")
    parts = [
        heading(3, f"proof-{proved['id']}", proved["sentence"]),
        result,
        tag("p", cls="proof-again", hidden=True),
        *(_found(each) for each in failed),
        _folded("Why these are enough", tag("p", proved["argument"])),
    ]
    if proved["examples"]:
        parts.append(_folded("Patients that it speaks about", join(map(_found, proved["examples"]))))
    if proved["listed"]:
        parts.append(_folded(f"As it is on purpose: {len(proved['listed'])}", join(map(_found, proved["listed"]))))
    data = {"data_property": proved["id"], "data_covered": proved["covered"], "data_walked": proved["walked"]}
    return tag("section", *parts, cls="proof", data_result=word, **data)


def _folded(name: str, content: Html) -> Html:
    return tag("details", tag("summary", name), content)


def _found(found: Proved) -> Html:
    answers = listed(found["answers"], cls="proof-answers") if found["answers"] else ""
    return tag("div", tag("p", tag("b", found["subject"]), ": ", found["text"].removesuffix("."), "."), answers, cls="proof-found")
