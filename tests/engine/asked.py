"""Patients that can be reckoned in the head, asked through the door that the page uses."""

from __future__ import annotations

import json
from decimal import Decimal

from guideline_core.browser import call
from tests.casefiles import cases

(C01,) = (case for case in cases() if case.id == "C01")
"""34 years, female, 160 cm, 60 kg, creatinine 0.8 mg/dL, 8 months after diagnosis; every gate open."""
ADULT = {"active_bleeding": "no", "age": "50", "pregnant": "no"}


def answer(name: str, answers: object, **more: object) -> dict:
    return json.loads(call(name, json.dumps({"answers": answers, **more})), parse_float=Decimal, parse_int=Decimal)


def part(name: str, where: str, id: str, answers: object, **more: object) -> dict:
    """One regimen, criterion or therapy of an answer."""
    (found,) = (row for row in answer(name, answers, **more)[where] if row["id"] == id)
    return found


def kg(weight: str) -> dict:
    return {"value": weight, "unit": "kg"}
