"""The recorded result of code mutation: high enough, every survivor looked at, and told truly on the page of checks.

The record isn't held to be of the code as it is now: a run takes hours, and would have to be repeated with every change of a
comment. The page says instead, file by file, what has changed since.
"""

from __future__ import annotations

import pytest

from publish import records

BAR = 95
"""Per cent of the mutants of each folder that have to be noticed."""


TRIED = [folder for folder in records.MUTATED if records.of_code(folder)["mutants"]]


def test_something_was_tried() -> None:
    assert sum(records.of_code(folder)["mutants"] for folder in TRIED) > 500


@pytest.mark.parametrize("folder", TRIED)
def test_enough_is_noticed(folder: str) -> None:
    found = records.of_code(folder)
    assert 100 * found["killed"] >= BAR * found["mutants"]


@pytest.mark.parametrize("folder", TRIED)
def test_each_survivor_has_its_reason(folder: str) -> None:
    open_ = [each for each in records.of_code(folder)["survivors"] if not each["reason"]]
    assert not open_, "write a test that notices it, or its reason into tests/mutation/reasons.toml"


def test_no_reason_without_a_survivor() -> None:
    survivors = {(name, *each.values()) for name, result in records.code_results().items() for each in result["survivors"]}
    assert set(records.code_reasons()) <= survivors


def test_what_has_changed_since_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """One file as it was, one changed since, one never tried."""
    names = records.mutated_files("model")[:3]
    one = {"date": "2026-11-25", "made": 30, "mutants": 10, "by_timeout": 0}
    survivor = {"place": "f", "before": "a", "after": "b"}
    monkeypatch.setattr(records, "mutated_files", lambda folder: names)
    monkeypatch.setattr(records, "code_reasons", lambda: {(names[1], "f", "a", "b"): "because"})
    monkeypatch.setattr(records, "code_results", lambda: {
        names[0]: one | {"sha256": records.digest(names[0]), "survivors": []},
        names[1]: one | {"sha256": "other", "survivors": [survivor, survivor | {"after": "c"}]},
    })
    found = records.of_code("model")
    assert (found["made"], found["mutants"], found["killed"], found["files"]) == (60, 20, 18, 3)
    assert (found["missing"], found["changed"]) == ([names[2]], [names[1]])
    assert [each["reason"] for each in found["survivors"]] == ["because", ""]
