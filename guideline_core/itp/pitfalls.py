"""Ways to go wrong that belong to no single drug. A drug's own pitfalls stand in its file."""

from ..model.fact import convention, stated
from ..model.quantity import at_least
from ..model.statement import Pitfall
from .scope import emergency

not_before_6mo = stated(
    "pitfall-not-before-6mo", "timing", at_least(6, "mo"), line=78, markers="1", strength="D",
    says="Immunosuppressants aren't to be hurried into the first 6 months after diagnosis.", defects=("SD-04", "SD-24"),
    action="do not hurry",
)
late_remission = stated(
    "pitfall-late-remission", "natural history", line=78, markers="1", strength="D",
    says="A remission without treatment may still come years after diagnosis.", wording="years after diagnosis",
    defects=("SD-24",),
)
ineffective_therapy = stated(
    "pitfall-ineffective-therapy", "stop rule", line=79, markers="2, 3", strength="D",
    says="A treatment that doesn't work isn't to be carried on; azathioprine is the source's example.",
    wording="what doesn't work is stopped", kind="rule", applies_to="any therapy",
)

no_ranking = convention(
    "site-no-ranking", "evidence", defects=("SD-31", "SD-32"),
    says="This site doesn't rank treatments by response rate: the studies counted different things in different "
    "people.",
    wording="no ranking by response rate",
)
rates_with_counts = convention(
    "site-rates-with-counts", "evidence", defects=("SD-32", "SD-33"),
    says="A rate is shown with the people behind it and its 95% Wilson interval, wherever the counts are known.",
    wording="rates with their counts and interval",
)
platelet_unit = convention(
    "site-platelet-unit", "units", defects=("SD-19",),
    says="Platelets are read in 10⁹ per litre. A count that looks like one per microlitre is refused with a question, "
    "and never converted on a guess.",
    wording="never converted on a guess", per_microlitre="1,000 times the number",
)
unit_needed = convention(
    "site-unit-needed", "units",
    says="Creatinine needs its unit each time. Pounds, inches and metres are never assumed.",
    wording="units are never assumed",
)
grade_with_year = convention(
    "site-grade-with-year", "evidence", defects=("SD-22",),
    says="A grade is never shown without the body that gave it, its year, and whether it has been superseded.",
    wording="a grade with its body and year",
)
unknown_is_unknown = convention(
    "site-unknown-is-unknown", "evidence",
    says="An answer that was not given is unknown. It is never read as no.", wording="unknown is never read as no",
)

PITFALLS = (
    Pitfall(
        id="pitfall-rushing", kind="timing", title="Rushing, or waiting by a single line",
        says="The source warns against immunosuppressants before the wait is over, and elsewhere calls them a bridge "
        "for just that time. Look at both lines before either is used as a reason.",
        facts=(not_before_6mo, late_remission), defects=("SD-04", "SD-24"),
    ),
    Pitfall(
        id="pitfall-ineffective-treatment", kind="timing", title="Carrying on with what doesn't work",
        says="Set the day on which the treatment will be judged when it is started.",
        facts=(ineffective_therapy,), defects=("SD-36",),
    ),
    Pitfall(
        id="pitfall-emergency", kind="timing", title="A bleed is not a question of eligibility",
        says="Azathioprine takes months to work, and the source has no part at all for active serious bleeding. This "
        "site stops there, before any criterion or dose.",
        facts=(emergency,), defects=("SD-47",),
    ),
    Pitfall(
        id="pitfall-comparing-rates", kind="evidence", title="Comparing response rates across studies",
        says="One study counts a doubled count above a low limit, another only a far higher one, and several were very "
        "small. The higher rate isn't the better drug.",
        facts=(no_ranking, rates_with_counts), defects=("SD-31", "SD-32", "SD-33"),
    ),
    Pitfall(
        id="pitfall-platelet-unit", kind="dosing", title="Platelets in the wrong unit",
        says="Laboratories report per litre or per microlitre. The same patient's count then differs by a factor of "
        "1,000.",
        facts=(platelet_unit, unit_needed), defects=("SD-19", "SD-45"),
    ),
    Pitfall(
        id="pitfall-silence-is-no", kind="monitoring", title="Taking a missing answer for a no",
        says="A pregnancy, an interacting drug or an enzyme that nobody asked about is not absent.",
        facts=(unknown_is_unknown,), defects=("SD-29", "SD-30"),
    ),
)
