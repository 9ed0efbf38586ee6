// Takes the snapshot: node snapshot.mjs PYODIDE LIBRARY TARGET, and prints the modules that were imported, as JSON.
//
// The same library gives the same bytes: the clock stands still, what should be random is not, and the surroundings are
// those of docs/assets/js/pyodide.js. Nothing of this machine gets into it.
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { setHelper, startForSnapshot, startFromSnapshot } from '../../docs/assets/js/pyodide.js'
import { place } from './place.mjs'

const PAGE = 256
const [folder, library, target] = process.argv.slice(2)
const here = place(folder, library)

Object.defineProperty(globalThis, 'navigator', { value: { userAgent: 'none' } })
/** The clock and what should be random, from here on. */
function still(number) {
  Date.now = performance.now = () => number
  require('crypto').randomFillSync = (view) => view.fill(number)
}

still(0)

const pyodide = await startForSnapshot(here)
const python = (name) => pyodide.runPython(readFileSync(new URL(name, import.meta.url), 'utf8'))
const { modules, call } = JSON.parse(python('import_core.py'))
setHelper(pyodide._module, 0)
const { build, released, memory } = parts(pyodide.makeMemorySnapshot(), pyodide._api.config.BUILD_ID)
setHelper(pyodide._module, pyodide._module._PyEM_CountArgsPtr)
const late = python('call_all.py')
if (late !== '[]') throw new Error(`imported too late for the snapshot: ${late}; import_core.py can do it earlier`)
writeFileSync(target, written(await fresh(build, memory.length), memory, { build, call, released }))
console.log(JSON.stringify(modules))

/** Pyodide's own form of a snapshot: three numbers, the build's id, what the memory holds of JavaScript, the memory. */
function parts(snapshot, build) {
  const [, offset, length] = new Uint32Array(snapshot.buffer, 0, 3)
  const { hiwireKeys, immortalKeys } = JSON.parse(Buffer.from(snapshot.subarray(48, 48 + length)))
  if (hiwireKeys.some((key) => key !== null) || immortalKeys.length > 0) throw new Error('the memory holds objects of JavaScript')
  return { build, released: hiwireKeys.length, memory: snapshot.subarray(offset) }
}

/** A memory of this size in which nothing has run. */
async function fresh(build, size) {
  // Another time, and other chances: whatever comes of them differs, and so belongs to the snapshot.
  still(99)
  let seen
  const looking = new Error('seen enough')
  const restore = (memory) => {
    seen = memory.slice()
    throw looking
  }
  await startFromSnapshot(here, { build, size, restore }).catch((error) => {
    if (error !== looking) throw error
  })
  return seen
}

/** As docs/assets/js/snapshot.js says. */
function written(before, after, about) {
  const page = (memory, n) => memory.subarray(n * PAGE, (n + 1) * PAGE)
  const every = Array.from({ length: after.length / PAGE }, (_, n) => n)
  const places = every.filter((n) => Buffer.compare(page(before, n), page(after, n)) !== 0)
  const sha256 = createHash('sha256').update(after).digest('hex')
  const head = JSON.stringify({ ...about, size: after.length, page: PAGE, pages: places.length, sha256 })
  const filled = Buffer.from(head.padEnd(Math.ceil(head.length / 4) * 4))
  const numbers = Buffer.from(Uint32Array.of(filled.length, ...places).buffer)
  return Buffer.concat([numbers.subarray(0, 4), filled, numbers.subarray(4), ...places.map((n) => page(after, n))])
}
