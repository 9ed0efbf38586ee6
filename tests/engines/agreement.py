"""How far the engines agree, told by the tests that compare them, for the page of checks.

    python -m tests.engines.agreement     writes agreement.json beside this file; takes some minutes
"""

from __future__ import annotations

import json
import platform
import sys
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from publish.records import core_digest

RESULT = Path(__file__).with_suffix(".json")
BY_HAND = "tests/engine/test_cases.py"
COMPARED = (
    BY_HAND, "tests/engines/test_same_bytes.py", "tests/engines/test_generated.py", "tests/engines/test_chromium.py::test_named_cases",
    "tests/proof/test_proof.py", "tests/proof/test_planted.py",
)


class Told:
    """Gathers what passing tests say that they compared: (engine, what it was asked, how many)."""

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


def main() -> int:
    core, told = core_digest(), Told()
    failed = pytest.main(["-q", "-p", "no:cacheprovider", *COMPARED], plugins=[told])
    if failed:
        return int(failed)
    rows = [{"engine": engine, "asked": asked, "count": count} for (engine, asked), count in told.counts.items()]
    record = {"date": date.today().isoformat(), "core": core, "rows": rows}
    RESULT.write_text(json.dumps(record, indent=2, ensure_ascii=False) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
