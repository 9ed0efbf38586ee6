// The files that Python needs: fetched, counted, held against their digests, unpacked.
//
// The large ones come packed with gzip whatever the host does, and are unpacked here. A file of which one byte is wrong
// never gets to its end: whoever reads it gets an error instead.

/**
 * @typedef {object} Described
 * @property {string} file its name in the folder
 * @property {boolean} packed
 * @property {number} size in bytes, as it travels
 * @property {string} sha256 of what travels, in hexadecimal
 */

/** Said to a reader as it stands. */
export class Trouble extends Error {}

// While Pyodide starts, another stands in its place: see start.js.
const plainFetch = globalThis.fetch.bind(globalThis)

export class Files {
  #base
  #described
  #report
  /** @type {Trouble | undefined} the first: who reads a stream is not told why it broke */
  trouble

  /** @type {Map<string, number>} how many bytes of each packed file have come in */
  #received = new Map()
  /** @type {Map<string, number>} when the first byte of each did */
  #began = new Map()

  /**
   * @param {URL} base
   * @param {Record<string, Described>} described
   * @param {(words: string) => void} report
   */
  constructor(base, described, report) {
    this.#base = base
    this.#described = described
    this.#report = report
  }

  /**
   * A response that is there.
   * @param {URL} address
   * @param {RequestInit} options
   */
  static async fetched(address, options) {
    const missing = (cause) => new Trouble(`The file ${address.pathname.split('/').pop()} could not be fetched.`, { cause })
    const response = await plainFetch(address, options).catch((error) => {
      throw options.signal?.aborted ? options.signal.reason : missing(error)
    })
    if (!response.ok) throw missing(response.status)
    return response
  }

  /** How many bytes of a file have not come in. */
  missing(name) {
    return this.#described[name].size - (this.#received.get(name) ?? 0)
  }

  /**
   * How long it is since the first byte of a file came in, in milliseconds; 0 before.
   * @param {string} name
   */
  since(name) {
    return performance.now() - (this.#began.get(name) ?? performance.now())
  }

  /**
   * Bytes per millisecond, of what is still coming in: what came out of the browser's cache says nothing of the link.
   * Where nothing is, nothing has to be waited for.
   */
  get rate() {
    const coming = [...this.#began.keys()].filter((name) => this.missing(name) > 0)
    if (coming.length === 0) return Infinity
    const received = this.#sum(coming.map((name) => this.#received.get(name)))
    return received / Math.max(...coming.map((name) => this.since(name)))
  }

  /**
   * A packed file, unpacked while it comes in.
   * @param {string} name
   * @param {AbortSignal} [signal]
   * @returns {Promise<Response>}
   */
  async open(name, signal) {
    if (!this.#described[name]) throw new Trouble(`There is no ${name}.`)
    this.#received.set(name, 0)
    signal?.addEventListener('abort', () => [this.#received, this.#began].forEach((known) => known.delete(name)))
    const response = await Files.fetched(new URL(this.#described[name].file, this.#base), { signal })
    const unpacked = response.body.pipeThrough(this.#checked(name)).pipeThrough(new DecompressionStream('gzip'))
    return new Response(unpacked, { headers: { 'Content-Type': name.endsWith('.wasm') ? 'application/wasm' : 'application/octet-stream' } })
  }

  /**
   * @param {string} name
   * @param {AbortSignal} [signal]
   */
  async bytes(name, signal) {
    return (await this.open(name, signal)).arrayBuffer()
  }

  /**
   * Makes sure that a script is what it should be, before the browser takes it out of its cache to import it.
   * @param {string} name
   */
  async check(name) {
    const { file, sha256 } = this.#described[name]
    const digest = btoa(String.fromCharCode(...sha256.match(/../g).map((byte) => parseInt(byte, 16))))
    await (await Files.fetched(new URL(file, this.#base), { integrity: `sha256-${digest}` })).arrayBuffer()
  }

  /**
   * Fetches a file for the next visit, where the reader hasn't asked to save data.
   * @param {string} name
   */
  async keep(name) {
    if (navigator.connection?.saveData) return
    const response = await Files.fetched(new URL(this.#described[name].file, this.#base), { priority: 'low' })
    await response.arrayBuffer()
  }

  /** @param {string} name */
  #checked(name) {
    const { file, sha256, size } = this.#described[name]
    const whole = new Uint8Array(size)
    const damaged = () => (this.trouble ??= new Trouble(`The file ${file} came in damaged.`))
    return new TransformStream({
      transform: (chunk, controller) => {
        if (chunk.byteLength > this.missing(name)) throw damaged()
        if (!this.#began.has(name)) this.#began.set(name, performance.now())
        whole.set(chunk, size - this.missing(name))
        this.#received.set(name, this.#received.get(name) + chunk.byteLength)
        controller.enqueue(chunk)
        this.#report(this.#progress())
      },
      // What reads the stream has not seen its end yet.
      flush: async () => {
        // Without a secure connection there are no digests; gzip's own checksum remains.
        if (!globalThis.crypto.subtle) return
        const digest = await crypto.subtle.digest('SHA-256', whole)
        const hex = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
        if (hex !== sha256) throw damaged()
      },
    })
  }

  #progress() {
    const received = this.#sum(this.#received.values())
    const total = this.#sum([...this.#received.keys()].map((name) => this.#described[name].size))
    const megabytes = (bytes) => Math.ceil(bytes / 1e6)
    return received < total ? `Fetching Python: ${megabytes(received)} of ${megabytes(total)} MB` : 'Starting Python'
  }

  /** @param {Iterable<number>} numbers */
  #sum(numbers) {
    return [...numbers].reduce((sum, each) => sum + each, 0)
  }
}
