"""The section in plain words: the core's facts as people who live with ITP would say them, each with its origin."""

from __future__ import annotations

from collections.abc import Iterable

from guideline_core.model.fact import Fact
from guideline_core.model.guideline import Guideline
from guideline_core.model.therapy import Regimen, Therapy

from .lookup import UnknownName, find
from .markup import Html, join, link, listed, rows, spaced, tag, void
from .therapy import page_of
from .values import statement

SILENT = {"when": "The source gives no time.", "checks": "The source names nothing to check."}


def plain(guideline: Guideline, id: str) -> Html:
    """One fact in plain words."""
    words = find(guideline.plain, id, "fact with plain words")
    return statement(guideline.facts[id], guideline.sources, words)


def plain_list(guideline: Guideline, ids: Iterable[str]) -> Html:
    return listed((plain(guideline, id) for id in ids), cls="facts plain-facts")


def plain_by_medicine(guideline: Guideline, ids: Iterable[str]) -> Html:
    """Facts under the name of the medicine that each belongs to, or of the medicines that share it."""
    found: dict[str, list[str]] = {}
    for id in ids:
        names = [t.name for t in guideline.therapies.values() if any(fact.id == id for fact in _of_its_own(t))]
        if not names:
            raise UnknownName(f"“{id}” belongs to no medicine: write plain_list(“{id}”)")
        found.setdefault("; ".join(names), []).append(id)
    return rows(((name, plain_list(guideline, group)) for name, group in found.items()), "plain-card")


def plain_medicine(guideline: Guideline, therapy: Therapy) -> Html:
    """What is said of one medicine in plain words, by what a person asks; each fact once."""
    said: set[str] = set()

    def words(*parts: Iterable[Fact]) -> Html:
        ids = [fact.id for part in parts for fact in part if fact.id in guideline.plain and fact.id not in said]
        said.update(ids)
        return plain_list(guideline, dict.fromkeys(ids)) if ids else Html()

    elsewhere = (*therapy.avoid, *therapy.safety)
    taken = [fact for fact in _of_the_dose(therapy) if fact not in elsewhere]
    pairs = (
        ("Who it is for", words(therapy.place)),
        ("How it is taken", join([_taken(therapy.regimens), words(taken)])),
        ("When you will know", words(therapy.onset, therapy.stop) or tag("p", SILENT["when"], cls="silent")),
        ("And then", words(therapy.efficacy)),
        ("What is checked", words(_watched(therapy)) or tag("p", SILENT["checks"], cls="silent")),
        ("Who shouldn't have it, and with what", words(therapy.avoid)),
        ("Known harms", words(therapy.safety, (fact for row in therapy.evidence for fact in row.leaves_out))),
    )
    more = tag("p", link(page_of(therapy), f"{therapy.name}: the page for professionals"), cls="plain-more")
    return join([rows(pairs, "plain-card", data_therapy=therapy.id), more])


def _taken(regimens: Iterable[Regimen]) -> Html:
    """The ways in which it is given, without an amount."""
    ways = dict.fromkeys(f"{r.route}, {r.per}" if r.gives.endswith(("/d", "/wk")) else r.route for r in regimens)
    return tag("p", " Or ".join(f"{way[:1].upper()}{way[1:]}." if not n else f"{way}." for n, way in enumerate(ways)))


def _of_the_dose(therapy: Therapy) -> list[Fact]:
    found = (f for r in therapy.regimens for f in (r.count, r.interval, r.course, *r.notes) if f)
    return list(dict.fromkeys(found))


def _watched(therapy: Therapy) -> list[Fact]:
    return [fact for watch in therapy.monitoring for fact in (*watch.facts, *watch.adds)]


def _of_its_own(therapy: Therapy) -> Iterable[Fact]:
    """What is said of this medicine, and not of a rule that it shares with others."""
    return (*therapy.place, *_of_the_dose(therapy), *therapy.onset, *therapy.efficacy, *therapy.avoid, *_watched(therapy),
            *therapy.safety, *therapy.stop)


def audience() -> Html:
    """Asks once what describes the reader best. Two links without script; with it a choice that can be remembered."""
    ways = (
        ("professional", "index.html#tasks", "I treat people with ITP", "The guideline, its doses and its criteria"),
        ("plain", "plain-words.html", "I live with ITP", "The same facts in plain words, and questions to ask"),
    )
    links = (link(address, tag("b", who), " ", what, data_audience=name) for name, address, who, what in ways)
    keep = tag("label", void("input", type="checkbox", autocomplete="off"), tag("span", "Remember this in my browser"),
               cls="audience-keep", hidden=True)
    forget = tag("p", "Your browser remembers that you chose this. ", tag("button", "Forget it", type="button"),
                 cls="audience-kept", hidden=True, role="status")
    return tag("div", tag("itp-audience", tag("p", "What describes you best?", cls="audience-asks"),
                          listed(links, cls="audience-ways"), keep, forget), cls="audience wide", data_search_exclude=True)


def emergency(guideline: Guideline) -> Html:
    """What stands at the head of each page of the section."""
    return tag("div", tag("p", tag("b", "Bleeding badly now? "), plain(guideline, "site-emergency-stop")), cls="plain-emergency")


def back(guideline: Guideline) -> Html:
    """Whose words these are, at the foot of each page of the section."""
    return tag("p", spaced("These are the facts of the guideline for professionals, in other words. None is changed.",
                           "No doctor has checked them. Talk to your team before you change anything."), cls="plain-foot")
