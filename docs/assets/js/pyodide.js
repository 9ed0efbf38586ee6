// Pyodide as it is started here, in the page's worker and, with the same lines, where the site is built and tested.
//
// What it doesn't promise to keep stands in this file alone: the options that begin with a line, the factory that
// pyodide.asm.js leaves behind, and the step that restores a memory. They are those of the release that
// publish/package.json pins; with another, `make test` says whether they still hold.

/**
 * @typedef {object} Place where the files of Pyodide are
 * @property {string} base the folder of pyodide.mjs and pyodide.asm.js: an address, or under Node a path
 * @property {string} library the zip with the standard library and the core
 * @property {object} lock Pyodide's own list of packages, with none in it: nothing can be asked of another host
 */

/**
 * @typedef {object} Snapshot the memory of a Python that has imported the core, see snapshot.js
 * @property {string} build the build of Pyodide that it was taken from
 * @property {number} size of the memory, in bytes
 * @property {number} call where in it the core's only door is
 * @property {number} released how many references to objects of JavaScript it has held and no longer does
 * @property {(memory: Uint8Array) => void} restore writes it over a memory in which nothing has run yet
 */

/** @typedef {(name: string, json: string, progress?: (walked: number) => void) => string} Call */

const options = ({ base, library, lock }) => ({
  indexURL: base,
  stdLibURL: library,
  packageBaseUrl: base,
  lockFileContents: lock,
  // Every Python is started alike, whatever the machine and the day: the answers are the same, and a memory that was
  // taken in one place fits in another. Sets and dictionaries of the core hold nothing that a stranger could choose, so
  // that a fixed seed for their hashes gives nothing away.
  env: { HOME: '/home/pyodide', LANG: 'C.UTF-8', PYTHONHASHSEED: '0' },
  _sysExecutable: 'python',
})

/**
 * The small start: Python runs up.
 * @param {Place} place
 * @returns {Promise<Call>}
 */
export async function startSmall(place) {
  const { loadPyodide } = await import(`${place.base}pyodide.mjs`)
  const pyodide = await loadPyodide(options(place))
  return pyodide.runPython('from guideline_core.browser import call; call')
}

/**
 * Takes up a Python where it was left. Rejects where that can't be done here.
 * @param {Place} place its library is never opened
 * @param {Snapshot} snapshot
 * @returns {Promise<Call>}
 */
export async function startFromSnapshot(place, snapshot) {
  const [{ loadPyodide }] = await Promise.all([import(`${place.base}pyodide.mjs`), import(`${place.base}pyodide.asm.js`)])
  const make = globalThis._createPyodideModule
  const restored = new Promise((resolve, reject) => {
    globalThis._createPyodideModule = async (settings) => {
      if (settings.API.config.BUILD_ID !== snapshot.build) throw new Error('the snapshot was taken from another build of Pyodide')
      settings.INITIAL_MEMORY = snapshot.size
      // There are no files in a page: what would be written there is in the memory already.
      settings.preRun = []
      const module = await make(settings)
      snapshot.restore(module.HEAPU8)
      setHelper(module, module._PyEM_CountArgsPtr)
      join(module, snapshot.released)
      resolve((...said) => module.callPyObject(snapshot.call, said))
      // From here on, Pyodide would prepare what only a console needs.
      return new Promise(() => {})
    }
    // Anything here makes Pyodide leave out what a restored memory has behind it.
    loadPyodide({ ...options(place), _loadSnapshot: new Uint8Array() }).catch(reject)
  })
  return restored.finally(() => {
    globalThis._createPyodideModule = make
  })
}

/**
 * Joins a memory that was restored to the scripts around it, as Pyodide's API.finalizeBootstrap does; no Python runs.
 * @param {any} module
 * @param {number} released
 */
function join(module, released) {
  module._jslib_init()
  module.runtimeKeepalivePush()
  module.API.public_api = {}
  const references = [...module.API.getExpectedKeys(), ...Array(released).fill(null)]
  references.forEach((value, n) => module.__hiwire_set(n, value))
}

/**
 * A Python from which a snapshot can be taken.
 * @param {Place} place
 */
export async function startForSnapshot(place) {
  const { loadPyodide } = await import(`${place.base}pyodide.mjs`)
  return loadPyodide({ ...options(place), _makeSnapshot: true })
}

/**
 * Where WebAssembly can do it, Pyodide adds a function of this very engine to make calls faster, and its number to the
 * memory. A snapshot says that there is none, so that it is the same whatever engine it was taken in.
 * @param {any} module
 * @param {number} number 0 where there is none
 */
export function setHelper(module, number) {
  const offset = module.HEAP32[module.__PyEM_EMSCRIPTEN_COUNT_ARGS_OFFSET / 4]
  module.HEAP32[(module.__PyRuntime + offset) / 4] = number
}
