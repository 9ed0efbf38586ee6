// Pyodide without what it keeps for libraries that are loaded into it later: node trim.mjs PYODIDE TARGET NAMING…
//
// Any of CPython's functions and variables may be what such a library asks for, so that Pyodide exports all of them, some
// 9,700, and looks up each at every start. Into a page none is loaded. What no script names is exported no longer, and what
// nothing in the module needs then goes. NAMING are scripts besides Pyodide's own that may name something.
//
// Python's codecs for East Asian encodings go, too: the library has no way to them, and their tables hardly compress.
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import binaryen from 'binaryen'

const LOADER = 'pyodide.mjs'
const SCRIPT = 'pyodide.asm.js'
const MODULE = 'pyodide.asm.wasm'
const CODECS = ['_codecs_cn', '_codecs_hk', '_codecs_iso2022', '_codecs_jp', '_codecs_kr', '_codecs_tw']
/** How the script gives an export its name among the scripts. */
const NAMED = /var \w+=Module\["\w+"\]=wasmExports\["(\w+)"\];/g

const [pyodide, target, ...naming] = process.argv.slice(2)
const script = readFileSync(`${pyodide}/${SCRIPT}`, 'utf8')
const texts = [script.replaceAll(NAMED, ''), ...[`${pyodide}/${LOADER}`, ...naming].map((path) => readFileSync(path, 'utf8'))]
const words = new Set(texts.join(' ').match(/[\w$]+/g))
const isNamed = (name) => words.has(name) || words.has(`_${name}`)

const { loadPyodide } = await import(`${pyodide}/${LOADER}`)
writeFileSync(`${target}/${SCRIPT}`, script.replaceAll(NAMED, (all, name) => (isNamed(name) ? all : '')))
writeFileSync(`${target}/${MODULE}`, trimmed(withoutTables(readFileSync(`${pyodide}/${MODULE}`), await loadPyodide())))
copyFileSync(`${pyodide}/${LOADER}`, `${target}/${LOADER}`)

/**
 * The same module with zeros for the tables of the codecs. Each names its tables in capsules, for other codecs to use: of
 * two, a row for each first byte, of {where, first, last} (dbcs_map in CPython's Modules/cjkcodecs/cjkcodecs.h).
 * @param {Buffer} binary
 * @param {any} pyodide a Python that runs in it
 */
function withoutTables(binary, { runPython, _module: module }) {
  const capsules = runPython(`
    from importlib import import_module
    [id(capsule) for codec in ${JSON.stringify(CODECS)} for name, capsule in vars(import_module(codec)).items()
     if name.startswith("__map_") and not name.endswith("_pair")]  # pairs are laid out in another way, and small
  `).toJs()
  const kind = module.stringToNewUTF8('multibytecodec.map')
  const { HEAPU8, HEAPU32 } = module
  const tables = capsules.flatMap((capsule) => {
    const map = module._PyCapsule_GetPointer(capsule, kind) / 4
    return [HEAPU32[map + 1], HEAPU32[map + 2]].filter((table) => table !== 0)
  })
  const rowAt = (place) => {
    const [start, low, high] = [HEAPU32[place / 4], HEAPU8[place + 4], HEAPU8[place + 5]]
    return Buffer.from(HEAPU8.buffer, start, start && 2 * (high - low + 1))
  }
  const rows = tables.flatMap((table) => Array.from({ length: 256 }, (_, first) => rowAt(table + 8 * first)))
  const longest = rows.reduce((one, other) => (one.length < other.length ? other : one))
  const memory = binary.indexOf(longest) - longest.byteOffset
  const without = Buffer.from(binary)
  for (const row of rows) {
    const [from, to] = [memory + row.byteOffset, memory + row.byteOffset + row.length]
    if (row.compare(binary, from, to) !== 0) throw new Error('the tables of the codecs are not where they should be')
    without.fill(0, from, to)
  }
  return without
}

/** @param {Buffer} binary */
function trimmed(binary) {
  const { MutableGlobals, NontrappingFPToInt, BulkMemory, BulkMemoryOpt, SignExt, ExceptionHandling, ReferenceTypes, Multivalue } =
    binaryen.Features
  const module = binaryen.readBinary(binary)
  // What Pyodide is built with: of more, what is written could need a newer browser than what was read.
  module.setFeatures(
    MutableGlobals | NontrappingFPToInt | BulkMemory | BulkMemoryOpt | SignExt | ExceptionHandling | ReferenceTypes | Multivalue,
  )
  for (const codec of CODECS) {
    const { value } = binaryen.getExportInfo(module.getExport(`PyInit_${codec}`))
    // An import that finds nothing: better than an encoding without its tables.
    binaryen.Function.setBody(module.getFunction(value), module.i32.const(0))
  }
  const exported = WebAssembly.Module.exports(new WebAssembly.Module(binary)).map(({ name }) => name)
  for (const name of exported) if (!isNamed(name)) module.removeExport(name)
  module.runPasses(['remove-unused-module-elements'])
  return module.emitBinary()
}
