"""The walk names each planted fault with its smallest patient, in a clinician's words. (tests/proof holds it against a solver.)"""

from __future__ import annotations

import pytest

from guideline_core.engine.verify import PROPERTIES, verify
from tests.proof.faults import FAULTS, Fault, kept

FIRST = ("Is there active serious bleeding now? No", "Age: 18 years", "Pregnant? No, or not possible")
AZATHIOPRINE = (
    *FIRST, "TPMT activity or genotype: Normal", "NUDT15 activity or genotype: Normal", "Taking allopurinol or febuxostat? No",
    "A new low white count, low neutrophils or anaemia? No",
)
SILENT = "it names a contradiction, and never says conflict where both sides speak"
FOUND = {
    "a contested limb made plain: early timing": (SILENT, ()),
    "a contested limb made plain: failed IVIg": (SILENT, ()),
    "a contradiction that no defect declares": (
        "role-post-splenectomy-peers pulls for and tpora-indication pulls against “a thrombopoietin receptor agonist”, and no "
        "defect declares it", ("Spleen: Removed, never responded",),
    ),
    "below turned into at or below": (
        "“the earlier platelet count 30 × 10⁹/L or below” splits at another place than the fact 'under 30 × 10⁹/L'", (),
    ),
    "a gate that never opens": ("no patient reaches “met”", ()),
    "a gate that never closes": ("no patient reaches “suppressed”", ()),
    "a band that nobody is in": ("no patient is in it", ()),
    "a limb that nobody meets": (
        "no patient meets “the earlier platelet count below 30 × 10⁹/L and the earlier platelet count 100 × 10⁹/L or more”", (),
    ),
    "a declared conflict out of reach": ("its declared conflict is never reached", ()),
    "a gate taken away from a drug": ("the gate is stated, and stands before no dose", ()),
    # 2 mg/kg are above 150 mg from 75 kg on, 1 mg/kg from 150 kg on; between them, and between 150 and 350 kg, one weight is tried.
    "azathioprine without its cap": (
        "the dose is above aza-cap, which mends a defect of this regimen", (*AZATHIOPRINE, "Weight: 187.5 kg"),
    ),
    "the flat dose offered at any weight": ("the flat dose is offered where it leaves the range by weight", AZATHIOPRINE),
    "a dose for the combination": ("a dose is shown where the source gives none", FIRST),
    "an emergency that only suppresses": ("says suppressed during active serious bleeding", ()),
    "unknown where every answer agrees": ("every way to answer the rest comes to “met”, yet it says unknown", ()),
    "an outcome without a name": (
        "it comes to “refused”, which is none of the named outcomes",
        ("How did the platelets respond to corticosteroids? No response", "Has intravenous immunoglobulin (IVIg) failed? No, or not given"),
    ),
}
PLANTED = [fault for fault in FAULTS if not fault.assumes]


@pytest.mark.parametrize("fault", PLANTED, ids=lambda fault: fault.name)
def test_it_is_named(fault: Fault) -> None:
    (found,) = verify(fault.plant(), (fault.found,))
    (each,) = (each for each in found.counterexamples if each.subject == fault.subject)
    assert (each.text, each.answers) == FOUND[fault.name]


def test_every_fault_is_here() -> None:
    assert set(FOUND) == {fault.name for fault in PLANTED}


@pytest.mark.parametrize("name", PROPERTIES)
def test_a_small_copy_is_sound(name: str) -> None:
    """Some rules, some of them with a listed place, and no therapy: quick enough to be asked of every change of the code."""
    (found,) = verify(kept(criteria=("P1", "P2", "P5", "P6")), (name,))
    assert found.counterexamples == () and found.id == name
    assert (found.sentence, found.argument) == PROPERTIES[name][:2]


def test_what_is_covered_in_a_small_copy() -> None:
    """Unknown is a class of its own everywhere.

    First-line treatment: 6 × 3 × 3 answers to three choices. Bleeding and pregnancy: 3 each. Age: at, beside and between two
    thresholds 5, and unknown. The class of a response: two counts with the thresholds 30 and 100, 6 each; bleeding and rescue, 3 each;
    and a baseline with boundaries at half of each of the 5 counts that can be told apart, so 5 at them, 6 beside them, and unknown.
    """
    (found,) = verify(kept(criteria=("P1",)), ("total",))
    assert found.covered == found.walked == 6 * 3 * 3 + 3 + 3 + 6 + 6 * 6 * 3 * 3 * 12
