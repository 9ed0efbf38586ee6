"""The readers of a condition, on a condition small enough to redo by hand: how a boat is kept."""

from __future__ import annotations

from fractions import Fraction as F

import pytest

from guideline_core.model.condition import And, Bound, Compare, Contested, Is, Named, Not, Or, Outcome, Undecided
from guideline_core.model.derived import Derived
from guideline_core.model.quantity import Range, at_least, at_most, between, exact
from guideline_core.model.question import Choice, Kind, Question, UnitChoice
from guideline_core.model.readers import answers, comparisons, decide, evaluate, explain, nodes, points, terms

MET, NOT_MET, UNKNOWN, CONFLICT = Outcome.MET, Outcome.NOT_MET, Outcome.UNKNOWN, Outcome.CONFLICT


def choice(id: str, noun: str, **clauses: str) -> Question:
    choices = tuple(Choice(value, value.title(), clause) for value, clause in clauses.items())
    return Question(id=id, asks=f"{noun}?", noun=noun, kind=Kind.CHOICE, group="boat", choices=choices)


depth = Question(
    id="depth", asks="Depth", noun="the depth", kind=Kind.QUANTITY, group="boat", units=(UnitChoice("cm", "cm", exact(1)),),
    hard=between(0, 100, "cm"),
)
leak = choice("leak", "the leak", yes="she leaks", no="she is tight")
sail = choice("sail", "the sail", up="the sail is up", down="the sail is down", torn="the sail is torn")
flags = Question(
    id="flags", asks="Flags", noun="flags", kind=Kind.SET, group="boat",
    choices=(Choice("red", "Red", "a red flag flies"), Choice("blue", "Blue", "a blue flag flies")),
)
draught = Derived(id="draught", noun="the draught", unit="cm", formula="x", inputs=(depth, leak), coefficients=())
SHALLOW, ONE = Bound(F(30), "cm", "fact-shallow"), Bound(F(1), "cm", "fact-one")


@pytest.mark.parametrize(
    ("sign", "below", "at", "above"),
    [("<", MET, NOT_MET, NOT_MET), ("<=", MET, MET, NOT_MET), (">", NOT_MET, NOT_MET, MET), (">=", NOT_MET, MET, MET)],
)
def test_comparisons_at_their_limit(sign: str, below: Outcome, at: Outcome, above: Outcome) -> None:
    compare = {"<": depth < SHALLOW, "<=": depth <= SHALLOW, ">": depth > SHALLOW, ">=": depth >= SHALLOW}[sign]
    assert (compare.term, compare.sign, compare.bound) == (depth, sign, SHALLOW)
    assert [decide(compare, {"depth": F(n)}) for n in ("29.99", "30", "30.01")] == [below, at, above]
    assert decide(compare, {}) is UNKNOWN


FOUR = {MET: leak.is_("yes"), NOT_MET: leak.is_("no"), UNKNOWN: sail.is_("up"), CONFLICT: Contested(leak.is_("yes"), "D", ("a", "b"))}
VALUES = {"leak": "yes"}


@pytest.mark.parametrize("one", FOUR, ids=lambda o: o.value)
@pytest.mark.parametrize("other", FOUR, ids=lambda o: o.value)
def test_four_values(one: Outcome, other: Outcome) -> None:
    """And: the first of not met, unknown, conflict, met. Or: the first of met, unknown, conflict, not met."""
    both = next(each for each in (NOT_MET, UNKNOWN, CONFLICT, MET) if each in (one, other))
    either = next(each for each in (MET, UNKNOWN, CONFLICT, NOT_MET) if each in (one, other))
    for reader in (decide, lambda condition, values: evaluate(condition, values).outcome):
        assert reader(FOUR[one] & FOUR[other], VALUES) is both
        assert reader(FOUR[one] | FOUR[other], VALUES) is either


