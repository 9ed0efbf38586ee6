"""The eight properties of engine/verify as theorems: each holds where z3 finds no patient for whom it fails."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import z3

from .boundaries import bounded
from .contradictions import declared
from .liveness import alive
from .outcomes import monotone, sharp, total
from .rules import Rules
from .safety import safe
from .theory import Verdict
from .turning import turning

SOLVER = f"The solver z3 {z3.get_version_string()}"

PROPERTIES: Mapping[str, Callable[[Rules], Verdict]] = {
    "total": total,
    "monotone": monotone,
    "sharp": sharp,
    "alive": alive,
    "declared": declared,
    "safe": safe,
    "bounded": bounded,
    "turning": turning,
}


def every(rules: Rules) -> dict[str, Verdict]:
    return {name: prove(rules) for name, prove in PROPERTIES.items()}
