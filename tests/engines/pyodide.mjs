// Python as the page's worker runs it, under Node: node pyodide.mjs FOLDER, which publish/bundle.py wrote.
//   out  {"python": "3.13.2", "core": "…/guideline_core/browser.pyc"}    once, when Python is ready
//   in   {"calls": [[name, json], …], "whole": true | false}             one line for each batch
//   out  {"seconds": 1.2, "hash": "…"}, or {"seconds": 1.2, "answers": ["…", …]} for the whole of them
import { createHash } from 'node:crypto'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'

const folder = `${resolve(process.argv[2])}/`
const { loadPyodide } = await import(pathToFileURL(`${folder}pyodide.mjs`).href)
// The same options as in docs/assets/js/worker.js.
const pyodide = await loadPyodide({
  indexURL: folder,
  lockFileURL: `${folder}pyodide-lock.json`,
  packageBaseUrl: folder,
  packages: ['guideline-core'],
  stdout: console.error,
})
const call = pyodide.runPython('from guideline_core.browser import call; call')

/** What a call answers; where it raises, what it raised, which equals no answer. */
function answer([name, json]) {
  try {
    return call(name, json)
  } catch (error) {
    return `raised ${error.message}`
  }
}

const say = (message) => process.stdout.write(`${JSON.stringify(message)}\n`)

say({
  python: pyodide.runPython('import platform; platform.python_version()'),
  core: pyodide.runPython('import guideline_core.browser as core; core.__file__'),
})
for await (const line of createInterface({ input: process.stdin })) {
  const { calls, whole } = JSON.parse(line)
  const start = performance.now()
  const answers = calls.map(answer)
  const seconds = (performance.now() - start) / 1000
  say(whole ? { seconds, answers } : { seconds, hash: createHash('sha256').update(answers.join('\n')).digest('hex') })
}
