"""What each calculator asks, found in the core: the questions that its conditions, its arithmetic and its notes read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from guideline_core.itp import GUIDELINE
from guideline_core.itp.questions import GROUPS
from guideline_core.model.condition import Term
from guideline_core.model.derived import Derived
from guideline_core.model.guideline import Note
from guideline_core.model.question import Question
from guideline_core.model.readers import terms
from guideline_core.model.therapy import Basis, Regimen, Therapy

from .lookup import UnknownName

NOTES_ONLY = "More questions, for notes beside the dose"
"""The group of questions that change what is said beside a dose, and no dose."""


FOR_THE_DOSE = "More questions, for the dose beside the dates"
FOR_THE_CLOCK = "Azathioprine so far, for its time to judge"
NOTES_BESIDE = "More questions, for notes beside the result"
FOLDED = (NOTES_ONLY, NOTES_BESIDE, FOR_THE_CLOCK, FOR_THE_DOSE)
"""Groups that stay closed until a reader wants them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One calculator. `asks` are its questions by group; `level` is that of its headings on the page.

    Where a reader may choose one medicine, `needs` says which questions each one needs.
    """

    id: str
    call: str
    title: str
    does: str
    without: str
    asks: dict[str, tuple[Question, ...]]
    level: int
    therapy: str = ""
    needs: Mapping[str, frozenset[str]] = field(default_factory=dict)


def dose_of(therapy: Therapy) -> Form:
    if not _is_dosed(therapy):
        raise UnknownName(f"the source gives no dose for “{therapy.id}”: there is nothing to work out")
    sized = any(regimen.basis in (Basis.WEIGHT, Basis.SURFACE) for regimen in therapy.regimens)
    return Form(
        id=f"dose-{therapy.id}", call="dose", therapy=therapy.id, level=3, title=f"{therapy.name}: the dose for one patient",
        does=f"Works out the dose of {therapy.name.lower()} for one patient, step by step.",
        without="The table of doses on this page can be read without it." if sized else
        "What the source says on the dose stands in words on this page.",
        asks=_with_notes(
            _dose_terms((therapy,)), (note for note in GUIDELINE.notes if therapy.id in note.therapies), grouped=False
        ),
    )


def dose() -> Form:
    return Form(
        id="dose", call="dose", level=2, title="Doses for one patient",
        does="Works out every dose of this guideline for one patient, step by step.",
        without="Each medicine's own page has its doses in words, and a table of doses by weight or body surface.",
        asks=_with_notes(_dose_terms(GUIDELINE.therapies.values()), GUIDELINE.notes, grouped=True),
        needs={therapy.id: _needed(therapy) for therapy in GUIDELINE.therapies.values() if _is_dosed(therapy)},
    )


def _is_dosed(therapy: Therapy) -> bool:
    return any(regimen.basis is not Basis.NONE for regimen in therapy.regimens)


def _needed(therapy: Therapy) -> frozenset[str]:
    """What the dose of one therapy and the notes beside it read."""
    notes = (note for note in GUIDELINE.notes if not note.therapies or therapy.id in note.therapies)
    found = [*_dose_terms((therapy,)), *(term for note in notes for term in terms(note.when))]
    return frozenset(question.id for question in questions_behind(found))


def eligibility() -> Form:
    found = [term for _, condition in GUIDELINE.conditions() for term in terms(condition)]
    therapies = tuple(GUIDELINE.therapies.values())
    criteria = (GUIDELINE.phases, *(criterion for therapy in therapies for criterion in therapy.criteria))
    deciding = questions_behind([*_gate_terms(therapies), *(term for each in criteria for term in terms(each.condition))])
    judging = questions_behind([*terms(GUIDELINE.response.judged.condition), *_class_terms()])
    return Form(
        id="eligibility", call="assess", level=2, title="The source's criteria for one patient",
        does="Holds one patient against the source's criteria, one by one. It never says that a treatment is suitable.",
        without="The criteria stand in words on the pages of the pathway and of each medicine.",
        asks=_grouped(deciding) | {
            FOR_THE_CLOCK: tuple(q for q in judging if q not in deciding),
            NOTES_BESIDE: tuple(q for q in questions_behind(found) if q not in (*deciding, *judging)),
        },
    )


def response() -> Form:
    rules = GUIDELINE.response
    found = [*_gate_terms(), *_class_terms(), rules.days_apart, *terms(rules.judged.condition)]
    return Form(
        id="response", call="response", level=2, title="Response and stopping, for one patient",
        does="Names the class of the platelet counts on treatment, and says where a trial of azathioprine stands.",
        without="The classes and the time to judge stand in words on this site's pages.",
        asks=_grouped(questions_behind(found)),
    )


def plan() -> Form:
    """The common questions and the plan's own; what only the dose needs can be left closed."""
    first = questions_behind(_gate_terms())
    sized = questions_behind(_dose_terms(GUIDELINE.therapies.values()))
    return Form(
        id="plan", call="plan", level=2, title="A plan for one treatment",
        does="Puts doses, blood tests and the time to judge on a calendar, where a statement gives a time.",
        without="The tables further down give the same times, counted from the first dose.",
        asks=_grouped((*GUIDELINE.plan.questions, *first)) | {FOR_THE_DOSE: tuple(q for q in sized if q not in first)},
    )


def _gate_terms(therapies: Iterable[Therapy] = ()) -> Iterator[Term]:
    for gate in (*GUIDELINE.common_gates, *(gate for therapy in therapies for gate in therapy.gates)):
        yield from terms(gate.closes)


def _dose_terms(therapies: Iterable[Therapy]) -> Iterator[Term]:
    therapies = tuple(therapies)
    yield from _gate_terms(therapies)
    for therapy in therapies:
        for regimen in therapy.regimens:
            yield from _size(regimen)


def _size(regimen: Regimen) -> tuple[Term, ...]:
    """What the arithmetic of a regimen needs."""
    if regimen.basis is Basis.SURFACE:
        return GUIDELINE.surface
    return (GUIDELINE.questions["weight"],) if regimen.basis is Basis.WEIGHT or regimen.must_fit else ()


def _class_terms() -> tuple[Term, ...]:
    rules = GUIDELINE.response
    return rules.baseline, rules.count, rules.second, rules.bleeding, rules.rescue


def questions_behind(found: Iterable[Term]) -> tuple[Question, ...]:
    """The questions behind the terms, those from which a time can be counted with them, in the core's order."""
    wanted: set[str] = set()
    waiting = list(found)
    while waiting:
        term = waiting.pop()
        if isinstance(term, Derived):
            waiting += term.inputs
            continue
        wanted.add(term.id)
        if term.dated_by:
            wanted.add(term.dated_by)
    return tuple(question for question in GUIDELINE.questions.values() if question.id in wanted)


def _grouped(questions: Iterable[Question]) -> dict[str, tuple[Question, ...]]:
    questions = tuple(questions)
    groups = {title: tuple(q for q in questions if q.group == group) for group, title in GROUPS.items()}
    return {title: asked for title, asked in groups.items() if asked}


def _with_notes(found: Iterable[Term], notes: Iterable[Note], grouped: bool) -> dict[str, tuple[Question, ...]]:
    """What decides a dose; then, apart, what only changes the notes beside it."""
    deciding = questions_behind(found)
    noted = questions_behind(term for note in notes for term in terms(note.when))
    only = tuple(question for question in noted if question not in deciding)
    return (_grouped(deciding) if grouped else {"": deciding}) | ({NOTES_ONLY: only} if only else {})
