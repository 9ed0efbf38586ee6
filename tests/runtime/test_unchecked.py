"""Until Python answers: the row of the table for the weight that was typed is marked, with what nobody has asked yet."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from guideline_core.itp import GUIDELINE
from tests.calculators.reader import Reader


@pytest.fixture
def waiting(reader: Reader) -> Reader:
    """A reader for whom Python doesn't come, until it is let go."""
    reader.page.route(re.compile(r"/python/.*\.wasm\.bin$"), lambda route: setattr(reader, "held", route))
    return reader.open("azathioprine")


def marked(page: Page) -> list[str]:
    return page.eval_on_selector_all("tr.is-unchecked", "rows => rows.map((row) => row.dataset.size)")


def open_gates(page: Page) -> list[str]:
    return page.locator(".dose-unchecked [data-asks]:visible").all_text_contents()


def test_the_rows_around_a_weight(waiting: Reader) -> None:
    page = waiting.page
    assert marked(page) == []
    expect(page.locator(".dose-unchecked")).to_be_hidden()
    for typed, rows in {"65": ["60", "70"], "60": ["60"], "60.0": ["60"], "69.9": ["60", "70"], "5": [], "999": [], "6o": [], "": []}.items():
        waiting.type("weight", typed) if typed else waiting.question("weight").locator("input").fill("")
        assert marked(page) == rows, typed
        assert page.locator(".dose-unchecked").is_visible() == bool(rows)
        assert page.locator("tr.is-unchecked", has_text="not yet checked").count() == len(rows)


def test_a_weight_in_another_unit_is_not_looked_up(waiting: Reader) -> None:
    waiting.choose("weight", "lb")
    waiting.type("weight", "65")
    assert marked(waiting.page) == []


def test_the_open_gates_stand_beside_it(waiting: Reader) -> None:
    gates = [*GUIDELINE.common_gates, *GUIDELINE.therapies["azathioprine"].gates]
    waiting.type("weight", "65")
    assert open_gates(waiting.page) == [gate.label for gate in gates]
    waiting.choose("pregnant", "no")
    left = open_gates(waiting.page)
    assert set(left) < {gate.label for gate in gates} and len(left) == len(gates) - 1


def test_the_mark_goes_when_python_answers(waiting: Reader) -> None:
    waiting.type("weight", "65")
    assert len(marked(waiting.page)) == 2
    while not hasattr(waiting, "held"):
        waiting.page.wait_for_timeout(50)
    waiting.held.continue_()
    assert waiting.shown().pieces["regimen"]
    assert marked(waiting.page) == []
    expect(waiting.page.locator(".dose-unchecked")).to_be_hidden()
