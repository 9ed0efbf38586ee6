"""The registers: every fact, source, definition and criterion of the guideline, each with an anchor of its own."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote

from guideline_core.model.evidence import Citation, Confidence, Source
from guideline_core.model.fact import Fact
from guideline_core.model.guideline import Definition, Guideline
from guideline_core.model.readers import explain
from guideline_core.model.statement import Criterion
from guideline_core.model.therapy import Therapy

from .layers import by_layer, hidden_as
from .lookup import find
from .markup import Html, heading, join, link, listed, row, rows, spaced, tag, text, unfolds
from .values import REGISTER, SOURCES, TERMS, defect_mark, line_numbers, value_attributes

SAID = frozenset((
    "action", "all_of", "any_of", "components", "date", "drugs", "event", "joined", "kind", "members", "modal", "peers",
    "populations", "reasons", "share", "splenectomy_status", "spoken",
))
"""Details that the statement itself says in words; the exports carry them as codes."""

NAMES = {
    "age_threshold": "age", "ci": "interval printed", "doses_per_day": "doses a day", "longest": "longest course",
    "max": "maximum", "per": "for each", "renal_threshold": "limit for the kidneys", "trough": "trough level",
}
"""What a reader would call a detail whose name says little."""

ABSENT = "not given"
CODES = {"CR": "complete response", "IV": "into a vein", "PO": "by mouth", "SC": "under the skin"}

def register(guideline: Guideline) -> Html:
    """Every fact, in the files' order, under the clinical thing that it belongs to."""
    groups = _by_file(guideline)
    index = listed((link(f"#{key}", name) for key, (name, _) in groups.items()), cls="index")
    parts = (
        tag("section", heading(2, key, name), *(fact_entry(guideline, fact) for fact in facts))
        for key, (name, facts) in groups.items()
    )
    return tag("div", index, *parts, cls="register wide")


def fact_entry(guideline: Guideline, fact: Fact) -> Html:
    """One fact: what it says, its value, whose statement it is, how sure, and where it stands."""
    shown = tag("span", fact.reads, cls=f"v v-{fact.layer.value}", **value_attributes(fact))
    details = [(NAMES.get(name, name.replace("_", " ")), said) for name, said in fact.details if name not in SAID]
    parts = [
        ("Value", spaced(shown, f"({fact.absent})" if fact.value is None and fact.wording else "")),
        ("Details", text("; ".join(f"{name}: {CODES.get(said, said)}" for name, said in details if said != ABSENT))),
        ("Not given", text(", ".join(name for name, said in details if said == ABSENT))),
        ("Worded", fact.modality and text(fact.modality.word)),
        ("Grade", fact.grade and text(str(fact.grade))),
        ("How sure", text(fact.confidence.meaning)),
        ("From", join((tag("span", _citation(c, fact, guideline.sources), cls="line") for c in fact.citations))),
        ("Unclear", join((defect_mark(id) for id in fact.defects), " ")),
    ]
    what = tag("div", tag("p", fact.says, cls="entry-says"), cls="entry-what")
    facts = rows(parts, "entry-rows", data_search_exclude=True)
    layer = tag("span", fact.layer.value, cls=f"layer layer-{fact.layer.value}")
    head = heading(3, fact.id, tag("code", fact.id), " ", layer)
    return tag("article", head, what, facts, cls=f"entry entry-{fact.layer.value}", data_fact=fact.id,
               data_layer=hidden_as(guideline, fact))


def source_list(guideline: Guideline, kind: str) -> Html:
    """The works of one kind, each with what cites it; `unused` are those that are listed and used for no figure."""
    cited = _cited_by(guideline.facts.values())
    kinds: dict[str, list[Source]] = {}
    for source in guideline.sources.values():
        kinds.setdefault("unused" if source.unused else source.kind, []).append(source)
    return tag("div", *(_source(source, cited.get(source.id, ())) for source in find(kinds, kind, "kind of source")), cls="register")


def sources_of(guideline: Guideline, therapy: Therapy) -> Html:
    """The works that a therapy's facts stand on, with the places in them."""
    places: dict[str, dict[str | int, None]] = {}
    for fact in therapy.facts():
        for cite in fact.citations:
            places.setdefault(cite.source, {}).update(dict.fromkeys(cite.lines or (cite.locator,)))
    ordered = sorted(places, key=lambda id: list(guideline.sources).index(id))
    return listed((_short_source(guideline.sources[id], places[id]) for id in ordered), cls="works")


def definitions(guideline: Guideline) -> Html:
    """The terms that stand on facts, each with where its meaning comes from."""
    return _terms(guideline, (d for d in guideline.definitions.values() if d.facts))


def glossary(guideline: Guideline) -> Html:
    """The terms that are only explained."""
    return _terms(guideline, (d for d in guideline.definitions.values() if not d.facts))


def term(definition: Definition, words: str = "") -> Html:
    """A term in a sentence, a link to its meaning."""
    return link(f"{TERMS}#{definition.id}", words or definition.term, cls="term")


def criteria_list(guideline: Guideline) -> Html:
    """Each criterion: its condition in words, how it was read, and the statements that it stands on."""
    return tag("div", *(_criterion(guideline, c) for c in guideline.criteria.values()), cls="register criteria")


