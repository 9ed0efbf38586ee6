// Pyodide without what it keeps for libraries that are loaded into it later: node trim.mjs PYODIDE TARGET NAMING…
//
// Any of CPython's functions and variables may be what such a library asks for, so that Pyodide exports all of them, some
// 9,700, and looks up each at every start. Into a page none is loaded. What no script names is exported no longer, and what
// nothing in the module needs then goes. NAMING are scripts besides Pyodide's own that may name something.
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import binaryen from 'binaryen'

const LOADER = 'pyodide.mjs'
const SCRIPT = 'pyodide.asm.js'
const MODULE = 'pyodide.asm.wasm'
/** How the script gives an export its name among the scripts. */
const NAMED = /var \w+=Module\["\w+"\]=wasmExports\["(\w+)"\];/g

const [pyodide, target, ...naming] = process.argv.slice(2)
const script = readFileSync(`${pyodide}/${SCRIPT}`, 'utf8')
const texts = [script.replaceAll(NAMED, ''), ...[`${pyodide}/${LOADER}`, ...naming].map((path) => readFileSync(path, 'utf8'))]
const words = new Set(texts.join(' ').match(/[\w$]+/g))
const isNamed = (name) => words.has(name) || words.has(`_${name}`)

writeFileSync(`${target}/${SCRIPT}`, script.replaceAll(NAMED, (all, name) => (isNamed(name) ? all : '')))
writeFileSync(`${target}/${MODULE}`, trimmed(readFileSync(`${pyodide}/${MODULE}`)))
copyFileSync(`${pyodide}/${LOADER}`, `${target}/${LOADER}`)

/** @param {Buffer} binary */
function trimmed(binary) {
  const { MutableGlobals, NontrappingFPToInt, BulkMemory, BulkMemoryOpt, SignExt, ExceptionHandling, ReferenceTypes, Multivalue } =
    binaryen.Features
  const module = binaryen.readBinary(binary)
  // What Pyodide is built with: of more, what is written could need a newer browser than what was read.
  module.setFeatures(
    MutableGlobals | NontrappingFPToInt | BulkMemory | BulkMemoryOpt | SignExt | ExceptionHandling | ReferenceTypes | Multivalue,
  )
  const exported = WebAssembly.Module.exports(new WebAssembly.Module(binary)).map(({ name }) => name)
  for (const name of exported) if (!isNamed(name)) module.removeExport(name)
  module.runPasses(['remove-unused-module-elements'])
  return module.emitBinary()
}
