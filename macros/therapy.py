"""A therapy's page, part by part, in the order in which every therapy reads."""

from __future__ import annotations

from collections.abc import Iterable

from guideline_core.model.evidence import Layer
from guideline_core.model.fact import Fact
from guideline_core.model.guideline import Guideline
from guideline_core.model.quantity import UNITS
from guideline_core.model.statement import Gate
from guideline_core.model.therapy import Basis, Monitoring, Regimen, Therapy

from .layers import by_layer
from .markup import Html, and_list, join, link, listed, row, rows, spaced, tag, text, unfolds
from .values import REGISTER, defect_mark, defect_marks, marked, statement, value

SILENT = {
    "place": "The source gives it no place of its own.",
    "onset": "The source gives no time to response.",
    "efficacy": "The source gives nothing more.",
    "avoid": "The source names nobody who should not have it.",
    "safety": "The source says nothing on its safety.",
    "stop": "The source gives no point at which to stop.",
    "newer": "Nothing newer was found.",
}
"""The lists of a therapy that `facts_list` shows, each with what to say where it is empty."""

MORE = {
    "evidence": "Evidence", "avoid": "Who should not have it", "pitfalls": "Pitfalls", "unclear": "Unclear in the source",
    "newer": "Newer guidance", "sources": "Sources",
}
"""The parts of a page that its card doesn't sum up, and leads to."""


TOLD_IN = {"regimens": "each regimen", "stop": "when to stop", "avoid": "who should not have it", "safety": "harms and warnings"}
"""Parts where a statement on what to watch may stand already."""


def glance(guideline: Guideline, therapy: Therapy) -> Html:
    """The card at the top: place, dose, when to judge, what before, what to watch, when to stop. Its names lead to the parts."""
    parts = (
        ("place", "Place", place_line(guideline, therapy)),
        ("dose", "Dose", doses(therapy)),
        ("onset", "Judge at", judge(therapy)),
        ("before", "Before", before(guideline, therapy)),
        ("monitoring", "Watch", _watch(therapy)),
        ("stop", "Stop", _stop(guideline, therapy)),
        ("", "More", tag("p", join((link(f"#{part}", words) for part, words in MORE.items()), " "), cls="parts")),
    )
    return rows(((part and link(f"#{part}", name) or name, said) for part, name, said in parts), "glance")


def facts_list(guideline: Guideline, therapy: Therapy, part: str) -> Html:
    """One part of a therapy as statements, or the plain word that the source is silent."""
    facts = getattr(therapy, part)
    told = facts if part == "newer" else [fact for fact in facts if fact.layer is Layer.SOURCE]
    silent = "" if told else SILENT[part]
    return join([silent and _silence(silent), facts and by_layer(guideline, facts)])


def monitoring(guideline: Guideline, therapy: Therapy) -> Html:
    """What to watch: what the source says on it, then what others add."""
    if not therapy.monitoring:
        return _silence("The source names nothing to watch.")
    told = _told(therapy)
    return tag("dl", *(_watched(guideline, watch, told) for watch in therapy.monitoring), cls="ledger")


def gates(guideline: Guideline, therapy: Therapy) -> Html:
    """The questions that must be answered before a dose is shown: the therapy's own in full, then the common ones."""
    own = therapy.gates and tag("dl", *(_gate(gate) for gate in therapy.gates), cls="ledger gates")
    return join([own, tag("p", "As for every dose: ", gate_links(guideline.common_gates), ".")])


def page_of(therapy: Therapy, part: str = "") -> str:
    """The address of a therapy's page, or of one part of it."""
    return f"{therapy.id}.html" + (f"#{part}" if part else "")


def dose_line(regimen: Regimen, stands: Html = Html()) -> Html:
    """A regimen on one line: the dose, its route, where it stands, its limits."""
    dose = regimen.dose
    limits = []
    if regimen.cap:
        limits.append(spaced("never above", value(regimen.cap)))
    if regimen.must_fit:
        limits.append(spaced("only where it lies inside", value(regimen.must_fit)))
    how = join([regimen.route, "" if _says_how_often(dose) else regimen.per], ", ")
    return spaced(join([spaced(dose_value(regimen), how, stands), *limits], ", "), defect_marks(regimen.defects))


def dose_value(regimen: Regimen, opens: bool = False) -> Html:
    """The dose as the source has it; where its ends are no range, each by its name. `opens`: a sentence begins with it."""
    dose, (first, last) = regimen.dose, regimen.ends
    if not first:
        return value(dose)
    return join([spaced(first.capitalize() if opens else first, value(dose, "low")), spaced(last, value(dose, "high"))], ", ")


def place_line(guideline: Guideline, therapy: Therapy) -> Html:
    """The first statement on its place, with its grade or licence beside it."""
    first, *others = therapy.place
    short = [(value(fact, mark=False), fact) for fact in others if fact.grade or fact.topic == "licence"]
    return join([statement(first, guideline.sources), short and tag("p", marked(short, "; "), cls="aside")])


def doses(therapy: Therapy) -> Html:
    lines = [dose_line(regimen) for regimen in therapy.regimens if regimen.basis is not Basis.NONE]
    if not lines:
        return spaced(therapy.no_dose, defect_marks(d for r in therapy.regimens for d in r.defects))
    return lines[0] if len(lines) == 1 else listed(lines, cls="plain")


