"""The formulas' coefficients, each with its source, and the quantities that are worked out with them."""

from ..model.derived import Derived
from ..model.evidence import Citation, Confidence
from ..model.fact import added, convention
from ..model.quantity import at_least, between, exactly
from .questions import age, creatinine, creatinine_conversion, height, reported_egfr, sex, weight

_SEEN = Confidence.V2

mosteller_divisor = added(
    "formula-mosteller-divisor", "body surface", exactly(3600, "1"),
    cites=(Citation("mosteller-1987", "the formula", _SEEN), Citation("globalrph", "body surface formulas", _SEEN)),
    says="Mosteller: the square root of height in cm times weight in kg, over 3,600.", defects=("SD-42",),
)
_DU_BOIS = (Citation("du-bois-1916", "the formula", _SEEN), Citation("globalrph", "body surface formulas", _SEEN))
du_bois_scale = added(
    "formula-du-bois-scale", "body surface", exactly("0.007184", "1"), cites=_DU_BOIS,
    says="Du Bois: 0.007184 times weight and height, each to a power.", defects=("SD-42",),
)
du_bois_weight = added(
    "formula-du-bois-weight-power", "body surface", exactly("0.425", "1"), cites=_DU_BOIS,
    says="Du Bois: weight in kg to the power 0.425.",
)
du_bois_height = added(
    "formula-du-bois-height-power", "body surface", exactly("0.725", "1"), cites=_DU_BOIS,
    says="Du Bois: height in cm to the power 0.725.",
)

_COCKCROFT = (Citation("cockcroft-gault-1976", "the formula", Confidence.MH),)
cg_age = added(
    "formula-cockcroft-gault-age", "creatinine clearance", exactly(140, "a"), cites=_COCKCROFT,
    says="Cockcroft-Gault: 140 less the age in years, times weight (recalled, not yet checked).", defects=("SD-09",),
)
cg_divisor = added(
    "formula-cockcroft-gault-divisor", "creatinine clearance", exactly(72, "1"), cites=_COCKCROFT,
    says="Cockcroft-Gault: divided by 72 times creatinine in mg/dL (recalled, not yet checked).",
)
cg_female = added(
    "formula-cockcroft-gault-female", "creatinine clearance", exactly("0.85", "1"), cites=_COCKCROFT,
    says="Cockcroft-Gault: times 0.85 for women (recalled, not yet checked).",
)

_INKER = (
    Citation("inker-2021", "the 2021 creatinine equation, as printed at kidney.org", Confidence.V),
    Citation("kidney-org", "the 2021 creatinine equation", Confidence.V),
)


def _ckd_epi(part: str, value: str, says: str):
    return added(f"formula-ckd-epi-{part}", "eGFR", exactly(value, "1"), cites=_INKER, says=f"CKD-EPI 2021: {says}.")


ckd_scale = _ckd_epi("scale", "142", "the whole is multiplied by 142")
ckd_kappa_f = _ckd_epi("kappa-female", "0.7", "creatinine in mg/dL is divided by 0.7 for women")
ckd_kappa_m = _ckd_epi("kappa-male", "0.9", "creatinine in mg/dL is divided by 0.9 for men")
ckd_alpha_f = _ckd_epi("alpha-female", "-0.241", "the power below that limit is −0.241 for women")
ckd_alpha_m = _ckd_epi("alpha-male", "-0.302", "the power below that limit is −0.302 for men")
ckd_beta = _ckd_epi("beta", "-1.200", "the power above that limit is −1.2")
ckd_age = _ckd_epi("age", "0.9938", "times 0.9938 for each year of age")
ckd_female = _ckd_epi("female", "1.012", "times 1.012 for women")

egfr_limit = convention(
    "egfr-limit", "kidneys", at_least(60, "mL/min/{1.73_m2}"), defects=("SD-09",),
    says="Below an eGFR of 60 mL/min/1.73 m² this site shows no ciclosporin dose. The source gives no threshold; the number is the "
    "boundary of KDIGO category G3a (recalled, not yet checked).",
)

bmi = Derived(
    id="bmi", noun="body mass index", unit="kg/m2", formula="body-mass-index", inputs=(weight, height), coefficients=(),
    soft=between(16, 45, "kg/m2"), hard=between(10, 80, "kg/m2"), places=1,
    wrong="weight and height don't fit together: have they been swapped?",
)
bsa_mosteller = Derived(
    id="bsa_mosteller", noun="body surface (Mosteller)", unit="m2", formula="mosteller", inputs=(weight, height),
    coefficients=(("divisor", mosteller_divisor),), places=4,
)
bsa_du_bois = Derived(
    id="bsa_du_bois", noun="body surface (Du Bois)", unit="m2", formula="du-bois", inputs=(weight, height),
    coefficients=(("scale", du_bois_scale), ("weight_power", du_bois_weight), ("height_power", du_bois_height)), places=4,
)
creatinine_clearance = Derived(
    id="creatinine_clearance", noun="creatinine clearance (Cockcroft-Gault)", unit="mL/min", formula="cockcroft-gault",
    inputs=(age, sex, weight, creatinine),
    coefficients=(
        ("from_age", cg_age), ("divisor", cg_divisor), ("female", cg_female), ("umol_per_mg", creatinine_conversion),
    ),
)
egfr = Derived(
    id="egfr", noun="eGFR (CKD-EPI 2021)", unit="mL/min/{1.73_m2}", formula="ckd-epi-2021",
    inputs=(age, sex, creatinine),
    coefficients=(
        ("scale", ckd_scale), ("kappa_f", ckd_kappa_f), ("kappa_m", ckd_kappa_m), ("alpha_f", ckd_alpha_f),
        ("alpha_m", ckd_alpha_m), ("beta", ckd_beta), ("per_year", ckd_age), ("female", ckd_female),
        ("umol_per_mg", creatinine_conversion),
    ),
)
lowest_egfr = Derived(
    id="lowest_egfr", noun="the lowest known eGFR", unit="mL/min/{1.73_m2}", formula="lowest",
    inputs=(reported_egfr, egfr), coefficients=(), hard=at_least(0, "mL/min/{1.73_m2}"),
)

DERIVED = (bmi, bsa_mosteller, bsa_du_bois, creatinine_clearance, egfr, lowest_egfr)
