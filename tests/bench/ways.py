"""What is compared: our own start, the ordinary way to load Pyodide, the floor, and PyScript. Each is a bare page with nothing else on it."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from build import ProjectBuilder
from pyproject_hooks import quiet_subprocess_runner

from publish.bootstrap import MEASURES
from publish.cache import ROOT
from publish.library import PYODIDE, pyodide
from tests.bench.native import REQUEST

OURS = """
const { runtime } = await import('./SCRIPTS/runtime.js')
const answer = await runtime.call('dose', REQUEST)
done(answer, runtime.way)
"""

ORDINARY = """
const { loadPyodide } = await import('./ordinary/pyodide.mjs')
const base = new URL('ordinary/', location).href
const pyodide = await loadPyodide({ indexURL: base, lockFileURL: `${base}pyodide-lock.json`, packageBaseUrl: base })
await pyodide.loadPackage('guideline-core')
const call = pyodide.runPython('from guideline_core.browser import call; call')
done(JSON.parse(call('dose', JSON.stringify(REQUEST))), 'ordinary')
"""

# A sum is less work than a dose, and it brings no core of its own: the comparison favours PyScript.
PYSCRIPT = """
await import('./pyscript/core.js')
</script><script type="py" config='{"interpreter": "./ordinary/pyodide.mjs"}'>
from js import window
window.added(1 + 1)
"""

FLOOR = """
const worker = new Worker('bench-floor-worker.js', { type: 'module' })
worker.onmessage = ({ data }) => done({ regimens: [data] }, 'floor')
"""

FLOOR_WORKER = """
const module = await WebAssembly.compileStreaming(fetch('ordinary/floor.wasm'))
const number = () => new WebAssembly.Global({ value: 'i32', mutable: true }, 0)
const made = {
  function: () => () => 0,
  memory: () => new WebAssembly.Memory({ initial: 320, maximum: 65536 }),
  table: () => new WebAssembly.Table({ initial: 20000, element: 'anyfunc' }),
  global: (name) => ['__memory_base', '__table_base'].includes(name) ? new WebAssembly.Global({ value: 'i32', mutable: false }, 1024) : number(),
  tag: () => new WebAssembly.Tag({ parameters: ['i32'] }),
}
const imports = {}
for (const { module: from, name, kind } of WebAssembly.Module.imports(module)) (imports[from] ??= {})[name] = made[kind](name)
const instance = await WebAssembly.instantiate(module, imports)
postMessage(Object.keys(instance.exports).length)
"""

PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Bench</title><link rel="icon" href="data:,">
<script>
window.blocked = 0
new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => { window.blocked += duration }))
  .observe({ type: 'longtask', buffered: true })
window.done = (answer, way) => {
  if (!answer.regimens?.length) throw new Error('no answer')
  window.result = { ms: performance.now(), way }
}
window.added = (sum) => done({ regimens: sum === 2 ? [sum] : [] }, 'pyscript')
</script><script type="module">CODE</script></html>"""


def prepare(site: Path) -> None:
    """Adds the pages and what they load to a copy of the built site."""
    (scripts,) = {path.parent.relative_to(site).as_posix() for path in site.glob("assets/**/runtime.js")}
    for name, code in {"ours": OURS, "ordinary": ORDINARY, "floor": FLOOR, "pyscript": PYSCRIPT}.items():
        code = code.replace("SCRIPTS", scripts).replace("REQUEST", REQUEST)
        (site / f"bench-{name}.html").write_text(PAGE.replace("CODE", code), "utf-8")
    (site / "bench-floor-worker.js").write_text(FLOOR_WORKER, "utf-8")
    ordinary(site / "ordinary")
    shutil.copyfile(pyodide() / "pyodide.asm.wasm", site / "ordinary" / "floor.wasm")
    shutil.copytree(MEASURES / "node_modules/@pyscript/core/dist", site / "pyscript", ignore=shutil.ignore_patterns("*.map"))
    # The pages have scripts of their own, which the site's policy would forbid; what the others load is kept as long as ours.
    rules = (site / "_headers").read_text("utf-8").splitlines(keepends=True)
    kept = "".join(line for line in rules if "Content-Security-Policy" not in line)
    (site / "_headers").write_text(f"{kept}\n\n/ordinary/*\n  Cache-Control: public, max-age=31536000, immutable\n"
                                  "\n/pyscript/*\n  Cache-Control: public, max-age=31536000, immutable\n", "utf-8")


def ordinary(folder: Path) -> None:
    """Pyodide as its package has it, and the core as a wheel of sources with the lock file that pyodide-build makes."""
    folder.mkdir()
    for name in ("pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm", "python_stdlib.zip"):
        shutil.copyfile(PYODIDE / name, folder / name)
    lock = json.loads((PYODIDE / "pyodide-lock.json").read_text("utf-8"))
    with TemporaryDirectory() as temporary:
        empty = Path(temporary, "empty.json")
        empty.write_text(json.dumps(lock | {"packages": {}}), "utf-8")
        wheel = Path(ProjectBuilder(ROOT, runner=quiet_subprocess_runner).build("wheel", folder))
        add = [Path(sys.executable).with_name("pyodide"), "lockfile", "add-wheels", "--base-path", folder]
        subprocess.run([*add, "--input", empty, "--output", folder / "pyodide-lock.json", wheel], check=True, capture_output=True)
