// What Python is doing, in words: while it starts, and where it can't.

import { el } from './dom.js'
import { sentence } from './errors.js'

/**
 * @param {HTMLElement} place
 * @param {import('./runtime.js').Status} status
 * @param {string} without what can be read where there is no calculator
 * @param {string} [problem] why a call had no answer, where Python itself still runs
 */
export function showStatus(place, { state, text }, without, problem) {
  place.dataset.state = problem ? 'failed' : state
  if (problem || state === 'failed') return place.replaceChildren(...failure(problem ?? text, without))
  if (state !== 'starting') return place.replaceChildren()
  // How far it has come changes often: that is for the eye, and the sentence for the ear.
  const progress = place.querySelector('.calc-progress')
  if (progress) progress.textContent = text
  else place.replaceChildren(el('span', { class: 'visually-hidden' }, 'Starting Python in this page. '), el('span', { class: 'calc-progress', 'aria-hidden': 'true' }, text))
}

/**
 * @param {string} why
 * @param {string} without
 */
function failure(why, without) {
  return [
    el('b', {}, 'This calculator is not working. '), `${sentence(why)} ${without} `,
    el('button', { type: 'button', class: 'calc-retry' }, 'Try again'),
  ]
}
