"""What the browser loads to run Python, and a manifest that says where it is.

Everything lands in site/python/<hash of the content>/, so that a browser may keep it for ever. The manifest is a script
among the page's own: it comes with them, without another way to the host, and a page of one edition never runs the core of
another. What is large is compressed here, and unpacked by the page itself (docs/assets/js/files.js): so it travels small
from any host, also from one that compresses nothing.
"""

import gzip
import json
import re
import shutil
from pathlib import Path

from guideline_core.browser import call
from publish.cache import sha256
from publish.library import PYODIDE, library_and_snapshot, pyodide

KNOWN = ("dose", '{"answers": {"active_bleeding": "no", "age": 50, "pregnant": "no", "weight": 60.5}, "therapy": "romiplostim"}')
"""A call whose answer is known before Python is used: the page asks it of every Python that it starts."""

MANIFEST = "assets/js/python.js"

UNPACKED = (".js", ".mjs")
"""Scripts are imported by the browser, which unpacks nothing that a host hasn't declared as packed."""


def bundle(site: Path) -> Path:
    """Writes site/python/ and its manifest anew; the folder that the manifest names is returned."""
    python = site / "python"
    shutil.rmtree(python, ignore_errors=True)
    library, snapshot = library_and_snapshot()
    own = pyodide()
    contents = {
        "pyodide.mjs": without_default_host((own / "pyodide.mjs").read_bytes()),
        "pyodide.asm.js": (own / "pyodide.asm.js").read_bytes(),
        "pyodide.asm.wasm": (own / "pyodide.asm.wasm").read_bytes(),
        "library.zip": library,
        "snapshot": snapshot,
    }
    files = {}
    described = {}
    for name, content in contents.items():
        packed = not name.endswith(UNPACKED)
        # No ending that a host could take for a reason to unpack it.
        file = f"{name}.bin" if packed else name
        files[file] = gzip.compress(content, 9, mtime=0) if packed else content
        described[name] = {"file": file, "packed": packed, "size": len(files[file]), "sha256": sha256(files[file])}

    folder = python / sha256(json.dumps(described).encode())[:16]
    folder.mkdir(parents=True)
    for file, content in files.items():
        (folder / file).write_bytes(content)
    (site / MANIFEST).write_text(f"export default {json.dumps(manifest(folder.name, described), indent=2)}\n", "utf-8")
    return folder


def manifest(folder: str, described: dict[str, dict]) -> dict:
    name, request = KNOWN
    return {
        "folder": folder,
        "files": described,
        # Pyodide's list of packages without one: there is nothing that it could ask a host for.
        "lock": {"info": json.loads((PYODIDE / "pyodide-lock.json").read_text("utf-8"))["info"], "packages": {}},
        "known": {"name": name, "request": request, "answer": call(name, request)},
    }


def read_manifest(path: Path) -> dict:
    """The manifest, wherever the site keeps its scripts by now."""
    return json.loads(path.read_text("utf-8").removeprefix("export default "))


def without_default_host(loader: bytes) -> bytes:
    """The loader without the public host that it would turn to if a page forgot to say where the packages are."""
    stripped, found = re.subn(rb"https://cdn\.[^`]*", b"", loader)
    assert found == 1, "pyodide.mjs no longer names its default host as it did: see what it does now"
    return stripped
