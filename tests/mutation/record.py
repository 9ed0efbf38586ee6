"""The recorded result of code mutation: by file, with the content that it speaks of."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
RESULT = Path(__file__).with_name("code.json")
FOLDERS = ("guideline_core/model", "guideline_core/engine")


def mutated_files() -> list[Path]:
    """Every file that is mutated, relative to the root."""
    found = [path for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*.py")) if path.read_bytes().strip()]
    assert found, "no file to mutate"
    return [path.relative_to(ROOT) for path in found]


def digest(path: Path) -> str:
    return hashlib.sha256((ROOT / path).read_bytes()).hexdigest()


def read() -> dict[str, dict]:
    return json.loads(RESULT.read_text("utf-8")) if RESULT.exists() else {}


def write(path: Path, result: dict) -> None:
    """One file's result among the others."""
    results = {name: each for name, each in read().items() if (ROOT / name).exists()} | {path.as_posix(): result}
    RESULT.write_text(json.dumps(dict(sorted(results.items())), indent=2, ensure_ascii=False) + "\n", "utf-8")
