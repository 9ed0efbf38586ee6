// Starts Python in the worker by the faster of two ways:
//
//   snapshot   more to fetch, next to nothing to do: the memory of a Python that has imported the core
//   small      less to fetch, and Python runs up here
//
// The snapshot is tried first. Where it can't be restored, or comes in too slowly, the small start takes its place. Every
// Python is asked one question whose answer is known, before it is used for any other.

import { Files, Trouble } from './files.js'
import { startFromSnapshot, startSmall } from './pyodide.js'
import manifest from './python.js'
import { read } from './snapshot.js'

/**
 * @typedef {object} Started
 * @property {import('./pyodide.js').Call} call
 * @property {'snapshot' | 'small'} way
 */

// When to look how fast the snapshot comes in, in milliseconds since it began to; one that is that near by then is never given up.
const LOOK_AFTER = 200
// How often to see whether it is time to look, in milliseconds.
const EVERY = 40
// By what running up takes longer than restoring, as a multiple of how long the loop below takes: 600 ms where that took 1.
const RUNNING_UP = 600

const MODULE = 'pyodide.asm.wasm'
const SCRIPTS = ['pyodide.mjs', 'pyodide.asm.js']

/**
 * @param {URL} root the folder that the manifest's folder is in
 * @param {(words: string) => void} report
 * @returns {Promise<Started>}
 */
export async function start(root, report) {
  checkWebAssembly()
  const base = new URL(`${manifest.folder}/`, root)
  const files = new Files(base, manifest.files, report)
  const place = { base: base.href, library: `${base.href}library.zip`, lock: manifest.lock }

  const scripts = Promise.all(SCRIPTS.map((name) => files.check(name)))
  const module = files.open(MODULE).then((response) => WebAssembly.compileStreaming(response)).catch((error) => {
    throw files.trouble ?? error
  })
  // Each way waits for them, and tells if they fail.
  for (const each of [scripts, module]) each.catch(() => {})

  const fromSnapshot = async () => {
    const snapshot = await snapshotInTime(files)
    await scripts
    return handing({ module }, () => startFromSnapshot(place, snapshot))
  }
  const fromLibrary = async () => {
    const library = files.bytes('library.zip')
    await Promise.all([scripts, library])
    return handing({ module, library }, () => startSmall(place))
  }
  const { name, request, answer } = manifest.known
  const asked = (call) => {
    if (call(name, request) !== answer) throw new Trouble('Python does not answer as it should.')
    return call
  }

  try {
    return { call: asked(await fromSnapshot()), way: 'snapshot' }
  } catch (error) {
    if (!(error instanceof TooSlow)) console.info('Python is started without its snapshot:', error.message)
    const call = asked(await fromLibrary())
    if (error instanceof TooSlow) files.keep('snapshot')
    return { call, way: 'small' }
  }
}

/** Where WebAssembly is forbidden, Pyodide would wait for ever without a word. */
function checkWebAssembly() {
  const emptyModule = new Uint8Array([0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00])
  try {
    new WebAssembly.Module(emptyModule)
  } catch (cause) {
    throw new Trouble('This browser does not let the page run WebAssembly, which Python needs.', { cause })
  }
}

class TooSlow extends Error {}

/**
 * The snapshot, unless it will be there later than a Python that runs up. Rejects with TooSlow then.
 * @param {Files} files
 */
async function snapshotInTime(files) {
  const giveUp = new AbortController()
  let last = performance.now()
  const look = setInterval(() => {
    // After a time in which this thread was busy, what has come in meanwhile is not counted yet.
    const wasBusy = performance.now() - last > 2 * EVERY
    last = performance.now()
    if (wasBusy || files.since('snapshot') < LOOK_AFTER) return
    clearInterval(look)
    const later = (files.missing('snapshot') - files.missing('library.zip')) / files.rate
    if (later > LOOK_AFTER && later > RUNNING_UP * pace()) giveUp.abort(new TooSlow())
  }, EVERY)
  try {
    return read(await files.bytes('snapshot', giveUp.signal))
  } finally {
    clearInterval(look)
  }
}

/** How fast this processor is: the time that a little work takes, in milliseconds, with nothing between. */
function pace() {
  const times = Array.from({ length: 5 }, () => {
    const began = performance.now()
    for (let turn = 0, number = 1; turn < 2e5; turn++) number = Math.imul(number, 31) + turn
    return performance.now() - began
  })
  return Math.min(...times)
}

/**
 * Answers what Pyodide fetches on its own with what is here already.
 * @template T
 * @param {{module: Promise<WebAssembly.Module>, library?: Promise<ArrayBuffer>}} files a library that is left out is empty
 * @param {() => Promise<T>} begin
 * @returns {Promise<T>}
 */
async function handing({ module, library }, begin) {
  const { fetch } = self
  const { instantiateStreaming } = WebAssembly
  self.fetch = async (resource) => new Response(String(resource).endsWith(MODULE) ? null : await library)
  WebAssembly.instantiateStreaming = async (_, imports) => {
    const compiled = await module
    return { module: compiled, instance: await WebAssembly.instantiate(compiled, imports) }
  }
  try {
    // Pyodide waits for ever for a module that doesn't come.
    const [begun] = await Promise.all([begin(), module])
    return begun
  } finally {
    self.fetch = fetch
    WebAssembly.instantiateStreaming = instantiateStreaming
  }
}
