"""The same bytes whatever surrounds the core: hash seeds, decimal settings, locale, optimisation, threads."""

from __future__ import annotations

import ast
import json
import locale
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from guideline_core.browser import call
from tests.casefiles import cases

ROOT = Path(__file__).parents[2]
PLAIN = {"PYTHONHASHSEED": "0"}
OTHERS = {
    "hash seed 1; short integers as text": ((), {"PYTHONHASHSEED": "1", "PYTHONINTMAXSTRDIGITS": "640"}),
    "hash seed at random; optimised, without docstrings": ((), {"PYTHONHASHSEED": "random", "PYTHONOPTIMIZE": "2"}),
    "decimal settings; no UTF-8 by default": (("decimals",), PLAIN | {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}),
}
"""Several at once, since each run takes long: the bytes may differ under none of them."""


def run(arguments: tuple[str, ...], environment: dict[str, str]) -> str:
    command = [sys.executable, "-m", "tests.engines.surroundings", *arguments]
    done = subprocess.run(command, cwd=ROOT, env=os.environ | environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    count, digest = done.stdout.split()
    assert int(count) > 500
    return digest


@pytest.fixture(scope="module")
def usual() -> str:
    return run((), PLAIN)


@pytest.mark.parametrize("name", OTHERS)
def test_surroundings(usual: str, name: str) -> None:
    assert run(*OTHERS[name]) == usual


def test_a_locale_with_a_decimal_comma(usual: str) -> None:
    name = next(filter(is_here, ("de_DE.UTF-8", "fr_FR.UTF-8", "es_ES.UTF-8", "tr_TR.UTF-8")), None)
    if name is None:
        pytest.skip("this machine has no such locale; the next test holds all the same")
    assert run(("locale", name), PLAIN) == usual


def is_here(name: str) -> bool:
    before = locale.setlocale(locale.LC_ALL)
    try:
        locale.setlocale(locale.LC_ALL, name)
    except locale.Error:
        return False
    finally:
        locale.setlocale(locale.LC_ALL, before)
    return True


NEVER_CALLED = {
    "float", "hash", "getcontext", "setcontext", "localcontext", "localeconv", "setlocale", "strftime", "now", "today",
    "time", "getenv", "random", "shuffle",
}


def test_nothing_is_called_that_differs_from_place_to_place() -> None:
    """Outside the shell, which needs the day."""
    paths = [path for path in sorted((ROOT / "guideline_core").rglob("*.py")) if path.name != "shell.py"]
    assert len(paths) > 50
    for path in paths:
        calls = (node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call))
        for node in calls:
            name = getattr(node.func, "id", None) or getattr(node.func, "attr", None)
            assert name not in NEVER_CALLED, f"{path.relative_to(ROOT)}:{node.lineno}: {name}()"


def test_threads() -> None:
    requests = [("dose", json.dumps(case.request())) for case in cases("dose")]
    alone = [call(*each) for each in requests]
    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(lambda each: call(*each), requests)) == alone


@pytest.mark.parametrize("encoding", ["utf-8", "ascii", "latin-1"])
def test_the_shell_speaks_utf8(encoding: str) -> None:
    request = r'{"answers": {"\ud800": 1, "age": "≥"}}'
    command = [sys.executable, "-m", "guideline_core", "call", "dose"]
    done = subprocess.run(command, cwd=ROOT, env=os.environ | {"PYTHONIOENCODING": encoding}, input=request.encode(), capture_output=True)
    assert done.returncode == 2, done.stderr.decode()
    assert done.stdout.decode("utf-8").strip() == call("dose", request)
