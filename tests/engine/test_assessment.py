"""What is said of a criterion and of a therapy: the statement as it is written, why it came to this, and both sides of a conflict."""

from __future__ import annotations

import pytest

from guideline_core.engine.assessment import assess, changes_of
from guideline_core.engine.patient import read_patient
from guideline_core.itp import GUIDELINE
from guideline_core.model.readers import explain
from guideline_core.model.statement import Criterion
from tests.engine.asked import ADULT, C01, answer, part

EARLY = C01.answers | {"months_since_diagnosis": "4"}
STATEMENTS = [pytest.param(each, id=each.id) for each in (*GUIDELINE.criteria.values(), GUIDELINE.phases)]


def statement(criterion: Criterion, answers: dict) -> dict:
    found = answer("assess", answers)
    return next(row for row in (*found["criteria"], found["phase"]) if row["id"] == criterion.id)


@pytest.mark.parametrize("answers", [C01.answers, EARLY, {"active_bleeding": "yes"}], ids=["usual", "early", "emergency"])
@pytest.mark.parametrize("criterion", STATEMENTS)
def test_a_criterion_is_shown_as_it_is_stated(criterion: Criterion, answers: dict) -> None:
    """With each of its facts cited, whatever it comes to."""
    row = statement(criterion, answers)
    assert (row["key"], row["label"], row["text"]) == (criterion.key, criterion.label, explain(criterion.condition))
    assert (row["reading"], row["notes"]) == (criterion.reading, [note.id for note in criterion.notes])
    assert {fact.id for fact in criterion.facts} <= set(row["facts"]) and set(criterion.defects) <= set(row["defects"])
    cited = [(fact, c.source, c.locator) for fact in row["facts"] for c in GUIDELINE.facts[fact].citations]
    assert [(each["fact"], each["source"], each["locator"]) for each in row["citations"]] == cited
    assert len(set(row["facts"])) == len(row["facts"]) and len(set(row["defects"])) == len(row["defects"])


def test_a_conflict_shows_both_sides() -> None:
    """4 months after diagnosis: line 32 speaks of a bridge, line 78 against hurry (SD-04)."""
    row = part("assess", "criteria", "P5", EARLY)
    assert [(side["fact"], side["lines"]) for side in row["sides"]] == [("role-bridge", [32]), ("pitfall-not-before-6mo", [78])]
    assert [side["text"] for side in row["sides"]] == [GUIDELINE.facts[side["fact"]].says for side in row["sides"]]
    assert (row["facts"], row["defects"], row["missing"]) == (["pitfall-not-before-6mo", "role-bridge"], ["SD-04"], [])
    assert row["why"]["outcome"] == "conflict"
    assert [(each["outcome"], each["text"]) for each in row["why"]["parts"]] == [
        ("not-met", "time since diagnosis 6 months or more (here 4 months)"),
        ("conflict", "time since diagnosis below 6 months (here 4 months)"),
    ]
    assert part("assess", "criteria", "P5", C01.answers)["sides"] == []


def test_a_contested_limb_adds_its_own_defect_and_facts() -> None:
    """Failed IVIg alone can be read either way (SD-40); in P8 the conflict comes from lines 33 and 64 (SD-21, beside SD-20)."""
    ivig = part("assess", "criteria", "P1", ADULT | {"steroid_response": "lasting", "steroid_toxicity": "acceptable", "ivig_failed": "yes"})
    assert (ivig["outcome"], [side["fact"] for side in ivig["sides"]]) == ("conflict", ["scope-steroid-failed-or-intolerant", "firstline-ivig"])
    assert ivig["defects"] == ["SD-40"]
    spleen = part("assess", "criteria", "P8", ADULT | {"bleeding_risk": "yes", "spleen": "never-responded"})
    assert (spleen["outcome"], [side["lines"] for side in spleen["sides"]]) == ("conflict", [[33], [64]])
    assert set(spleen["defects"]) == {"SD-20", "SD-21"} and set(spleen["facts"]) >= {"role-post-splenectomy-peers", "tpora-indication"}


def test_what_no_answer_can_change_says_so() -> None:
    """The triple combination: a specialist's, and without a dose in the source (P11)."""
    for answers in (C01.answers, ADULT):
        row = part("assess", "criteria", "P11", answers)
        (reason,) = row["reasons"]
        assert (row["outcome"], reason["code"], reason["text"], reason["facts"]) == ("out-of-scope", "fixed", row["reading"], row["facts"])
        assert row["text"].startswith("the clinician judges") and row["reading"].startswith("Specialist only, and no dose in the source")
        assert (row["why"], row["missing"], row["sides"], row["defects"]) == (None, [], [], ["SD-34", "SD-35"])


