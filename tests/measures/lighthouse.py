"""`make lighthouse`: what Lighthouse says of one page of each kind, as a telephone would load it; the median of N runs each.

The site is served compressed, as hosts serve it. lighthouse.json beside this file holds what was seen, good enough or not.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
from datetime import date
from pathlib import Path

from publish.bootstrap import MEASURES, node_tool
from tests.conftest import FLAGS, SITE
from tests.runtime.shaped import Link, shaped

RESULT = Path(__file__).with_suffix(".json")
KINDS = {
    "home": "index",
    "therapy": "azathioprine",
    "calculator": "eligibility",
    "register": "facts",
    "plain words": "plain-words",
}
BARS = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
TIMES = {"first-contentful-paint": "first paint", "largest-contentful-paint": "largest paint", "total-blocking-time": "blocked"}
"""What performance is made of, besides, in milliseconds."""

PATIENCE = 180
"""Seconds for one run on a slow machine."""


def main(times: str = "5", site: Path = SITE) -> int:
    pages, machine = {}, []
    print(f"{'':<14}" + "".join(f"{name:>16}" for name in (*BARS, *TIMES.values())))
    with shaped(site, Link()) as address:
        for kind, name in KINDS.items():
            runs = [run(f"{address}{name}.html") for _ in range(int(times))]
            pages[kind] = {
                "page": f"{name}.html",
                "scores": {bar: statistics.median_low([scores[bar] for scores, *_ in runs]) for bar in BARS},
                "milliseconds": {time: round(statistics.median(took[time] for _, took, *_ in runs)) for time in TIMES},
                "fell short": sorted({each for _, _, failed, _ in runs for each in failed}),
            }
            machine += [index for *_, index in runs]
            found = (*pages[kind]["scores"].values(), *pages[kind]["milliseconds"].values())
            print(f"{kind:<14}" + "".join(f"{each:>16}" for each in found), flush=True)
    version = json.loads((MEASURES / "node_modules" / "lighthouse" / "package.json").read_text("utf-8"))["version"]
    load = f"{os.getloadavg()[2]:.1f} on {os.cpu_count()} processors"
    benchmark = round(statistics.median(machine))
    print(f"This machine: {benchmark} in Lighthouse's own benchmark, load {load}. Performance is a phone's where the first is 1,500 to 2,000,")
    print("and the load is below the number of processors; on another machine it tells of the machine, too.")
    record = {
        "date": date.today().isoformat(), "lighthouse": version, "runs": int(times), "load": load, "benchmark": benchmark,
        "bars": BARS, "pages": pages,
    }
    RESULT.write_text(json.dumps(record, indent=2, ensure_ascii=False) + "\n", "utf-8")
    below = [
        f"{kind}: {bar} {page['scores'][bar]}, wanted {least}" + (f" ({', '.join(page['fell short'])})" if page["fell short"] else "")
        for kind, page in pages.items() for bar, least in BARS.items() if page["scores"][bar] < least
    ]
    print(*below, sep="\n")
    return 1 if below else 0


def run(url: str) -> tuple[dict[str, int], dict[str, float], list[str], float]:
    """Scores of 100, times, the audits with a weight outside performance that the page fails, and how fast this machine is."""
    command = [
        node_tool("node"), MEASURES / "node_modules" / "lighthouse" / "cli" / "index.js", url, "--quiet", "--output=json",
        f"--only-categories={','.join(BARS)}", f"--chrome-flags={' '.join(['--headless', *FLAGS])}",
    ]
    surroundings = os.environ | {"CHROME_PATH": os.environ["CHROMIUM"]}
    for last in (False, True):
        done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, env=surroundings)
        if done.returncode == 0:
            break
        # Chromium may fall over as it starts: once is no finding.
        print(done.stderr, file=sys.stderr)
        if last:
            raise RuntimeError(f"Lighthouse failed twice on {url}")
    report = json.loads(done.stdout)
    if "runtimeError" in report:
        raise RuntimeError(report["runtimeError"]["message"])
    categories, audits = report["categories"], report["audits"]
    scores = {bar: round(100 * categories[bar]["score"]) for bar in BARS}
    failed = [
        ref["id"] for bar in BARS if bar != "performance" for ref in categories[bar]["auditRefs"]
        if ref["weight"] and audits[ref["id"]]["score"] not in (None, 1)
    ]
    return scores, {time: audits[time]["numericValue"] for time in TIMES}, failed, report["environment"]["benchmarkIndex"]


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
