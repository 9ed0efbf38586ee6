"""What the core and a build cost, natively: `make bench`. Medians; nothing here passes or fails."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from publish.__main__ import publish

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


def build(site: Path) -> None:
    """The site as `make site` makes it."""
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(site)]
    subprocess.run(command, cwd=ROOT, env=environment, check=True)
    publish(site)


def main() -> None:
    from guideline_core.browser import call
    from guideline_core.engine.dosing import dose
    from guideline_core.engine.patient import read_patient
    from guideline_core.itp import GUIDELINE

    import_ms = median_ms(python("import guideline_core.browser"), 11) - median_ms(python("pass"), 11)
    request = json.loads(REQUEST)

    def one_dose() -> object:
        return dose(GUIDELINE, read_patient(GUIDELINE, request["answers"], request["today"]), "azathioprine")

    rows = {
        "import guideline_core, over a bare interpreter": import_ms,
        "one therapy's doses, from answers to result": median_ms(one_dose, 301),
        "call dose, every regimen, JSON in and out": median_ms(lambda: call("dose", REQUEST), 101),
        "call assess, every criterion and therapy": median_ms(lambda: call("assess", REQUEST), 101),
    }
    with TemporaryDirectory() as folder:
        rows["build of the whole site, runtime and proofs from the cache"] = median_ms(lambda: build(Path(folder)), 3)
    for name, value in rows.items():
        print(f"{value:9.2f} ms  {name}")
    print(json.dumps({name: round(value, 3) for name, value in rows.items()}))


if __name__ == "__main__":
    main()
