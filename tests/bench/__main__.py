"""`make bench`: what a reader waits for, what travels, and what a build costs. Prints ratios first, and writes results.json.

    python -m tests.bench [REPEATS] [PART …]    parts: start sizes moves weights growth native

Nothing here passes or fails; docs/speed.md is made from the results.
"""

from __future__ import annotations

import json
import os
import platform
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

from playwright.sync_api import sync_playwright

from publish.cache import ROOT
from tests.bench import browser, growth, native

RESULTS = Path(__file__).with_name("results.json")


def machine(chromium: str) -> dict[str, str | int]:
    model = [line.partition(":")[2].strip() for line in Path("/proc/cpuinfo").read_text().splitlines() if line.startswith("model name")]
    version = subprocess.run([chromium, "--version"], capture_output=True, text=True, check=True).stdout.split()[1]
    pyodide = json.loads((ROOT / "publish/node_modules/pyodide/package.json").read_text("utf-8"))["version"]
    return {
        "processor": model[0] if model else platform.machine(), "cores": os.cpu_count() or 1, "system": platform.system(),
        "chromium": version, "pyodide": pyodide, "python": platform.python_version(), "load": round(os.getloadavg()[0], 1),
    }


def ratios(start: dict) -> dict[str, float]:
    fast, link, slow = start.values()

    def to(found: dict, way: str, visit: str = "cold_ms") -> float:
        return round(found["ours"][visit] / found[way][visit], 3)

    return {
        "cold": to(fast, "ordinary"), "cold to floor": to(fast, "floor"), "slow processor": to(slow, "ordinary"),
        "10 Mbit/s": to(link, "ordinary"), "repeat": to(fast, "ordinary", "repeat_ms"),
    }


def main(repeats: int = 7, *wanted: str) -> None:
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    site = ROOT / "site"
    known = json.loads(RESULTS.read_text("utf-8")) if RESULTS.exists() else {}
    with sync_playwright() as playwright:
        parts = {
            "start": lambda: browser.starts(playwright, chromium, site, repeats),
            "sizes": lambda: browser.sizes(site),
            "moves": lambda: browser.moves(playwright, chromium, site, max(repeats, 2)),
            "weights": lambda: browser.weights(playwright, chromium, site),
            "growth": growth.measure,
            "native": native.measure,
        }
        for name in wanted or parts:
            known[name] = parts[name]()
            print(f"{name}: {json.dumps(known[name], indent=1)}", flush=True)
    known |= {"date": date.today().isoformat(), "repeats": repeats, "machine": machine(chromium)}
    if "start" in known:
        known["ratios"] = ratios(known["start"])
        print(f"ratios: {json.dumps(known['ratios'], indent=1)}")
    RESULTS.write_text(json.dumps(known, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    numbers = [int(each) for each in sys.argv[1:] if each.isdigit()]
    main(*(numbers or [7]), *(each for each in sys.argv[1:] if not each.isdigit()))
