// Python off the page's thread, so that the page never stalls. Only runtime.js talks to it, in these messages:
//   in   {id, name, json, walks} a call, and whether to say how far it is; one that comes in while Python starts waits for it
//   out  {progress: 'words'}    while starting
//        {ready: 'snapshot'}    once, before the first answer: which way it was started, see start.js
//        {failed: 'why'}        Python can't be used; what that means to an engineer is in the console
//        {id, walked: 1000}     how far a long call is, some ten times a second
//        {id, json}             an answer
//        {id, error: 'why'}     a call that Python didn't answer; others may still be

import { Trouble } from './files.js'
import { start } from './start.js'

/**
 * @param {string} reason in words for a reader
 * @param {unknown} error for the console
 */
function fail(reason, error) {
  console.error(error)
  self.postMessage({ failed: reason })
}

/**
 * @param {number} id of a call
 * @returns {(walked: number) => void}
 */
function progressOf(id) {
  let last = performance.now()
  return (walked) => {
    if (performance.now() - last < 100) return
    last = performance.now()
    self.postMessage({ id, walked })
  }
}

const started = start(new URL('../../python/', import.meta.url), (progress) => self.postMessage({ progress })).then(
  ({ call, way }) => {
    self.postMessage({ ready: way })
    return call
  },
  (error) => fail(error instanceof Trouble ? error.message : 'Python could not be started.', error),
)

self.onmessage = async ({ data: { id, name, json, walks } }) => {
  const call = await started
  // Where there is none, the page has been told, and ends this worker.
  if (!call) return
  try {
    self.postMessage({ id, json: walks ? call(name, json, progressOf(id)) : call(name, json) })
  } catch (error) {
    // An exception of Python's is one call's failure; anything else means that Python itself has come to a stop.
    if (error.name === 'PythonError') self.postMessage({ id, error: error.message })
    else fail('Python has stopped.', error)
  }
}
