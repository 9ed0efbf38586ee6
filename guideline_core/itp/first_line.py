"""First-line treatment: what has to fail before any of the rest. Context only; nothing here is calculated."""

from ..model.evidence import Citation, Confidence
from ..model.fact import added, stated
from ..model.quantity import at_most, between, exactly
from ..model.statement import Pitfall
from ..model.therapy import Therapy
from .scope import steroid_failed_or_intolerant

_ASH_QUESTIONS = (Citation("ash-2019", "table 1, questions on first-line treatment", Confidence.V),)

# Prednisone

prednisone = stated(
    "firstline-prednisone-dose", "prednisone", between(1, 2, "mg/kg/d"), line=26, markers="1", strength="D",
    says="Prednisone, 1 to 2 mg/kg a day.", defects=("SD-38",), max="not given",
)
prednisone_cap = added(
    "firstline-prednisone-cap", "prednisone", at_most(80, "mg/d"), defects=("SD-38",),
    cites=(Citation("thebloodproject", "first-line treatment", Confidence.V2),),
    says="Others give prednisone up to 80 mg a day, whatever the weight.",
)
prednisone_ash = added(
    "firstline-prednisone-ash-2019", "prednisone", between("0.5", 2, "mg/kg/d"), cites=_ASH_QUESTIONS, guideline="ASH 2019",
    says="The newer ASH guideline speaks of prednisone 0.5 to 2 mg/kg a day.",
)
weeks_ash = added(
    "firstline-weeks-ash-2019", "prednisone", at_most(6, "wk"), cites=_ASH_QUESTIONS, defects=("SD-16",),
    guideline="ASH 2019",
    says="The newer ASH guideline sets up to 6 weeks of prednisone, taper included, against a longer course.",
)

# Dexamethasone

dexamethasone = stated(
    "firstline-dexamethasone", "dexamethasone", line=26, markers="1", strength="D", absent="the source gives no dose",
    says="Dexamethasone instead, which the source calls high-dose without a number.",
    wording="high-dose (the source gives no dose)", defects=("SD-39",), dose="not given",
)
dexamethasone_ash = added(
    "firstline-dexamethasone-ash-2019", "dexamethasone", exactly(40, "mg/d"), cites=_ASH_QUESTIONS, defects=("SD-39",),
    says="The newer ASH guideline speaks of dexamethasone 40 mg a day for 4 days.", course="4 days", guideline="ASH 2019",
)

# Intravenous immunoglobulin

ivig = stated(
    "firstline-ivig", "IVIg", line=26, markers="1", strength="D", absent="the source gives no dose",
    says="Intravenous immunoglobulin (IVIg): its failure counts too. The source gives no dose.",
    wording="IVIg (the source gives no dose)", defects=("SD-39", "SD-40"), dose="not given",
)
ivig_once = added(
    "firstline-ivig-once", "IVIg", exactly(1, "g/kg"), defects=("SD-39",),
    cites=(Citation("ash-2011", "statements carried forward (view-large/8431660)", Confidence.V),),
    says="ASH suggests IVIg 1 g/kg once, repeated if necessary: ASH 2011 grade 2B, carried forward in 2019.",
    graded="ASH 2011 grade 2B, carried forward in 2019",
)
ivig_split = added(
    "firstline-ivig-split", "IVIg", exactly("0.4", "g/kg"), defects=("SD-39",), course="5 days",
    cites=(Citation("ash-education-tables", "view-large/12523253", Confidence.V2),),
    says="A table of ASH gives IVIg another way: 0.4 g/kg a day for 5 days.", wording="0.4 g/kg a day for 5 days",
)

therapy = Therapy(
    id="first-line", name="First-line treatment", kind="context", summed=False,
    spellings=("prednisone", "prednisolone", "dexamethasone", "IVIg", "corticosteroids"),
    place=(steroid_failed_or_intolerant, prednisone, dexamethasone, ivig),
    safety=(prednisone_cap,),
    newer=(prednisone_ash, weeks_ash, dexamethasone_ash, ivig_once, ivig_split),
    pitfalls=(
        Pitfall(id="pitfall-prednisone-no-cap", kind="dosing", title="Prednisone by weight without a cap",
                says="The source gives a dose by weight and no maximum. In a heavy person it runs far past where "
                "others stop.",
                facts=(prednisone, prednisone_cap), therapies=("first-line",), defects=("SD-38",)),
        Pitfall(id="pitfall-steroid-too-long", kind="timing", title="Staying on corticosteroids to wait for a trigger",
                says="The source judges side effects after weeks of corticosteroids. Newer guidance aims to be off "
                "them by then.",
                facts=(weeks_ash,), therapies=("first-line",), defects=("SD-16",)),
    ),
    defects=("SD-16", "SD-38", "SD-39", "SD-40"),
    no_dose="First-line treatment is context on this site. The source gives prednisone without a cap, and no dose of "
    "dexamethasone or IVIg.",
)
