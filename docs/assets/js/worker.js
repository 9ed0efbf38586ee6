// Python off the page's thread, so that the page never stalls. Only runtime.js talks to it, in these messages:
//   in   {id, name, json}       a call
//   out  {progress: 'words'}    while starting
//        {ready: true}          once, before the first call may come in
//        {failed: 'why'}        Python can't be used; what that means to an engineer is in the console
//        {id, json}             an answer
//        {id, error: 'why'}     a call that Python didn't answer; others may still be

const PYTHON = new URL('../../python/', import.meta.url)
const PACKAGE = 'guideline-core'
const CALL = 'from guideline_core.browser import call; call'

/** @type {(name: string, json: string) => string} */
let call

/** Starts Python from what publish/bundle.py wrote. */
async function start() {
  self.postMessage({ progress: 'Looking up what to fetch' })
  checkWebAssembly()
  const manifest = await fetched(fetch(new URL('manifest.json', PYTHON), { cache: 'no-cache' }), 'manifest.json')
  const { folder, files } = await manifest.json()

  const base = new URL(`${folder}/`, PYTHON)
  reportFetching(base, files)
  const { loadPyodide } = await import(new URL('pyodide.mjs', base).href)
  // All three addresses, and absolute: otherwise Pyodide looks for packages elsewhere, or silently leaves them out.
  const pyodide = await loadPyodide({
    indexURL: base.href,
    lockFileURL: new URL('pyodide-lock.json', base).href,
    packageBaseUrl: base.href,
    packages: [PACKAGE],
  })
  self.postMessage({ progress: 'Loading the guideline' })
  call = pyodide.runPython(CALL)
}

/** Where WebAssembly is forbidden, Pyodide would wait for ever without a word. */
function checkWebAssembly() {
  const emptyModule = new Uint8Array([0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00])
  try {
    new WebAssembly.Module(emptyModule)
  } catch (error) {
    fail('This browser does not let the page run WebAssembly, which Python needs.', error)
    throw error
  }
}

/**
 * A response that is there. One that isn't is reported at once, since Pyodide does not pass every such error on.
 * @param {Promise<Response>} pending
 * @param {string} name
 */
async function fetched(pending, name) {
  try {
    const response = await pending
    if (response.ok) return response
    throw new Error(`${response.status} ${response.statusText}`)
  } catch (error) {
    fail(`The file ${name} could not be fetched.`, error)
    throw error
  }
}

/**
 * Makes every later fetch below a folder report how much of the whole has come in.
 * @param {URL} base
 * @param {Record<string, {size: number}>} files
 */
function reportFetching(base, files) {
  const plainFetch = self.fetch
  const megabytes = (/** @type {number} */ bytes) => Math.ceil(bytes / 1e6)
  // Scripts are imported, which can't be counted; the core's wheel comes when Python is starting already.
  const counted = Object.entries(files).filter(([name]) => !/\.(m?js|whl)$/.test(name))
  const total = counted.reduce((sum, [, { size }]) => sum + size, 0)
  let received = 0

  self.fetch = async (resource, options) => {
    const href = new Request(resource).url
    if (!href.startsWith(base.href)) return plainFetch(resource, options)
    const response = await fetched(plainFetch(resource, options), href.slice(base.href.length))
    const count = new TransformStream({
      transform(chunk, controller) {
        received += chunk.byteLength
        const done = received >= total
        self.postMessage({
          progress: done ? 'Starting Python' : `Fetching Python: ${megabytes(received)} of ${megabytes(total)} MB`,
        })
        controller.enqueue(chunk)
      },
    })
    return new Response(response.body.pipeThrough(count), response)
  }
}

/**
 * @param {string} reason in words for a reader
 * @param {unknown} error for the console
 */
function fail(reason, error) {
  console.error(error)
  self.postMessage({ failed: reason })
}

self.onmessage = ({ data: { id, name, json } }) => {
  try {
    self.postMessage({ id, json: call(name, json) })
  } catch (error) {
    // An exception of Python's is one call's failure; anything else means that Python itself has come to a stop.
    if (error.name === 'PythonError') self.postMessage({ id, error: error.message })
    else fail('Python has stopped.', error)
  }
}

start().then(
  () => self.postMessage({ ready: true }),
  (error) => fail('Python could not be started.', error),
)
