"""What deserves care: pitfalls as cards, recommendations in layers, and the defects of the source.

Cards are told apart by their icon's shape and by a word, never by colour alone.
"""

from __future__ import annotations

from collections.abc import Iterable

from guideline_core.model.guideline import Guideline
from guideline_core.model.statement import Defect, Pitfall, Recommendation

from .lookup import one_of
from .markup import Html, heading, join, link, rows, spaced, tag, unfolds, void
from .therapy import page_of
from .values import REGISTER, defect_marks, line_numbers, statement, statements

KINDS = {
    "timing": ("Timing", "M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18M12 7v5l3.5 2"),
    "monitoring": ("Monitoring", "M2.5 12C5 7.5 8.3 5.5 12 5.5s7 2 9.5 6.5C19 16.5 15.7 18.5 12 18.5S5 16.5 2.5 12M12 9.2a2.8 2.8 0 1 0 0 5.6a2.8 2.8 0 1 0 0-5.6"),
    "dosing": ("Dosing", "M12 4v16M5 20h14M4 8h16M4 8l-2 6h6L6 8M18 8l-2 6h6l-2-6"),
    "evidence": ("Evidence", "M4 20V4M4 20h16M8 16v-3M12.5 16V8M17 16v-5"),
}
"""The kinds of pitfall: the word on the card and the outline of its icon."""

SEVERITIES = {
    "A": "could harm if computed as written",
    "B": "contradictory or undefined",
    "C": "provenance or wording",
}


def pitfalls(guideline: Guideline, found: Iterable[Pitfall], here: bool = True) -> Html:
    """`here`: on the page of the therapy that they are about; elsewhere each says which."""
    cards = [_card(guideline, pitfall, "" if here else _about(guideline, pitfall)) for pitfall in found]
    return tag("div", *cards, cls="care") if cards else tag("p", "The source names no pitfall here.", cls="silent")


def _about(guideline: Guideline, pitfall: Pitfall) -> Html:
    names = join((link(page_of(guideline.therapies[id]), guideline.therapies[id].name) for id in pitfall.therapies), ", ")
    return tag("p", names, cls="care-about") if names else names


def _card(guideline: Guideline, pitfall: Pitfall, about: Html) -> Html:
    word, outline = KINDS[pitfall.kind]
    icon = tag("svg", void("path", d=outline), cls="care-icon", viewBox="0 0 24 24", width="22", height="22",
               aria_hidden="true", focusable="false")
    return tag(
        "article", tag("p", icon, word, cls="care-kind"),
        tag("div", about, tag("h3", pitfall.title), tag("p", pitfall.says, defect_marks(pitfall.defects) and " ", defect_marks(pitfall.defects)),
            unfolds("What it stands on", statements(pitfall.facts, guideline.sources))),
        cls=f"care-card care-{pitfall.kind}", id=pitfall.id,
    )


def recommendation(guideline: Guideline, given: Recommendation) -> Html:
    """What, how strong, why, on what evidence, from where; and what the source left out of it."""
    grade = given.grade
    past = f", superseded {grade.superseded}" if grade.superseded else ""
    strength = tag("span", f"{grade.strength} recommendation", cls="strength")
    layers = (
        ("How strong", spaced(strength, f"grade {grade.letter}, {grade.body} {grade.year}{past}")),
        ("Why", "The source gives no reason for it."),
        ("Evidence", f"Its quality is graded {grade.quality}."),
        ("Source", statement(given.fact, guideline.sources)),
        ("Left out", given.leaves_out and statements(given.leaves_out, guideline.sources)),
    )
    stale = " is-superseded" if grade.superseded else ""
    return tag("article", tag("p", given.says, cls="rec-says"), rows(layers, "glance"), cls=f"rec{stale}", id=given.id)


def defects_list(guideline: Guideline, severity: str) -> Html:
    """The defects of the source of one severity."""
    one_of(severity, SEVERITIES, "severity")
    found = (defect for defect in guideline.defects.values() if defect.severity == severity)
    return tag("div", *(defect_card(guideline, defect, severity=False) for defect in found), cls="defects")


def defect_card(guideline: Guideline, defect: Defect, severity: bool = True) -> Html:
    """One defect: what the source does, why it matters, what this site does about it, and what it touches."""
    parts = (
        ("In the source", defect.problem),
        ("Why it matters", defect.matters),
        ("Handled here", defect.handling),
        ("Touches", join((_touched(guideline, id) for id in defect.touches), ", ")),
    )
    said = [severity and tag("span", SEVERITIES[defect.severity], cls="severity"), line_numbers(defect.lines)]
    head = heading(3, defect.id, tag("code", defect.id), " ", defect.title)
    where = tag("p", join(said, ", "), cls="aside entry-where")
    return tag("article", head, where, rows(parts, "entry-rows"), cls=f"entry defect defect-{defect.severity.lower()}", data_defect=defect.id)


def _touched(guideline: Guideline, id: str) -> Html:
    if id in guideline.facts:
        return link(f"{REGISTER}#{id}", tag("code", id))
    return tag("code", id)
