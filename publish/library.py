"""What Python needs in the page: Pyodide, one zip with the core and the modules that it imports, compiled, and a snapshot.

The small start reads the zip; the snapshot is the memory of a Python that has read it. docs/assets/js/pyodide.js starts both.
"""

from __future__ import annotations

import json
import os
import subprocess
import zipfile
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from publish.bootstrap import node_tool
from publish.cache import ROOT, cached

PUBLISH = ROOT / "publish"
PYODIDE = PUBLISH / "node_modules" / "pyodide"
BINARYEN = PYODIDE.with_name("binaryen")
WORKSHOP = PUBLISH / "pyodide"
STAND_INS = WORKSHOP / "stand_ins"
STARTER = ROOT / "docs" / "assets" / "js" / "pyodide.js"
STARTED_BY = [STARTER, PYODIDE / "package.json", BINARYEN / "package.json", Path(__file__)]

ALWAYS = ("encodings.ascii", "encodings.cp437", "encodings.latin_1")
"""Imported by no case, and needed where a name or a text is not in UTF-8: cp437 is that of a zip."""

NOT_IN_A_PAGE = ("guideline_core/__main__.py", "guideline_core/shell.py")

OLDEST = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip can hold."""


def pyodide() -> Path:
    """A folder with what starts Pyodide: its two scripts and its module, as publish/pyodide/trim.mjs leaves them."""
    made = cached("pyodide", [*STARTED_BY, WORKSHOP / "trim.mjs"], lambda folder: _node("trim.mjs", PYODIDE, folder, STARTER))
    return made[0].parent


def library_and_snapshot() -> tuple[bytes, bytes]:
    """The zip, its files uncompressed, and the snapshot as docs/assets/js/snapshot.js reads it."""
    made_with = [*STARTED_BY, *files(WORKSHOP), *files(ROOT / "guideline_core", "*.py")]
    library, snapshot = cached("python", made_with, make)
    return library.read_bytes(), snapshot.read_bytes()


def files(folder: Path, pattern: str = "*") -> list[Path]:
    return [path for path in sorted(folder.rglob(pattern)) if path.is_file() and "__pycache__" not in path.parts]


def make(folder: Path) -> None:
    """Leaves library.zip and snapshot in the folder."""
    core = {path.relative_to(ROOT).as_posix(): path.read_bytes() for path in files(ROOT / "guideline_core", "*.py")}
    everything = _contents(_standard_library()) | _compiled({name: core[name] for name in core if name not in NOT_IN_A_PAGE})
    library, snapshot = folder / "library.zip", folder / "snapshot"
    library.write_bytes(_zip(everything))
    needed = {*json.loads(_node("snapshot.mjs", pyodide(), library, snapshot)), *ALWAYS}
    # Once more, so that the memory holds no trace of what was left out.
    library.write_bytes(_zip({name: everything[name] for name in everything if _module(name) in needed}))
    _node("snapshot.mjs", pyodide(), library, snapshot)


def _standard_library() -> Path:
    """Python's own modules with Pyodide's, compiled; what is left out of an ordinary start has a stand-in."""
    (library,) = cached("library", [PYODIDE / "package.json", Path(__file__), *files(WORKSHOP)], _make_standard_library)
    return library


def _make_standard_library(folder: Path) -> None:
    sources = _contents(PYODIDE / "python_stdlib.zip")
    stand_ins = {path.relative_to(STAND_INS).as_posix(): path.read_bytes() for path in files(STAND_INS)}
    missing = stand_ins.keys() - sources.keys()
    assert not missing, f"{missing} stand in for nothing: see what Pyodide imports now"
    (folder / "library.zip").write_bytes(_zip(_compiled(sources | stand_ins)))


def _compiled(sources: Mapping[str, bytes]) -> dict[str, bytes]:
    with TemporaryDirectory() as temporary:
        source, target = Path(temporary, "source.zip"), Path(temporary, "target.zip")
        source.write_bytes(_zip(sources))
        _node("compile.mjs", source, target)
        return _contents(target)


def _node(script: str, *arguments: Path) -> str:
    # The memory of a Python that has started holds the names of its time zone: never those of the machine that built it.
    here = os.environ | {"TZ": "UTC"}
    done = subprocess.run([node_tool("node"), WORKSHOP / script, *arguments], env=here, capture_output=True, text=True)
    # An error of Pyodide's own prints the whole line that it stands in, which is all of Pyodide.
    assert done.returncode == 0, f"{script} failed: {done.stderr[-2000:]}"
    return done.stdout


def _module(name: str) -> str:
    """`json/decoder.pyc` is json.decoder, `json/__init__.pyc` is json."""
    return name.removesuffix(".pyc").removesuffix("/__init__").replace("/", ".")


def _contents(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in sorted(archive.namelist()) if not name.endswith("/")}


def _zip(contents: Mapping[str, bytes]) -> bytes:
    """The same bytes for the same content. Uncompressed inside: what is compressed as a whole gets smaller, and opens faster."""
    with TemporaryDirectory() as temporary:
        path = Path(temporary, "zip")
        with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as target:
            for name in sorted(contents):
                target.writestr(zipfile.ZipInfo(name, OLDEST), contents[name])
        return path.read_bytes()
