"""What would change a result, the next question, and one patient who goes along from page to page."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import expect

from guideline_core.browser import call
from tests.calculators.reader import TODAY, Reader

CASE = {"active_bleeding": "no", "age": {"value": "50"}, "pregnant": "no", "platelets": {"value": "15"}, "persistent": "yes",
        "bleeding_risk": "yes", "diagnosed": "2026-09-14", "steroid_response": "lost"}
DOSE = {"active_bleeding": "no", "age": {"value": "34"}, "pregnant": "no", "weight": {"value": "62"}, "tpmt": "normal",
        "nudt15": "normal", "xanthine_oxidase_inhibitor": "no", "new_cytopenia": "no"}


def test_the_next_question_is_marked_and_leads_to_its_field(at) -> None:
    reader = at("eligibility")
    reader.answers(CASE)
    shown = reader.shown()
    next_question = shown.answer["next"]
    assert next_question["question"] == "spleen"
    marked = reader.calculator.locator(".q.is-next")
    expect(marked).to_have_count(1)
    expect(marked).to_have_attribute("data-question", "spleen")
    expect(marked.locator(".q-next")).to_contain_text(next_question["text"])
    reader.result.locator(".res-next a").click()
    assert reader.page.evaluate("document.activeElement.closest('[data-question]').dataset.question") == "spleen"
    reader.choose("spleen", "in-place")
    assert reader.shown().answer["next"]["question"] != "spleen"
    expect(reader.question("spleen").locator(".q-next")).to_have_count(0)


def test_every_change_stands_under_its_result(at) -> None:
    reader = at("eligibility")
    reader.answers(CASE | {"tpmt": "normal", "nudt15": "normal", "xanthine_oxidase_inhibitor": "no", "new_cytopenia": "no"})
    shown = reader.shown()
    said = [change["text"] for therapy in shown.answer["therapies"] for change in therapy["changes"]]
    assert len(said) > 5 and all(text in shown.text for text in said)
    aza = reader.result.locator('[data-therapy="azathioprine"] .res-ahead > ul')
    expect(aza).to_be_visible()
    expect(aza).to_contain_text("On 14 March 2027")


def test_the_patient_goes_along(reader: Reader) -> None:
    reader.open("azathioprine").answers(DOSE)
    reader.shown()
    reader.move("romiplostim")
    strip = reader.calculator.locator(".calc-known")
    expect(strip).to_contain_text("weight 62 kg")
    expect(strip.locator(".known-elsewhere", has_text="TPMT status")).to_be_visible()

    strip.get_by_role("button", name="Change: weight 62 kg").click()
    expect(reader.question("weight").locator("input")).to_be_focused()
    strip.get_by_role("button", name="Forget weight").click()
    expect(reader.question("weight").locator("input")).to_have_value("")
    assert "weight" not in reader.shown().request["answers"]
    reader.clear()
    expect(strip).to_be_hidden()


def test_one_medicine_leaves_out_the_others_questions(at) -> None:
    reader = at("dose")
    reader.answers(DOSE | {"hbsag": "negative"})
    reader.shown()
    reader.calculator.locator(".calc-medicine label", has_text="Azathioprine").click()
    shown = reader.shown()
    assert shown.request["therapy"] == "azathioprine" and "hbsag" not in shown.request["answers"]
    expect(reader.question("hbsag")).to_be_hidden()
    expect(reader.question("tpmt")).to_be_visible()
    assert shown.answer == json.loads(call("dose", json.dumps(shown.request)))
    expect(reader.calculator.locator(".calc-jump")).to_contain_text(shown.answer["regimens"][0]["shown"])
    reader.calculator.locator(".calc-medicine label", has_text="All").click()
    assert reader.shown().request["answers"]["hbsag"] == "negative"


@pytest.fixture
def copier(page, address: str) -> Reader:
    """A reader of whom it is known what was copied: the site lets nobody read a clipboard."""
    page.context.grant_permissions(["clipboard-write"])
    page.add_init_script("""
        const write = navigator.clipboard.writeText.bind(navigator.clipboard)
        navigator.clipboard.writeText = async (text) => { await write(text); window.copied = text }
    """)
    return Reader(page, address)


def test_copied_text_is_the_core_s(copier: Reader) -> None:
    copier.open("azathioprine").answers(DOSE)
    request = copier.shown().request
    copier.result.get_by_role("button", name="Copy for the notes").click()
    expect(copier.result.locator(".calc-told")).to_contain_text("Copied")
    text = copier.page.evaluate("copied")
    assert text == json.loads(call("note", json.dumps({"call": "dose", **request})))["text"]
    assert "62 to 124 mg a day" in text
    copier.still_fine()


def test_a_link_carries_the_answers_and_leaves_no_trace(copier: Reader) -> None:
    page = copier.open("azathioprine").page
    copier.answers(DOSE)
    before = copier.shown()
    copier.result.get_by_role("button", name="Link").click()
    expect(copier.result.locator(".calc-told")).to_contain_text("send it only where patient data may go")
    link = page.evaluate("copied")
    assert link.startswith(f"{copier.address}azathioprine.html#patient=") and page.url == f"{copier.address}azathioprine.html"

    page.goto("about:blank")
    page.goto(link)
    copier._arrived()
    assert page.url == f"{copier.address}azathioprine.html"
    after = copier.shown()
    assert (after.request["answers"], after.answer) == (before.request["answers"], before.answer)
    assert page.evaluate("JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.state])").count("62") == 0
    assert not [url for url in copier.requested if "patient=" in url.partition("#")[0]]


def test_a_link_with_anything_in_it_does_no_harm(reader: Reader) -> None:
    for junk in ("", "%%%", "bm90IGpzb24", "WzEsMl0", "eyJhZ2UiOnsieCI6MX0sInRwbXQiOiJub25zZW5zZSIsInpvbyI6MSwid2VpZ2h0Ijp7InZhbHVlIjoiPGI-NjI8L2I-In19"):
        reader.page.goto("about:blank")
        reader.page.clock.set_fixed_time(f"{TODAY}T12:00:00Z")
        reader.page.goto(f"{reader.address}azathioprine.html#patient={junk}")
        reader._arrived()
        assert "#" not in reader.page.url
    shown = reader.shown()
    assert set(shown.request["answers"]) == {"weight"} and "weight" in shown.errors
    reader.still_fine()
