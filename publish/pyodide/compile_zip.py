"""source.zip to target.zip, its Python files byte-compiled; runs inside Pyodide, started by compile.mjs.

The same input gives the same bytes: no time stamp, no path but the one inside the zip. What is not needed to run is left
out: positions within a line, and the docstrings of the standard library. The core keeps its own, since dataclasses without
one would spend time on making it up at every start; it and Pyodide keep their assertions.
"""

import py_compile
import zipfile
from pathlib import Path

OLDEST = (1980, 1, 1, 0, 0, 0)  # the earliest time that a zip can hold
AS_WRITTEN = ("guideline_core/", "pyodide/", "_pyodide/")


def compiled(name: str, source: bytes) -> bytes:
    Path("module.py").write_bytes(source)
    py_compile.compile(
        "module.py", "module.pyc", dfile=name, doraise=True, optimize=0 if name.startswith(AS_WRITTEN) else 2,
        invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
    )
    return Path("module.pyc").read_bytes()


with zipfile.ZipFile("source.zip") as source, zipfile.ZipFile("target.zip", "w") as target:
    for name in sorted(source.namelist()):
        if name.endswith(".py"):
            target.writestr(zipfile.ZipInfo(name + "c", OLDEST), compiled(name, source.read(name)))
