"""The guideline at a terminal: readable answers for a person, and `call` for a program."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Sequence
from datetime import date

from .browser import CALLS, NOTED, call
from .itp import GUIDELINE
from .model.question import Kind, Question
from .wire import dumps, loads

_PATIENT_CALLS = (*NOTED, "calendar")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. Returns 0, or 2 where the input was refused."""
    options = _parser().parse_args(arguments)
    if options.command == "call":
        answer = call(options.name, sys.stdin.read())
        print(answer)
        return 2 if loads(answer).get("outcome") == "refused" else 0
    request = _request(options) if options.command in _PATIENT_CALLS else {}
    text = call(options.command, dumps(request))
    answer = loads(text)
    if getattr(options, "id", None):
        answer["facts"] = [f for f in answer["facts"] if options.id in f["id"]]
    if options.json or options.command == "schema":
        print(dumps(answer, indent=2))
    elif options.command in NOTED:
        print(loads(call("note", dumps({"call": options.command, **request})))["text"], end="")
    else:
        print("\n".join(_PRINTERS[options.command](answer)))
    return 2 if answer.get("outcome") == "refused" else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m guideline_core", description=f"{GUIDELINE.title}. Educational; not reviewed by a clinician.",
    )
    commands = parser.add_subparsers(dest="command", required=True)
    door = commands.add_parser("call", help="JSON in, JSON out: the function that the page calls")
    door.add_argument("name", choices=sorted(CALLS))
    for name in (*NOTED, *_PRINTERS, "schema"):
        command = commands.add_parser(name, help=f"print {name}" if name not in _PATIENT_CALLS else f"work out: {name}")
        command.add_argument("--json", action="store_true", help="print the whole answer as JSON")
        if name == "facts":
            command.add_argument("--id", help="only facts whose id contains this")
        if name in _PATIENT_CALLS:
            _add_questions(command, GUIDELINE.plan.questions if name in ("plan", "calendar") else ())
        if name == "dose":
            command.add_argument("--therapy", choices=list(GUIDELINE.therapies))
    return parser


def _add_questions(command: argparse.ArgumentParser, others: Sequence[Question]) -> None:
    command.add_argument("--today", default=date.today().isoformat(), help="today's date, if another is meant")
    command.add_argument("--confirm", action="append", default=[], metavar="QUESTION", help="confirm an unusual value")
    for question in (*others, *GUIDELINE.questions.values()):
        help_text = f"{question.asks} ({question.accepted()})".replace("%", "%%")
        command.add_argument(f"--{question.id.replace('_', '-')}", dest=question.id, metavar="…", help=help_text)


def _request(options: argparse.Namespace) -> dict[str, object]:
    answers: dict[str, object] = {}
    for question in (*GUIDELINE.plan.questions, *GUIDELINE.questions.values()):
        typed = getattr(options, question.id, None)
        if typed is None:
            continue
        answer: dict[str, object] = {"value": typed}
        if question.kind is Kind.SET:
            answer["value"] = [part.strip() for part in typed.split(",") if part.strip()]
        elif question.units and (split := re.fullmatch(r"([\d.,+-]+)\s*([^\d\s].*)", typed.strip())):
            answer = {"value": split[1], "unit": split[2]}
        if question.id in options.confirm:
            answer["confirmed"] = True
        answers[question.id] = answer
    request: dict[str, object] = {"answers": answers, "today": options.today}
    if getattr(options, "therapy", None):
        request["therapy"] = options.therapy
    return request


def _print_facts(answer) -> list[str]:
    return [
        f"{f['id']}: {f['reads']}\n    {f['says']}\n    [{f['layer']}, {f['confidence']}] "
        + "; ".join(f"{c['source']}, {c['locator']}" for c in f["citations"])
        for f in answer["facts"]
    ]


def _print_questions(answer) -> list[str]:
    return [f"{q['id']}: {q['asks']} ({q['accepted']})" for q in answer["questions"]]


def _print_defects(answer) -> list[str]:
    return [f"{d['id']} [{d['severity']}] {d['title']}\n    {d['handling']}" for d in answer["defects"]]


def _print_sources(answer) -> list[str]:
    return [f"{s['id']}: {s['authors']} {s['title']} {s['published']}".replace("  ", " ") for s in answer["sources"]]


def _print_calendar(answer) -> list[str]:
    return answer["calendar"]["text"].splitlines() or ["There is nothing to put on a calendar; `plan` says why."]


def _print_verify(answer) -> list[str]:
    lines = []
    for proved in answer["properties"]:
        mark = "fails" if proved["counterexamples"] else "holds"
        lines.append(f"{mark}: {proved['sentence']} ({proved['covered']:,} classes covered, {proved['walked']:,} walked)")
        for found in (*proved["counterexamples"], *proved["listed"]):
            lines += [f"    {found['subject']}: {found['text']}", *(f"        {a}" for a in found["answers"])]
    return lines


_PRINTERS = {
    "facts": _print_facts, "questions": _print_questions, "defects": _print_defects, "sources": _print_sources,
    "calendar": _print_calendar, "verify": _print_verify,
}
