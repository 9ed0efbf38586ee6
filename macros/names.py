"""The names that a page can call, over one guideline. The catalogue with examples stands in `macros/__init__.py`."""

from __future__ import annotations

from collections.abc import Callable
from importlib.util import find_spec

from guideline_core.model.guideline import Guideline
from publish import records
from publish.proof import properties

from . import care, checks, doses, evidence, layers, notices, options, pathway, plain, planner, recorded, register, speed, therapy, values
from .lookup import find, one_of
from .pictures import dose as dose_drawn
from .pictures import monitoring as monitoring_drawn
from .pictures import time as time_drawn


def macros_of(guideline: Guideline) -> dict[str, Callable[..., str]]:
    """Every macro, by the name that a page calls."""

    def fact(id):
        return find(guideline.facts, id, "fact")

    def medicine(id):
        return find(guideline.therapies, id, "therapy")

    # one statement

    def v(id, end="", mark=True):
        return values.value(fact(id), end, mark)

    def says(id):
        return values.statement(fact(id), guideline.sources)

    def cite(id):
        return values.citation(fact(id), guideline.sources)

    def term(id, words=""):
        return register.term(find(guideline.definitions, id, "definition"), words)

    def defect(id):
        return values.defect_mark(find(guideline.defects, id, "defect").id)

    # a therapy

    def glance(id):
        return therapy.glance(guideline, medicine(id))

    def dose_facts(id):
        return doses.dose_facts(guideline, medicine(id))

    def dose_table(id):
        return doses.dose_table(guideline, medicine(id))

    def dose_pictures(id, here=True):
        return dose_drawn.dose_pictures(guideline, medicine(id), here)

    def time_picture(id):
        return time_drawn.time_picture(guideline, medicine(id))

    def monitoring_picture(id):
        return monitoring_drawn.monitoring_picture(guideline, medicine(id))

    def facts_list(id, part):
        return therapy.facts_list(guideline, medicine(id), one_of(part, therapy.SILENT, "part of a therapy"))

    def statements(*ids):
        return layers.by_layer(guideline, [fact(id) for id in ids])

    def monitoring(id):
        return therapy.monitoring(guideline, medicine(id))

    def gates(id):
        return therapy.gates(guideline, medicine(id))

    def evidence_of(id):
        return evidence.evidence(guideline, medicine(id))

    def sources_of(id):
        return register.sources_of(guideline, medicine(id))

    def defects_of(id):
        return therapy.defects_of(guideline, medicine(id))

    def topic(name):
        return notices.topic(guideline, name)

    # what deserves care

    def pitfalls(of=""):
        """Those of a therapy, of a kind, or all."""
        every = tuple(guideline.pitfalls.values())
        if of in guideline.therapies:
            return care.pitfalls(guideline, guideline.therapies[of].pitfalls)
        if not of or of in care.KINDS:
            found = tuple(pitfall for pitfall in every if of in ("", pitfall.kind))
        else:
            found = (find(guideline.pitfalls, of, "pitfall, therapy or kind of pitfall"),)
        return care.pitfalls(guideline, found, here=False)

    def recommendation(id):
        return care.recommendation(guideline, find({r.id: r for r in guideline.recommendations}, id, "recommendation"))

    def defect_card(id):
        return care.defect_card(guideline, find(guideline.defects, id, "defect"))

    # the same in plain words

    def plain_words(id):
        return plain.plain(guideline, id)

    def plan_picture(id):
        return planner.plan_picture(guideline, find({r.id: r for _, r in guideline.regimens()}, id, "regimen"))

    def plain_list(*ids):
        return plain.plain_list(guideline, ids)

    def plain_by_medicine(*ids):
        return plain.plain_by_medicine(guideline, ids)

    def plain_medicine(id):
        return plain.plain_medicine(guideline, medicine(id))

    # the whole

    whole = {
        "defects_list": lambda severity: care.defects_list(guideline, severity),
        "register": lambda: register.register(guideline),
        "source_list": lambda kind: register.source_list(guideline, kind),
        "definitions": lambda: register.definitions(guideline),
        "glossary": lambda: register.glossary(guideline),
        "criteria_list": lambda: register.criteria_list(guideline),
        "emergency": lambda: plain.emergency(guideline),
        "plain_foot": lambda: plain.back(guideline),
        "audience": plain.audience,
        "plan_tables": lambda: planner.plan_tables(guideline),
        "pathway_diagram": lambda: pathway.pathway_diagram(guideline),
        "options_table": lambda: options.options_table(guideline),
        "time_table": lambda: time_drawn.time_side_by_side(guideline),
        "dose_gallery": lambda: dose_drawn.dose_gallery(guideline),
        "evidence_table": lambda: options.evidence_side_by_side(guideline),
        "open_points": lambda: notices.topic(guideline, "open point"),
        "legend": notices.legend,
        "hazards": lambda: notices.hazards(guideline),
        "edition": lambda: notices.edition_card(guideline.edition),
        "counts": lambda: checks.counts(guideline),
        "proofs": lambda: checks.proofs(properties()),
        "mistakes": lambda: recorded.mistakes(records.of_facts(), records.of_all_code()),
        "engines": lambda: recorded.engines(records.of_engines()),
        **{macro.__name__: macro for macro in (
            speed.speed_ratios, speed.speed_starts, speed.speed_sizes, speed.speed_rest, speed.speed_growth, speed.speed_tried, speed.speed_machine,
        )},
    }
    one = (v, says, cite, term, defect, glance, dose_facts, dose_table, dose_pictures, time_picture, monitoring_picture,
           facts_list, statements, monitoring, gates, sources_of, defects_of, pitfalls, recommendation, defect_card,
           topic, plain_list, plain_by_medicine, plain_medicine, plan_picture)
    found = {macro.__name__: macro for macro in one} | {"evidence": evidence_of, "plain": plain_words} | whole
    if find_spec("macros.forms"):
        from .forms import calculator

        found["calculator"] = calculator
    return found
