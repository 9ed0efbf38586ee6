"""Names that exports, links and pages stand on, and the words that a reader sees for them: typed here a second time."""

from __future__ import annotations

from fractions import Fraction

import pytest

from guideline_core.model.condition import Outcome
from guideline_core.model.evidence import Confidence, Layer
from guideline_core.model.fact import Modality
from guideline_core.model.quantity import UNITS, Unit, with_unit
from guideline_core.model.question import Kind
from guideline_core.model.therapy import Basis

NAMES = {
    Outcome: ["met", "not-met", "unknown", "conflict", "suppressed", "out-of-scope", "refused"],
    Layer: ["source", "added", "site"],
    Confidence: ["V", "V2", "MH", "ML", "SITE"],
    Modality: ["T", "A", "D", "R"],
    Kind: ["quantity", "count", "choice", "set", "date"],
    Basis: ["weight", "surface", "fixed", "none"],
}


@pytest.mark.parametrize("kind", NAMES, ids=lambda kind: kind.__name__)
def test_names(kind: type) -> None:
    assert [each.value for each in kind] == NAMES[kind]


def test_meanings() -> None:
    assert {layer.value: layer.meaning for layer in Layer} == {
        "source": "what the source document says",
        "added": "what the literature or a drug label says and the source does not",
        "site": "a convention of this site",
    }
    assert {confidence.value: confidence.meaning for confidence in Confidence} == {
        "V": "seen in the source itself",
        "V2": "seen only in a secondary text",
        "MH": "recalled, not yet checked",
        "ML": "recalled with low confidence",
        "SITE": "not evidence: a convention of this site",
    }
    assert [modality.word for modality in Modality] == ["typically", "approximately", "definite", "recommended"]


# UCUM code: what a page writes after a number, what it writes after 1 where that differs, how it is spoken, how many of
# its base unit it is. Definitions: the pound is 0.45359237 kg, the inch 2.54 cm, the Julian year 365.25 days, UCUM's month
# a twelfth of that.
WRITTEN = """
1           |                     |                    |                                     | 1 1
%           | %                   |                    | per cent                            | 1 %
g           | g                   |                    | grams                               | 1 g
mg          | mg                  |                    | milligrams                          | 1/1000 g
ug          | micrograms          | microgram          | micrograms                          | 1/1000000 g
kg          | kg                  |                    | kilograms                           | 1 kg
[lb_av]     | lb                  |                    | pounds                              | 45359237/100000000 kg
cm          | cm                  |                    | centimetres                         | 1 cm
[in_i]      | in                  |                    | inches                              | 254/100 cm
[ft_i]      | ft                  |                    | feet                                | 3048/100 cm
m2          | m²                  |                    | square metres                       | 1 m2
kg/m2       | kg/m²               |                    | kilograms per square metre          | 1 kg/m2
mL          | mL                  |                    | millilitres                         | 1 mL
d           | days                | day                | days                                | 1 d
h           | hours               | hour               | hours                               | 1/24 d
wk          | weeks               | week               | weeks                               | 7 d
mo          | months              | month              | months                              | 1461/48 d
a           | years               | year               | years                               | 1461/4 d
mg/d        | mg a day            |                    | milligrams a day                    | 1 mg/d
mg/kg/d     | mg/kg a day         |                    | milligrams per kilogram a day       | 1 mg/kg/d
mg/kg       | mg/kg               |                    | milligrams per kilogram             | 1 mg/kg
g/kg        | g/kg                |                    | grams per kilogram                  | 1 g/kg
ug/wk       | micrograms a week   | microgram a week   | micrograms a week                   | 1 ug/wk
ug/kg/wk    | micrograms/kg a week | microgram/kg a week | micrograms per kilogram a week    | 1 ug/kg/wk
mg/m2       | mg/m²               |                    | milligrams per square metre         | 1 mg/m2
g/m2        | g/m²                |                    | grams per square metre              | 1 g/m2
mg/mL       | mg/mL               |                    | milligrams per millilitre           | 1 mg/mL
ug/mL       | micrograms/mL       |                    | micrograms per millilitre           | 1 ug/mL
ng/mL       | ng/mL               |                    | nanograms per millilitre            | 1 ng/mL
10*9/L      | × 10⁹/L             |                    | times 10 to the 9 per litre         | 1 10*9/L
umol/L      | micromol/L          |                    | micromoles per litre                | 1 umol/L
mg/dL       | mg/dL               |                    | milligrams per decilitre            | 1 mg/dL
mL/min      | mL/min              |                    | millilitres a minute                | 1 mL/min
mL/min/{1.73_m2} | mL/min/1.73 m² |                    | millilitres a minute per 1.73 square metres | 1 mL/min/{1.73_m2}
"""
ROWS = [[cell.strip() for cell in row.split("|")] for row in WRITTEN.strip().splitlines()]


@pytest.mark.parametrize(("code", "shown", "one", "spoken", "size"), ROWS, ids=[row[0] for row in ROWS])
def test_unit(code: str, shown: str, one: str, spoken: str, size: str) -> None:
    unit = UNITS[code]
    number, base = size.split(" ")
    assert (unit.code, unit.shown, unit.one, unit.spoken) == (code, shown, one, spoken)
    assert (unit.size, unit.base) == (Fraction(number), base)
    assert with_unit("2", code) == ("2%" if code == "%" else f"2 {shown}".strip())
    assert with_unit("1", code, one=True) == ("1%" if code == "%" else f"1 {one or shown}".strip())


def test_a_unit_reads_alike_after_one_where_nothing_else_is_said() -> None:
    assert Unit("fathom", "fathoms", "fathoms", "fathom", Fraction(1)).one == ""


def test_no_unit_is_left_out() -> None:
    assert list(UNITS) == [row[0] for row in ROWS]
