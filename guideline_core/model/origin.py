"""Where in the guideline's files a statement was written, so that a message can name the line to mend."""

from __future__ import annotations

import sys


class BrokenGuideline(ValueError):
    """A statement that can't stand: its file and line, what is wrong with it, and how to mend it."""


def broken(problem: str, mend: str, where: str = "") -> BrokenGuideline:
    """The error for a statement: where it was written, what is wrong, and one sentence on how to mend it."""
    return BrokenGuideline(f"{where or origin()}: {problem}. {mend}.")


def origin() -> str:
    """"guideline_core/itp/scope.py:12": the nearest caller outside this folder and outside generated code."""
    frame = sys._getframe(1)
    while frame:
        path = frame.f_code.co_filename.replace("\\", "/")
        if not path.startswith("<") and "guideline_core/model/" not in path:
            start = path.rfind("guideline_core/")
            return f"{path[start:] if start >= 0 else path.rpartition('/')[2]}:{frame.f_lineno}"
        frame = frame.f_back
    return ""
