"""What the core costs outside a browser."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[2]
REQUEST = json.dumps({
    "answers": {
        "active_bleeding": "no", "age": 34, "pregnant": "no", "weight": 60, "height": 160, "sex": "F",
        "creatinine": {"value": "0.8", "unit": "mg/dL"}, "platelets": 18, "platelets_second": 20,
        "platelets_days_apart": 7, "bleeding_risk": "yes", "diagnosed": "2026-03-22", "steroid_response": "lost",
        "steroid_toxicity": "acceptable", "failed_lines": 1, "spleen": "in-place", "refractory": "no",
        "tpmt": "normal", "nudt15": "normal", "xanthine_oxidase_inhibitor": "no", "new_cytopenia": "no",
        "age_concern": "no", "bp_controlled": "yes", "breast_feeding": "no", "conception_planned": "no",
        "fertility_discussed": "yes", "hbsag": "negative", "anti_hbc": "negative",
    },
    "today": "2026-11-22",
})


def median_ms(run: Callable[[], object], times: int) -> float:
    samples = []
    for _ in range(times):
        start = time.perf_counter()
        run()
        samples.append((time.perf_counter() - start) * 1000)
    return statistics.median(samples)


def python(code: str) -> Callable[[], object]:
    """A fresh interpreter that keeps its compiled files, as an ordinary one does."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    return lambda: subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=environment, check=True)


def measure() -> dict[str, float]:
    """Medians in milliseconds."""
    from guideline_core.browser import call
    from guideline_core.engine.dosing import dose
    from guideline_core.engine.patient import read_patient
    from guideline_core.itp import GUIDELINE

    request = json.loads(REQUEST)

    def one_dose() -> object:
        return dose(GUIDELINE, read_patient(GUIDELINE, request["answers"], request["today"]), "azathioprine")

    return {
        "import": median_ms(python("import guideline_core.browser"), 11) - median_ms(python("pass"), 11),
        "one dose": median_ms(one_dose, 301),
        "dose": median_ms(lambda: call("dose", REQUEST), 101),
        "assess": median_ms(lambda: call("assess", REQUEST), 101),
    }
