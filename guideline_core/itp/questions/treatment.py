"""What has been tried, and how it went."""

from ...model.quantity import between, exact
from ...model.question import Choice, Kind, Question, UnitChoice
from ._kinds import yes_no

steroid_response = Question(
    id="steroid_response", asks="How did the platelets respond to corticosteroids?", noun="the response to corticosteroids",
    kind=Kind.CHOICE, group="treatment",
    choices=(
        Choice("no-response", "No response", "there was no response to corticosteroids"),
        Choice("lost", "Responded, then lost", "the response to corticosteroids was lost"),
        Choice("partial", "Partial response", "the response to corticosteroids is partial"),
        Choice("lasting", "Lasting response", "the response to corticosteroids lasts"),
        Choice("never-tried", "Never tried", "corticosteroids were never tried"),
    ),
)

steroid_toxicity = Question(
    id="steroid_toxicity", asks="Are the corticosteroid's side effects acceptable?", noun="corticosteroid toxicity",
    kind=Kind.CHOICE, group="treatment",
    choices=(
        Choice("acceptable", "Acceptable", "corticosteroid side effects are acceptable"),
        Choice("unacceptable", "Unacceptable", "corticosteroid side effects are unacceptable"),
    ),
)

steroid_weeks = Question(
    id="steroid_weeks", asks="Weeks on corticosteroids", noun="time on corticosteroids", kind=Kind.QUANTITY,
    group="treatment", units=(UnitChoice("wk", "weeks", exact(1), also=("week", "weeks")),),
    soft=between(0, 52, "wk"), hard=between(0, 520, "wk"),
)

ivig_failed = yes_no(
    "ivig_failed", "Has intravenous immunoglobulin (IVIg) failed?", "failure of IVIg", "treatment",
    "IVIg failed", "IVIg has not failed", no_label="No, or not given",
)

failed_lines = Question(
    id="failed_lines", asks="Number of treatments that have failed", noun="number of failed treatments",
    kind=Kind.COUNT, group="treatment", units=(UnitChoice("1", "", exact(1)),),
    soft=between(0, 12, "1"), hard=between(0, 30, "1"),
)

spleen = Question(
    id="spleen", asks="Spleen", noun="the spleen", kind=Kind.CHOICE, group="treatment",
    choices=(
        Choice("in-place", "In place", "the spleen is in place"),
        Choice("deferred", "In place, splenectomy deferred", "splenectomy is deferred"),
        Choice("contraindicated", "Splenectomy contraindicated", "splenectomy is contraindicated"),
        Choice("relapsed", "Removed, ITP came back", "ITP relapsed after splenectomy"),
        Choice("never-responded", "Removed, never responded", "ITP never responded to splenectomy"),
    ),
)

current_drugs = Question(
    id="current_drugs", asks="Taken now", noun="current treatment", kind=Kind.SET, group="treatment",
    hint="Tick all that apply.",
    choices=tuple(
        Choice(drug, label, f"{drug} is taken now")
        for drug, label in (
            ("azathioprine", "Azathioprine"), ("ciclosporin", "Ciclosporin"), ("cyclophosphamide", "Cyclophosphamide"),
            ("eltrombopag", "Eltrombopag"), ("mycophenolate", "Mycophenolate"), ("rituximab", "Rituximab"),
            ("romiplostim", "Romiplostim"),
        )
    ),
)
