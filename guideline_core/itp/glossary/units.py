"""Units as this site writes them, as they are spoken, and the other signs that mean the same."""

from ...model.guideline import Definition

UNITS = (
    Definition(
        "term-platelet-unit", "× 10⁹/L",
        "Platelets in each litre of blood, in thousands of millions. Spoken: times 10 to the 9 per litre. A laboratory's "
        "thousand per microlitre is the same number.", (),
        ("10^9/L", "10*9/L", "10⁹/L", "×10⁹/L", "× 10^9/L"),
    ),
    Definition(
        "term-microgram", "Microgram",
        "A millionth of a gram. Written out here, since its short signs are misread as milligrams.", (),
        ("mcg", "ug", "\u00b5g", "\u03bcg"),
    ),
    Definition(
        "term-mg-kg-day", "mg/kg a day", "Milligrams for each kilogram of body weight, each day.", (),
        ("mg/kg/day", "mg/kg/d"),
    ),
    Definition(
        "term-microgram-kg-week", "micrograms/kg a week", "Micrograms for each kilogram of body weight, each week.", (),
        ("mcg/kg weekly", "ug/kg/wk", "\u00b5g/kg/week", "\u03bcg/kg/week"),
    ),
    Definition("term-mg-m2", "mg/m²", "Milligrams for each square metre of body surface.", (), ("mg/m2", "mg/m^2")),
    Definition("term-g-m2", "g/m²", "Grams for each square metre of body surface.", (), ("g/m2", "g/m^2")),
    Definition(
        "term-umol-l", "micromol/L", "Micromoles in each litre; one of two units for creatinine.", (),
        ("umol/L", "\u00b5mol/L", "\u03bcmol/L"),
    ),
    Definition("term-mg-dl", "mg/dL", "Milligrams in each decilitre; the other unit for creatinine."),
    Definition(
        "term-ng-ml", "ng/mL", "Nanograms in each millilitre, for a drug level in blood.", (), ("microgram/L", "ug/L"),
    ),
    Definition("term-ml-min", "mL/min", "Millilitres a minute, for creatinine clearance; not scaled to body surface."),
    Definition(
        "term-ml-min-173", "mL/min/1.73 m²", "Millilitres a minute, scaled to a standard body surface, for eGFR.", (),
        ("mL/min/1.73m2", "mL/min/{1.73_m2}"),
    ),
    Definition(
        "term-ucum", "UCUM", "The code for units that the data of this site use, such as mg/kg/d.", (), (),
        ("Unified Code for Units of Measure",),
    ),
    Definition(
        "term-range", "To, in a range", "A range has two ends and says to: 1 to 2. A hyphen could be read as a minus.", (),
        ("1-2", "1–2"),
    ),
)
