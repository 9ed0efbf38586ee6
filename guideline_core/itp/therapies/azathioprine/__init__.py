"""Azathioprine: a thiopurine by mouth, cheap and slow to work."""

from ....model.evidence import Citation, Confidence
from ....model.fact import added, convention, stated
from ....model.plan import Act, Mark
from ....model.quantity import at_most, between, exactly
from ....model.statement import Band, Criterion, Pitfall
from ....model.therapy import Basis, Monitoring, Regimen, Therapy
from ...newer import anz_others, anz_robust, ash_silent
from ...pathway import firstline_failed, timing, trigger
from ...questions import azathioprine_months
from ...scope import class_members, infection_silent, second_line
from ...undated import BEFORE_FIRST, NO_FREQUENCY
from .cited import ANZ, EDREN
from .evidence import (
    evidence, maintenance, nepal_series, ontario_onset, ontario_side_effects, quiquandon_deaths, quiquandon_people,
    quiquandon_time, response_anz,
)
from .harms import (
    allopurinol, boxed_warning, breast_milk, febuxostat, live_vaccines, no_leukaemia, other_malignancy, pregnancy_anz,
    pregnancy_tables, safety_favourable, xanthine_gate,
)
from .testing import (
    cpic_both, cpic_deficient, cpic_intermediate, cpic_steady, cytopenia_gate, genotype_gate, monitor_tpmt,
    nudt15_gate, nudt15_silent, test_first_anz, test_label, tpmt_gate, tpmt_if_cytopenia, tpmt_intermediate,
    tpmt_missing_fewest, tpmt_missing_most, tpmt_prevalence,
)

# Place

resource_limited = stated(
    "aza-resource-limited", "access", line=41, markers="2", strength="D",
    says="Azathioprine is attractive where money is short.", wording="attractive where money is short",
)
off_label = added(
    "aza-off-label", "licence", cites=(Citation("pdsa", "immunosuppressants", Confidence.V2),), defects=("SD-44",),
    says="In the US azathioprine has no licence for ITP: its use is off-label.", wording="off-label in the US",
)
licensed_elsewhere = added(
    "aza-licensed-elsewhere", "licence", cites=(Citation("smpc-azathioprine", "indications", Confidence.V2),),
    says="Product information from Europe and New Zealand does name chronic refractory ITP.", defects=("SD-44",),
    wording="licensed for chronic refractory ITP in Europe and New Zealand",
)

# Dose

dose_fixed = stated(
    "aza-dose-fixed", "dose", exactly(150, "mg/d"), line=39, markers="1, 2, 3", strength="D", defects=("SD-01", "SD-29"),
    says="Azathioprine in one flat dose for everybody: 150 mg a day.",
)
dose_weight = stated(
    "aza-dose-weight", "dose", between(1, 2, "mg/kg/d"), line=39, markers="1, 2, 3", strength="D",
    says="Azathioprine by weight: 1 to 2 mg/kg a day.", defects=("SD-01", "SD-29"), max="not given",
)
cap = added(
    "aza-cap", "dose", exactly(150, "mg/d"), defects=("SD-01",),
    cites=(Citation("droracle-460483", "dose", Confidence.V),
           Citation("ash-education-tables", "view-large/11541168, azathioprine", Confidence.V2)),
    says="150 mg a day is a maximum, not a second way of dosing. The cap comes from outside the source.",
)
fixed_fits = convention(
    "aza-fixed-fits", "dose", defects=("SD-01",),
    says="The flat dose is shown only where it lies inside the range by weight. Elsewhere the two contradict each other, "
    "and it is never offered.", wording="the flat dose only where it fits the range by weight",
)
strengths = (
    added("aza-tablet-25", "strength", exactly(25, "mg"), cites=(EDREN,), says="There is a 25 mg tablet.",
          form="tablet", market="UK and EU"),
    added("aza-tablet-50", "strength", exactly(50, "mg"),
          cites=(EDREN, Citation("label-azathioprine", "how supplied", Confidence.V)),
          says="There is a 50 mg tablet.", form="tablet", market="UK, EU and US"),
)