def judge(therapy: Therapy, silent: str = SILENT["onset"]) -> Html:
    """When to judge it: by the source's own words, else by others', after saying that the source is silent."""
    timed = [fact for fact in therapy.stop if is_time(fact) and fact.layer is Layer.SOURCE] or [f for f in therapy.onset if f.layer is Layer.SOURCE]
    if timed:
        return join((value(fact) for fact in timed), ", ")
    added = [value(fact) for fact in therapy.onset if is_time(fact)]
    return spaced(text(silent), added and spaced("Elsewhere:", and_list(added)))


def before(guideline: Guideline, therapy: Therapy) -> Html:
    """What has to be asked before a dose: the therapy's own gates, then those of every dose."""
    common = tag("p", "As for every dose: ", gate_links(guideline.common_gates), cls="aside")
    return join([gate_links(therapy.gates), has_dose(therapy) and common])


def notes_here(therapy: Therapy, regimen: Regimen) -> list[Fact]:
    """What goes with a regimen beside its dose, save the warnings, which have a part of their own."""
    return [note for note in regimen.notes if note not in (*therapy.avoid, *therapy.safety)]


def has_dose(therapy: Therapy) -> bool:
    return any(regimen.basis is not Basis.NONE for regimen in therapy.regimens)


def gate_links(gates: Iterable[Gate]) -> Html:
    gates = tuple(gates)
    named = ((_linked(in_row(gate.label, at), gate.facts[0], data_gate=gate.id), gate.facts[0]) for at, gate in enumerate(gates))
    return marked(named, _between(gate.label for gate in gates))


def _between(labels: Iterable[str]) -> str:
    """What stands between labels in a row: more than a comma where one of them has a comma of its own."""
    return "; " if any("," in label for label in labels) else ", "


def in_row(words: str, at: int) -> str:
    """A label as it stands in a row of them: small after the first, unless it is an abbreviation."""
    return words[0].lower() + words[1:] if at and not words[1:2].isupper() else words


def _watch(therapy: Therapy) -> Html:
    named = [(_linked(in_row(watch.what, at), fact, data_fact=fact.id), fact) for at, watch in enumerate(therapy.monitoring)
             for fact in (watch.facts or watch.adds)[:1]]
    return marked(named, _between(watch.what for watch in therapy.monitoring)) or text("The source names nothing to watch.")


def _linked(words: str, fact: Fact, **attributes: str) -> Html:
    return link(f"{REGISTER}#{fact.id}", words, cls=f"v v-{fact.layer.value}", **attributes)


def _stop(guideline: Guideline, therapy: Therapy) -> Html:
    rules = [fact for fact in therapy.stop if not is_time(fact)] or list(therapy.stop)
    return join((statement(fact, guideline.sources) for fact in rules), " ") or text(_no_stop(therapy))


def _no_stop(therapy: Therapy) -> str:
    return "There is nothing to stop: it is an operation." if therapy.kind == "operation" else SILENT["stop"]


def _told(therapy: Therapy) -> dict[str, str]:
    """The ids of statements that the page makes elsewhere, each with the part where it stands."""
    parts = {
        "regimens": (note for regimen in therapy.regimens for note in notes_here(therapy, regimen)),
        "stop": therapy.stop, "avoid": therapy.avoid, "safety": therapy.safety,
    }
    return {fact.id: part for part, facts in parts.items() for fact in facts}


def _watched(guideline: Guideline, watch: Monitoring, told: dict[str, str]) -> Html:
    said = by_layer(guideline, watch.facts) if watch.facts else _silence("The source doesn't name it.")
    adds = [fact for fact in watch.adds if fact.id not in told]
    parts = dict.fromkeys(told[fact.id] for fact in watch.adds if fact.id in told)
    more = parts and tag("p", spaced("More under", and_list(link(f"#{part}", TOLD_IN[part]) for part in parts)), cls="aside")
    return row(watch.what, join([said, adds and by_layer(guideline, adds, "facts facts-added"), more]))


def _gate(gate: Gate) -> Html:
    opens = tag("p", spaced(tag("b", "Needed:"), gate.opens, defect_marks(gate.defects)))
    texts = (("If so:", gate.closed), ("If not known:", gate.unanswered), ("Rests on:", value(gate.facts[0])))
    lines = listed((spaced(tag("b", name), said) for name, said in texts), cls="plain")
    return row(gate.label, join([opens, unfolds("Why", lines)]), data_gate=gate.id)


def is_time(fact: Fact) -> bool:
    return fact.value is not None and UNITS[fact.value.unit].base == "d"


def _says_how_often(dose: Fact) -> bool:
    return dose.value is not None and dose.value.unit.rpartition("/")[2] in ("d", "wk")


def _silence(words: str) -> Html:
    return tag("p", words, cls="silent")


def defects_of(guideline: Guideline, therapy: Therapy) -> Html:
    """What is unclear in the source on this therapy, in one line each."""
    found = (guideline.defects[id] for id in therapy.defects)
    return listed((spaced(defect_mark(defect.id), defect.title) for defect in found), cls="plain defect-lines")
