"""Immune thrombocytopenia: immunosuppressants and their alternatives. Data only; the engine does the computing."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from ..model.check import check
from ..model.fact import Fact
from ..model.guideline import Guideline, Note
from ..model.origin import broken
from ..model.statement import Criterion, Gate, Pitfall, Recommendation
from . import newer, notes  # read for the facts that they state
from .consistency import RULES
from .defects import DEFECTS
from .definitions import DEFINITIONS
from .first_line import therapy as first_line
from .formulas import DERIVED, bsa_du_bois, bsa_mosteller
from .glossary import GLOSSARY
from .hazards import HAZARDS
from .history import EDITION
from .plain import WORDS
from .plan import rules as plan
from .questions import QUESTIONS
from .response import phases, rules
from .scope import COMMON_GATES
from .sources import SOURCES
from .splenectomy import therapy as splenectomy
from .stances import STANCES
from .therapies import MEDICINES


def _stated(kind: type) -> Iterator:
    """Every statement of a kind in this folder's files, once each, in the order in which the files are read."""
    seen: dict[int, object] = {}
    modules = [module for name, module in sys.modules.items() if name.startswith(f"{__name__}.")]
    for module in modules:
        for value in vars(module).values():
            for item in value if isinstance(value, tuple) else (value,):
                if isinstance(item, kind):
                    seen[id(item)] = item
    return iter(seen.values())


def _by_id(items) -> dict:
    found: dict[str, object] = {}
    for item in items:
        if found.get(item.id, item) is not item:
            raise broken(f"the id {item.id!r} is given twice", "Give one of the two another", getattr(item, "origin", ""))
        found[item.id] = item
    return found


THERAPIES = (*MEDICINES, splenectomy, first_line)
GUIDELINE = Guideline(
    title="Immunosuppressants and their alternatives in immune thrombocytopenia",
    edition=EDITION,
    facts=_by_id(_stated(Fact)),
    sources=_by_id(SOURCES),
    questions=_by_id(QUESTIONS),
    derived=_by_id(DERIVED),
    inconsistencies=RULES,
    common_gates=COMMON_GATES,
    gates=tuple(_stated(Gate)),
    criteria=_by_id(sorted((c for c in _stated(Criterion) if c is not phases), key=lambda c: int(c.id[1:]))),
    therapies=_by_id(THERAPIES),
    pitfalls=_by_id((*_stated(Pitfall), *(p for t in THERAPIES for p in t.pitfalls))),
    recommendations=tuple(_stated(Recommendation)),
    defects=_by_id(DEFECTS),
    definitions=_by_id((*DEFINITIONS, *GLOSSARY)),
    phases=phases,
    response=rules,
    plan=plan,
    plain=WORDS,
    surface=(bsa_mosteller, bsa_du_bois),
    notes=tuple(_stated(Note)),
    hazards=HAZARDS,
    stances=STANCES,
)
check(GUIDELINE)
