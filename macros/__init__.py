"""What a page can call. Every macro takes ids of the core and gives HTML on one line; none holds a clinical number.

In a sentence:

    {{ v("aza-dose-weight") }}               the value as people read it, a link to its fact
    {{ v("romiplostim-dose", "low") }}       one end of a range
    {{ v("aza-cap", mark=False) }}           without its layer's mark, where the sentence says whose it is
    {{ says("aza-tpmt-prevalence") }}        the whole statement as a sentence, with its origin behind it
    {{ cite("aza-quiquandon-cr") }}          the works it cites, small: Quiquandon 1990, abstract
    {{ term("refractory") }}                 a term, linked to its definition; {{ term("refractory", "refractory ITP") }}
    {{ defect("SD-01") }}                    a link to an entry of what is unclear in the source

A therapy's page, in its order (blocks: on a line of their own, an empty line before and after):

    {{ legend() }}                           the three kinds of statement; stands in the margin, so put it before the card
    {{ glance("azathioprine") }}             the card: place, dose, judge at, before, watch, stop
    {{ facts_list("azathioprine", "place") }}    statements of one part: place, onset, efficacy, avoid, safety, stop, newer
    {{ dose_facts("azathioprine") }}         each regimen in words, or why there is no dose
    {{ gates("azathioprine") }}              what has to be asked before a dose is shown
    {{ calculator("dose", "azathioprine") }} the form (macros/forms.py)
    {{ dose_table("azathioprine") }}         doses by weight or body surface, for readers without script
    {{ dose_pictures("azathioprine") }}      the same as a picture; the calculator beside it puts the patient there
                                             (on another page: dose_pictures("azathioprine", here=False))
    {{ time_picture("azathioprine") }}       when it is expected to work, when to judge, when to stop, on an axis
    {{ monitoring_picture("azathioprine") }} what to watch, and how often, on an axis
    {{ evidence("azathioprine") }}           figures: n of N, share, interval; and what the source leaves out
    {{ monitoring("azathioprine") }}         what to watch: the source's words, then what others add
    {{ pitfalls("azathioprine") }}           its pitfalls as cards
    {{ defects_of("azathioprine") }}         what is unclear in the source on it
    {{ sources_of("azathioprine") }}         the works it stands on

Elsewhere:

    {{ statements("splenectomy-defer-min", "role-bridge") }}   any facts as a list
    {{ topic("intended use") }}              every statement on a topic
    {{ pitfalls("timing") }}                 by kind (timing, monitoring, dosing, evidence); {{ pitfalls() }} all; or one by id
    {{ recommendation("tpora-1B-2011") }}    a graded statement: what, how strong, evidence, source, what was left out
    {{ pathway_diagram() }}                  the way from first-line failure to the options; boxes are links
    {{ criteria_list() }}                    P1 to P12 in words, with how they were read
    {{ plan_tables() }}                      what is due and when, counted from the first dose, for each medicine
    {{ plan_picture("aza-dose-weight") }}    the same as a picture, for one regimen
    {{ options_table() }}                    the options side by side, in alphabetical order
    {{ time_table() }}                       when each option is expected to work, is judged and is stopped
    {{ dose_gallery() }}                     the dose of every option as a picture, or why there is none
    {{ evidence_table() }}                   every figure of every therapy, with its definition and interval
    {{ defects_list("A") }}  {{ defect_card("SD-01") }}   what is unclear, by how much it could harm (A, B, C); one of it
    {{ definitions() }}  {{ glossary() }}    terms with facts behind them; terms only explained
    {{ register() }}  {{ source_list("primary") }}    every fact; every source of one kind
    {{ speed_ratios() }}  {{ speed_starts() }}  {{ speed_sizes() }}  {{ speed_rest() }}  {{ speed_tried() }}  {{ speed_machine() }}
                                             what `make bench` measured
    {{ edition() }}  {{ hazards() }}  {{ open_points() }}

For people who live with the disease (pages named plain-*; their words stand in guideline_core/itp/plain.py):

    {{ emergency() }}                        what stands first on each of these pages; {{ plain_foot() }} last
    {{ plain("aza-trial-length") }}          one fact in plain words, with its origin; {{ plain_list("…", "…") }} several
    {{ plain_by_medicine("…", "…") }}        several, each under the name of the medicine that it belongs to
    {{ plain_medicine("azathioprine") }}     one medicine in plain words, without an amount
    {{ audience() }}                         asks once who reads, and leads to the section for them

In Markdown itself, with classes of docs/assets/css:

    A first paragraph, set larger.
    { .lede }

    <aside class="margin" markdown="1">A note beside the text.</aside>

A name that the core doesn't hold stops the build with the page's file and line and the nearest names
(macros/calls.py says how).
"""

import sys
from pathlib import Path

ROOT = str(Path(__file__).resolve().parent.parent)
if ROOT not in sys.path:  # not every builder puts it there
    sys.path.insert(0, ROOT)


def define_env(env):
    """Hand the macros to the builder, and the edition to the page frame."""
    try:
        from .fresh import read_again

        read_again()
        from guideline_core.itp import GUIDELINE

        from .calls import guarded
        from .names import macros_of
        from .notices import frame
    except ImportError as error:  # the builder would say that there is no module “macros”
        raise RuntimeError("the macros or the core can't be imported: see above") from error
    env.conf["extra"]["frame"] = frame(GUIDELINE)
    page = getattr(env, "page", None)
    if page is not None:  # a builder that reads this file once per page
        page.meta["frame"] = frame(GUIDELINE)
    for name, macro in macros_of(GUIDELINE).items():
        env.macro(guarded(macro, name, lambda: getattr(env, "page", None)), name)


def on_pre_page_macros(env):
    """Before a page's macros run: is every name there that it calls?"""
    from .calls import check_page

    check_page(env.markdown, env.env, {*env.macros, *env.variables}, env.page)