# How long it takes, and when to stop

time_to_response = stated(
    "aza-time-to-response", "onset", between(3, 6, "mo"), line=39, markers="1, 2, 3", strength="D",
    says="A response is expected after 3 to 6 months without a break.", treatment="continuous",
)
trial_length = stated(
    "aza-trial-length", "stop rule", between(3, 6, "mo"), line=79, markers="2, 3", strength="D", defects=("SD-36",),
    says="Azathioprine takes 3 to 6 months before its benefit can be judged.",
)
stop_no_response = stated(
    "aza-stop-no-response", "stop rule", line=79, markers="2, 3", strength="D", defects=("SD-36",),
    says="If nothing has happened by then, it is stopped.", wording="stop without a response", action="discontinue",
)
onset_anz = added(
    "aza-anz-onset", "onset", between(3, 4, "mo"), cites=ANZ, says="Newer guidance expects the effect after 3 to 4 months.",
    guideline="ANZ 2022",
)

# Monitoring

monitor_transaminases = stated(
    "aza-monitor-transaminases", "monitoring", line=83, markers="2", strength="D",
    absent="the source gives no frequency and no threshold", says="The transaminases are watched for a rise.",
    wording="transaminases", frequency="not given", threshold="not given",
)
blood_count_early = added(
    "aza-blood-count-early", "monitoring", exactly(1, "wk"), cites=(Citation("gpnotebook", "azathioprine", Confidence.V2),),
    says="A full blood count every week for the first 4 weeks.", wording="every week for 4 weeks", length="4 weeks",
)
blood_count_weeks = added(
    "aza-blood-count-weeks", "monitoring", exactly(4, "wk"), cites=(Citation("gpnotebook", "azathioprine", Confidence.V2),),
    says="The weekly blood counts end after 4 weeks.",
)
blood_count_later = added(
    "aza-blood-count-later", "monitoring", at_most(3, "mo"), cites=(Citation("gpnotebook", "azathioprine", Confidence.V2),),
    says="After the first weeks, a full blood count and liver tests at least every 3 months.", wording="at least every 3 months",
)

# The rule

stop_criterion = Criterion(
    id="P10", key="aza-stop", label="Azathioprine: time to judge", condition=azathioprine_months > trial_length.high,
    facts=(trial_length, stop_no_response), defects=("SD-36",),
    reading="“By then” could mean either end of the range. Before its start it is too early; both ends belong to the "
    "window; past its end, without a response, the source says to stop.",
    bands=(
        Band("too-early", azathioprine_months < trial_length.low, "too early to judge"),
        Band("window", (azathioprine_months >= trial_length.low) & (azathioprine_months <= trial_length.high),
             "inside the source's window: the clinician decides"),
        Band("past", azathioprine_months > trial_length.high, "past the window: without a response the source says to stop"),
    ),
)

_PLAN = (
    Mark(act=Act.BEFORE, what="TPMT", fact=test_first_anz, undated=BEFORE_FIRST),
    Mark(act=Act.BEFORE, what="NUDT15", fact=nudt15_silent, undated=BEFORE_FIRST),
    Mark(act=Act.CHECK, what="Full blood count", fact=blood_count_early, every=blood_count_early, lasts=blood_count_weeks),
    Mark(act=Act.CHECK, what="Full blood count and liver tests, at the latest", fact=blood_count_later, every=blood_count_later),
    Mark(act=Act.CHECK, what="Transaminases", fact=monitor_transaminases, undated=NO_FREQUENCY),
    Mark(act=Act.JUDGE, what="The time to judge begins", fact=trial_length, at=trial_length.low),
    Mark(act=Act.JUDGE, what="The time to judge ends", fact=trial_length, at=trial_length.high),
    Mark(act=Act.STOP, what="Past it: without a response the source says to stop", fact=stop_no_response, at=trial_length.high, past=True),
)

