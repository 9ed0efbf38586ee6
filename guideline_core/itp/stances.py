"""Which way the source's statements pull, so that no contradiction between them goes undeclared."""

from ..model.statement import Stance
from .first_line import ivig
from .pathway import (
    intolerant, order_after_6mo, order_bridge, role_bridge, role_post_splenectomy, steroid_failed,
)
from .pitfalls import not_before_6mo
from .questions import ivig_failed, months_since_diagnosis, new_cytopenia, spleen
from .scope import steroid_failed_or_intolerant
from .therapies.azathioprine.testing import monitor_tpmt, tpmt_if_cytopenia
from .tpo_receptor_agonists import indication as tpora_indication

_EARLY = months_since_diagnosis < not_before_6mo.low
_CLASS = "starting an immunosuppressant now"
_FIRST = "counting first-line treatment as failed"
_TPORA = "a thrombopoietin receptor agonist"
_TEST = "a TPMT test now"

STANCES = (
    Stance(fact=role_bridge, when=_EARLY, pulls="for", what=_CLASS),
    Stance(fact=order_bridge, when=_EARLY, pulls="for", what=_CLASS),
    Stance(fact=not_before_6mo, when=_EARLY, pulls="against", what=_CLASS),
    Stance(fact=order_after_6mo, when=_EARLY, pulls="against", what=_CLASS),
    Stance(fact=ivig, when=ivig_failed.is_("yes"), pulls="for", what=_FIRST),
    Stance(fact=steroid_failed_or_intolerant, when=~(steroid_failed | intolerant), pulls="against", what=_FIRST),
    Stance(fact=role_post_splenectomy, when=spleen.is_("relapsed", "never-responded"), pulls="for", what=_TPORA),
    Stance(fact=tpora_indication, when=~spleen.is_("relapsed", "contraindicated"), pulls="against", what=_TPORA),
    Stance(fact=monitor_tpmt, when=new_cytopenia.is_("yes", "no"), pulls="for", what=_TEST),
    Stance(fact=tpmt_if_cytopenia, when=new_cytopenia.is_("no"), pulls="against", what=_TEST),
)
