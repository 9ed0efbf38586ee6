"""Pyodide under Node, and the comparison with this Python: the hash of a batch first, its answers only where that differs."""

from __future__ import annotations

import hashlib
import json
import subprocess
import threading
from collections.abc import Sequence
from pathlib import Path

from guideline_core.browser import call
from publish.bootstrap import node_tool

SCRIPT = Path(__file__).with_name("pyodide.mjs")
WAYS = {"snapshot": "from its snapshot", "small": "the ordinary way"}
PATIENCE_SECONDS = 300
"""For one batch: a Python that hangs must not hang the tests."""

Call = tuple[str, str]
"""The name of a call and its request as text."""


class Pyodide:
    """One Node process with Python in it. Raises RuntimeError where it comes to an end too early."""

    def __init__(self, way: str, folder: Path) -> None:
        self._node = subprocess.Popen(
            [node_tool("node"), SCRIPT, way, folder], stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
        )
        self.started = self._receive()
        self.name = f"Pyodide under Node, Python {self.started['python']}, started {WAYS[way]}"

    def stop(self) -> None:
        self._node.stdin.close()
        self._node.stdout.close()
        self._node.wait()

    def answers(self, calls: Sequence[Call]) -> list[str]:
        self._send(calls, whole=True)
        return self._receive()["answers"]

    def compare(self, calls: Sequence[Call]) -> tuple[list[str], float]:
        """This Python's answers, and Pyodide's seconds for the same. Raises AssertionError where a byte differs."""
        assert calls, "nothing to compare"
        self._send(calls, whole=False)
        ours = [call(*each) for each in calls]
        theirs = self._receive()
        if hashlib.sha256("\n".join(ours).encode()).hexdigest() != theirs["hash"]:
            raise AssertionError("\n".join(differences(calls, ours, self.answers(calls))))
        return ours, theirs["seconds"]

    def _send(self, calls: Sequence[Call], whole: bool) -> None:
        self._node.stdin.write(json.dumps({"calls": calls, "whole": whole}) + "\n")
        self._node.stdin.flush()

    def _receive(self) -> dict:
        watchdog = threading.Timer(PATIENCE_SECONDS, self._node.kill)
        watchdog.start()
        line = self._node.stdout.readline()
        watchdog.cancel()
        if not line:
            raise RuntimeError(f"Pyodide under Node came to an end: exit code {self._node.wait()}")
        return json.loads(line)


def differences(calls: Sequence[Call], ours: Sequence[str], theirs: Sequence[str], shown: int = 3) -> list[str]:
    """The first few calls whose answers differ, each with the place."""
    apart = [row for row in zip(calls, ours, theirs, strict=True) if row[1] != row[2]]
    lines = [f"{len(apart)} of {len(calls)} answers differ"]
    for (name, request), one, other in apart[:shown]:
        at = next((n for n, (a, b) in enumerate(zip(one, other)) if a != b), min(len(one), len(other)))
        around = slice(max(at - 60, 0), at + 60)
        lines += [f"{name} {request[:2000]}", f"  CPython: …{one[around]}…", f"  Pyodide: …{other[around]}…"]
    return lines
