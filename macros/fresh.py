"""After an edit under `mkdocs serve`, the core is read anew. Without this a page would show the old number."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("guideline_core", "macros")


def read_again(seen: dict[str, int] = {}) -> None:
    """Forget the core's and the macros' modules if a file of theirs is newer than at the last call."""
    newest = max(path.stat().st_mtime_ns for name in PACKAGES for path in (ROOT / name).rglob("*.py"))
    if seen.setdefault("newest", newest) != newest:
        seen["newest"] = newest
        kept = ("macros", __name__)
        for name in [n for n in sys.modules if n.partition(".")[0] in PACKAGES and n not in kept]:
            del sys.modules[name]