BANDS = [
    ("P3", "steroid_weeks", "5", [], []),
    ("P3", "steroid_weeks", "6", ["in-range"], ["inside the source's range of weeks"]),
    ("P3", "steroid_weeks", "8", ["in-range"], ["inside the source's range of weeks"]),
    ("P3", "steroid_weeks", "8.1", ["past-range"], ["past the source's range of weeks"]),
    ("phase", "months_since_diagnosis", "2.9", ["newly-diagnosed"], ["newly diagnosed"]),
    ("phase", "months_since_diagnosis", "3", ["persistent"], ["persistent"]),
    ("phase", "months_since_diagnosis", "12", ["persistent", "chronic"], ["persistent", "chronic"]),
    ("phase", "months_since_diagnosis", "13", ["chronic"], ["chronic"]),
]


@pytest.mark.parametrize(("id", "question", "value", "names", "texts"), BANDS, ids=[f"{row[0]}-{row[2]}" for row in BANDS])
def test_the_part_of_its_range(id: str, question: str, value: str, names: list[str], texts: list[str]) -> None:
    """6 to 8 weeks with both ends; at exactly 12 months both conventions."""
    criterion = GUIDELINE.phases if id == "phase" else GUIDELINE.criteria[id]
    row = statement(criterion, ADULT | {question: value})
    assert (row["bands"], row["band_texts"]) == (names, texts)


WORDS = [
    ("P5", C01.answers, "met", "met"),
    ("P6", C01.answers, "not-met", "not met"),
    ("P5", ADULT, "unknown", "not known yet"),
    ("P5", EARLY, "conflict", "the source contradicts itself"),
    ("P7", C01.answers | {"age_concern": "yes"}, "suppressed", "a reason against"),
    ("P11", C01.answers, "out-of-scope", "outside this site"),
    ("P5", C01.answers | {"weight": "heavy"}, "refused", "check the answers"),
    ("azathioprine", C01.answers, "met", "the source's criteria are met"),
    ("eltrombopag", C01.answers, "not-met", "the source's criteria are not met"),
    ("azathioprine", ADULT, "unknown", "not decided yet"),
    ("azathioprine", EARLY, "conflict", "the source contradicts itself"),
    ("azathioprine", C01.answers | {"tpmt": "deficient"}, "suppressed", "a safety gate is closed"),
    ("azathioprine", C01.answers | {"age": "17"}, "out-of-scope", "outside this site"),
    ("azathioprine", C01.answers | {"weight": "heavy"}, "refused", "check the answers"),
]


@pytest.mark.parametrize(("id", "answers", "outcome", "label"), WORDS, ids=[f"{row[0]}-{row[2]}" for row in WORDS])
def test_an_outcome_in_words(id: str, answers: dict, outcome: str, label: str) -> None:
    row = part("assess", "criteria" if id in GUIDELINE.criteria else "therapies", id, answers)
    assert (row["outcome"], row["outcome_label"]) == (outcome, label)


OWN = {
    "azathioprine": ("Azathioprine", ["P1", "P4", "P5"]), "ciclosporin": ("Ciclosporin", ["P1", "P4", "P5"]),
    "combination": ("Azathioprine, mycophenolate and ciclosporin", ["P12"]),
    "cyclophosphamide": ("Cyclophosphamide", ["P1", "P4", "P5", "P12"]),
    "eltrombopag": ("Eltrombopag", ["P8"]), "rituximab": ("Rituximab", ["P9"]), "romiplostim": ("Romiplostim", ["P8"]),
}


@pytest.mark.parametrize("answers", [C01.answers, {"active_bleeding": "yes"}, ADULT | {"weight": "heavy"}], ids=["usual", "emergency", "refused"])
def test_a_therapy_names_its_criteria_and_defects(answers: dict) -> None:
    """The same behind a barrier, where nothing is said to change it."""
    rows = answer("assess", answers)["therapies"]
    assert {row["id"]: (row["name"], row["criteria"]) for row in rows} == OWN
    for row in rows:
        assert row["defects"] == list(GUIDELINE.therapies[row["id"]].defects)
        assert answers is C01.answers or (row["changes"], row["missing"], row["notes"]) == ([], [], [])


def test_a_note_stands_beside_its_own_drugs_alone() -> None:
    """A planned live vaccine matters to the drugs that suppress immunity, and not to eltrombopag."""
    noted = {row["id"]: [each["facts"] for each in row["notes"]] for row in answer("assess", C01.answers | {"live_vaccine": "yes"})["therapies"]}
    assert noted["ciclosporin"] == [["csa-live-vaccines"]] and noted["rituximab"] == [["rituximab-live-vaccines"]]
    assert noted["eltrombopag"] == [] and noted["romiplostim"] == []


@pytest.mark.parametrize("answers", [C01.answers, EARLY, ADULT], ids=["usual", "early", "adult"])
def test_the_changes_of_one_therapy_are_those_of_the_whole_answer(answers: dict) -> None:
    patient = read_patient(GUIDELINE, answers, None)
    whole = {row.id: row.changes for row in assess(GUIDELINE, patient).therapies}
    assert any(whole.values())
    for name, changes in whole.items():
        assert changes_of(GUIDELINE, patient, GUIDELINE.therapies[name]) == changes
