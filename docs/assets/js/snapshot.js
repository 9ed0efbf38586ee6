// A memory in which Python has imported the core, written down as what differs from a memory in which nothing has run.
//
//   4 bytes      the length of the head
//   head         JSON: {build, call, released, size, page, pages, sha256}, filled up with spaces to a multiple of 4
//   4 bytes each which page, for as many as differ
//   the pages    each of `page` bytes, in the same order
//
// Numbers are little-endian, as in WebAssembly. `build`, `call`, `released` and `size` are those of a Snapshot in pyodide.js,
// and `sha256` is that of the whole memory, which only a test looks at. What writes it is publish/pyodide/snapshot.mjs.

const WORD = 4

/**
 * @param {ArrayBuffer} file
 * @returns {import('./pyodide.js').Snapshot}
 */
export function read(file) {
  const start = new DataView(file).getUint32(0, true)
  const { page, pages, ...about } = JSON.parse(new TextDecoder().decode(new Uint8Array(file, WORD, start)))
  const places = new Uint32Array(file, WORD + start, pages)
  const content = new Uint8Array(file, WORD + start + pages * WORD)
  if (content.length !== pages * page) throw new Error('the snapshot is cut off')
  const restore = (memory) => {
    // Most pages follow each other: whole runs of them are written at once.
    for (let from = 0, to; from < pages; from = to) {
      for (to = from + 1; places[to] === places[to - 1] + 1; to++);
      memory.set(content.subarray(from * page, to * page), places[from] * page)
    }
  }
  return { ...about, restore }
}
