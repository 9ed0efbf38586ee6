// A link that carries the answers, in the part of an address that a browser never sends. It is made when a reader asks
// for it; when it is opened the answers are taken out of the address at once, and are kept as any others: in memory.

import { patient } from './patient.js'

const MARK = '#patient='

/**
 * @param {Record<string, import('./patient.js').Answer>} answers
 * @returns {string} this page's address with the answers in it
 */
export function linkTo(answers) {
  const bytes = new TextEncoder().encode(JSON.stringify(answers))
  const text = btoa(String.fromCodePoint(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
  return location.origin + location.pathname + MARK + text
}

/**
 * What a link holds. Whoever wrote it may have written anything: only what has the shape of an answer is taken, the core
 * reads it like typed text, and what was confirmed has to be confirmed again.
 * @param {string} text
 * @returns {Record<string, import('./patient.js').Answer>}
 */
function answersIn(text) {
  try {
    const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.codePointAt(0))
    const held = Object.entries(JSON.parse(new TextDecoder().decode(bytes)))
    return Object.fromEntries(held.map(([question, answer]) => [question, plain(answer)]).filter(([, answer]) => answer !== undefined))
  } catch {
    return {}
  }
}

/** @param {any} answer */
function plain(answer) {
  if (typeof answer === 'string') return answer
  if (Array.isArray(answer)) return answer.filter((each) => typeof each === 'string')
  if (typeof answer?.value !== 'string') return undefined
  return typeof answer.unit === 'string' ? { value: answer.value, unit: answer.unit } : { value: answer.value }
}

function open() {
  if (!location.hash.startsWith(MARK)) return
  const answers = answersIn(location.hash.slice(MARK.length))
  history.replaceState(history.state, '', location.pathname + location.search)
  patient.open(answers)
}

open()
addEventListener('hashchange', open)
