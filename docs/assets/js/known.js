// The strip that goes with the reader from one calculator to the next: what is known of the patient, each answer with a
// way to change it and a way to forget it.

import { dayInWords, el } from './dom.js'
import { hidden } from './parts.js'
import { patient } from './patient.js'

/**
 * @param {HTMLElement} strip
 * @param {Map<string, import('./form.js').Field>} fields those of the form below it
 * @param {string} day
 */
export function showKnown(strip, fields, day) {
  const held = [...strip.querySelectorAll('button')].indexOf(document.activeElement)
  const said = patient.said().filter(([, words]) => words)
  strip.hidden = said.length === 0
  strip.querySelector('ul').replaceChildren(...(strip.hidden ? [] : chips(said, fields, day)))
  if (held >= 0) handOn(held, strip, fields)
}

function chips(said, fields, day) {
  const own = said.filter(([question]) => fields.get(question)?.isAsked)
  const others = said.filter(([question]) => !fields.get(question)?.isAsked)
  return [
    el('li', { class: 'known-day' }, 'Date ', el('b', {}, dayInWords(day))),
    ...own.map(([question, words]) => chip(question, words, true)),
    ...others.map(([question, words]) => chip(question, words, false)),
  ]
}

/** The button that had the focus is gone: it goes to the one in its place, or to the form's first question. */
function handOn(held, strip, fields) {
  const buttons = [...strip.querySelectorAll('li button')]
  const next = buttons[Math.min(held, buttons.length - 1)] ?? [...fields.values()].find((field) => field.isAsked)
  next.focus()
}

/**
 * @param {string} question
 * @param {import('./patient.js').Words} words
 * @param {boolean} isOwn whether this calculator asks it
 */
function chip(question, { name, said }, isOwn) {
  const words = [`${name} `, el('b', {}, said)]
  return el('li', { class: isOwn ? null : 'known-elsewhere', title: isOwn ? null : 'Not asked here' },
    isOwn ? el('button', { type: 'button', class: 'known-change', 'data-focus': question }, hidden('Change: '), words) : el('span', {}, words),
    el('button', { type: 'button', class: 'known-forget', 'data-forget': question }, el('span', { 'aria-hidden': 'true' }, '×'), hidden(`Forget ${name}`)))
}
