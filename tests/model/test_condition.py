"""Conditions: what they come to, what they say, and how they refuse to be misused."""

from __future__ import annotations

from fractions import Fraction

import pytest

from guideline_core.itp import pathway
from guideline_core.itp.questions import bleeding_risk, platelets, spleen, steroid_weeks
from guideline_core.model.condition import Bound, Contested, Outcome, Undecided
from guideline_core.model.readers import evaluate, explain, terms

LIMIT = pathway.trigger_platelets.high
LOW = (platelets < LIMIT) & bleeding_risk
MET, NOT_MET, UNKNOWN, CONFLICT = Outcome.MET, Outcome.NOT_MET, Outcome.UNKNOWN, Outcome.CONFLICT


@pytest.mark.parametrize(
    ("count", "risk", "expected"),
    [
        ("29.9", "yes", MET), ("30", "yes", NOT_MET), ("29.9", "no", NOT_MET), ("29.9", None, UNKNOWN),
        (None, "yes", UNKNOWN), (None, "no", NOT_MET), ("30", None, NOT_MET), (None, None, UNKNOWN),
    ],
)
def test_and(count: str | None, risk: str | None, expected: Outcome) -> None:
    values = {"platelets": count and Fraction(count), "bleeding_risk": risk}
    assert evaluate(LOW, values).outcome is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("yes", "contraindicated", MET), ("yes", "relapsed", MET), ("no", "in-place", NOT_MET),
        ("no", "never-responded", CONFLICT), ("yes", "never-responded", MET), (None, "never-responded", UNKNOWN),
        (None, "relapsed", MET), (None, "in-place", UNKNOWN), ("no", None, UNKNOWN),
    ],
)
def test_or_with_a_contested_limb(one: str | None, other: str | None, expected: Outcome) -> None:
    condition = bleeding_risk | spleen.is_("contraindicated", "relapsed") | Contested(
        spleen.is_("never-responded"), "SD-04", ("a", "b")
    )
    found = evaluate(condition, {"bleeding_risk": one, "spleen": other})
    assert found.outcome is expected
    assert bool(found.sides) is (expected is CONFLICT)


def test_undecided_is_unknown_though_answered() -> None:
    condition = Undecided(bleeding_risk.is_("yes"))
    assert evaluate(condition, {"bleeding_risk": "yes"}).outcome is UNKNOWN
    assert evaluate(condition, {"bleeding_risk": "no"}).outcome is NOT_MET


def test_not() -> None:
    assert evaluate(~bleeding_risk, {"bleeding_risk": "no"}).outcome is MET
    assert evaluate(~bleeding_risk, {}).outcome is UNKNOWN


def test_missing_names_only_what_is_undecided() -> None:
    assert evaluate(LOW, {"platelets": Fraction(20)}).missing == ("bleeding_risk",)
    assert evaluate(LOW, {"bleeding_risk": "no"}).missing == ()


def test_explains_itself() -> None:
    assert explain(LOW) == "platelet count below 30 × 10⁹/L and there is a risk of bleeding"
    found = evaluate(LOW, {"platelets": Fraction("29.96"), "bleeding_risk": "yes"})
    assert "here 29.96 × 10⁹/L" in found.parts[0].text, "rounding would carry it over the limit"


def test_terms_in_order_once_each() -> None:
    assert [t.id for t in terms(LOW & (platelets < LIMIT))] == ["platelets", "bleeding_risk"]


@pytest.mark.parametrize(
    "misuse",
    [
        lambda: bool(LOW),
        lambda: LOW and LOW,
        lambda: not LOW,
        lambda: bool(bleeding_risk),
        lambda: platelets < 30,
        lambda: LOW & 30,
        lambda: 30 | LOW,
        lambda: steroid_weeks >= LIMIT,
        lambda: LIMIT.value < platelets < LIMIT.value,
    ],
)
def test_misuse_raises(misuse) -> None:
    with pytest.raises(TypeError):
        misuse()


def test_bare_number_is_answered_with_the_mended_text() -> None:
    with pytest.raises(TypeError, match=r"\(x < 30\) & \(y\)"):
        bleeding_risk & 30


def test_an_answer_that_does_not_exist() -> None:
    with pytest.raises(ValueError, match="can't be answered 'purple'"):
        spleen.is_("purple")


def test_bound_remembers_its_fact() -> None:
    assert LIMIT == Bound(Fraction(30), "10*9/L", "trigger-platelets")