def _criterion(guideline: Guideline, criterion: Criterion) -> Html:
    used = [t for t in guideline.therapies.values() if criterion in t.criteria]
    parts = [
        ("Met where", text(explain(criterion.condition))),
        ("Read as", text(criterion.reading)),
        ("Bands", join((spaced(band.text, f"({explain(band.when)})") for band in criterion.bands), "; ")),
        ("For", join((link(f"{t.id}.html", t.name) for t in used), ", ")),
        ("Unclear", join((defect_mark(id) for id in criterion.defects), " ")),
    ]
    head = heading(3, criterion.key, tag("code", criterion.id), " ", criterion.label)
    body = rows(parts, "entry-rows")
    grounds = unfolds("What it stands on", by_layer(guideline, (*criterion.facts, *criterion.notes)))
    return tag("article", head, body, grounds, cls="entry", data_criterion=criterion.id)


HOMES = {
    "newer": "Newer guidance and drugs", "notes": "Weight", "questions": "Units", "scope": "Whom it speaks of",
    "tpo_receptor_agonists": "Thrombopoietin receptor agonists",
}
"""What a reader would call a file whose name says little."""


def _by_file(guideline: Guideline) -> dict[str, tuple[str, list[Fact]]]:
    """The facts by the file or folder that states them: its anchor, its name for a reader, its facts."""
    names = {_home(therapy.origin): therapy.name for therapy in guideline.therapies.values()}
    groups: dict[str, tuple[str, list[Fact]]] = {}
    for fact in guideline.facts.values():
        home = _home(fact.origin)
        name = names.get(home) or HOMES.get(home) or home.capitalize()
        groups.setdefault(f"of-{home.replace('_', '-')}", (name, []))[1].append(fact)
    return dict(sorted(groups.items(), key=lambda group: group[1][0].lower()))


def _home(origin: str) -> str:
    """"azathioprine" for a statement of therapies/azathioprine/evidence.py, "scope" for one of scope.py."""
    parts = origin.partition(".py")[0].split("/")[2:]
    return parts[1] if parts[0] == "therapies" else parts[0]


def _citation(cite: Citation, fact: Fact, sources: dict[str, Source]) -> Html:
    """A work and the place in it, with how sure the citation is where the fact's own row doesn't say so already."""
    source = sources[cite.source]
    name = link(f"{SOURCES}#{source.id}", f"{source.short}, {cite.locator}")
    marked = f"; source {'marker' if len(cite.markers) == 1 else 'markers'} " \
             f"{', '.join(f'[{m}]' for m in cite.markers)}, not resolvable" if cite.markers else ""
    seen = "" if cite.confidence in (fact.confidence, Confidence.SITE) else f" ({cite.confidence.meaning})"
    return join([name, marked, seen])


def _source(source: Source, cited_by: Iterable[str]) -> Html:
    cited_by = tuple(cited_by)
    said = [
        source.published or (str(source.year) if source.year else ""),
        source.superseded and tag("b", f"superseded {source.superseded}"),
        source.doi and spaced("doi", _doi(source.doi), _doubt(source)),
        source.address and tag("span", source.address, cls="address"),
        source.confidence is not Confidence.SITE and f"citation: {source.confidence.meaning}",
    ]
    used = tag("details", tag("summary", f"Cited by {len(cited_by)} {'fact' if len(cited_by) == 1 else 'facts'}"),
               join((link(f"{REGISTER}#{id}", tag("code", id)) for id in cited_by), " "), data_search_exclude=True) if cited_by else \
        tag("p", source.unused or "Cited by no statement; see what is unclear in the source.", cls="aside")
    return tag(
        "article", tag("h3", _title(source), id=source.id), tag("p", source.authors, cls="authors"),
        tag("p", join(said, "; "), cls="aside"), source.note and tag("p", source.note, cls="entry-note"), used,
        cls="entry work", data_source=source.id,
    )


def _title(source: Source) -> str:
    """Brackets around the whole say that it is no work's own title; the page shows them no more than a reader wants them."""
    return source.title[1:-1] if source.title.startswith("[") and source.title.endswith("]") else source.title


def _doi(doi: str) -> Html:
    """The one link that leaves the site: a reader may follow it, and the other site isn't told from where."""
    return link(f"https://doi.org/{quote(doi)}", doi, cls="address", rel="external noreferrer")


def _short_source(source: Source, places: Iterable[str | int]) -> Html:
    title, name = _title(source), source.short
    named = title if title.startswith(name) else f"{name[0].upper()}{name[1:]}"
    said = "" if named == title else tag("span", title if title[-1] in ".?)" else f"{title}.", cls="work-title")
    end = source.superseded and tag("b", f"superseded {source.superseded}")
    return spaced(link(f"{SOURCES}#{source.id}", named), said, end, tag("span", _places(places), cls="aside"))


def _places(places: Iterable[str | int]) -> str:
    """"lines 20, 39, 41" where they are numbers of lines; else as they are."""
    lines = sorted(place for place in places if isinstance(place, int))
    return "; ".join(filter(None, [line_numbers(lines), *(place for place in places if isinstance(place, str))]))


def _terms(guideline: Guideline, found: Iterable[Definition]) -> Html:
    return tag("dl", *(_term(guideline, d) for d in sorted(found, key=lambda d: d.term.lower())), cls="ledger terms")


def _term(guideline: Guideline, definition: Definition) -> Html:
    said_already = f"{definition.term} {definition.means}".lower()
    others = [name for name in (*definition.spellings, *definition.also) if name.lower() not in said_already]
    also = others and tag("p", "Also: ", ", ".join(others), cls="aside")
    said = definition.facts and by_layer(guideline, definition.facts)
    return row(definition.term, join([tag("p", definition.means), said, also]), id=definition.id)


def _cited_by(facts: Iterable[Fact]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for fact in facts:
        for id in dict.fromkeys(c.source for c in fact.citations):
            found.setdefault(id, []).append(fact.id)
    return found


def _doubt(source: Source) -> str:
    sure = source.doi_confidence or source.confidence
    return f"({sure.meaning})" if sure is not Confidence.V else ""
