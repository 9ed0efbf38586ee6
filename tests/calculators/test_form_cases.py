"""Every named case, typed into the real form: the page's answer is the core's own, and the page says what it says."""

from __future__ import annotations

import json
import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from guideline_core.browser import call
from guideline_core.itp import GUIDELINE
from tests.calculators.reader import TODAY, Shown
from tests.casefiles import Case, cases

PAGES = {"dose": "dose", "assess": "eligibility", "response": "response"}


def can_be_typed(case: Case) -> bool:
    """Whether the form has a way to give these answers: it offers no wrong choice, no other unit, no impossible date."""
    return all(_can_be_typed(id, raw) for id, raw in case.answers.items()) and (case.today is None or _is_date(case.today))


def _can_be_typed(id: str, raw: object) -> bool:
    question = GUIDELINE.questions.get(id)
    value, unit = (raw.get("value"), raw.get("unit")) if isinstance(raw, dict) else (raw, None)
    if question is None or unit and unit not in {u.code for u in question.units}:
        return False
    if question.choices:
        return all(each == "unknown" or question.accepts(each) for each in (value if isinstance(value, list) else [value]))
    return isinstance(value, str) and (question.kind.value != "date" or _is_date(value))


def _is_date(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def rows() -> list:
    found = [pytest.param(name, case, id=f"{name}-{case.id}") for name in PAGES for case in cases(name) if can_be_typed(case)]
    every = sum(len(cases(name)) for name in PAGES)
    assert len(found) > 0.9 * every, f"only {len(found)} of {every} cases can be typed into a form"
    return found


@pytest.mark.parametrize(("name", "case"), rows())
def test_page_answers_as_the_core(at, site: Path, name: str, case: Case) -> None:
    reader = at(PAGES[name])
    reader.it_is(case.today or TODAY)
    sent = reader.answers(case.answers)
    reader.leave()
    shown = reader.shown()
    for id, raw in case.answers.items():
        if isinstance(raw, dict) and raw.get("confirmed") and id in sent and reader.confirm(id):
            sent[id] = sent[id] | {"confirmed": True}
            shown = reader.shown()
    if sent:
        request = {"answers": sent, "today": case.today or TODAY}
        assert shown.request == request
        # As it was sent: the order of the answers is that of the form, and so is that of the refusals.
        assert shown.answer == json.loads(call(name, json.dumps(shown.request)))
        says(shown, name)
        leads_somewhere(shown, site)
    else:
        assert shown.request == {} and shown.text == ""
    reader.still_fine()


def says(shown: Shown, name: str) -> None:
    """The words and numbers of the answer stand on the page, and no number that isn't in it."""
    answer = shown.answer
    if answer["outcome"] != "met":
        assert answer["outcome_label"] in shown.text
    if answer["outcome"] == "refused":
        assert not re.search(r"\d", shown.text), "a number stands beside an answer that can't be right"
        for refusal in answer["refusals"]:
            assert any(refusal["message"] in row for row in shown.summary)
            assert refusal["message"][1:] in shown.errors.get(refusal["question"], refusal["message"])
        return
    assert (shown.errors, shown.summary) == ({}, [])
    for reason in answer["reasons"]:
        assert reason["text"] in shown.text and reason["opens"] in shown.text
    if answer["outcome"] != "out-of-scope":
        SAYS[name](shown, answer)
        for worked in answer["derived"]:
            piece = shown.piece("derived", worked["id"])["text"]
            assert worked["shown"] in piece and worked["working"] in piece
        for note in answer["notes"]:
            assert note["text"] in shown.text
    assert numbers(shown.text) <= numbers(json.dumps(answer, ensure_ascii=False)) | numbers(names())


def says_doses(shown: Shown, answer: dict) -> None:
    assert [id for id, _ in shown.pieces["regimen"]] == [regimen["id"] for regimen in answer["regimens"]]
    for regimen in answer["regimens"]:
        piece = shown.piece("regimen", regimen["id"])
        assert piece["outcome"] == regimen["outcome"]
        details = [part for detail in regimen["details"] for part in (detail["label"], detail["text"])]
        for words in (regimen["label"], regimen["outcome_label"], regimen["shown"], *regimen["working"], *details):
            assert words in piece["text"]
        for reason in regimen["reasons"]:
            assert reason["text"] in shown.text and reason["opens"] in shown.text
        for cited in regimen["citations"]:
            assert f"facts.html#{cited['fact']}" in shown.links or _same_place(cited, regimen, shown)


def _same_place(cited: dict, regimen: dict, shown: Shown) -> bool:
    """One link serves all that is cited from one place."""
    place = {"source": ("locator",)}.get(cited["layer"], ("source",))
    others = [c for c in regimen["citations"] if c["layer"] == cited["layer"] and all(c[p] == cited[p] for p in place)]
    return any(f"facts.html#{other['fact']}" in shown.links for other in others)


def says_criteria(shown: Shown, answer: dict) -> None:
    assert [id for id, _ in shown.pieces["therapy"]] == [therapy["id"] for therapy in answer["therapies"]]
    for therapy in answer["therapies"]:
        piece = shown.piece("therapy", therapy["id"])
        assert piece["outcome"] == therapy["outcome"]
        assert therapy["name"] in piece["text"] and therapy["outcome_label"] in piece["text"]
        for reason in therapy["reasons"]:
            assert reason["text"] in shown.text and reason["opens"] in shown.text
        for note in therapy["notes"]:
            assert note["text"] in piece["text"]
    for criterion in (*answer["criteria"], answer["phase"]):
        piece = shown.piece("criterion", criterion["id"])
        assert piece["outcome"] == criterion["outcome"]
        clauses = leaves(criterion["why"]) if criterion["why"] else [criterion["text"]]
        for words in (criterion["label"], criterion["reading"], *criterion["band_texts"], *clauses):
            assert words in piece["text"]
        assert criterion["outcome_label"] in piece["text"] or criterion is answer["phase"] and criterion["bands"]
        for side in criterion["sides"]:
            assert side["text"] in piece["text"] and all(str(line) in piece["text"] for line in side["lines"])
        for defect in criterion["defects"]:
            assert f"unclear.html#{defect}" in shown.links


def leaves(finding: dict) -> list[str]:
    return [text for part in finding["parts"] for text in leaves(part)] if finding["parts"] else [finding["text"]]


def says_response(shown: Shown, answer: dict) -> None:
    response, clock = answer["response"], answer["clock"]
    for words in (response["label"], response["confirmation"], *response["working"], clock["label"][1:]):
        assert words in shown.text
    for reason in (*response["reasons"], *clock["reasons"]):
        assert reason["text"] in shown.text


SAYS = {"dose": says_doses, "assess": says_criteria, "response": says_response}


def numbers(text: str) -> set[str]:
    return set(re.findall(r"\d+(?:,\d{3})*(?:\.\d+)?", text))


@cache
def names() -> str:
    """What the page adds by name: labels of questions, works that are cited, and notes beside a criterion."""
    asked = [question.asks for question in GUIDELINE.questions.values()]
    cited = [f"{source.title} {source.year} {source.authors}" for source in GUIDELINE.sources.values()]
    beside = [fact.says for criterion in GUIDELINE.criteria.values() for fact in criterion.notes]
    doses = [f"{regimen.route} {regimen.per} {therapy.name}" for therapy, regimen in GUIDELINE.regimens()]
    return " ".join([*asked, *cited, *beside, *doses, "1.73"])


def leads_somewhere(shown: Shown, site: Path) -> None:
    """Every link of the result ends at a place that there is."""
    for link in shown.links:
        page, _, anchor = link.partition("#")
        assert not page or anchor in anchors(site / page), link


@cache
def anchors(page: Path) -> frozenset[str]:
    return frozenset(id.replace("&#95;", "_") for id in re.findall(r'\sid="([^"]+)"', page.read_text("utf-8")))
