// Python off the page's thread, so that the page never stalls. Only runtime.js talks to it, in these messages:
//   in   {id, name, json}       a call
//   out  {progress: 'words'}    while starting
//        {ready: 'snapshot'}    once, before the first call may come in: which way it was started, see start.js
//        {failed: 'why'}        Python can't be used; what that means to an engineer is in the console
//        {id, walked: 1000}     how far a long call is, some ten times a second
//        {id, json}             an answer
//        {id, error: 'why'}     a call that Python didn't answer; others may still be

import { Trouble } from './files.js'
import { start } from './start.js'

/** @type {import('./pyodide.js').Call} */
let call

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

self.onmessage = ({ data: { id, name, json } }) => {
  try {
    self.postMessage({ id, json: call(name, json, progressOf(id)) })
  } catch (error) {
    // An exception of Python's is one call's failure; anything else means that Python itself has come to a stop.
    if (error.name === 'PythonError') self.postMessage({ id, error: error.message })
    else fail('Python has stopped.', error)
  }
}

start(new URL('../../python/', import.meta.url), (progress) => self.postMessage({ progress })).then(
  (started) => {
    call = started.call
    self.postMessage({ ready: started.way })
  },
  (error) => fail(error instanceof Trouble ? error.message : 'Python could not be started.', error),
)
