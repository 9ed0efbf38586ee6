// The page's way to the Python core: runtime.call('name', {…}) -> Promise<{…}>, JSON in and out.
//
// Python runs in a worker, which the first call starts. What it is doing is in runtime.status, and every change of that
// is a 'status' event on the runtime.

/**
 * @typedef {object} Status
 * @property {'idle' | 'starting' | 'ready' | 'failed'} state
 * @property {string} text what is happening, or why it failed, in words for a reader; empty when there is nothing to say
 */

/**
 * @typedef {object} Call
 * @property {(answer: object) => void} resolve
 * @property {(error: Error) => void} reject
 * @property {(walked: number) => void} [progress]
 */

// A browser that is not allowed to run WebAssembly makes Pyodide wait for ever without a word.
const PATIENCE_SECONDS = 30

class Runtime extends EventTarget {
  /** @type {Status} */
  status = { state: 'idle', text: '' }
  /** @type {'snapshot' | 'small' | undefined} how Python was started, once it is ready: see start.js */
  way

  /** @type {Worker | undefined} */
  #worker
  /** @type {Map<number, Call>} the calls without an answer yet */
  #calls = new Map()
  #lastId = 0
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #watchdog

  /** Starts Python, unless that has been done; worth calling as soon as an answer may be wanted. */
  start() {
    if (this.status.state !== 'idle') return
    this.#worker = new Worker(new URL('worker.js', import.meta.url), { type: 'module' })
    this.#worker.onmessage = ({ data }) => this.#receive(data)
    this.#worker.onerror = ({ message }) => this.#fail(message || 'The script that runs Python could not be loaded.')
    this.#show('starting', 'Starting')
    this.#watch()
  }

  /** After a failure, starts anew. Calls that were open then have been rejected: make them again. */
  retry() {
    if (this.status.state !== 'failed') return
    this.status = { state: 'idle', text: '' }
    this.start()
  }

  /** Ends Python in the middle of whatever it does; the next call starts it anew. */
  stop() {
    if (this.status.state === 'idle') return
    this.#fail('It was stopped.')
    this.status = { state: 'idle', text: '' }
  }

  /**
   * Calls a function of the core. Rejects when Python is not to be had, or didn't answer this call.
   * @param {string} name
   * @param {object} input
   * @param {(walked: number) => void} [progress] is told how far a long call is
   * @returns {Promise<object>}
   */
  call(name, input, progress) {
    this.start()
    if (this.status.state === 'failed') return Promise.reject(new Error(this.status.text))
    const id = ++this.#lastId
    return new Promise((resolve, reject) => {
      this.#calls.set(id, { resolve, reject, progress })
      this.#worker.postMessage({ id, name, json: JSON.stringify(input), walks: progress !== undefined })
      if (this.status.state === 'ready') this.#watch()
    })
  }

  /**
   * @param {{progress?: string, ready?: string, failed?: string, id?: number, walked?: number, json?: string, error?: string}} message
   */
  #receive({ progress, ready, failed, id, walked, json, error }) {
    if (failed) return this.#fail(failed)
    if (progress) this.#show('starting', progress)
    if (ready) {
      this.way = ready
      this.#show('ready', '')
    }
    if (walked !== undefined) this.#calls.get(id)?.progress?.(walked)
    else if (id) {
      const { resolve, reject } = this.#calls.get(id)
      this.#calls.delete(id)
      if (error !== undefined) reject(new Error(error))
      else resolve(JSON.parse(json))
    }
    this.#watch()
  }

  /** Gives the worker its time anew, if it still owes anything. */
  #watch() {
    clearTimeout(this.#watchdog)
    if (this.status.state === 'ready' && this.#calls.size === 0) return
    this.#watchdog = setTimeout(
      () => this.#fail(`Nothing has happened for ${PATIENCE_SECONDS} seconds.`),
      PATIENCE_SECONDS * 1000,
    )
  }

  /** @param {string} reason */
  #fail(reason) {
    clearTimeout(this.#watchdog)
    this.#worker.terminate()
    this.#show('failed', reason)
    const unanswered = [...this.#calls.values()]
    this.#calls.clear()
    for (const { reject } of unanswered) reject(new Error(reason))
  }

  /**
   * @param {Status['state']} state
   * @param {string} text
   */
  #show(state, text) {
    if (state === this.status.state && text === this.status.text) return
    this.status = { state, text }
    this.dispatchEvent(new Event('status'))
  }
}

export const runtime = new Runtime()
