"""The calculators' forms, from the core's questions. They stand in the page before any script runs, and say so.

docs/assets/js/calculator.js brings them to life; what it needs to know is in the attributes and in `_names`.
"""

from __future__ import annotations

from guideline_core.itp import GUIDELINE
from guideline_core.model.evidence import Confidence
from guideline_core.model.quantity import UNITS
from guideline_core.model.question import Kind, Question, UnitChoice

from . import asked
from .asked import FOLDED, Form, questions_behind
from .lookup import UnknownName, find, one_of
from .markup import Html, spaced, tag, text, void

LINK_CAUTION = "It holds every answer, readable to anyone who has it: send it only where patient data may go."

FORMS = {"dose": asked.dose, "eligibility": asked.eligibility, "response": asked.response, "plan": asked.plan}


def calculator(name: str, therapy: str | None = None) -> Html:
    """The form of a calculator: "dose" (of one therapy, or of all), "eligibility", "response" or "plan"."""
    one_of(name, FORMS, "calculator")
    if therapy and name != "dose":
        raise UnknownName(f"only “dose” is for one therapy: write calculator(“{name}”)")
    form = asked.dose_of(find(GUIDELINE.therapies, therapy, "therapy")) if therapy else FORMS[name]()
    # The outer element is one that Markdown takes for a block.
    return tag("div", _calculator(form), cls="calc" if therapy else "calc wide")


def _calculator(form: Form) -> Html:
    """The element: what it does, what is known, what stands in for it without script, the form, and a place for the answer."""
    return tag(
        "itp-calculator",
        tag("p", spaced(form.does, "What you answer stays in this page."), cls="calc-does"),
        tag("p", spaced("The form below works with JavaScript, which isn't running here.",
                        tag("span", form.without, cls="calc-without")), cls="calc-needs"),
        tag("section", tag("ul"), tag("button", "Clear all answers", type="button", cls="calc-clear"), cls="calc-known", hidden=True,
            aria_label="What is known of this patient"),
        tag("div", cls="calc-errors", hidden=True),
        _fields(form),
        tag("a", "See the result", href=f"#{_prefix(form)}-result", cls="calc-jump", hidden=True),
        _result(form),
        _names(form),
        # A search leaves forms out. It reads on after the first end of an element of the same name, so none may lie inside.
        data_search_exclude=True, cls="calc-columns", data_call=form.call, data_therapy=form.therapy or None, data_level=form.level,
    )


def _fields(form: Form) -> Html:
    """The questions. They can't be answered until there is a script to hear it, and no form means no address to leak into."""
    groups = (_group(form, n, title, questions) for n, (title, questions) in enumerate(form.asks.items()))
    return tag("fieldset", tag("legend", form.title, cls="visually-hidden"), _medicines(form), *groups, cls="calc-form", disabled=True)


def _medicines(form: Form) -> Html:
    """A choice of one medicine, which leaves out the questions of the others."""
    if not form.needs:
        return Html()
    id = f"{_prefix(form)}-medicine"
    rows = [("", "All"), *((name, GUIDELINE.therapies[name].name) for name in form.needs)]
    return tag("div", tag("div", tag("span", "Which medicine?", id=f"{id}-label", cls="q-label"), cls="q-asks"),
               tag("div", *(_choice(id, value, label, several=False) for value, label in rows), cls="q-choices"),
               role="radiogroup", aria_labelledby=f"{id}-label", cls="calc-medicine q")


def _group(form: Form, number: int, title: str, questions: tuple[Question, ...]) -> Html:
    fields = tag("div", *(_field(form, question) for question in questions), cls="calc-group-fields")
    if title in FOLDED:
        return tag("details", tag("summary", title), fields, cls="calc-group calc-notes-only")
    if not title:
        return tag("div", fields, cls="calc-group")
    name = f"{_prefix(form)}-group-{number}"
    return tag("div", _heading(form, title, name), fields, cls="calc-group", role="group", aria_labelledby=name)


def _field(form: Form, question: Question) -> Html:
    """One question: label, hint, error, control, in that order."""
    id = f"{_prefix(form)}-{question.id.replace('_', '-')}"
    hint = question.hint and tag("p", question.hint, id=f"{id}-hint", cls="q-hint")
    error = tag("p", id=f"{id}-error", cls="q-error", hidden=True)
    wanted = [therapy for therapy, questions in form.needs.items() if question.id in questions]
    shape = {"data_question": question.id, "data_kind": question.kind.value, "data_label": question.asks, "data_name": question.noun,
             "data_for": " ".join(wanted) if len(wanted) < len(form.needs) else None, "cls": "q"}
    if question.kind in (Kind.CHOICE, Kind.SET):
        asks = tag("div", tag("span", question.asks, id=f"{id}-label", cls="q-label"), hint, cls="q-asks")
        role = "radiogroup" if question.kind is Kind.CHOICE else "group"
        return tag("div", asks, error, _choices(id, question), role=role, id=id, aria_labelledby=f"{id}-label",
                   aria_describedby=f"{id}-hint" if hint else None, **shape)
    asks = tag("div", tag("label", question.asks, for_=id, cls="q-label"), hint, cls="q-asks")
    return tag("div", asks, error, _entry(id, question, bool(hint)), **shape)


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
    acts = (("copy", "Copy for the notes"), ("print", "Print"), ("link", "Link"))
    return tag(
        "section", _heading(form, "Result", name), tag("div", cls="calc-status", role="status"),
        tag("p", "The result stands here as soon as a question is answered.", cls="calc-empty"),
        tag("div", cls="calc-answer"),
        tag("div", *(tag("button", words, type="button", data_act=act) for act, words in acts), cls="calc-acts", hidden=True),
        tag("p", cls="calc-told", role="status"), tag("p", LINK_CAUTION, cls="calc-caution", hidden=True),
        tag("p", cls="calc-spoken visually-hidden", aria_live="polite"),
        cls="calc-result", aria_labelledby=name,
    )


def _names(form: Form) -> Html:
    """Names that an answer refers to by id: the script looks them up here."""
    rows = [(f"therapy {t.id}", t.name) for t in GUIDELINE.therapies.values()]
    rows += [(f"source {s.id}", s.short) for s in GUIDELINE.sources.values()]
    rows += [(f"how {r.id}", r.route if r.gives.endswith(("/d", "/wk")) else f"{r.route}, {r.per}") for _, r in GUIDELINE.regimens()]
    rows += [(f"unit {u.code}", u.shown) for u in UNITS.values()]
    rows += [(f"spoken {u.shown}", u.spoken) for u in UNITS.values() if "10⁹" in u.shown]
    rows += [(f"confidence {Confidence.MH.value}", Confidence.MH.meaning)]
    for derived in GUIDELINE.derived.values():
        rows += [(f"derived {derived.id}", derived.noun), (f"inputs {derived.id}", " ".join(q.id for q in questions_behind([derived])))]
    if form.call == "assess":
        rows += [(f"fact {f.id}", f.says) for c in GUIDELINE.criteria.values() for f in c.notes]
    return tag("template", *(tag("span", said, data_name=name) for name, said in rows))


def _heading(form: Form, words: str, id: str) -> Html:
    return tag(f"h{form.level}", words, id=id, data_search_exclude=True)


def _prefix(form: Form) -> str:
    return f"calc-{form.id}"
