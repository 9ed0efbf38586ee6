"""On how much the engines agree, told by the tests that compare them, for the page of checks.

    python -m tests.engines.agreement            runs them all, some minutes
    python -m tests.engines.agreement FILE …     these

agreement.json beside this file holds, for each file of tests, what it compared, when, and of which core. A file whose tests
don't all pass keeps what was recorded before.
"""

from __future__ import annotations

import json
import platform
import sys
from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from publish.records import agreement, core_digest

RESULT = Path(__file__).with_suffix(".json")
BY_HAND = "tests/engine/test_cases.py"
COMPARED = (
    BY_HAND, "tests/engines/test_same_bytes.py", "tests/engines/test_generated.py", "tests/engines/test_chromium.py",
    "tests/proof/test_proof.py", "tests/proof/test_planted.py",
)


class Told:
    """Gathers what passing tests say that they compared: an engine, what it was asked, how many answers were alike."""

    def __init__(self) -> None:
        self.counts: Counter[tuple[str, str]] = Counter()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.when != "call" or not report.passed:
            return
        if report.nodeid.startswith(BY_HAND):
            self.counts[f"CPython {platform.python_version()}", "cases, against outcomes worked out by hand"] += 1
        for name, value in report.user_properties:
            if name == "agrees":
                engine, asked, count = value
                self.counts[engine, asked] += count


def main(names: Sequence[str]) -> int:
    core = core_digest()
    failed = [name for name in names or COMPARED if not recorded(name, core)]
    return 1 if failed else 0


def recorded(name: str, core: str) -> bool:
    told = Told()
    if pytest.main(["-q", "-p", "no:cacheprovider", name], plugins=[told]) or not told.counts:
        return False
    rows = [{"engine": engine, "asked": asked, "count": count} for (engine, asked), count in told.counts.items()]
    found = agreement() | {name: {"date": date.today().isoformat(), "core": core, "rows": rows}}
    inorder = {each: found[each] for each in COMPARED if each in found}
    RESULT.write_text(json.dumps(inorder, indent=2, ensure_ascii=False) + "\n", "utf-8")
    return True


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