@pytest.mark.parametrize(
    ("wrapped", "outcomes"),
    [
        (lambda c: ~c, {MET: NOT_MET, NOT_MET: MET, UNKNOWN: UNKNOWN, CONFLICT: CONFLICT}),
        (lambda c: Contested(c, "D", ()), {MET: CONFLICT, NOT_MET: NOT_MET, UNKNOWN: UNKNOWN, CONFLICT: CONFLICT}),
        (Undecided, {MET: UNKNOWN, NOT_MET: NOT_MET, UNKNOWN: UNKNOWN, CONFLICT: CONFLICT}),
        (lambda c: Named("it", c), {each: each for each in FOUR}),
    ],
    ids=["not", "contested", "undecided", "named"],
)
def test_around_one(wrapped, outcomes: dict) -> None:
    for inner, condition in FOUR.items():
        assert decide(wrapped(condition), VALUES) is outcomes[inner]
        assert evaluate(wrapped(condition), VALUES).outcome is outcomes[inner]


def test_an_answer_is_not_a_part_of_another() -> None:
    wind = choice("wind", "the wind", no="calm", **{"no-end": "an endless wind"})
    assert decide(wind.is_("no"), {"wind": "no-end"}) is NOT_MET and decide(wind.is_("no-end"), {"wind": "no"}) is NOT_MET


def test_several_answers_at_once() -> None:
    flown = flags.is_("red")
    assert decide(flown, {"flags": frozenset({"red", "blue"})}) is MET
    assert decide(flown, {"flags": frozenset({"blue"})}) is NOT_MET
    assert decide(flown, {"flags": frozenset()}) is NOT_MET
    assert decide(flags.is_("red", "blue"), {"flags": frozenset({"blue"})}) is MET


TEXTS = [
    (depth < SHALLOW, "the depth below 30 cm"),
    (depth <= SHALLOW, "the depth 30 cm or below"),
    (depth > SHALLOW, "the depth above 30 cm"),
    (depth >= SHALLOW, "the depth 30 cm or more"),
    (sail.is_("up", "torn"), "the sail is up or the sail is torn"),
    (leak & sail.is_("up") & flags.is_("red"), "she leaks and the sail is up and a red flag flies"),
    ((leak & sail.is_("up")) | sail.is_("torn"), "(she leaks and the sail is up) or the sail is torn"),
    ((leak | sail.is_("up")) & sail.is_("torn"), "(she leaks or the sail is up) and the sail is torn"),
    (leak & Contested(leak | sail.is_("up"), "D", ()), "she leaks and (she leaks or the sail is up)"),
    (leak | Undecided(leak & sail.is_("up")), "she leaks or (she leaks and the sail is up)"),
    (~leak, "not (she leaks)"),
    (Named("she is lost", leak & sail.is_("torn")), "she is lost"),
]


@pytest.mark.parametrize(("condition", "text"), TEXTS, ids=[row[1] for row in TEXTS])
def test_explained(condition, text: str) -> None:
    assert explain(condition) == text


def test_a_finding_for_a_quantity() -> None:
    met = evaluate(depth < SHALLOW, {"depth": F("29.96")})
    assert (met.outcome, met.text) == (MET, "the depth below 30 cm (here 29.96 cm)")
    assert (met.parts, met.missing, met.facts, met.defects, met.sides) == ((), (), ("fact-shallow",), (), ())
    assert evaluate(depth < SHALLOW, {"depth": F(1)}).text.endswith("(here 1 cm)")
    assert evaluate(depth < SHALLOW, {"depth": F("12.34")}).text.endswith("(here 12.3 cm)"), "one decimal is enough"
    assert evaluate(depth < SHALLOW, {"depth": 30 - F(1, 10**12)}).text.endswith("(here 30 cm)"), "12 digits are the end of it"
    assert evaluate(depth >= SHALLOW, {"depth": F("30.00001")}).text.endswith("(here 30.00001 cm)")


def test_a_finding_for_what_is_not_known() -> None:
    open_ = evaluate(draught < SHALLOW, {"leak": "no"})
    assert (open_.outcome, open_.text, open_.missing, open_.facts) == (UNKNOWN, "the draught below 30 cm", ("depth",), ("fact-shallow",))
    silent = evaluate(sail.is_("up"), {})
    assert (silent.outcome, silent.text, silent.missing, silent.facts) == (UNKNOWN, "the sail is up", ("sail",), ())


