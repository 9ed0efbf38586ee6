"""Where a statement was written, as a message tells it."""

from __future__ import annotations

import subprocess
import sys

import pytest

from guideline_core.model.origin import BrokenGuideline, broken, origin
from guideline_core.model.quantity import exactly


def told_from(file: str, lines: int = 4, call: str = "origin()") -> str:
    """What is told of a call on this line of a file of this name."""
    found: dict = {}
    exec(compile("\n" * (lines - 1) + f"found = {call}", file, "exec"), {"origin": origin, "exactly": exactly}, found)
    return found["found"]


@pytest.mark.parametrize(
    ("file", "told"),
    [
        ("/home/a/guideline_core/itp/scope.py", "guideline_core/itp/scope.py:4"),
        ("guideline_core/itp/scope.py", "guideline_core/itp/scope.py:4"),
        ("C:\\work\\guideline_core\\itp\\scope.py", "guideline_core/itp/scope.py:4"),
        ("/home/guideline_core/copy/guideline_core/itp/a.py", "guideline_core/itp/a.py:4"),
        ("/home/a/other.py", "other.py:4"),
        ("other.py", "other.py:4"),
    ],
)
def test_the_file_from_the_core_on(file: str, told: str) -> None:
    assert told_from(file) == told


@pytest.mark.parametrize("file", ["<string>", "/elsewhere/guideline_core/model/statement.py", "C:\\guideline_core\\model\\a.py"])
def test_generated_code_and_the_model_are_passed_over(file: str) -> None:
    assert told_from(file).startswith("test_origin.py:")


def test_outside_any_file_there_is_no_place() -> None:
    """As in the browser, where all the code around the core may be generated."""
    code = "from guideline_core.model.origin import origin; print(repr(origin()))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "''\n"


def test_a_message() -> None:
    assert str(broken("it is torn", "Mend it", "here.py:1")) == "here.py:1: it is torn. Mend it."
    assert str(broken("it is torn", "Mend it")).startswith("test_origin.py:")
    with pytest.raises(BrokenGuideline, match="^guideline_core/itp/scope.py:9: a value has no unit"):
        told_from("guideline_core/itp/scope.py", 9, "exactly(1)")
