"""An answer as plain text, for a patient's notes and for a terminal: version, date, answers, result, working, sources, caution."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ..engine.assessment import Assessment
from ..engine.dosing import DoseAnswer
from ..engine.planning import PlanAnswer
from ..engine.response import ResponseAnswer
from ..engine.results import Cited, Header, Reason
from ..model.dates import calendar_date, date_text
from ..model.guideline import Guideline
from ..model.quantity import with_unit

TITLES = {
    DoseAnswer: "Doses for one patient", Assessment: "The source's criteria for one patient",
    ResponseAnswer: "Response for one patient", PlanAnswer: "A plan for one treatment",
}


def note(guideline: Guideline, answer: DoseAnswer | Assessment | ResponseAnswer | PlanAnswer, request: Mapping[str, object]) -> str:
    """The whole text, in lines of any length. Nothing stands in it that the answer doesn't hold."""
    day = calendar_date(request.get("today"))
    on = f", {date_text(day)}" if day else ""
    parts = [
        [guideline.title, f"{TITLES[type(answer)]}{on}. Edition {guideline.edition.version}."],
        ["CAUTION", guideline.edition.review, "It is arithmetic on a published source, and no order."],
        ["ANSWERS", *_answers(guideline, answer.header, request.get("answers"))],
        ["RESULT", *_opening(answer.header), *_BODIES[type(answer)](guideline, answer)],
        ["WORKED OUT FROM THE ANSWERS", *(
            f"{w.label}: {with_unit(w.shown, w.unit)} = {w.working}" for w in answer.header.derived
        )],
    ]
    return "\n\n".join("\n".join(part) for part in parts if len(part) > 1) + "\n"


def _answers(guideline: Guideline, header: Header, answers: object) -> Iterator[str]:
    """What was answered, as it was given. An answer that was refused is given with the reason."""
    refused = {each.question for each in header.refusals}
    asked = guideline.questions | {question.id: question for question in guideline.plan.questions}
    for each in header.refusals:
        yield f"Please check: {each.message}. Accepted: {each.accepted}."
    if isinstance(answers, Mapping):
        for name, raw in answers.items():
            if name in asked and name not in refused:
                yield f"{asked[name].asks.rstrip('?')}: {asked[name].said(raw)}"


def _opening(header: Header) -> Iterator[str]:
    if header.outcome_label:
        yield f"{header.outcome_label}."
    if not header.refusals:
        yield from _reasons(header.reasons, indent="")
    yield from (f"Note: {remark.text}" for remark in header.notes if not remark.therapies)


def _reasons(reasons: Iterable[Reason], indent: str = "  ") -> Iterator[str]:
    for reason in reasons:
        yield f"{indent}{reason.text}" + (f" Opens with: {reason.opens}" if reason.opens else "")


def _doses(guideline: Guideline, answer: DoseAnswer) -> Iterator[str]:
    if answer.header.outcome.value in ("refused", "out-of-scope"):
        return
    said = answer.header.reasons
    for each in answer.regimens:
        name = guideline.therapies[each.therapy].name
        dose = f"{each.shown}, {each.route} ({each.outcome_label})" if each.shown else each.outcome_label
        yield f"{name}, {each.label.lower()}: {dose}"
        yield from (f"  {step}" for step in each.working)
        yield from (f"  {detail.label}: {detail.text}" for detail in each.details)
        yield from _reasons(reason for reason in each.reasons if reason not in said)
        yield from (f"  {change.text}" for change in each.changes[:1])
        yield from _sources(guideline, each.citations, each.defects)


def _criteria(guideline: Guideline, answer: Assessment) -> Iterator[str]:
    if answer.header.outcome.value in ("refused", "out-of-scope"):
        return
    found = {criterion.id: criterion for criterion in answer.criteria}
    for therapy in answer.therapies:
        yield f"{therapy.name}: {therapy.outcome_label}"
        for criterion in (found[name] for name in therapy.criteria):
            yield f"  {criterion.label}: {criterion.outcome_label}"
            yield from (f"    line {', '.join(map(str, side.lines))}: {side.text}" for side in criterion.sides)
        yield from _reasons(reason for reason in therapy.reasons if reason.code == "gate-closed" and reason not in answer.header.reasons)
        yield from _missing(guideline, therapy.missing)
        yield from (f"  {change.text}" for change in therapy.changes[:1])
        yield from _sources(guideline, (c for name in therapy.criteria for c in found[name].citations), therapy.defects)


def _response(guideline: Guideline, answer: ResponseAnswer) -> Iterator[str]:
    for label, each in (("Class of the counts", answer.response), ("Time to judge azathioprine", answer.clock)):
        if each.label:
            yield f"{label}: {each.label}"
            yield from _reasons(reason for reason in each.reasons if reason not in answer.header.reasons)
            yield from (f"  {step}" for step in getattr(each, "working", ()))
            yield from (f"  {said}" for said in (getattr(each, "confirmation", ""),) if said)
            yield from _missing(guideline, each.missing)
            yield from (f"  {change.text}" for change in getattr(each, "changes", ()))
            yield from _sources(guideline, each.citations, getattr(each, "defects", ()))


def _plan(guideline: Guideline, answer: PlanAnswer) -> Iterator[str]:
    plan = answer.plan
    if plan.name:
        yield f"{plan.name}: {plan.outcome_label}"
    if plan.lines and plan.dose.shown:
        yield f"  {plan.dose.shown}, {plan.dose.route}"
    for line in plan.lines:
        yield f"{line.what.rstrip('?')}: {line.when}. {line.says}"
        yield from _sources(guideline, line.citations, line.defects)
    yield from _reasons(reason for reason in plan.reasons if reason not in answer.header.reasons)


def _missing(guideline: Guideline, questions: Iterable[str]) -> Iterator[str]:
    nouns = ", ".join(guideline.questions[id].noun for id in questions)
    if nouns:
        yield f"  Still missing: {nouns}."


def _sources(guideline: Guideline, citations: Iterable[Cited], defects: Iterable[str]) -> Iterator[str]:
    """Each place once; the source document by its lines, anything else by its title."""
    places = dict.fromkeys(
        cited.locator if cited.layer == "source" else f"{guideline.sources[cited.source].short} ({cited.layer})"
        for cited in citations
    )
    if places:
        yield f"  Sources: {'; '.join(places)}."
    if defects := ", ".join(defects):
        yield f"  Unclear in the source: {defects}."


_BODIES = {DoseAnswer: _doses, Assessment: _criteria, ResponseAnswer: _response, PlanAnswer: _plan}
