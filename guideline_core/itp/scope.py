"""Whom the source speaks of, and the three gates that stand before everything."""

from ..model.condition import Outcome
from ..model.fact import added, convention, stated
from ..model.quantity import at_least, exactly
from ..model.statement import Gate
from .cited import PREGNANCY_TABLES
from .questions import active_bleeding, age, pregnant

second_line = stated(
    "scope-second-line", "immunosuppressants", exactly(2, "1"), line=20, markers="1", strength="D",
    says="Immunosuppressants come after corticosteroids, as second-line treatment.", wording="second-line",
)
steroid_failed_or_intolerant = stated(
    "scope-steroid-failed-or-intolerant", "immunosuppressants", line=20, markers="1", strength="D",
    says="Immunosuppressants are for people in whom corticosteroids failed or can't be tolerated; either is enough.",
    wording="corticosteroids failed or can't be tolerated", any_of="steroid_failed, steroid_intolerant",
)
after_splenectomy_wait = stated(
    "scope-after-splenectomy-wait", "timing", at_least(6, "mo"), line=20, markers="1", strength="T",
    says="Usually splenectomy has been put off for 6 months or more.", **{"from": "diagnosis (implied)"},
)
after_failed_splenectomy = stated(
    "scope-after-failed-splenectomy", "place", line=20, markers="1", strength="T",
    says="The other usual context: splenectomy has been done, and failed.", wording="after failed splenectomy", splenectomy_status="failed",
)
class_members = stated(
    "class-named-members", "immunosuppressants", line=20, markers="1", strength="D",
    says="The source opens with two drugs of the class: azathioprine and ciclosporin.",
    wording="azathioprine and ciclosporin", members="azathioprine, ciclosporin",
)
alternatives = stated(
    "alternatives-second-line", "alternatives", line=60, strength="D",
    says="Thrombopoietin receptor agonists and rituximab are other second-line choices.",
    wording="thrombopoietin receptor agonists and rituximab", members="TPO-RA, rituximab",
)

emergency = convention(
    "site-emergency-stop", "emergency", defects=("SD-47",),
    says="Active serious bleeding is an emergency. The source says nothing on it, and this site stops there.",
    wording="active serious bleeding is outside this site",
)
adults_only = convention(
    "site-adults-only", "age", at_least(18, "a"), defects=("SD-41",),
    says="This site speaks of people aged 18 years or more: every series that the source draws on was in adults.",
)
pregnancy = added(
    "pregnancy-gate", "pregnancy", defects=("SD-30",),
    cites=PREGNANCY_TABLES,
    says="The source says nothing on pregnancy. Review tables keep steroids and IVIg as first choice and call some "
    "of these drugs contraindicated.",
    wording="pregnancy needs a specialist",
)
infection_silent = convention(
    "site-infection", "infection", defects=("SD-30",),
    says="The source says nothing on active infection. This site only points it out before a drug that suppresses "
    "immunity: what follows is the clinician's judgement.",
    wording="active infection left to the clinician's judgement",
)

COMMON_GATES = (
    Gate(
        id="emergency", label="Active serious bleeding", closes=active_bleeding.is_("yes"), effect=Outcome.OUT_OF_SCOPE,
        closed="Active serious bleeding is an emergency. This site stops here: use your emergency pathway.",
        unanswered="It isn't known whether there is active serious bleeding.",
        opens="An answer of no to active serious bleeding.", facts=(emergency,), defects=("SD-47",),
    ),
    Gate(
        id="adult", label="Age", closes=age < adults_only.low, effect=Outcome.OUT_OF_SCOPE,
        closed="This site speaks of adults only: the source's studies were in adults.",
        unanswered="The age isn't known, and this site speaks of adults only.",
        opens="An adult's age.", facts=(adults_only,), defects=("SD-41",),
    ),
    Gate(
        id="pregnancy", label="Pregnancy", closes=pregnant.is_("yes"),
        closed="No dose is shown in pregnancy. The source says nothing on it: this is a specialist's decision.",
        unanswered="It isn't known whether the patient is pregnant.",
        opens="An answer of no to pregnancy.", facts=(pregnancy,), defects=("SD-30",),
    ),
)
