"""The calculators' forms, from the core's questions. They stand in the page before any script runs, and say so.

docs/assets/js/calculator.js brings them to life; what it needs to know is in the attributes and in `_names`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from guideline_core.itp import GUIDELINE
from guideline_core.itp.questions import GROUPS
from guideline_core.model.condition import Condition, Term
from guideline_core.model.readers import terms
from guideline_core.model.evidence import Confidence
from guideline_core.model.guideline import Note
from guideline_core.model.quantity import UNITS
from guideline_core.model.question import Derived, Kind, Question, UnitChoice
from guideline_core.model.therapy import Basis, Regimen, Therapy

from .lookup import UnknownName, find, one_of
from .markup import Html, spaced, tag, text, void
from .values import source_name

NOTES_ONLY = "More questions, for notes beside the dose"
"""The group of questions that change what is said beside a dose, and no dose."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One calculator. `asks` are its questions by group; `level` is that of its headings on the page."""

    id: str
    call: str
    title: str
    does: str
    without: str
    asks: dict[str, tuple[Question, ...]]
    level: int
    therapy: str = ""


def calculator(name: str, therapy: str | None = None) -> Html:
    """The form of a calculator: "dose" (of one therapy, or of all), "eligibility" or "response"."""
    one_of(name, ("dose", "eligibility", "response"), "calculator")
    if therapy and name != "dose":
        raise UnknownName(f"only “dose” is for one therapy: write calculator(“{name}”)")
    if therapy:
        form = _dose_of(find(GUIDELINE.therapies, therapy, "therapy"))
    else:
        form = {"dose": _dose, "eligibility": _eligibility, "response": _response}[name]()
    # The outer element is one that Markdown takes for a block; a page's search leaves forms out.
    return tag("div", _calculator(form), cls="calc" if therapy else "calc wide", data_search_exclude=True)


# What each asks


def _dose_of(therapy: Therapy) -> Form:
    if not therapy.regimens:
        raise UnknownName(f"“{therapy.id}” has no regimen, so there is no dose to work out")
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


def _dose() -> Form:
    return Form(
        id="dose", call="dose", level=2, title="Doses for one patient",
        does="Works out every dose of this guideline for one patient, step by step.",
        without="Each medicine's own page has its doses in words, and a table of doses by weight or body surface.",
        asks=_with_notes(_dose_terms(GUIDELINE.therapies.values()), GUIDELINE.notes, grouped=True),
    )


def _eligibility() -> Form:
    found = [term for _, condition in GUIDELINE.conditions() for term in terms(condition)]
    return Form(
        id="eligibility", call="assess", level=2, title="The source's criteria for one patient",
        does="Holds one patient against the source's criteria, one by one. It never says that a treatment is suitable.",
        without="The criteria stand in words on the pages of the pathway and of each medicine.",
        asks=_grouped(_questions([*found, *_class_terms()])),
    )


