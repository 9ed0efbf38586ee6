"""The page's only door: `call(name, json) -> json`. The shell's `call` is the same function.

Requests are JSON objects. `dose`, `assess`, `response`, `plan` and `calendar` take

    {"answers": {question id: value or {"value", "unit", "confirmed"}}, "today": "YYYY-MM-DD"}

(`dose` also "therapy"); `verify` takes {"property": id} or {}, the others {}. Every request gets an answer with an `outcome`; none gets an
exception. `schema` describes both sides.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from .engine.assessment import assess
from .engine.dosing import dose
from .engine.patient import Patient, read_patient
from .engine.response import response
from .engine.schedule import PlanAnswer, plan
from .engine.verify import PROPERTIES, Progress, verify
from .exports import dataset, schema
from .exports.icalendar import calendar
from .itp import GUIDELINE
from .model.condition import Outcome
from .model.question import Refused, calendar_date
from .wire import Unreadable, dumps, loads


def _patient(request: Mapping[str, object]) -> Patient:
    return read_patient(GUIDELINE, request.get("answers", {}), request.get("today"))


def _dose(request: Mapping[str, object]) -> object:
    therapy = request.get("therapy")
    if therapy is not None and therapy not in tuple(GUIDELINE.therapies):
        return _refused("therapy", "unknown-therapy", f"there is no therapy “{therapy}”", ", ".join(GUIDELINE.therapies))
    answer = dose(GUIDELINE, _patient(request), therapy)
    return _opened(answer.header, regimens=answer.regimens, next=answer.next)


def _assess(request: Mapping[str, object]) -> object:
    answer = assess(GUIDELINE, _patient(request))
    return _opened(answer.header, phase=answer.phase, criteria=answer.criteria, therapies=answer.therapies, next=answer.next)


def _response(request: Mapping[str, object]) -> object:
    answer = response(GUIDELINE, _patient(request))
    return _opened(answer.header, response=answer.response, clock=answer.clock, next=answer.next)


def _planned(request: Mapping[str, object]) -> PlanAnswer:
    return plan(GUIDELINE, request.get("answers", {}), request.get("today"))


def _plan(request: Mapping[str, object]) -> object:
    answer = _planned(request)
    return _opened(answer.header, plan=answer.plan)


def _calendar(request: Mapping[str, object]) -> object:
    answer = calendar(GUIDELINE, _planned(request), calendar_date(request.get("today")))
    return _opened(answer.header, calendar=answer.calendar)


def _verify(request: Mapping[str, object], progress: Progress | None = None) -> object:
    name = request.get("property")
    if name is not None and name not in tuple(PROPERTIES):
        return _refused("property", "unknown-property", f"there is no property “{name}”", ", ".join(PROPERTIES))
    proved = tuple(verify(GUIDELINE, PROPERTIES if name is None else (name,), progress))
    return {"edition": GUIDELINE.edition.version, "properties": proved}


def _opened(header, **parts: object) -> dict[str, object]:
    head = {name: getattr(header, name) for name in header.__slots__}
    return {"edition": GUIDELINE.edition.version, **head, **parts}


CALLS: Mapping[str, Callable[[Mapping[str, object]], object]] = {
    "facts": lambda request: dataset.facts(GUIDELINE),
    "questions": lambda request: dataset.questions(GUIDELINE),
    "defects": lambda request: dataset.defects(GUIDELINE),
    "sources": lambda request: dataset.sources(GUIDELINE),
    "schema": lambda request: schema.schema(GUIDELINE),
    "dose": _dose,
    "assess": _assess,
    "response": _response,
    "plan": _plan,
    "calendar": _calendar,
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
