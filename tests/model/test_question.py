"""How an answer is read: the exact value, or what was wrong with it and what is accepted, word for word."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from guideline_core.model.derived import Derived, Inconsistency
from guideline_core.model.quantity import at_least, below, between, exact
from guideline_core.model.question import Choice, Hint, Kind, Question, Refused, UnitChoice

rope = Question(
    id="rope", asks="Length of the rope", noun="the rope", kind=Kind.QUANTITY, group="deck",
    units=(
        UnitChoice("cm", "cm", exact(1), also=("centimetre",)),
        UnitChoice("[in_i]", "in", exact("2.54"), at_most=exact(60)),
        UnitChoice("[ft_i]", "ft", exact("30.48"), also=("ft",)),
    ),
    soft=between(20, 100, "cm"), hard=between(10, 200, "cm"), sure_within=between(15, 180, "cm"),
    hints=(Hint(below(3, "cm"), "it looks like metres"), Hint(at_least(190, "cm"), "it looks long", "too-long")),
)
salt = Question(
    id="salt", asks="Salt", noun="salt", kind=Kind.QUANTITY, group="galley", unit_needed=True,
    units=(UnitChoice("umol/L", "micromol/L", exact(1)), UnitChoice("mg/dL", "mg/dL", exact(100))), hard=between(10, 2000, "umol/L"),
)
sailors = Question(
    id="sailors", asks="Sailors aboard", noun="the crew", kind=Kind.COUNT, group="deck",
    units=(UnitChoice("1", "", exact(1)),), hard=between(0, 30, "1"),
)
wind = Question(
    id="wind", asks="Which wind?", noun="the wind", kind=Kind.CHOICE, group="deck",
    choices=(Choice("yes", "Fair", "the wind is fair"), Choice("no", "Foul", "the wind is foul")),
)
flags = Question(
    id="flags", asks="Flags flown", noun="flags", kind=Kind.SET, group="deck",
    choices=(Choice("red", "Red", "a red flag flies"), Choice("blue", "Blue", "a blue flag flies")),
)
sailed = Question(id="sailed", asks="Sailed on", noun="the sailing", kind=Kind.DATE, group="deck")

READ = [
    ("a bare number", rope, 50, Fraction(50)),
    ("an exact decimal", rope, Decimal("50.1"), Fraction("50.1")),
    ("text", rope, " 50.50 ", Fraction("50.5")),
    ("a leading point", sailors, "00.0", Fraction(0)),
    ("a sign", rope, "+50", Fraction(50)),
    ("an exponent", rope, "5e1", Fraction(50)),
    ("a large exponent sign", rope, "5E1", Fraction(50)),
    ("the lowest", rope, {"value": 10, "confirmed": True}, Fraction(10)),
    ("the highest", rope, {"value": 200, "confirmed": True}, Fraction(200)),
    ("the ends of what is sure", rope, 15, Fraction(15)),
    ("a unit by its code", rope, {"value": 10, "unit": "[in_i]"}, Fraction("25.4")),
    ("a unit by another spelling", rope, {"value": 50, "unit": "centimetre"}, Fraction(50)),
    ("as many as the unit is good for", rope, {"value": 60, "unit": "[in_i]"}, Fraction("152.4")),
    ("feet and inches: 5 × 30.48 + 6 × 2.54", rope, {"value": "5'6\"", "unit": "ft"}, Fraction("167.64")),
    ("feet and inches in words", rope, {"value": "5 ft 6.5 in", "unit": "ft"}, Fraction("168.91")),
    ("feet alone", rope, {"value": "5", "unit": "ft"}, Fraction("152.4")),
    ("a unit that must be said: 5 × 100", salt, {"value": 5, "unit": "mg/dL"}, Fraction(500)),
    ("a number that could be either unit, confirmed", salt, {"value": 12, "unit": "umol/L", "confirmed": True}, Fraction(12)),
    ("a count", sailors, 30, Fraction(30)),
    ("a choice", wind, "yes", "yes"),
    ("a choice with spaces", wind, " no ", "no"),
    ("true for yes", wind, True, "yes"),
    ("false for no", wind, False, "no"),
    ("a choice in an object", wind, {"value": "no"}, "no"),
    ("a set", flags, ["blue", "red", "red"], frozenset({"red", "blue"})),
    ("an empty set", flags, [], frozenset()),
    ("a date", sailed, " 2026-02-28 ", date(2026, 2, 28)),
    ("nothing", rope, None, None),
    ("unknown", rope, "unknown", None),
    ("unknown, shouted", wind, " UNKNOWN", None),
    ("an empty text", sailed, "  ", None),
    ("unknown in an object", flags, {"value": None, "confirmed": False}, None),
]


@pytest.mark.parametrize(("question", "raw", "value"), [row[1:] for row in READ], ids=[row[0] for row in READ])
def test_read(question: Question, raw: object, value: object) -> None:
    found = question.read(raw)
    assert found == value and type(found) is type(value)


LENGTHS = "10 to 200 cm or 3.938 to 60 in or 0.329 to 6.561 ft"
SALTS = "10 to 2,000 micromol/L or 0.1 to 20 mg/dL"
WINDS, FLAGS = "one of yes, no, or unknown", "one of red, blue, or unknown"
DAYS = "a date as YYYY-MM-DD, such as 2026-03-14"
REFUSED = [
    ("below", rope, "9.5", "bounds", "9.5 cm is outside what can be right", LENGTHS),
    ("above", rope, {"value": "200.01", "confirmed": True}, "too-long", "it looks long", LENGTHS),
    ("a little above", rope, {"value": "200.0001", "confirmed": True}, "too-long", "it looks long", LENGTHS),
    ("a little above, and like nothing", sailors, "30.0001", "whole", "30.0001 is not a whole number", "a whole number, 0 to 30"),
    ("a little below", salt, {"value": "9.9999", "unit": "umol/L"}, "bounds", "9.9999 micromol/L is outside what can be right", SALTS),
    ("a little below what is sure", rope, "14.9999", "confirm", "14.9999 cm is unusual: please confirm it", LENGTHS),
    ("a little below zero", rope, "-0.0001", "bounds", "−0.0001 is below zero", LENGTHS),
    ("either unit, to the last digit", salt, {"value": "12.3456", "unit": "umol/L"}, "confirm",
     "12.3456 could be micromol/L or mg/dL: confirm that it is micromol/L", SALTS),
    ("a float, which has lost digits", rope, 50.5, "number", "“50.5” is not a number", LENGTHS),
    ("in another unit", rope, 2, "unit-slip", "it looks like metres", LENGTHS),
    ("negative", rope, "-1.5", "bounds", "−1.5 is below zero", LENGTHS),
    ("unusual", rope, 14, "confirm", "14 cm is unusual: please confirm it", LENGTHS),
    ("unusual, and like something", rope, 195, "confirm", "195 cm is unusual: it looks long", LENGTHS),
    ("a coarse unit", rope, {"value": "60.1", "unit": "[in_i]"}, "unit", "over 60 in, give another unit or a date", LENGTHS),
    ("a unit that is none", rope, {"value": 5, "unit": "fathom"}, "unit",
     "“fathom” is not a unit for “Length of the rope”: use cm or [in_i] or [ft_i]", LENGTHS),
    ("a comma", rope, "1,5", "number", "“1,5” has a comma: write decimals with a point and thousands without a mark", LENGTHS),
    ("a word", rope, "long", "number", "“long” is not a number", LENGTHS),
    ("digits of another script", rope, "٥٠", "number", "“٥٠” is not a number", LENGTHS),
    ("feet in digits of another script", rope, {"value": "5'٦\"", "unit": "ft"}, "number", "“5'٦\"” is not a number", LENGTHS),
    ("feet in centimetres", rope, "5'6\"", "number", "“5'6\"” is not a number", LENGTHS),
    ("true", rope, True, "number", "“True” is not a number", LENGTHS),
    ("a list", rope, [5], "number", "“[5]” is not a number", LENGTHS),
    ("41 signs", rope, "x" * 41, "number", f"“{'x' * 40}…” is not a number", LENGTHS),
    ("40 signs", rope, "x" * 40, "number", f"“{'x' * 40}” is not a number", LENGTHS),
    ("another key", rope, {"value": 5, "unti": "cm", "a": 1}, "shape", "an answer has value, unit and confirmed, not a, unti", LENGTHS),
    ("confirmed by a word", rope, {"value": 5, "confirmed": "yes"}, "shape", "“confirmed” is true or false", LENGTHS),
    ("no unit where one is needed", salt, 50, "unit-missing", "say in which unit: micromol/L or mg/dL", SALTS),
    ("either unit", salt, {"value": 12, "unit": "umol/L"}, "confirm",
     "12 could be micromol/L or mg/dL: confirm that it is micromol/L", SALTS),
    ("half a sailor", sailors, "1.5", "whole", "1.5 is not a whole number", "a whole number, 0 to 30"),
    ("too many sailors", sailors, 31, "bounds", "31 is outside what can be right", "a whole number, 0 to 30"),
    ("no such wind", wind, "north", "choice", "“north” is not an answer to “Which wind?”", WINDS),
    ("a number for a wind", wind, 1.0, "choice", "“1.0” is not an answer to “Which wind?”", WINDS),
    ("a wind with a unit", wind, {"value": "yes", "unit": "kg"}, "unit", "“Which wind?” has no unit", WINDS),
    ("a flag that is none", flags, ["red", "black"], "choice", "“black” is not an answer to “Flags flown”", FLAGS),
    ("a flag outside a list", flags, "red", "choice", "“red” is not a list of answers", FLAGS),
    ("no such day", sailed, "2026-02-30", "date", "“2026-02-30” is not a date", DAYS),
    ("a day in other words", sailed, "1 May 2026", "date", "“1 May 2026” is not a date", DAYS),
    ("a number for a day", sailed, 20260301, "date", "“20260301” is not a date", DAYS),
]


@pytest.mark.parametrize(("question", "raw", "code", "message", "accepted"), [r[1:] for r in REFUSED], ids=[r[0] for r in REFUSED])
def test_refused(question: Question, raw: object, code: str, message: str, accepted: str) -> None:
    with pytest.raises(Refused) as caught:
        question.read(raw)
    refused = caught.value
    assert (refused.question, refused.code, refused.message, refused.accepted) == (question.id, code, message, accepted)
    assert str(refused) == message


def test_an_unusual_length_is_taken_once_it_is_confirmed() -> None:
    assert rope.read({"value": 14, "confirmed": True}) == 14


def test_the_bounds_of_every_unit_can_be_typed() -> None:
    """Rounded inwards: 10 cm are 3.93700787 in, and 3.937 would lie below."""
    for unit in rope.units:
        ends = rope.hard_in(unit)
        for end in (ends.low, ends.high):
            assert end * unit.size in rope.hard
    thirds = salt.hard_in(UnitChoice("g", "g", exact(3)))
    assert (thirds.low, thirds.high, thirds.unit) == (Fraction("3.4"), Fraction("666.6"), "g"), "large numbers to one decimal"
    hundred, less = (replace(rope, hard=between("0.05", high, "cm")).hard_in(rope.units[0]) for high in (100, "99.9999"))
    assert (hundred.low, hundred.high, less.low, less.high) == (Fraction("0.1"), 100, Fraction("0.05"), Fraction("99.999")), "from 100 on"
    coarse = salt.hard_in(salt.units[0])
    assert (coarse.low, coarse.high, coarse.unit) == (10, 2000, "umol/L")


SAID = [
    (rope, "50.5", "50.5 cm"), (rope, {"value": " 20 ", "unit": "[in_i]"}, "20 in"), (rope, {"value": "5'6\"", "unit": "ft"}, "5'6\" ft"),
    (rope, 14, "14 cm"), (rope, {"value": "50", "unit": "centimetre", "confirmed": False}, "50 cm"), (salt, {"value": 5, "unit": "mg/dL"}, "5 mg/dL"),
    (sailors, 3, "3"), (wind, "yes", "Fair"), (wind, False, "Foul"), (wind, {"value": "no"}, "Foul"), (flags, ["blue", "red"], "Red, Blue"),
    (flags, ["blue"], "Blue"), (flags, [], "None of these"), (sailed, "2026-05-01", "1 May 2026"), (sailed, {"value": "2026-05-01"}, "1 May 2026"),
    (rope, None, "Not known"), (wind, "unknown", "Not known"), (flags, {"value": None}, "Not known"),
]


@pytest.mark.parametrize(("question", "raw", "words"), SAID, ids=[f"{row[0].id}-{row[1]}" for row in SAID])
def test_an_answer_in_the_words_of_the_form(question: Question, raw: object, words: str) -> None:
    assert question.said(raw) == words


RESTATED = [
    (rope, "50.8", "[in_i]", "20"), (rope, {"value": "20", "unit": "[in_i]"}, "cm", "50.8"), (rope, {"value": "50", "unit": "cm"}, "ft", "1.64"),
    (rope, 14, "[in_i]", "5.512"), (rope, 51, "[in_i]", "20.079"), (rope, {"value": 14}, "cm", "14"), (salt, {"value": "12", "unit": "umol/L"}, "mg/dL", "0.12"),
    (sailors, 3, "1", "3"),
]


@pytest.mark.parametrize(("question", "raw", "unit", "number"), RESTATED, ids=[f"{row[0].id}-{row[2]}-{row[3]}" for row in RESTATED])
def test_the_same_in_another_unit(question: Question, raw: object, unit: str, number: str) -> None:
    """To 3 decimals, and without asking again whether an unusual value is right: 50 ÷ 30.48 = 1.6404, 14 ÷ 2.54 = 5.5118, 51 ÷ 2.54 = 20.0787."""
    assert question.restated(raw, unit) == number


NO_NUMBER = "there is no number to turn into another unit"
NOT_RESTATED = [
    (wind, "yes", "cm", "number", NO_NUMBER), (rope, None, "cm", "number", NO_NUMBER), (rope, {"value": "unknown"}, "cm", "number", NO_NUMBER),
    (rope, "50", "fathom", "unit", "“fathom” is not a unit for “Length of the rope”: use cm or [in_i] or [ft_i]"),
    (rope, "160", "[in_i]", "unit", "over 60 in, give another unit or a date"), (rope, "500", "ft", "too-long", "it looks long"),
]


@pytest.mark.parametrize(("question", "raw", "unit", "code", "message"), NOT_RESTATED, ids=[f"{row[0].id}-{row[1]}" for row in NOT_RESTATED])
def test_what_can_t_be_turned_into_another_unit(question: Question, raw: object, unit: str, code: str, message: str) -> None:
    with pytest.raises(Refused) as caught:
        question.restated(raw, unit)
    assert (caught.value.code, caught.value.message) == (code, message)


@pytest.mark.parametrize(
    ("question", "value", "label"), [(wind, "yes", "Fair"), (wind, "no", "Foul"), (flags, "blue", "Blue")], ids=lambda each: str(each)[:8],
)
def test_what_the_form_calls_an_answer(question: Question, value: str, label: str) -> None:
    assert question.label(value) == label


def test_a_term_for_sentences() -> None:
    assert (rope.unit, wind.unit) == ("cm", "")
    assert wind.phrase("no") == "the wind is foul" and wind.phrase("gone") == "the wind is gone"
    assert wind.accepts("no") and not wind.accepts("No") and not rope.accepts("10")
    assert rope.open_questions({}) == ("rope",)
    assert (rope.hint, rope.unknown_label, rope.dated_by, rope.within_life) == ("", "Not known", "", "")
    assert rope.origin.startswith("test_question.py:")


def test_a_question_that_is_told_no_more() -> None:
    bare = Question(id="q", asks="Q?", noun="q", kind=Kind.DATE, group="g")
    assert (bare.units, bare.unit_needed, bare.soft, bare.hard, bare.sure_within, bare.choices, bare.hints) == ((), False, None, None, None, (), ())
    assert (UnitChoice("cm", "cm", exact(1)).also, UnitChoice("cm", "cm", exact(1)).at_most) == ((), None)


def test_a_derived_quantity_asks_for_what_it_lacks() -> None:
    area = Derived(id="area", noun="area", unit="m2", formula="product", inputs=(rope, salt), coefficients=())
    both = Derived(id="both", noun="both", unit="1", formula="sum", inputs=(area, salt, sailors), coefficients=())
    assert area.open_questions({"rope": Fraction(1)}) == ("salt",)
    assert both.open_questions({"sailors": Fraction(1)}) == ("rope", "salt"), "each once, in order"
    assert both.open_questions({"area": Fraction(1)}) == ("salt", "sailors")
    assert (area.places, area.wrong, area.hard, area.soft) == (1, "", None, None)
    assert area.origin.startswith("test_question.py:")


def test_a_contradiction_remembers_where_it_was_written() -> None:
    assert Inconsistency(id="i", when=wind.is_("yes"), question=wind, message="m").origin.startswith("test_question.py:")