def _response() -> Form:
    rules = GUIDELINE.response
    found = [*_gate_terms(), *_class_terms(), rules.days_apart, *terms(rules.judged.condition)]
    return Form(
        id="response", call="response", level=2, title="Response and stopping, for one patient",
        does="Names the class of the platelet counts on treatment, and says where a trial of azathioprine stands.",
        without="The classes and the time to judge stand in words on this site's pages.",
        asks=_grouped(_questions(found)),
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


def _questions(found: Iterable[Term]) -> tuple[Question, ...]:
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
    deciding = _questions(found)
    noted = _questions(term for note in notes for term in terms(note.when))
    only = tuple(question for question in noted if question not in deciding)
    return (_grouped(deciding) if grouped else {"": deciding}) | ({NOTES_ONLY: only} if only else {})


# How it is written


def _calculator(form: Form) -> Html:
    """The element: what it does, what stands in for it without script, the form, and a place for the answer."""
    return tag(
        "itp-calculator",
        tag("p", spaced(form.does, "What you answer stays in this page."), cls="calc-does"),
        tag("p", spaced("The form below works with JavaScript, which isn't running here.",
                        tag("span", form.without, cls="calc-without")), cls="calc-needs"),
        tag("div", cls="calc-errors", hidden=True),
        _fields(form),
        _result(form),
        _names(form),
        cls="calc-columns", data_call=form.call, data_therapy=form.therapy or None, data_level=form.level,
    )


def _fields(form: Form) -> Html:
    """The questions. They can't be answered until there is a script to hear it, and no form means no address to leak into."""
    groups = (_group(form, n, title, asked) for n, (title, asked) in enumerate(form.asks.items()))
    clear = tag("button", "Clear all answers", type="button", cls="calc-clear")
    return tag("fieldset", tag("legend", form.title, cls="visually-hidden"), *groups, clear, cls="calc-form", disabled=True)


def _group(form: Form, number: int, title: str, asked: tuple[Question, ...]) -> Html:
    fields = tag("div", *(_field(form, question) for question in asked), cls="calc-group-fields")
    if title == NOTES_ONLY:
        return tag("details", tag("summary", title), fields, cls="calc-group calc-notes-only")
    if not title:
        return tag("div", fields, cls="calc-group")
    name = f"{_prefix(form)}-group-{number}"
    return tag("div", _heading(form, title, name), fields, cls="calc-group", role="group", aria_labelledby=name)


def _field(form: Form, question: Question) -> Html:
    """One question: label, hint, error, control, in that order."""
    id = f"{_prefix(form)}-{question.id}"
    hint = question.hint and tag("p", question.hint, id=f"{id}-hint", cls="q-hint")
    error = tag("p", id=f"{id}-error", cls="q-error", hidden=True)
    shape = {"data_question": question.id, "data_kind": question.kind.value, "data_label": question.asks, "cls": "q"}
    if question.kind in (Kind.CHOICE, Kind.SET):
        control = _choices(id, question)
        role = "radiogroup" if question.kind is Kind.CHOICE else None
        return tag("fieldset", tag("legend", question.asks, id=f"{id}-label"), hint, error, control, role=role, id=id,
                   aria_labelledby=f"{id}-label", aria_describedby=f"{id}-hint" if hint else None, **shape)
    label = tag("label", question.asks, for_=id)
    return tag("div", label, hint, error, _entry(id, question, bool(hint)), **shape)


def _entry(id: str, question: Question, hinted: bool) -> Html:
    """A box for a number, with its unit, or for a date."""
    described = [f"{id}-hint"] * hinted
    if question.kind is Kind.DATE:
        box = void("input", id=id, type="date", autocomplete="off", aria_describedby=" ".join(described) or None)
        return tag("div", box, cls="q-entry")
    unit = _unit(id, question)
    if len(question.units) == 1 and unit:
        described.append(f"{id}-unit")
    box = void("input", id=id, type="text", inputmode="numeric" if question.kind is Kind.COUNT else "decimal",
               autocomplete="off", spellcheck="false", aria_describedby=" ".join(described) or None)
    return tag("div", box, unit, cls="q-entry", data_unit=question.units[0].code if len(question.units) == 1 else None)


def _unit(id: str, question: Question) -> Html:
    """The one unit in words, or a choice of units; where a unit must be said, none is chosen beforehand."""
    if len(question.units) == 1:
        return tag("span", _shown(question.units[0]), id=f"{id}-unit", cls="q-unit") if question.units[0].label else Html()
    options = [tag("option", unit.label, value=unit.code) for unit in question.units]
    if question.unit_needed:
        options.insert(0, tag("option", "which unit?", value="", selected=True))
    return tag("select", *options, id=f"{id}-unit", autocomplete="off", aria_label=f"{question.asks}: unit")


def _shown(unit: UnitChoice) -> Html:
    """The unit for the eye and, where it is read out badly, for the ear."""
    spoken = UNITS[unit.code].spoken
    if spoken == unit.label:
        return text(unit.label)
    return Html(tag("span", unit.label, aria_hidden="true") + tag("span", spoken, cls="visually-hidden"))


def _choices(id: str, question: Question) -> Html:
    """Every answer as a button of its own; "not known" is one of them, and is chosen until something else is."""
    several = question.kind is Kind.SET
    rows = [("", question.unknown_label), *((choice.value, choice.label) for choice in question.choices)]
    if several:
        rows.append(("none", "None of these"))
    return tag("div", *(_choice(id, value, label, several) for value, label in rows), cls="q-choices")


def _choice(id: str, value: str, label: str, several: bool) -> Html:
    # In a set "not known" and "none of these" stand alone; the script reads them by these marks.
    alone = {"data_alone": "unknown" if value == "" else "none"} if several and value in ("", "none") else {}
    box = void("input", type="checkbox" if several else "radio", name_=id, value=value, id=f"{id}-{value or 'unknown'}",
               checked=value == "", **alone)
    return tag("label", box, tag("span", label), cls="q-choice")


def _result(form: Form) -> Html:
    name = f"{_prefix(form)}-result"
    return tag(
        "section", _heading(form, "Result", name), tag("div", cls="calc-status", role="status"),
        tag("p", "The result stands here as soon as a question is answered.", cls="calc-empty"),
        tag("div", cls="calc-answer"), tag("p", cls="calc-spoken visually-hidden", aria_live="polite"),
        cls="calc-result", aria_labelledby=name,
    )


def _names(form: Form) -> Html:
    """Names that an answer refers to by id: the script looks them up here."""
    rows = [(f"therapy {t.id}", t.name) for t in GUIDELINE.therapies.values()]
    rows += [(f"source {s.id}", source_name(s)) for s in GUIDELINE.sources.values()]
    rows += [(f"how {r.id}", r.route if r.gives.endswith(("/d", "/wk")) else f"{r.route}, {r.per}") for _, r in GUIDELINE.regimens()]
    rows += [(f"unit {u.code}", u.shown) for u in UNITS.values()]
    rows += [(f"spoken {u.shown}", u.spoken) for u in UNITS.values() if "⁹" in u.shown]
    rows += [(f"confidence {Confidence.MH.value}", Confidence.MH.meaning)]
    for derived in GUIDELINE.derived.values():
        rows += [(f"derived {derived.id}", derived.noun), (f"inputs {derived.id}", " ".join(q.id for q in _questions([derived])))]
    if form.call == "assess":
        rows += [(f"fact {f.id}", f.says) for c in GUIDELINE.criteria.values() for f in c.notes]
    return tag("template", *(tag("span", said, data_name=name) for name, said in rows))


def _heading(form: Form, words: str, id: str) -> Html:
    return tag(f"h{form.level}", words, id=id)


def _prefix(form: Form) -> str:
    return f"calc-{form.id}"
