"""The planner as a reader uses it: the page's plan is the core's own, and the file that leaves it is the core's file."""

from __future__ import annotations

import json

import pytest
from icalendar import Calendar
from playwright.sync_api import expect

from guideline_core.browser import call
from tests.casefiles import Case, cases
from tests.calculators.test_form_cases import leads_somewhere
from tests.calculators.test_keyboard import answer, tab_into

TYPED = ("PL01", "PL02", "PL04", "PL05", "PL06", "PL10", "PL11", "PL20", "PL22", "PL24", "PL26", "PL40", "PL45")
LINES = """
calculator => [...calculator.querySelectorAll('.plan-lines > li')].map((line) => ({
  what: line.querySelector('.plan-what b').textContent, when: line.querySelector('.plan-when').textContent,
  dots: line.querySelectorAll('circle').length, bars: line.querySelectorAll('.plan-bar').length,
}))
"""


def case_of(id: str) -> Case:
    return next(case for case in cases("plan") if case.id == id)


def answered(reader, case: Case):
    reader.it_is(case.today)
    reader.answers(case.answers)
    reader.leave()
    return reader.shown()


@pytest.mark.parametrize("id", TYPED)
def test_page_plans_as_the_core(at, site, id: str) -> None:
    reader, case = at("planner"), case_of(id)
    shown = answered(reader, case)
    assert shown.answer == json.loads(call("plan", json.dumps(shown.request)))
    assert shown.answer["plan"]["outcome"] == case.expect["plan"]["outcome"]
    plan = shown.answer["plan"]
    expected = [
        {"what": line["what"], "when": line["when"], "dots": len(line["days"]), "bars": int(line["until"] is not None)}
        for line in plan["lines"]
    ]
    assert bool(expected) != bool(case.expect["plan"].get("no_lines"))
    assert reader.calculator.evaluate(LINES) == expected
    assert reader.calculator.locator(".plan-file").count() == bool(expected)
    if plan["dose"] and plan["dose"]["shown"]:
        assert plan["dose"]["shown"] in shown.text
    for reason in plan["reasons"] if shown.answer["outcome"] != "refused" else ():
        assert reason["text"] in shown.text
    assert set(shown.errors) == {refusal["question"] for refusal in shown.answer["refusals"]}
    leads_somewhere(shown, site)
    reader.still_fine()


def test_the_file_is_made_in_the_page(reader) -> None:
    """It is the core's own, byte for byte, and nothing was asked of anybody for it."""
    reader.open("planner", today="2026-11-25")
    shown = answered(reader, case_of("PL01"))
    before = len(reader.requested)
    with reader.page.expect_download() as found:
        reader.calculator.locator(".plan-file").click()
    file = found.value.path().read_bytes()
    (series,) = {str(event["uid"]).partition("@")[0].rpartition(".")[2] for event in Calendar.from_ical(file).walk("VEVENT")}
    expected = json.loads(call("calendar", json.dumps(shown.request | {"series": series})))["calendar"]
    assert found.value.suggested_filename == expected["name"] == "plan-azathioprine-2026-12-01.ics"
    assert file.decode() == expected["text"]
    assert len(Calendar.from_ical(file).walk("VEVENT")) == 10
    assert len(series) > 20, "another patient's file would have the same ids"
    assert [url for url in reader.requested[before:] if not url.startswith("blob:")] == []
    reader.still_fine()


def test_keyboard_alone_is_enough(reader) -> None:
    page = reader.open("planner", today="2026-11-25").page
    # The same day in whatever order a browser asks for it.
    answer(reader, {"plan_regimen": "rituximab-dose", "plan_start": "12122026", "active_bleeding": "no", "age": "50", "pregnant": "no"})
    shown = reader.shown()
    assert shown.request["answers"]["plan_start"] == "2026-12-12"
    assert shown.answer["plan"]["name"] == "Rituximab"
    assert len(shown.answer["plan"]["lines"]) > 3
    tab_into(page, ".plan-file")
    with page.expect_download():
        page.keyboard.press("Enter")


def test_tables_without_script_say_the_same(browser, address: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{address}planner.html")
        rows = page.locator('table[data-regimen="aza-dose-weight"] tbody tr')
        expect(rows.filter(has_text="The time to judge begins")).to_contain_text("After 3 months")
        assert page.locator(".calc-needs").is_visible()
        assert page.locator("table.plan-table").count() == 6
