"""Bad input from an author: each mistake stops the build at its file and line, with one sentence on how to mend it."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from textwrap import dedent

import pytest

import guideline_core
from guideline_core.itp import GUIDELINE
from guideline_core.model.check import check
from guideline_core.model.origin import BrokenGuideline

CORE = Path(guideline_core.__file__).parent

APPENDED = {
    "a rule that contradicts another": ("stances.py", """
        STANCES += (
            Stance(fact=tpmt_if_cytopenia, when=new_cytopenia.is_("yes"), pulls="for", what="the moon"),
            Stance(fact=ivig, when=ivig_failed.is_("yes"), pulls="against", what="the moon"),  # here
        )
    """, "firstline-ivig pulls against “the moon” where IVIg failed, and aza-tpmt-if-cytopenia .* pulls for it on the same patient",
        "List a defect that touches both aza-tpmt-if-cytopenia and firstline-ivig, or mend one of the conditions"),
    "a condition on a question that doesn't exist": ("pathway.py", """
        from .questions._kinds import yes_no
        moon = yes_no("full_moon", "Is the moon full?", "the moon", "disease", "the moon is full", "it is not")
        lunar = Criterion(  # here
            id="P13", key="lunar", label="A full moon", condition=moon.is_("yes"), facts=(order_cpa_late,),
        )
    """, "a condition asks 'full_moon', which is no question", "List it in itp/questions, or ask one that is there"),
    "a fact without a unit": ("newer.py", """
        unitless = added("lunar-dose", "moon", exactly(20), cites=_ANZ, says="20 of something.")  # here
    """, "a value has no unit", 'Give the UCUM unit ("1" for a bare number), and add a new one to model/quantity.py'),
    "a fact whose value is a bare number": ("newer.py", """
        bare = added("lunar-dose", "moon", 20, cites=_ANZ, says="20 of something.")  # here
    """, "lunar-dose has the value 20 without a unit", 'Give it one, as in exactly(5, "mg"), or write "1" for a bare number'),
    "a citation to nowhere": ("newer.py", """
        ghost = added(  # here
            "lunar-fact", "moon", cites=(Citation("luna-1969", "abstract", Confidence.V),), says="Grey.", wording="grey",
        )
    """, "lunar-fact cites 'luna-1969', and no source has that id", "Add it to itp/sources, or correct the id"),
    "a threshold outside its question's bounds": ("pathway.py", """
        lunar_limit = stated("lunar-limit", "trigger", at_least(3000, "10*9/L"), line=27, says="A great many.")
        lunar = Criterion(  # here
            id="P13", key="lunar", label="Many", condition=platelets >= lunar_limit.low, facts=(lunar_limit,),
        )
    """, "lunar-limit lies outside what platelets can be answered, so that no patient can reach it",
        "Correct the fact, or widen the bounds of platelets"),
    "a gate that stands before no dose": ("scope.py", """
        lunar = Gate(  # here
            id="lunar", label="The moon", closes=pregnant.is_("yes"), closed="Full.", unanswered="Clouded.", opens="A new moon.",
            facts=(pregnancy,),
        )
    """, "the gate 'lunar' stands before no dose", "List it in a therapy's gates, or remove it"),
    "a defect that nobody lists": ("newer.py", """
        ghost = added("lunar-fact", "moon", cites=_ANZ, says="Grey.", wording="grey", defects=("SD-99",))  # here
    """, "lunar-fact names 'SD-99', and no defect has that id", "Add it to itp/defects, or correct the id"),
    "a contested side that nobody states": ("pathway.py", """
        lunar = Criterion(  # here
            id="P13", key="lunar", label="Torn", condition=Contested(bleeding_risk.is_("yes"), "SD-04", ("order-is-bridge", "far-side")),
            facts=(order_cpa_late,),
        )
    """, "a contested condition has the side 'far-side', which no file states", "Name a fact by its id"),
    "a rule on a fact that is stated inside it": ("pathway.py", """
        lunar = Criterion(  # here
            id="P13", key="lunar", label="Hidden", condition=bleeding_risk.is_("yes"),
            facts=(stated("lunar-fact", "moon", line=1, says="Grey.", wording="grey"),),
        )
    """, "P13 stands on lunar-fact, which no file states by itself", "Give the fact a name of its own"),
    "a range that runs backwards": ("newer.py", """
        backwards = added("lunar-range", "moon", at_least(3, "mo"), cites=_ANZ, says="From 3.")
        from ..model.quantity import between
        backwards = added("lunar-range", "moon", between(6, 3, "mo"), cites=_ANZ, says="From 6 to 3.")  # here
    """, "a range runs from 6 down to 3", "Write the lower end first"),
    "a statement without a source": ("newer.py", """
        ghost = added("lunar-fact", "moon", cites=(), says="Grey.", wording="grey")  # here
    """, "lunar-fact has no citation", "Say where the statement comes from"),
    "a comparison with an end that a fact hasn't": ("pathway.py", """
        lunar = platelets < trigger_platelets.low  # here
    """, "a condition compares with the low end of trigger-platelets, which has none",
        r"Take the other end, or give trigger-platelets that end in guideline_core/itp/pathway\.py:\d+"),
    "an answer that a question hasn't": ("pathway.py", """
        lunar = spleen.is_("eaten")  # here
    """, "spleen can't be answered 'eaten'", "Write one of the question's choices"),
    "an id that is given twice": ("newer.py", """
        again = added("anz-2022-robust", "moon", cites=_ANZ, says="Grey.", wording="grey")  # here
    """, "the id 'anz-2022-robust' is given twice", "Give one of the two another"),
}


@pytest.mark.parametrize("mistake", APPENDED)
def test_the_build_stops(mistake: str, tmp_path: Path) -> None:
    """The mistake is written into a copy of the core; importing it is what every build begins with."""
    name, text, problem, mend = APPENDED[mistake]
    copy = tmp_path / "guideline_core"
    shutil.copytree(CORE, copy, ignore=shutil.ignore_patterns("__pycache__"))
    path = copy / "itp" / name
    path.write_text(path.read_text("utf-8") + dedent(text), "utf-8")
    (line,) = (number for number, said in enumerate(path.read_text("utf-8").splitlines(), 1) if said.endswith("# here"))

    done = subprocess.run(
        [sys.executable, "-c", "import guideline_core.itp"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1, "the build went on"
    kind, _, message = done.stderr.splitlines()[-1].partition(": ")
    assert kind.endswith("BrokenGuideline"), done.stderr
    place = re.escape(f"guideline_core/itp/{name}:{line}")
    wanted = mend if "\\d" in mend else re.escape(mend)
    assert re.fullmatch(rf"{place}: {problem if '.*' in problem else re.escape(problem)}\. {wanted}\.", message), message


def test_the_core_itself_is_sound() -> None:
    check(GUIDELINE)


def test_contradictions_that_are_none() -> None:
    """Declared, on another subject, for other patients, or pulling the same way: nothing to complain of."""
    from guideline_core.itp.questions import bleeding_risk
    from guideline_core.model.statement import Stance

    one, other = (GUIDELINE.facts[name] for name in ("order-cpa-late", "csa-ae-severity"))
    yes, no = bleeding_risk.is_("yes"), bleeding_risk.is_("no")

    def stand(*stances: Stance, **changes: object) -> None:
        check(replace(GUIDELINE, stances=stances, **changes))

    pulls_for = Stance(fact=one, when=yes, pulls="for", what="the moon")
    stand(pulls_for, Stance(fact=other, when=no, pulls="against", what="the moon"))
    stand(pulls_for, Stance(fact=other, when=yes, pulls="for", what="the moon"))
    stand(pulls_for, Stance(fact=other, when=yes, pulls="against", what="the sun"))
    against = Stance(fact=other, when=yes, pulls="against", what="the moon")
    declared = replace(GUIDELINE.defects["SD-04"], touches=(one.id, other.id))
    stand(pulls_for, against, defects=GUIDELINE.defects | {"SD-04": declared})
    with pytest.raises(BrokenGuideline, match="on the same patient"):
        stand(pulls_for, against)


def test_a_defect_that_cites_nothing_there_is() -> None:
    defect = GUIDELINE.defects["SD-01"]
    ghost = replace(defect, citations=(replace(defect.citations[0], source="luna-1969"),))
    with pytest.raises(BrokenGuideline, match=rf"^{re.escape(defect.origin)}: SD-01 cites 'luna-1969', and no source has that id\. Add"):
        check(replace(GUIDELINE, defects=GUIDELINE.defects | {"SD-01": ghost}))


def test_a_gate_taken_from_its_drug() -> None:
    azathioprine = GUIDELINE.therapies["azathioprine"]
    bare = replace(azathioprine, gates=azathioprine.gates[1:])
    gate = azathioprine.gates[0]
    with pytest.raises(BrokenGuideline, match=rf"^{re.escape(gate.origin)}: the gate 'tpmt' stands before no dose\. List"):
        check(replace(GUIDELINE, therapies=GUIDELINE.therapies | {"azathioprine": bare}))
