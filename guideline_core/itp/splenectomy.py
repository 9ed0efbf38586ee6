"""Splenectomy: how long the source puts it off, how long others do, and what becomes of those who wait.

No calculator takes any of these waits for a permission.
"""

from ..model.evidence import Citation, Confidence, Proportion
from ..model.fact import added, stated
from ..model.quantity import at_least, at_most, between
from ..model.statement import Pitfall
from ..model.therapy import Monitoring, Therapy

_STASI = (Citation("stasi-1995", "abstract", Confidence.V),)
_PORTIELJE = (Citation("portielje-2001", "abstract", Confidence.V),)
_ANZ = (Citation("choi-2022", "abstract", Confidence.V),)

# The wait, in the source

defer_min = stated(
    "splenectomy-defer-min", "splenectomy", at_least(6, "mo"), line=31, markers="1", strength="T", defects=("SD-23",),
    says="Splenectomy is usually put off for 6 months or more after diagnosis.", **{"from": "diagnosis"},
)
defer_remission = stated(
    "splenectomy-defer-remission", "splenectomy", line=31, markers="1", strength="T", kind="reason",
    says="One reason to wait: ITP may remit unaided.", wording="ITP may remit unaided",
)
defer_preference = stated(
    "splenectomy-defer-preference", "splenectomy", line=31, markers="1", strength="T", kind="reason",
    says="One reason to wait: the patient may not want surgery.", wording="the patient may not want surgery",
)
defer_comorbidity = stated(
    "splenectomy-defer-comorbidity", "splenectomy", line=31, markers="1", strength="T", kind="reason",
    says="One reason to wait: another illness is active.", wording="another illness is active",
)

# The wait, in newer guidance and in an older series

defer_anz = added(
    "splenectomy-defer-anz-2022", "splenectomy", at_least(12, "mo"), cites=_ANZ, defects=("SD-23",), guideline="ANZ 2022",
    says="Newer guidance puts splenectomy off for 12 months or more if possible.",
)
defer_ash = added(
    "splenectomy-defer-ash-2019", "splenectomy", at_least(1, "a"), defects=("SD-23",), guideline="ASH 2019",
    cites=(Citation("ash-2019", "remark on splenectomy", Confidence.MH),),
    says="The newer ASH guideline waits at least 1 year with splenectomy (recalled, not yet checked).",
    wording="1 year or more",
)
defer_consensus = added(
    "splenectomy-defer-consensus-2019", "splenectomy", between(12, 24, "mo"), defects=("SD-23",), guideline="2019 consensus",
    cites=(Citation("provan-2019", "splenectomy", Confidence.MH),),
    says="The newer consensus report waits at least 12 to 24 months with splenectomy (recalled, not yet checked).",
)
early_series = added(
    "splenectomy-older-series", "splenectomy", at_most(6, "mo"), defects=("SD-23",), people="168",
    cites=(Citation("splenectomy-168-series", "abstract", Confidence.V),),
    says="An older series of 168 people advised surgery within 6 months: practice has moved.",
)

# What becomes of those who wait

remission_untreated = added(
    "splenectomy-stasi-remission", "natural history", Proportion(8, 87), cites=_STASI,
    says="8 of 87 people without treatment went into remission unaided, after 6 months or more.",
    definition="remission without treatment, as the authors judged it", observed="6 months or more",
)
within_two_years = added(
    "splenectomy-portielje-two-years", "natural history", at_most(2, "a"), cites=_PORTIELJE, share="most",
    reached="over 30 × 10⁹/L", says="Most of those who get over 30 × 10⁹/L do so within 2 years.",
)

# Before the operation

vaccines = added(
    "splenectomy-vaccines", "splenectomy", defects=("SD-30",),
    cites=(Citation("haematologica-page-28", "which vaccines, not looked up", Confidence.MH),),
    says="The source mentions no vaccines. Those against pneumococci, meningococci and Haemophilus influenzae type b come "
    "before the spleen goes (recalled, not yet checked).",
    wording="vaccines before the spleen goes (recalled, not yet checked)", vaccines="pneumococcal, meningococcal, Hib",
)
vaccine_days = added(
    "splenectomy-vaccine-days", "splenectomy", at_least(15, "d"), defects=("SD-30",),
    cites=(Citation("haematologica-page-28", "vaccines", Confidence.V2),),
    says="The vaccines are given 15 days or more before the operation.",
)

therapy = Therapy(
    id="splenectomy", name="Splenectomy", kind="operation", spellings=("removal of the spleen",), summed=False,
    place=(defer_min, defer_remission, defer_preference, defer_comorbidity),
    efficacy=(remission_untreated, within_two_years, early_series),
    monitoring=(Monitoring(what="Vaccines, before the operation", facts=(), adds=(vaccines, vaccine_days)),),
    newer=(defer_anz, defer_ash, defer_consensus),
    pitfalls=(
        Pitfall(id="pitfall-splenectomy-wait", kind="timing", title="Taking the source's wait for today's",
                says="The source's wait is that of an older consensus. Newer guidance waits longer, and neither wait "
                "says that surgery is due when it is over.",
                facts=(defer_min, defer_anz, defer_ash, defer_consensus), therapies=("splenectomy",), defects=("SD-23",)),
        Pitfall(id="pitfall-splenectomy-vaccines", kind="monitoring", title="Vaccines forgotten before the operation",
                says="They come before the operation, and the source doesn't mention them.",
                facts=(vaccines, vaccine_days), therapies=("splenectomy",), defects=("SD-30",)),
    ),
    defects=("SD-23", "SD-30"),
    no_dose="Splenectomy is an operation. The source states facts on its timing and no criteria.",
)
