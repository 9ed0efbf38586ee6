"""The way through the guideline: what opens the class, when, and in which order. Criteria P1 to P6."""

from ..model.condition import Contested, Named, Undecided
from ..model.fact import convention, stated
from ..model.quantity import at_least, below, between
from ..model.statement import Band, Criterion
from .pitfalls import not_before_6mo
from .questions import (
    bleeding_risk, ivig_failed, months_since_diagnosis, persistent, platelets, platelets_days_apart, platelets_second,
    spleen, steroid_response, steroid_toxicity, steroid_weeks,
)
from .scope import after_failed_splenectomy, after_splenectomy_wait, steroid_failed_or_intolerant
from .splenectomy import defer_min
from .first_line import ivig

trigger_platelets = stated(
    "trigger-platelets", "trigger", below(30, "10*9/L"), line=27, markers="1", strength="T",
    says="A platelet count that stays below 30 × 10⁹/L.", defects=("SD-15", "SD-17", "SD-18", "SD-19"),
    persistence="persistent (undefined)",
)
trigger_bleeding_risk = stated(
    "trigger-bleeding-risk", "trigger", line=27, markers="1", strength="T", defects=("SD-15", "SD-20"),
    says="The low count counts only together with a risk of bleeding.", wording="a risk of bleeding",
    joined="and trigger-platelets",
)
trigger_steroid_toxicity = stated(
    "trigger-steroid-toxicity", "trigger", line=27, markers="1", strength="T", defects=("SD-15",),
    says="The other trigger: corticosteroid side effects that can no longer be accepted.",
    wording="unacceptable corticosteroid side effects", joined="or",
)
trigger_steroid_weeks = stated(
    "trigger-steroid-weeks", "trigger", between(6, 8, "wk"), line=27, markers="1", strength="T",
    says="The side effects are judged after 6 to 8 weeks of corticosteroids.", defects=("SD-04", "SD-15", "SD-16"),
)

role_bridge = stated(
    "role-bridge", "immunosuppressants", between(0, 6, "mo"), line=32, markers="1", strength="D",
    says="Immunosuppressants bridge the time for which splenectomy is put off: 0 to 6 months.", defects=("SD-04",),
    implied="the window is the 6 months of the wait",
)
role_splenectomy_contraindicated = stated(
    "role-splenectomy-contraindicated", "immunosuppressants", line=32, markers="1", strength="D",
    says="Immunosuppressants stand in where splenectomy is contraindicated.", wording="where splenectomy is contraindicated",
    splenectomy_status="contraindicated",
)
role_post_splenectomy = stated(
    "role-post-splenectomy-peers", "immunosuppressants", line=33, markers="1", strength="D",
    says="After failed splenectomy immunosuppressants remain an option, beside thrombopoietin receptor agonists and rituximab.",
    defects=("SD-21",), wording="beside thrombopoietin receptor agonists and rituximab", peers="TPO-RA, rituximab",
)

order_steroid_first = stated(
    "order-steroid-first", "order", line=(20, 26), markers="1",
    says="Corticosteroids, with or without IVIg, come before any immunosuppressant.", wording="corticosteroids first",
)
order_after_6mo = stated(
    "order-is-after-6mo", "order", line=78, markers="1", defects=("SD-04",),
    says="Immunosuppressants aren't to be hurried before the wait is over.", wording="immunosuppressants not hurried",
)
order_bridge = stated(
    "order-is-bridge", "order", line=32, markers="1", defects=("SD-04",),
    says="Immunosuppressants are used during the wait for splenectomy, which contradicts another of its lines.",
    wording="immunosuppressants during the wait",
)
order_splenectomy = stated(
    "order-splenectomy-after-6mo", "order", line=31, markers="1", defects=("SD-23",),
    says="Splenectomy is generally put off until the wait is over.", wording="splenectomy after the wait",
)
order_cpa_late = stated(
    "order-cpa-late", "order", line=55, markers="1", says="Cyclophosphamide comes after the other options.",
    wording="cyclophosphamide late",
)
order_tpora = stated(
    "order-tpora-after-spleen", "order", line=64, markers="1", defects=("SD-21",),
    says="Thrombopoietin receptor agonists come after failed splenectomy, or where it is contraindicated.",
    wording="thrombopoietin receptor agonists after the spleen",
)
order_rituximab = stated(
    "order-rtx-after-one", "order", line=70, markers="1", says="Rituximab comes after one failed treatment.",
    wording="rituximab after one failed treatment",
)
order_combination = stated(
    "order-combo-last", "order", line=(89, 90), through=True, markers="7", defects=("SD-35",),
    says="The triple combination is kept for truly refractory disease. The source says reserved, not last.",
    wording="the triple combination reserved",
)
order_azathioprine = stated(
    "order-aza-judge-then-stop", "order", line=79, markers="2, 3", defects=("SD-36",),
    says="Azathioprine is judged at the end of its trial, then stopped if nothing has happened.",
    wording="azathioprine judged, then stopped",
)