therapy = Therapy(
    id="azathioprine", name="Azathioprine", kind="immunosuppressant", spellings=("AZA", "Imuran", "Azasan"),
    place=(second_line, class_members, resource_limited, off_label, licensed_elsewhere),
    regimens=(
        Regimen(dose=dose_weight, label="By weight", basis=Basis.WEIGHT, gives="mg/d", route="by mouth", per="every day",
                cap=cap, strengths=strengths, plan=_PLAN, defects=("SD-01",)),
        Regimen(dose=dose_fixed, label="Flat dose", basis=Basis.FIXED, gives="mg/d", route="by mouth", per="every day",
                must_fit=dose_weight, notes=(fixed_fits,), plan=_PLAN, defects=("SD-01",)),
    ),
    onset=(time_to_response, quiquandon_time, ontario_onset, onset_anz),
    evidence=evidence,
    efficacy=(maintenance, response_anz, nepal_series),
    avoid=(allopurinol, febuxostat, pregnancy_tables, pregnancy_anz, breast_milk, live_vaccines),
    monitoring=(
        Monitoring(what="TPMT", facts=(monitor_tpmt, tpmt_if_cytopenia, tpmt_prevalence),
                   adds=(tpmt_missing_most, tpmt_missing_fewest, tpmt_intermediate, test_first_anz, test_label)),
        Monitoring(what="NUDT15", facts=(), adds=(nudt15_silent, cpic_deficient, cpic_intermediate, cpic_both, cpic_steady)),
        Monitoring(what="Blood count", facts=(), adds=(blood_count_early, blood_count_weeks, blood_count_later)),
        Monitoring(what="Liver enzymes", facts=(monitor_transaminases,), adds=(blood_count_later,)),
    ),
    safety=(safety_favourable, no_leukaemia, quiquandon_people, boxed_warning, other_malignancy, infection_silent),
    stop=(trial_length, stop_no_response),
    newer=(anz_robust, anz_others, ash_silent),
    criteria=(firstline_failed, trigger, timing),
    gates=(tpmt_gate, nudt15_gate, xanthine_gate, cytopenia_gate),
    pitfalls=(
        Pitfall(id="pitfall-aza-flat-dose", kind="dosing", title="The flat dose in a light person",
                says="In a light person the flat dose is more than the range by weight allows.",
                facts=(dose_fixed, dose_weight, cap), therapies=("azathioprine",), defects=("SD-01",)),
        Pitfall(id="pitfall-aza-late-tpmt", kind="monitoring", title="Testing TPMT too late",
                says="One line of the source tests once a cytopenia has developed. Without the enzyme the bone marrow can "
                "fail before anybody notices.",
                facts=(tpmt_if_cytopenia, monitor_tpmt, test_first_anz, genotype_gate), therapies=("azathioprine",),
                defects=("SD-02", "SD-03")),
        Pitfall(id="pitfall-aza-xanthine-oxidase", kind="dosing", title="Allopurinol or febuxostat beside it",
                says="The pair can be fatal, and the source doesn't mention it.", facts=(allopurinol, febuxostat),
                therapies=("azathioprine",), defects=("SD-29",)),
        Pitfall(id="pitfall-aza-transaminases", kind="monitoring", title="Forgetting the liver",
                says="The source asks to watch the transaminases, and doesn't say how often or up to where.",
                facts=(monitor_transaminases, blood_count_later), therapies=("azathioprine",)),
        Pitfall(id="pitfall-aza-no-end", kind="timing", title="Carrying on without a response",
                says="Azathioprine needs its time. After that, without a response, the source stops it.",
                facts=(trial_length, stop_no_response), therapies=("azathioprine",), defects=("SD-36",)),
        Pitfall(id="pitfall-aza-one-sided", kind="evidence", title="Taking it for harmless",
                says="The source praises its safety, and leaves out the boxed warning and the deaths in the series it rests on.",
                facts=(safety_favourable, no_leukaemia, boxed_warning, quiquandon_deaths, ontario_side_effects),
                therapies=("azathioprine",), defects=("SD-28",)),
    ),
    defects=("SD-01", "SD-02", "SD-03", "SD-28", "SD-29", "SD-30", "SD-31", "SD-32", "SD-36", "SD-44"),
)
