"""The planner: what it is asked, and the choices that this site had to make where nobody gives a rule."""

from ..model.fact import convention
from ..model.plan import PlanRules
from ..model.quantity import exactly
from ..model.question import Choice, Kind, Question
from .therapies import MEDICINES

reach = convention(
    "site-plan-reach", "plan", exactly(6, "mo"),
    says="A plan reaches 6 months from the first dose, which is as far as the source's only time to judge. It isn't the "
    "length of the treatment.",
)
apart = convention(
    "site-plan-apart", "plan", exactly(1, "a"),
    says="The first dose may lie up to 1 year before or after today. A date further off is more likely a slip.",
)
counted = convention(
    "site-plan-counted", "plan", wording="every interval from the first dose",
    says="A plan counts every interval from the first dose. A month ends on the same day of the next one, or on its last day.",
)
no_amount = convention(
    "site-plan-no-amount", "plan", wording="a dose only where the dose calculator shows one",
    says="A plan shows a dose only where the dose calculator shows one. While a safety question is open it shows dates alone; "
    "once one is answered the wrong way it shows nothing.",
)

_NAMED = tuple(
    (regimen, therapy.name if len(therapy.regimens) == 1 else f"{therapy.name}, {regimen.label[:1].lower()}{regimen.label[1:]}")
    for therapy in MEDICINES for regimen in therapy.regimens
)
planned = Question(
    id="plan_regimen", asks="Which treatment?", noun="the treatment", kind=Kind.CHOICE, group="plan",
    choices=tuple(Choice(regimen.id, name, f"the treatment is {name}") for regimen, name in _NAMED), unknown_label="Not chosen",
)
first_dose = Question(
    id="plan_start", asks="Date of the first dose", noun="the date of the first dose", kind=Kind.DATE, group="plan",
)

rules = PlanRules(regimen=planned, start=first_dose, reach=reach, apart=apart, counted=counted)