counts_apart = convention(
    "site-persistent-counts-apart", "trigger", at_least(7, "d"), defects=("SD-17",),
    says="“Persistently” has no meaning in the source. This site asks for two low counts 7 days or more apart, or the "
    "clinician's judgement.",
)

steroid_failed = steroid_response.is_("no-response", "lost")

intolerant = steroid_toxicity.is_("unacceptable")
count_persists = persistent.is_("yes") | (
    (platelets_second < trigger_platelets.high) & (platelets_days_apart >= counts_apart.low)
)

firstline_failed = Criterion(
    id="P1", key="firstline-failed", label="First-line treatment failed",
    condition=steroid_failed | intolerant | Undecided(steroid_response.is_("partial")) | Contested(
        ivig_failed.is_("yes"), "SD-40", ("scope-steroid-failed-or-intolerant", "firstline-ivig")
    ),
    facts=(steroid_failed_or_intolerant, ivig), defects=("SD-40",),
    reading="Failed means no response, or a response that was lost. A partial response leaves the question open. "
    "Failure of IVIg alone can be read either way.",
)
count_trigger = Criterion(
    id="P2", key="count-trigger", label="Low count with a risk of bleeding",
    condition=Named("a low count that lasts", count_persists)
    & (platelets < trigger_platelets.high) & bleeding_risk.is_("yes"),
    facts=(trigger_platelets, trigger_bleeding_risk, counts_apart), defects=("SD-17", "SD-18", "SD-20"),
    reading="Below means strictly below: a count at the limit doesn't meet it.",
)
toxicity_trigger = Criterion(
    id="P3", key="toxicity-trigger", label="Unacceptable corticosteroid side effects",
    condition=intolerant & (steroid_weeks >= trigger_steroid_weeks.low),
    facts=(trigger_steroid_toxicity, trigger_steroid_weeks), defects=("SD-16",),
    reading="The range of weeks is read as: from its start on. Newer guidance aims to be off corticosteroids by its end.",
    bands=(
        Band("in-range", (steroid_weeks >= trigger_steroid_weeks.low) & (steroid_weeks <= trigger_steroid_weeks.high),
             "inside the source's range of weeks"),
        Band("past-range", steroid_weeks > trigger_steroid_weeks.high, "past the source's range of weeks"),
    ),
)
trigger = Criterion(
    id="P4", key="trigger", label="A reason to act now",
    condition=Named(count_trigger.label.lower(), count_trigger.condition)
    | Named(toxicity_trigger.label.lower(), toxicity_trigger.condition),
    facts=(trigger_platelets, trigger_bleeding_risk, trigger_steroid_toxicity, trigger_steroid_weeks), defects=("SD-15",),
    reading="Read as (low count and bleeding risk) or (side effects after the weeks). The sentence could also mean "
    "that the weeks apply to both.",
)
timing = Criterion(
    id="P5", key="timing", label="Time since diagnosis",
    condition=(months_since_diagnosis >= not_before_6mo.low)
    | Contested(months_since_diagnosis < not_before_6mo.low, "SD-04", ("role-bridge", "pitfall-not-before-6mo")),
    facts=(role_bridge, not_before_6mo), defects=("SD-04",),
    reading="Before this time one line of the source says bridge and another says wait. Both are shown; neither wins.",
)
context = Criterion(
    id="P6", key="context", label="The usual context: splenectomy",
    condition=spleen.is_("relapsed", "never-responded", "contraindicated", "deferred"),
    facts=(after_splenectomy_wait, after_failed_splenectomy, role_splenectomy_contraindicated, defer_min),
    defects=("SD-23",),
    reading="Context only. It is reported, and doesn't count towards any therapy's sum.",
)
