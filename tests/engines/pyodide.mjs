// Python as the page's worker runs it, under Node: node pyodide.mjs small|snapshot FOLDER, with the files of the bundle unpacked.
//   out  {"python": "3.13.2"}                                            once, when Python is ready
//   in   {"calls": [[name, json], …], "whole": true | false}             one line for each batch
//   out  {"seconds": 1.2, "hash": "…"}, or {"seconds": 1.2, "answers": ["…", …]} for the whole of them
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { startFromSnapshot, startSmall } from '../../docs/assets/js/pyodide.js'
import { read } from '../../docs/assets/js/snapshot.js'
import { place } from '../../publish/pyodide/place.mjs'

const [way, folder] = process.argv.slice(2)
const here = place(folder, `${folder}/library.zip`)
const ways = {
  small: () => startSmall(here),
  // As in the page, there is no library: what the snapshot lacks can't be imported.
  snapshot: () => startFromSnapshot({ ...here, library: '/dev/null' }, read(new Uint8Array(readFileSync(`${folder}/snapshot`)).buffer)),
}
const call = await ways[way]()

/** What a call answers; where it raises, what it raised, which equals no answer. */
function answer([name, json]) {
  try {
    return call(name, json)
  } catch (error) {
    return `raised ${error.message}`
  }
}

const say = (message) => process.stdout.write(`${JSON.stringify(message)}\n`)

say({ python: here.lock.info.python })
for await (const line of createInterface({ input: process.stdin })) {
  const { calls, whole } = JSON.parse(line)
  const start = performance.now()
  const answers = calls.map(answer)
  const seconds = (performance.now() - start) / 1000
  say(whole ? { seconds, answers } : { seconds, hash: createHash('sha256').update(answers.join('\n')).digest('hex') })
}
