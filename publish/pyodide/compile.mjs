// Byte-compiles the Python files in a zip with Pyodide's own Python, the only one that makes files which Pyodide can
// run: node compile.mjs SOURCE TARGET
import { readFileSync, writeFileSync } from 'node:fs'
import { loadPyodide } from '../node_modules/pyodide/pyodide.mjs'

const [source, target] = process.argv.slice(2)
// A fixed hash seed: the order of what is written may not differ from one run to the next.
const pyodide = await loadPyodide({ env: { PYTHONHASHSEED: '0', PYTHONNODEBUGRANGES: '1' } })
pyodide.FS.writeFile('source.zip', readFileSync(source))
pyodide.runPython(readFileSync(new URL('compile_zip.py', import.meta.url), 'utf8'))
writeFileSync(target, pyodide.FS.readFile('target.zip'))