def test_a_finding_for_a_choice() -> None:
    assert evaluate(sail.is_("up"), {"sail": "up"}).text == "the sail is up"
    assert evaluate(sail.is_("up"), {"sail": "torn"}).text == "the sail is up (here: the sail is torn)"
    assert evaluate(flags.is_("red"), {"flags": frozenset()}).text == "a red flag flies"


def test_a_joint_finding_gathers_what_matters() -> None:
    condition = (depth < SHALLOW) & leak & (depth < ONE)
    found = evaluate(condition, {"depth": F(20)})
    assert (found.outcome, found.missing, found.facts) == (NOT_MET, (), ("fact-shallow", "fact-one"))
    assert [part.outcome for part in found.parts] == [MET, UNKNOWN, NOT_MET]
    open_ = evaluate(leak & sail.is_("up") & (leak | flags.is_("red")), {"sail": "up"})
    assert (open_.outcome, open_.missing) == (UNKNOWN, ("leak", "flags")), "each once, in order"
    turned = evaluate(~(depth < SHALLOW), {"depth": F(20)})
    assert (turned.outcome, turned.text, turned.facts) == (NOT_MET, "not (the depth below 30 cm)", ("fact-shallow",))
    assert len(turned.parts) == 1


def test_a_conflict_has_its_sides_and_an_alternative_none() -> None:
    torn = Contested(sail.is_("torn") | (depth < SHALLOW), "D-1", ("side-a", "side-b"))
    clash = evaluate(torn, {"depth": F(20)})
    assert (clash.outcome, clash.defects, clash.sides) == (CONFLICT, ("D-1",), ("side-a", "side-b"))
    assert (clash.missing, clash.facts) == ((), ("fact-shallow", "side-a", "side-b"))
    assert clash.text == "the sail is torn or the depth below 30 cm" and len(clash.parts) == 1
    joint = evaluate(leak & torn, {"leak": "yes", "depth": F(20)})
    assert (joint.outcome, joint.defects, joint.sides) == (CONFLICT, ("D-1",), ("side-a", "side-b"))
    either = evaluate(leak | torn, {"leak": "yes", "depth": F(20)})
    assert (either.outcome, either.defects, either.sides) == (MET, (), ())
    calm = evaluate(torn, {"sail": "up", "depth": F(40)})
    assert (calm.text, len(calm.parts)) == ("the sail is torn or the depth below 30 cm", 1)
    assert (calm.outcome, calm.defects, calm.sides, calm.missing, calm.facts) == (NOT_MET, (), (), (), ("fact-shallow",))
    assert evaluate(torn, {"depth": F(40)}).missing == ("sail",)


def test_one_of_a_unit() -> None:
    """In the limit, and in what was answered."""
    voyage = Question(
        id="voyage", asks="Voyage", noun="the voyage", kind=Kind.QUANTITY, group="boat", units=(UnitChoice("mo", "months", exact(1)),),
        hard=between(0, 9, "mo"),
    )
    one, two = (voyage >= Bound(F(n), "mo", "fact") for n in (1, 2))
    assert evaluate(one, {"voyage": F(2)}).text == "the voyage 1 month or more (here 2 months)"
    assert evaluate(two, {"voyage": F(1)}).text == "the voyage 2 months or more (here 1 month)"


def test_an_undecided_finding_says_so() -> None:
    open_ = evaluate(Undecided(leak & (depth < SHALLOW)), {"leak": "yes", "depth": F(20)})
    assert open_.text == "she leaks and the depth below 30 cm, which leaves it open"
    assert (open_.outcome, open_.missing, open_.facts, len(open_.parts)) == (UNKNOWN, (), ("fact-shallow",), 1)
    asked = evaluate(Undecided(leak.is_("yes")), {})
    assert (asked.text, asked.missing) == ("she leaks", ("leak",))


TREE = (depth < SHALLOW) & ~leak | Contested(Undecided(Named("n", depth < ONE)), "D", ())


