"""`make bench`: what a reader waits for, what travels, and what a build costs. Prints ratios first, and writes results.json.

    python -m tests.bench [REPEATS] [PART …]    parts: fast link slow moves weights sizes growth native

Each part is written down as soon as it is done, with when and where it was measured, so that a run may be interrupted and
the rest made up for later. No figure passes or fails; docs/speed.md is made from the results.
"""

from __future__ import annotations

import json
import os
import platform
import shutil
import subprocess
import sys
import traceback
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from playwright.sync_api import Error, sync_playwright

from publish.cache import ROOT
from tests.bench import browser, growth, native

RESULTS = Path(__file__).with_name("results.json")
REPEATS = 7
STARTS = dict(zip(("fast", "link", "slow"), browser.CONDITIONS, strict=True))


def machine(chromium: str) -> dict[str, str | int]:
    model = [line.partition(":")[2].strip() for line in Path("/proc/cpuinfo").read_text().splitlines() if line.startswith("model name")]
    version = subprocess.run([chromium, "--version"], capture_output=True, text=True, check=True).stdout.split()[1]
    pyodide = json.loads((ROOT / "publish/node_modules/pyodide/package.json").read_text("utf-8"))["version"]
    return {
        "processor": model[0] if model else platform.machine(), "cores": os.cpu_count() or 1, "system": platform.system(),
        "chromium": version, "pyodide": pyodide, "python": platform.python_version(), "load": round(os.getloadavg()[0], 1),
    }


def ratios(start: dict) -> dict[str, float]:
    """Our time as a share of the others', as far as it has been measured."""
    asked = {
        "cold": ("fast link", "cold_ms", "ordinary"), "cold to floor": ("fast link", "cold_ms", "floor"),
        "slow processor": ("slow processor", "cold_ms", "ordinary"), "10 Mbit/s": ("10 Mbit/s, 40 ms", "cold_ms", "ordinary"),
        "repeat": ("fast link", "repeat_ms", "ordinary"),
    }
    return {
        name: round(start[condition]["ours"][visit] / start[condition][way][visit], 3)
        for name, (condition, visit, way) in asked.items() if condition in start
    }


def keep(part: str, found: dict, measured: dict) -> None:
    """Merges one part into what is known. Starts are kept by condition, side by side with their ratios."""
    known = json.loads(RESULTS.read_text("utf-8")) if RESULTS.exists() else {}
    if part in STARTS:
        known["start"] = known.get("start", {}) | {STARTS[part]: found}
    else:
        known[part] = found
    known["measured"] = known.get("measured", {}) | {part: measured}
    if "start" in known:
        known = {"ratios": ratios(known["start"])} | {name: each for name, each in known.items() if name != "ratios"}
    RESULTS.write_text(json.dumps(known, indent=1) + "\n", "utf-8")
    if part in STARTS:
        print(f"ratios: {json.dumps(known['ratios'], indent=1)}", flush=True)


def main(repeats: int, *wanted: str) -> int:
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    site = ROOT / "site"
    failed = 0
    with sync_playwright() as playwright:
        parts = {part: partial(browser.starts, playwright, chromium, site, condition, repeats) for part, condition in STARTS.items()} | {
            "moves": partial(browser.moves, playwright, chromium, site, repeats),
            "weights": partial(browser.weights, playwright, chromium, site),
            "sizes": partial(browser.sizes, site),
            "growth": growth.measure,
            "native": native.measure,
        }
        for part in wanted or parts:
            measured = {"at": f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC", "machine": machine(chromium)}
            try:
                found = parts[part]()
            except (Error, subprocess.CalledProcessError):
                # The other parts are worth having all the same; what an earlier run found of this one stays, with its date.
                traceback.print_exc()
                failed += 1
                continue
            print(f"{part}: {json.dumps(found, indent=1)}", flush=True)
            keep(part, found, measured)
    return failed


if __name__ == "__main__":
    numbers = [int(each) for each in sys.argv[1:] if each.isdigit()]
    sys.exit(main(*(numbers or [REPEATS]), *(each for each in sys.argv[1:] if not each.isdigit())))
