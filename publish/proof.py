"""The proofs of this very core, for the page that shows them: run once for the same core."""

import json
from pathlib import Path

from publish.cache import ROOT, cached


def properties() -> list[dict]:
    """What `call("verify")` answers: each property with its counts and counterexamples."""
    (answer,) = cached("proof", sorted((ROOT / "guideline_core").rglob("*.py")), _prove)
    return json.loads(answer.read_text("utf-8"))["properties"]


def _prove(folder: Path) -> None:
    from guideline_core.browser import call

    (folder / "verify.json").write_text(call("verify", "{}"), "utf-8")