def test_what_a_condition_is_made_of() -> None:
    assert [type(node) for node in nodes(TREE)] == [Or, And, Compare, Not, Is, Contested, Undecided, Named, Compare]
    assert [term.id for term in terms(TREE)] == ["depth", "leak"]
    assert [compare.bound.fact for compare in comparisons(TREE)] == ["fact-shallow", "fact-one"]


@pytest.mark.parametrize(
    ("hard", "limits", "expected"),
    [
        (between(0, 100, "cm"), (30, 60), (15, 30, 45, 60, 80)),
        (between(0, 100, "cm"), (0, 100), (0, 50, 100)),
        (between(0, 100, "cm"), (), (50,)),
        (at_least(10, "cm"), (30,), (20, 30, F("30.5"))),
        (at_most(100, "cm"), (30,), (F("29.5"), 30, 65)),
    ],
)
def test_points(hard: Range, limits: tuple, expected: tuple) -> None:
    assert tuple(points(hard, limits)) == expected


def test_answers_that_can_be_told_apart() -> None:
    assert answers(depth, (F(30),)) == (15, 30, 65)
    assert answers(sail, ()) == ("up", "down", "torn")
    assert answers(flags, ()) == (frozenset(), frozenset({"red"}), frozenset({"blue"}))


@pytest.mark.parametrize("reader", [lambda c: decide(c, {}), lambda c: evaluate(c, {}), explain])
def test_what_is_no_condition(reader) -> None:
    with pytest.raises(TypeError, match="^'leak' is not a condition$"):
        reader("leak")


def test_joining_flattens_its_own_kind_alone() -> None:
    a, b, c = leak.is_("yes"), sail.is_("up"), flags.is_("red")
    assert (a & b & c).parts == (a, b, c) == (a & (b & c)).parts
    assert (a | b | c).parts == (a, b, c)
    assert ((a | b) & c).parts == (a | b, c) and ((a & b) | c).parts == (a & b, c)
    assert (leak & sail.is_("up")) == a & b and (leak | b) == a | b and (b & leak) == b & a
    assert ~leak == Not(a)


MISUSED = [
    (lambda: leak.is_("yes") & 30, r"^test_readers\.py:\d+: & joins conditions, and 30 is none\. & binds tighter than a comparison: write \(x < 30\) & \(y\)$"),
    (lambda: 30 | leak.is_("yes"), r"^test_readers\.py:\d+: \| joins conditions, and 30 is none\. \| binds tighter than a comparison: write \(x < 30\) \| \(y\)$"),
    (lambda: 30 & leak.is_("yes"), r"joins conditions, and 30 is none\. & binds"),
    (lambda: leak.is_("yes") | None, r"joins conditions, and None is none\. \| binds"),
    (lambda: depth < 30, r"^test_readers\.py:\d+: depth < 30: a threshold is the end of a fact, so that it carries its source; write depth < some_fact\.low or \.high$"),
    (lambda: depth <= 30, "depth <= 30: a threshold"), (lambda: depth > 30, "depth > 30: a threshold"), (lambda: depth >= 30, "depth >= 30: a threshold"),
    (lambda: depth < Bound(F(3), "kg", "fact"), r"^test_readers\.py:\d+: depth is in 'cm' and fact in 'kg'\. Give the fact in the question's unit\.$"),
    (lambda: bool(leak), r"^“the leak” has no truth value: use leak\.is_\(…\) or a comparison, joined with & \| ~$"),
    (lambda: bool(leak.is_("yes")), r"^Is is a condition, and has no truth value: join with & \| ~ and put comparisons in parentheses, as in \(low <= x\) & \(x <= high\)$"),
]


@pytest.mark.parametrize(("misuse", "message"), MISUSED, ids=[row[1][:40] for row in MISUSED])
def test_misuse_says_what_to_write(misuse, message: str) -> None:
    with pytest.raises(TypeError, match=message):
        misuse()


def test_an_answer_that_a_question_hasn_t() -> None:
    with pytest.raises(ValueError, match=r"^test_readers\.py:\d+: sail can't be answered 'furled'\. Write one of the question's choices\.$"):
        sail.is_("up", "furled")
    assert draught.accepts("yes") is False and draught.phrase("deep") == "the draught is deep"
