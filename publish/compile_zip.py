"""source.zip to target.zip, its Python files byte-compiled; runs inside Pyodide, started by compile.mjs.

The same input gives the same bytes: no time stamp, no path but the one inside the zip. Docstrings stay, since
dataclasses without one would spend time on making it up at every start.
"""

import base64
import csv
import hashlib
import io
import py_compile
import zipfile
from pathlib import Path

OLDEST = (1980, 1, 1, 0, 0, 0)  # the earliest time that a zip can hold


def compiled(name: str, source: bytes) -> bytes:
    Path("module.py").write_bytes(source)
    unchecked = py_compile.PycInvalidationMode.UNCHECKED_HASH
    py_compile.compile("module.py", "module.pyc", dfile=name, doraise=True, invalidation_mode=unchecked)
    return Path("module.pyc").read_bytes()


def record(files: dict[str, bytes], own_name: str) -> bytes:
    """A wheel's list of its files with their hashes."""
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    for name, content in files.items():
        digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
        rows.writerow([name, f"sha256={digest}", len(content)])
    rows.writerow([own_name, "", ""])
    return text.getvalue().encode()


files = {}
records = []
with zipfile.ZipFile("source.zip") as source:
    for name in sorted(source.namelist()):
        if name.endswith(".dist-info/RECORD"):
            records.append(name)
        elif name.endswith(".py"):
            files[name + "c"] = compiled(name, source.read(name))
        elif not name.endswith("/"):
            files[name] = source.read(name)
for name in records:
    files[name] = record(files, name)

with zipfile.ZipFile("target.zip", "w", zipfile.ZIP_DEFLATED) as target:
    for name, content in files.items():
        target.writestr(zipfile.ZipInfo(name, OLDEST), content, zipfile.ZIP_DEFLATED)
