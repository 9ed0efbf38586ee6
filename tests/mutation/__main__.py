"""Changes the code of `model/` and `engine/` in one place at a time, and counts what the tests notice.

    python -m tests.mutation             the files that have changed since their result was recorded
    python -m tests.mutation FILE …      these files; of one that is as it was, the survivors alone
    python -m tests.mutation --every 8   of each file not tried yet only each eighth mutant, which a later run completes

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
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from publish.records import MUTATED, ROOT, code_results, digest, mutated_files
from tests.mutation.mutants import mutants

RESULT = Path(__file__).with_name("code.json")
TREE = ROOT / ".cache" / "mutation"
COPIED = ("guideline_core", "tests", "publish", "pyproject.toml")

WHOLE = ["tests/engine/test_body.py", "tests/engine/test_cases.py", "tests/engine/test_told.py"]
MODEL = ["tests/model", "--ignore=tests/model/test_broken.py", "tests/itp/test_transcription.py"]
"""What is asked of each mutant that the tests of its own file don't notice; the second of those of the model alone."""
VERIFY = (["tests/engine/test_faults.py"], ["tests/engine/test_verify.py", "-k", "holds or did or covered or reason or an_engine or limits"])
CHANGE, PLAN = ["tests/engine/test_change.py"], ["tests/engine/test_schedule.py", "tests/engine/test_notes.py"]
DOSE, KNOWN = ["tests/engine/test_dosing.py"], ["tests/engine/test_patient.py", "tests/engine/test_timing.py"]
LAST = {
    "arithmetic": DOSE, "change": CHANGE, "next_question": CHANGE, "sums": CHANGE, "schedule": PLAN, "planning": PLAN,
    "gates": KNOWN, "patient": KNOWN, "timing": KNOWN,
}
"""What only some files of the engine need."""

Fate = Callable[[str, str, list[list[str]], int], dict]
"""What becomes of a file with this code, asked these groups of tests, within these seconds of processor time."""


def main(words: Sequence[str]) -> int:
    parser = ArgumentParser()
    parser.add_argument("names", nargs="*")
    parser.add_argument("--every", type=int, default=1)
    given = parser.parse_args(words)
    # In this order: once the worker has read the model for the engine's mutants, it would not see one of the model's.
    every = [name for folder in MUTATED for name in mutated_files(folder)]
    if strangers := set(given.names) - set(every):
        parser.error(f"no file of model/ or engine/: {', '.join(strangers)}")
    with worker() as fate:
        for name in every:
            if name in given.names or not given.names and not is_current(name, given.every):
                run(name, given.every, fate)
    return 0


def is_current(name: str, every: int) -> bool:
    """Tried as it is now, and as thoroughly."""
    found = code_results().get(name)
    return found is not None and found["sha256"] == digest(name) and (every > 1 or found["mutants"] == found["made"])


def run(name: str, every: int, fate: Fate) -> None:
    """The mutants of one file, or of one that is current those that survived, and the result written."""
    tests, code = selection(name), (ROOT / name).read_text("utf-8")
    untouched = fate(name, code, tests, 600)
    if untouched["fate"] != "survived":
        raise SystemExit(f"{name}: the tests fail without any change")
    limit = 10 + 4 * int(untouched["seconds"])
    before = code_results()[name] if is_current(name, every) else None
    counts: Counter[str] = Counter()
    survivors = []
    made = list(mutants(ROOT / name))
    for mutant in made if before else made[::every]:
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
        "made": len(made), "mutants": before["mutants"] if before else counts.total(),
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
    _, *folders, file = name.split("/")
    own = "/".join(("tests", *folders, f"test_{file}"))
    first = own if (ROOT / own).exists() else "tests/engine/test_told.py"
    if folders[-1] == "verify":
        return [[first], *VERIFY]
    last = MODEL if folders == ["model"] else LAST.get(Path(file).stem)
    return [[first], WHOLE, *([last] if last else [])]


@contextmanager
def worker() -> Iterator[Fate]:
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
