"""Changes the code of `model/` and `engine/` in one place at a time, and counts what the tests notice.

    python -m tests.mutation             the files that have changed since their result was recorded
    python -m tests.mutation FILE …      these files; of one that is as it was, the survivors alone

Results go to code.json beside this file, file by file; each names the content that it speaks of. It takes hours, so it is
no part of the test command.
"""

from __future__ import annotations

import compileall
import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from publish.records import MUTATED, ROOT, code_results, digest, mutated_files
from tests.mutation.mutants import mutants

RESULT = Path(__file__).with_name("code.json")
TREE = ROOT / ".cache" / "mutation"
COPIED = ("guideline_core", "tests", "publish", "pyproject.toml")

EVERY = (
    ["tests/engine/test_body.py", "tests/engine/test_cases.py", "tests/engine/test_told.py"],
    ["tests/model", "--ignore=tests/model/test_broken.py", "tests/itp/test_transcription.py"],
)
"""What is asked of each mutant, after the tests of its own file: a few seconds for one that survives them all."""
VERIFY = (["tests/engine/test_faults.py"], ["tests/engine/test_verify.py"])
LAST = {
    "guideline_core/engine/change.py": ["tests/engine/test_change.py", "tests/engine/test_verify.py::test_it_holds"],
    "guideline_core/engine/next_question.py": ["tests/engine/test_change.py"],
    "guideline_core/engine/schedule.py": ["tests/engine/test_schedule.py"],
}
"""Slow tests that only some files need."""


def main(names: Sequence[str]) -> int:
    every = [name for folder in MUTATED for name in mutated_files(folder)]
    with worker() as fate:
        for name in names or [name for name in every if not is_current(name)]:
            run(name, fate)
    return 0


def is_current(name: str) -> bool:
    return code_results().get(name, {}).get("sha256") == digest(name)


def run(name: str, fate) -> None:
    """Every mutant of one file, or of an unchanged one those that survived, and the result written."""
    tests, code = selection(name), (ROOT / name).read_text("utf-8")
    untouched = fate(name, code, tests, 600)
    if untouched["fate"] != "survived":
        raise SystemExit(f"{name}: the tests fail without any change")
    limit = 10 + 4 * int(untouched["seconds"])
    before = code_results()[name] if is_current(name) else None
    counts: Counter[str] = Counter()
    survivors = []
    for mutant in mutants(ROOT / name):
        told = {"place": mutant.place, "before": mutant.before, "after": mutant.after}
        if before and told not in before["survivors"]:
            continue
        outcome = fate(name, mutant.code, tests, limit)["fate"]
        counts[outcome] += 1
        if outcome == "survived":
            survivors.append(told)
            print(f"  {mutant.place}\n    - {mutant.before}\n    + {mutant.after}", flush=True)
    result = {
        "sha256": digest(name), "date": date.today().isoformat(),
        "mutants": before["mutants"] if before else counts.total(),
        "by_timeout": counts["timeout"] + (before["by_timeout"] if before else 0), "survivors": survivors,
    }
    write(name, result)
    print(f"{name}: {len(survivors)} of {result['mutants']} survive, {untouched['seconds']:.1f} s each", flush=True)


def write(name: str, result: dict) -> None:
    """One file's result among those of the other files that there are."""
    results = {each: found for each, found in code_results().items() if (ROOT / each).exists()} | {name: result}
    RESULT.write_text(json.dumps(dict(sorted(results.items())), indent=2, ensure_ascii=False) + "\n", "utf-8")


def selection(name: str) -> list[list[str]]:
    """Groups of tests, the quickest first: those of the file itself, then all that a mutant of any file may break."""
    if "/verify/" in name:
        return list(VERIFY)
    _, folder, file = name.split("/")
    own = f"tests/{folder}/test_{file}"
    first = own if (ROOT / own).exists() else "tests/engine/test_told.py"
    return [[first], *EVERY, *([LAST[name]] if name in LAST else [])]


@contextmanager
def worker() -> Iterator:
    """Asks a process in a copy of the tree what becomes of a mutant."""
    shutil.rmtree(TREE, ignore_errors=True)
    TREE.mkdir(parents=True)
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, TREE / name, ignore=shutil.ignore_patterns("__pycache__", "node_modules"))
        else:
            shutil.copy(source, TREE / name)
    compileall.compile_dir(TREE / "guideline_core", quiet=1)
    script = Path(__file__).with_name("worker.py")
    process = subprocess.Popen(
        [sys.executable, "-P", str(script)], cwd=TREE, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        env=os.environ | {"PYTHONHASHSEED": "0"},
    )

    def fate(name: str, code: str, tests: list[list[str]], seconds: int) -> dict:
        request = {"path": name, "code": code, "tests": tests, "seconds": seconds}
        process.stdin.write(json.dumps(request) + "\n")
        process.stdin.flush()
        return json.loads(process.stdout.readline())

    try:
        yield fate
    finally:
        process.stdin.close()
        process.wait()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
