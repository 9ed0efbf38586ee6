"""Pyodide as the site has it lacks nothing that a script of its asks for, asks for nothing new, and is as small as it can be."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest

from publish.bootstrap import node_tool
from publish.bundle import MANIFEST, manifest, read_manifest
from publish.cache import ROOT
from publish.library import PYODIDE, pyodide

MODULE, SCRIPT, LOADER = "pyodide.asm.wasm", "pyodide.asm.js", "pyodide.mjs"
SIDES = "JSON.stringify(['imports', 'exports'].map((side) => WebAssembly.Module[side](new WebAssembly.Module(fs.readFileSync(path)))))"
AT_MOST = {"snapshot": 6_200_000, "library.zip": 4_700_000}
"""Bytes on the way for a first answer, by the file that is one way's alone."""


@pytest.fixture(scope="module")
def before() -> tuple[set[str], set[str]]:
    return sides(PYODIDE)


@pytest.fixture(scope="module")
def after() -> tuple[set[str], set[str]]:
    return sides(pyodide())


def sides(folder: Path) -> tuple[set[str], set[str]]:
    """What the module asks for, and what it offers."""
    script = f"const [path] = process.argv.slice(1); console.log({SIDES})"
    done = subprocess.run([node_tool("node"), "-e", script, folder / MODULE], capture_output=True, text=True, check=True)
    imports, exports = json.loads(done.stdout)
    return {f"{each['module']} {each['name']}" for each in imports}, {each["name"] for each in exports}


def test_no_script_names_what_was_dropped(before, after) -> None:
    dropped = before[1] - after[1]
    assert len(dropped) > 9000
    scripts = [pyodide() / SCRIPT, pyodide() / LOADER, ROOT / "docs" / "assets" / "js" / "pyodide.js"]
    words = {word for path in scripts for word in re.findall(r"[\w$]+", path.read_text("utf-8"))}
    # An export's name and what the scripts call it, with a line before it. One may be the other of its neighbour:
    # _PyErr_CheckSignals is there, and would be what PyErr_CheckSignals is called.
    kept = after[1] | {f"_{name}" for name in after[1]}
    assert words & (dropped | {f"_{name}" for name in dropped}) <= kept


def test_what_the_script_takes_is_there(after) -> None:
    taken = re.findall(r'wasmExports\["(\w+)"\]', (pyodide() / SCRIPT).read_text("utf-8"))
    assert len(taken) > 100
    # A few are of other ways to build Pyodide: the script asks whether they are there.
    absent = set(re.findall(r'wasmExports\["(\w+)"\]', (PYODIDE / SCRIPT).read_text("utf-8"))) - sides(PYODIDE)[1]
    assert set(taken) - after[1] <= absent


def test_nothing_new_is_asked_for(before, after) -> None:
    assert after[0] < before[0]
    assert after[1] < before[1]


def test_codecs_without_tables_are_not_there() -> None:
    """Instead of turning every sign into a wrong one. What else reads large tables finds them as they were."""
    codecs, tables = answered(pyodide())
    assert (dict.fromkeys(codecs, True), tables) == answered(PYODIDE)
    assert len(codecs) == 6
    assert not any(codecs.values())


def answered(folder: Path) -> tuple[dict[str, bool], str]:
    """What a Python of these files says of its codecs, and a digest of what it knows of signs, with the whole standard library."""
    script = """
        const [folder, stdLibURL, lock, code] = process.argv.slice(1)
        const { loadPyodide } = await import(`${folder}/pyodide.mjs`)
        const pyodide = await loadPyodide({ stdLibURL, packageBaseUrl: folder, lockFileContents: JSON.parse(lock) })
        console.log(pyodide.runPython(code))
    """
    arguments = [folder, PYODIDE / "python_stdlib.zip", json.dumps(manifest("", {})["lock"]), OF_SIGNS]
    done = subprocess.run([node_tool("node"), "--input-type=module", "-e", script, *arguments], capture_output=True, text=True, check=True)
    codecs, tables = json.loads(done.stdout)
    return codecs, tables


OF_SIGNS = """
import hashlib, json, sys, unicodedata

def there(name):
    try:
        return bool(__import__(name))
    except SystemError:
        return False

known = [(unicodedata.name(c, ""), unicodedata.normalize("NFKD", c), c.casefold(), c.isprintable()) for c in map(chr, range(0x20000))]
digest = hashlib.sha256(repr(known).encode("utf-8", "surrogatepass")).hexdigest()
json.dumps([{name: there(name) for name in sys.builtin_module_names if name.startswith("_codecs_")}, digest])
"""


@pytest.mark.parametrize("own", AT_MOST)
def test_what_travels_for_a_first_answer(site: Path, own: str) -> None:
    (described,) = site.glob(f"{Path(MANIFEST).parent.parent}/**/{Path(MANIFEST).name}")
    files = read_manifest(described)["files"]
    others = AT_MOST.keys() - {own}
    assert sum(file["size"] for name, file in files.items() if name not in others) < AT_MOST[own]
