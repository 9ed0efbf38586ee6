"""Every named case through the door that the page and the shell use."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest

from guideline_core.browser import call
from tests.casefiles import Case, cases

TOLERANCE = {"m2": Decimal("0.0001"), "mL/min": Decimal("0.05"), "mL/min/{1.73_m2}": Decimal("0.05")}
MILLIGRAMS = Decimal("0.05")


def answer(case: Case, name: str) -> dict:
    return json.loads(call(name, json.dumps(case.request())), parse_float=Decimal, parse_int=Decimal)


def near(found, expected: str, tolerance: Decimal = MILLIGRAMS) -> bool:
    return abs(Decimal(found) - Decimal(expected)) <= tolerance


def by_id(rows) -> dict:
    return {row["id"]: row for row in rows}


def rows(call_name: str) -> list:
    return [pytest.param(case, id=case.id) for case in cases(call_name)]


@pytest.mark.parametrize("case", rows("dose"))
def test_dose(case: Case) -> None:
    found = answer(case, "dose")
    check_head(case, found)
    regimens = by_id(found["regimens"])
    for regimen, expected in case.expect.get("regimens", {}).items():
        check_regimen(regimens[regimen], expected)
    check_ahead(case, found, regimens)
    if case.expect.get("no_dose"):
        assert not [r["id"] for r in regimens.values() if r["dose"] or r["shown"]]


@pytest.mark.parametrize("case", rows("assess"))
def test_assess(case: Case) -> None:
    found = answer(case, "assess")
    check_head(case, found)
    for part in ("criteria", "therapies"):
        outcomes = {row["id"]: row["outcome"] for row in found[part]}
        for name, expected in case.expect.get(part, {}).items():
            assert outcomes[name] == expected, (part, name)
    check_ahead(case, found, by_id(found["therapies"]))
    if "phase" in case.expect:
        assert found["phase"]["bands"][0] == case.expect["phase"]["class"]


@pytest.mark.parametrize("case", rows("response"))
def test_response(case: Case) -> None:
    found = answer(case, "response")
    check_head(case, found)
    check_ahead(case, found, found)
    for part in ("response", "clock"):
        for key, expected in case.expect.get(part, {}).items():
            wanted = None if expected in ("null", "none") else expected
            assert found[part][key] == wanted, (part, key)


def check_head(case: Case, found: dict) -> None:
    expect = case.expect
    if "outcome" in expect:
        assert found["outcome"] == expect["outcome"]
    refused = {r["question"]: r for r in found["refusals"]}
    assert set(expect.get("refused", ())) <= set(refused)
    if "refused_one_of" in expect:
        assert set(expect["refused_one_of"]) & set(refused)
    if "code" in expect:
        assert expect["code"] in {r["code"] for r in refused.values()}
    if "hint" in expect:
        assert any(expect["hint"] in f"{r['message']} {r['accepted']}".lower() for r in refused.values()), refused
    assert not set(expect.get("accepted", ())) & set(refused)
    if not {"refused", "refused_one_of", "outcome"} & set(expect):
        assert not refused
    check_derived(expect, by_id(found["derived"]))


def check_ahead(case: Case, found: dict, results: dict) -> None:
    """What would change each outcome, and the next question."""
    for name, expected in case.expect.get("changes", {}).items():
        changes = [{k: v for k, v in each.items() if v and k not in ("text", "outcome_label")} for each in results[name]["changes"]]
        assert changes == expected, name
    if "next" in case.expect:
        expected = case.expect["next"]
        assert expected == "none" if found["next"] is None else expected.items() <= found["next"].items()


def check_derived(expect: dict, derived: dict) -> None:
    for name, expected in expect.get("derived", {}).items():
        row = derived[name]
        assert near(row["value"], expected, TOLERANCE.get(row["unit"], Decimal("0.0001"))), (name, row["value"])
    for name, expected in expect.get("derived_shown", {}).items():
        assert f"{derived[name]['value'].quantize(Decimal(1))}" == expected, name
    assert not set(expect.get("derived_absent", ())) & set(derived)


def check_regimen(found: dict, expected: dict) -> None:
    name = found["id"]
    assert found["outcome"] == expected["outcome"], (name, found["reasons"])
    if found["outcome"] != "met":
        assert found["dose"] is None and found["shown"] == "", name
    if "low" in expected:
        assert near(found["dose"]["low"], expected["low"]) and near(found["dose"]["high"], expected["high"]), name
        assert found["dose"]["unit"] == expected["unit"], name
    for end in ("shown_low", "shown_high"):
        if end in expected:
            shown = f"{Decimal(expected[end]):,}".removesuffix(".0")
            assert shown in found["shown"].split(), (name, found["shown"])
    details = {row["code"]: row["values"] for row in found["details"]}
    for key, code in LISTED.items():
        if key in expected:
            assert sorted(details[code]) == sorted(map(Decimal, expected[key])), (name, key)
    for key, (code, at, tolerance) in SINGLE.items():
        if key in expected:
            assert near(details[code][at], expected[key], tolerance), (name, key, details[code])
    if expected.get("ambiguous"):
        assert any("ambiguous" in reason["text"] for reason in found["reasons"]) or "ambiguous" in found["label"], name


LISTED = {"steps": "multiples", "halves": "halves"}
SINGLE = {
    "per_kg": ("per-kg", 0, Decimal("0.0005")),
    "half_low": ("half", 0, MILLIGRAMS),
    "half_high": ("half", 1, MILLIGRAMS),
    "cumulative_low": ("course-total", 0, Decimal("0.005")),
    "cumulative_high": ("course-total", 1, Decimal("0.005")),
    "volume_low": ("volume", 0, Decimal(0)),
    "volume_high": ("volume", 1, Decimal(0)),
    "total": ("total", 0, MILLIGRAMS),
    "du_bois": ("other-surface", 0, MILLIGRAMS),
}
