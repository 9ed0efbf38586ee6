"""What the browser loads: Python, the core as a wheel, and a manifest that says where they are.

Everything lands in site/python/<hash of the content>/, so that a browser may keep it for ever, and beside it the
manifest, which it may not. Python comes from the npm package of Pyodide, the lock file from pyodide-build.
"""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from build import ProjectBuilder
from pyproject_hooks import quiet_subprocess_runner

from publish.bootstrap import node_tool
from publish.cache import ROOT, cached, sha256

PUBLISH = ROOT / "publish"
PYODIDE = PUBLISH / "node_modules" / "pyodide"
COMPILER = (PUBLISH / "compile.mjs", PUBLISH / "compile_zip.py", PYODIDE / "package.json")


def bundle(site: Path) -> Path:
    """Writes site/python/ anew; the folder that the manifest names is returned."""
    python = site / "python"
    shutil.rmtree(python, ignore_errors=True)
    files = {path.name: path.read_bytes() for path in (PYODIDE / "pyodide.asm.js", PYODIDE / "pyodide.asm.wasm")}
    files["pyodide.mjs"] = without_default_host((PYODIDE / "pyodide.mjs").read_bytes())
    files |= {path.name: path.read_bytes() for path in (standard_library(), *wheel_and_lock())}

    described = {name: {"sha256": sha256(files[name]), "size": len(files[name])} for name in sorted(files)}
    folder = python / sha256(json.dumps(described).encode())[:16]
    folder.mkdir(parents=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)
    release = json.loads((PYODIDE / "package.json").read_text())["version"]
    manifest = {"folder": folder.name, "pyodide": release, "files": described}
    (python / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n")
    return folder


def without_default_host(loader: bytes) -> bytes:
    """The loader without the public host that it would turn to if a page forgot to say where the packages are."""
    stripped, found = re.subn(rb"https://cdn\.[^`]*", b"", loader)
    assert found == 1, "pyodide.mjs no longer names its default host as it did: see what it does now"
    return stripped


def standard_library() -> Path:
    """Python's own modules, compiled: most of an ordinary start is spent on compiling them in the page."""
    source = PYODIDE / "python_stdlib.zip"
    (library,) = cached("library", COMPILER, lambda folder: compile_zip(source, folder / source.name))
    return library


def wheel_and_lock() -> list[Path]:
    sources = [path for path in sorted((ROOT / "guideline_core").rglob("*")) if is_source(path)]
    project = (ROOT / "pyproject.toml", ROOT / "LICENSE", PUBLISH / "requirements.txt")
    return cached("wheel", [*COMPILER, Path(__file__), *project, *sources], make_wheel_and_lock)


def is_source(path: Path) -> bool:
    return path.is_file() and "__pycache__" not in path.parts


def make_wheel_and_lock(folder: Path) -> None:
    lock = json.loads((PYODIDE / "pyodide-lock.json").read_text("utf-8"))
    python = "".join(lock["info"]["python"].split(".")[:2])
    with TemporaryDirectory() as temporary:
        source, empty = build_wheel(Path(temporary)), Path(temporary, "empty.json")
        wheel = folder / source.name.replace("-py3-", f"-cp{python}-")
        compile_zip(source, wheel)
        # Our own package and no other: there is nothing else that the page could ask a host for.
        empty.write_text(json.dumps(lock | {"packages": {}}), "utf-8")
        target = folder / "pyodide-lock.json"
        add = [Path(sys.executable).with_name("pyodide"), "lockfile", "add-wheels", "--base-path", temporary]
        subprocess.run([*add, "--input", empty, "--output", target, source], check=True)
    # pyodide-build reads what the wheel holds from its source form; what is served is the compiled one.
    lock = json.loads(target.read_text("utf-8"))
    (package,) = lock["packages"].values()
    package |= {"file_name": wheel.name, "sha256": sha256(wheel.read_bytes())}
    target.write_text(json.dumps(lock), "utf-8")


def build_wheel(folder: Path) -> Path:
    """Built with the backend that pyproject.toml names, offline; the same sources give the same bytes."""
    earliest_in_a_zip = "315532800"

    def run(cmd: Sequence[str], cwd: str | None = None, extra_environ: Mapping[str, str] | None = None) -> None:
        quiet_subprocess_runner(cmd, cwd, {**(extra_environ or {}), "SOURCE_DATE_EPOCH": earliest_in_a_zip})

    return Path(ProjectBuilder(ROOT, runner=run).build("wheel", folder))


def compile_zip(source: Path, target: Path) -> None:
    subprocess.run([node_tool("node"), PUBLISH / "compile.mjs", source, target], check=True)
