"""The page's only door: `call(name, json) -> json`. The shell's `call` is the same function.

Requests are JSON objects. `dose`, `assess`, `response`, `plan` and `calendar` take

    {"answers": {question id: value or {"value", "unit", "confirmed"}}, "today": "YYYY-MM-DD"}

(`dose` also "therapy", `calendar` also "series"). `note` takes the same and {"call": one of these}, and gives plain text;
`convert` takes {"question", "answer", "unit"}, and gives the same quantity in that unit; `verify` takes {"property": id}
or {}, the others {}. Every request gets an answer with an `outcome`; none gets an exception. `schema` describes both sides.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from .engine.assessment import Assessment, assess
from .engine.dosing import DoseAnswer, dose
from .engine.patient import Patient, read_patient
from .engine.response import ResponseAnswer, response
from .engine.planning import PlanAnswer, plan
from .engine.verify import PROPERTIES, Progress, verify
from .exports import dataset, schema
from .exports.icalendar import SERIES, calendar
from .exports.notes import note
from .itp import GUIDELINE
from .model.condition import Outcome
from .model.dates import calendar_date
from .model.question import Refused
from .wire import Unreadable, dumps, loads


def _patient(request: Mapping[str, object]) -> Patient:
    return read_patient(GUIDELINE, request.get("answers", {}), request.get("today"))


def _answered(request: Mapping[str, object], name: str) -> DoseAnswer | Assessment | ResponseAnswer | PlanAnswer:
    if name == "plan":
        return _planned(request)
    patient = _patient(request)
    return dose(GUIDELINE, patient, request.get("therapy")) if name == "dose" else PATIENT_CALLS[name](GUIDELINE, patient)


def _given(name: str) -> Callable[[Mapping[str, object]], object]:
    """One of the calls about a patient."""
    return lambda request: _wrong_therapy(request) or _opened(_answered(request, name))


def _opened(answer) -> Mapping[str, object]:
    """An answer's head and its parts side by side."""
    head = {name: getattr(answer.header, name) for name in answer.header.__slots__}
    parts = {name: getattr(answer, name) for name in answer.__slots__ if name != "header"}
    return {"edition": GUIDELINE.edition.version, **head, **parts}


def _wrong_therapy(request: Mapping[str, object]) -> Mapping[str, object] | None:
    therapy = request.get("therapy")
    if therapy is None or therapy in tuple(GUIDELINE.therapies):
        return None
    return _refused("therapy", "unknown-therapy", f"there is no therapy “{therapy}”", ", ".join(GUIDELINE.therapies))


def _note(request: Mapping[str, object]) -> object:
    """The answer of another call as plain text: {"call": name, and what that call takes}."""
    name = request.get("call")
    if name not in NOTED:
        return _refused("call", "unknown-call", f"there is no answer on a patient called “{name}”", ", ".join(NOTED))
    return _wrong_therapy(request) or {
        "edition": GUIDELINE.edition.version, "outcome": Outcome.MET, "text": note(GUIDELINE, _answered(request, name), request),
    }


def _convert(request: Mapping[str, object]) -> object:
    """The same quantity in another unit: {"question": id, "answer": as a request has it, "unit": the other}."""
    name = request.get("question")
    question = GUIDELINE.questions.get(name) if isinstance(name, str) else None
    if question is None:
        return _refused("question", "unknown-question", f"there is no question “{name}”", "one of the ids that `questions` lists")
    try:
        value = question.restated(request.get("answer"), request.get("unit"))
        said = " = ".join(question.said(each) for each in (request.get("answer"), {"value": value, "unit": request.get("unit")}))
        return {"edition": GUIDELINE.edition.version, "outcome": Outcome.MET, "value": value, "text": said}
    except Refused as refused:
        return {"outcome": Outcome.REFUSED, "refusals": (refused,)}


def _planned(request: Mapping[str, object]) -> PlanAnswer:
    return plan(GUIDELINE, request.get("answers", {}), request.get("today"))


def _calendar(request: Mapping[str, object]) -> object:
    series = request.get("series", "")
    if not isinstance(series, str) or not re.fullmatch(SERIES, series):
        problem = "what sets one patient's file apart from another's can't be read"
        return _refused("series", "shape", problem, "letters a to z, digits and hyphens")
    return _opened(calendar(GUIDELINE, _planned(request), calendar_date(request.get("today")), series))


def _verify(request: Mapping[str, object], progress: Progress | None = None) -> object:
    name = request.get("property")
    if name is not None and name not in tuple(PROPERTIES):
        return _refused("property", "unknown-property", f"there is no property “{name}”", ", ".join(PROPERTIES))
    proved = tuple(verify(GUIDELINE, PROPERTIES if name is None else (name,), progress))
    return {"edition": GUIDELINE.edition.version, "properties": proved}


PATIENT_CALLS: Mapping[str, Callable[..., DoseAnswer | Assessment | ResponseAnswer]] = {
    "dose": dose, "assess": assess, "response": response,
}
NOTED = (*PATIENT_CALLS, "plan")

CALLS: Mapping[str, Callable[[Mapping[str, object]], object]] = {
    "facts": lambda request: dataset.facts(GUIDELINE),
    "questions": lambda request: dataset.questions(GUIDELINE),
    "defects": lambda request: dataset.defects(GUIDELINE),
    "sources": lambda request: dataset.sources(GUIDELINE),
    "schema": lambda request: schema.schema(GUIDELINE),
    **{name: _given(name) for name in PATIENT_CALLS},
    "plan": lambda request: _opened(_planned(request)),
    "calendar": _calendar,
    "note": _note,
    "convert": _convert,
    "verify": _verify,
}


def call(name: str, json_text: str, progress: Progress | None = None) -> str:
    """Answer one request. A request that can't be right is answered with `refused`; nothing raises.

    `verify`, which takes long, tells `progress` how many classes it has walked.
    """
    if name not in CALLS:
        return dumps(_refused("call", "unknown-call", f"there is no call “{name}”", ", ".join(CALLS)))
    try:
        request = loads(json_text or "{}")
    except Unreadable as error:
        return dumps(_refused("request", "bad-json", f"the request can't be read: {error}", "a JSON object"))
    if not isinstance(request, Mapping):
        return dumps(_refused("request", "shape", "the request is not an object", "a JSON object"))
    return dumps(_verify(request, progress) if name == "verify" else CALLS[name](request))


def _refused(what: str, code: str, message: str, accepted: str) -> dict[str, object]:
    return {"outcome": Outcome.REFUSED, "refusals": (Refused(what, code, message, accepted),)}
