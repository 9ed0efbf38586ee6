"""Size, sex and kidneys."""

from ...model.fact import convention
from ...model.quantity import below, between, exact, exactly
from ...model.question import Choice, Hint, Kind, Question, UnitChoice

creatinine_conversion = convention(
    "formula-creatinine-conversion", "creatinine units", exactly("88.42", "umol/L"),
    says="This site counts 1 mg/dL of creatinine as 88.42 micromol/L.", of="1 mg/dL",
)

weight = Question(
    id="weight", asks="Weight", noun="weight", kind=Kind.QUANTITY, group="body",
    hint="Actual body weight, as weighed.",
    units=(
        UnitChoice("kg", "kg", exact(1), also=("kilogram", "kilograms")),
        UnitChoice("[lb_av]", "lb", exact("0.45359237"), also=("lb", "lbs", "pounds")),
    ),
    soft=between(40, 150, "kg"), hard=between(25, 350, "kg"), sure_within=between(35, 250, "kg"),
)

height = Question(
    id="height", asks="Height", noun="height", kind=Kind.QUANTITY, group="body",
    units=(
        UnitChoice("cm", "cm", exact(1), also=("centimetres",)),
        UnitChoice("[in_i]", "in", exact("2.54"), also=("in", "inch", "inches")),
        UnitChoice("[ft_i]", "ft", exact("30.48"), also=("ft", "feet")),
    ),
    soft=between(140, 200, "cm"), hard=between(100, 250, "cm"),
    hints=(
        Hint(below(3, "cm"), "it looks like metres: give centimetres"),
        Hint(between(48, 90, "cm"), "it looks like inches: choose inches, or give centimetres"),
    ),
)

sex = Question(
    id="sex", asks="Sex, for the kidney formulas", noun="sex", kind=Kind.CHOICE, group="body",
    hint="Only eGFR and creatinine clearance use it.",
    choices=(Choice("F", "Female", "the sex is female"), Choice("M", "Male", "the sex is male")),
)

creatinine = Question(
    id="creatinine", asks="Creatinine in the blood", noun="creatinine", kind=Kind.QUANTITY, group="body",
    hint="Choose the unit that the laboratory prints.",
    units=(
        UnitChoice("umol/L", "micromol/L", exact(1), also=("µmol/L", "μmol/L", "micromol/L")),
        UnitChoice("mg/dL", "mg/dL", creatinine_conversion.number),
    ),
    unit_needed=True, soft=between(30, 400, "umol/L"), hard=between(10, 2000, "umol/L"),
)

reported_egfr = Question(
    id="reported_egfr", asks="eGFR as reported by the laboratory", noun="the reported eGFR", kind=Kind.QUANTITY,
    group="body", hint="Optional. Shown beside the computed one; the lower of the two counts.",
    units=(UnitChoice("mL/min/{1.73_m2}", "mL/min/1.73 m²", exact(1), also=("mL/min/1.73m2", "mL/min/1.73 m²")),),
    soft=between(5, 130, "mL/min/{1.73_m2}"), hard=between(1, 200, "mL/min/{1.73_m2}"),
)
