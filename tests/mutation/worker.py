"""Runs the tests against one mutant after the other: `python -P worker.py`, in a copy of the tree that it may change.

    in   {"path": "guideline_core/…", "code": "…", "tests": [[…], …], "seconds": 60}
    out  {"fate": "killed" | "timeout" | "survived", "seconds": 0.4}

Each mutant has a process of its own, forked from one that has read all that the tests stand on but the core.
"""

from __future__ import annotations

import gc
import json
import os
import resource
import signal
import sys
from importlib.util import cache_from_source
from pathlib import Path

os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
sys.path.insert(0, os.getcwd())
sys.dont_write_bytecode = True

import mpmath  # noqa: E402, F401
import pytest  # noqa: E402

from tests import casefiles, conftest  # noqa: E402, F401

LEFT_OUT = ("cacheprovider", "doctest", "faulthandler", "junitxml", "logging", "pastebin", "threadexception", "unraisableexception")
"""Parts of pytest that would take most of the time of a quick mutant."""
OPTIONS = ("-x", "-q", "--assert=plain", "--tb=no", *(word for name in LEFT_OUT for word in ("-p", f"no:{name}")))
MEMORY = 2 * 2**30
OUT_OF_TIME = (signal.SIGXCPU, signal.SIGALRM, signal.SIGKILL)


def main() -> None:
    casefiles.cases()
    gc.freeze()
    gc.disable()
    for line in sys.stdin:
        request = json.loads(line)
        path = Path(request["path"])
        original = path.read_text("utf-8")
        if path.parts[1] == "engine":
            import guideline_core.itp  # noqa: F401  what the engine's mutants leave as it is
        path.write_text(request["code"], "utf-8")
        # Else a mutant of the same size, written within the same second, would be taken for the one before.
        Path(cache_from_source(path)).unlink(missing_ok=True)
        try:
            fate, seconds = _fate(request["tests"], request["seconds"])
        finally:
            path.write_text(original, "utf-8")
        print(json.dumps({"fate": fate, "seconds": seconds}), flush=True)


def _fate(groups: list[list[str]], limit: int) -> tuple[str, float]:
    """What became of the mutant, and the seconds of processor time that it took."""
    child = os.fork()
    if child == 0:
        os.setsid()
        _run(groups, limit)
    _, status, used = os.wait4(child, 0)
    code = os.waitstatus_to_exitcode(status)
    fate = "survived" if code == 0 else "timeout" if -code in OUT_OF_TIME else "killed"
    return fate, used.ru_utime + used.ru_stime


def _run(groups: list[list[str]], limit: int) -> None:
    """In the child: one group of tests after the other, until one doesn't pass."""
    resource.setrlimit(resource.RLIMIT_CPU, (limit, limit + 1))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    # A mutant that waits uses no processor time.
    signal.alarm(20 * limit)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    for group in groups:
        if pytest.main([*OPTIONS, *group]) != pytest.ExitCode.OK:
            os._exit(1)
    os._exit(0)


if __name__ == "__main__":
    main()
