"""The patient of a calculator on the pictures beside it: put there, said in words, and gone with the answer."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.calculators.reader import Reader

COMMON = {"active_bleeding": "no", "age": "50", "pregnant": "no"}
OPEN = {"tpmt": "normal", "nudt15": "normal", "xanthine_oxidase_inhibitor": "no", "new_cytopenia": "no"}


@pytest.fixture
def reader(page: Page, address: str) -> Reader:
    return Reader(page, address)


def kg(weight: str) -> dict:
    return {"weight": {"value": weight, "unit": "kg"}}


def test_azathioprine_at_62_kg(reader: Reader) -> None:
    """62 kg × 1 and × 2 mg/kg; 150 mg would be over 2 mg/kg. The axis runs from 40 to 170 kg: (62 − 40) ÷ 130."""
    reader.open("azathioprine").answers(COMMON | OPEN | kg("62"))
    shown = reader.shown()
    assert shown.answer["regimens"][0]["size"] == {"value": 62, "unit": "kg", "shown": "62 kg"}
    picture = reader.page.locator(".pic-dose")
    line = picture.locator(".you line")
    assert line.get_attribute("x1").startswith("16.92") and line.get_attribute("x1").endswith("%")
    # The ground is 240 px high for 200 mg a day.
    assert [round(float(line.get_attribute(end)), 1) for end in ("y1", "y2")] == [91.2, 165.6]
    expect(picture.locator(".you-conflict")).to_have_count(1)
    expect(picture.locator(".pic-said")).to_contain_text("62 kg: 62 to 124 mg a day")
    expect(picture.locator(".pic-said")).to_contain_text("not offered")

    reader.choose("tpmt", "")
    reader.shown()
    expect(picture.locator(".you")).to_have_count(0)
    expect(picture.locator(".pic-said")).to_be_hidden()
    reader.still_fine()


def test_pounds_stand_on_the_scale_in_kilograms_and_go_with_the_reader(reader: Reader) -> None:
    reader.open("romiplostim").answers(COMMON)
    reader.choose("weight", "[lb_av]")
    reader.type("weight", "220")
    reader.leave()
    reader.shown()
    said = reader.page.locator(".pic-dose .pic-said")
    expect(said).to_contain_text("99.8 kg: start 99.8")
    reader.move("dose")
    reader.shown()
    expect(reader.page.locator('[data-regimen="romiplostim-dose"] .pic-said')).to_contain_text("99.8 kg")
    expect(reader.page.locator('[data-regimen="rituximab-dose"] .you')).to_have_count(0)
    reader.clear()
    expect(reader.page.locator(".you")).to_have_count(0)


def test_the_clock_stands_on_every_track(reader: Reader) -> None:
    """Since 1 July: 144 days, in months of 30.4375 days 4.73 of 6."""
    reader.open("response").answers(COMMON | {"azathioprine_start": "2026-07-01"})
    reader.shown()
    picture = reader.page.locator(".pic-time")
    marks = picture.locator(".track .you")
    expect(marks).to_have_count(picture.locator("tbody .track").count())
    assert 78 < float(marks.first.get_attribute("x1").rstrip("%")) < 80
    expect(picture.locator(".pic-said")).to_contain_text("inside the source's window")


def test_the_pathway_says_each_outcome_in_words(reader: Reader) -> None:
    reader.open("eligibility").answers(COMMON | {"steroid_response": "no-response", "months_since_diagnosis": {"value": "4", "unit": "mo"}})
    shown = reader.shown()
    flow = reader.page.locator("figure.flow")
    boxes = {"criterion": shown.answer["criteria"], "therapy": shown.answer["therapies"]}
    for kind, results in boxes.items():
        by_id = {result["id"]: result for result in results}
        for box in flow.locator(f"[data-{kind}]").all():
            right = by_id[box.get_attribute(f"data-{kind}")]
            assert box.get_attribute("data-outcome") == right["outcome"]
            expect(box.locator(".flow-outcome")).to_have_text(right["outcome_label"])
            expect(box.locator(".flow-outcome svg")).to_have_count(1)
    assert {box["outcome"] for box in boxes["criterion"]} >= {"met", "unknown", "conflict"}
    reader.clear()
    expect(flow.locator(".flow-outcome")).to_have_count(0)
