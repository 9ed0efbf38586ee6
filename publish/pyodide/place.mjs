// Pyodide from a folder, under Node, for docs/assets/js/pyodide.js.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'

/**
 * @param {string} folder with Pyodide's own files, unpacked
 * @param {string} library
 * @returns {import('../../docs/assets/js/pyodide.js').Place}
 */
export function place(folder, library) {
  const base = `${resolve(folder)}/`
  // pyodide.asm.js expects these; pyodide.mjs sets them, but a snapshot needs the other first.
  Object.assign(globalThis, { require: createRequire(import.meta.url), __dirname: base })
  const { info } = JSON.parse(readFileSync(new URL('../node_modules/pyodide/pyodide-lock.json', import.meta.url), 'utf8'))
  return { base, library: resolve(library), lock: { info, packages: {} } }
}
