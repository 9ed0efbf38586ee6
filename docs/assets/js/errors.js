// What can't be right: said under its field, and once more at the top with a link to the field. What was typed stays.

import { el } from './dom.js'

/**
 * @typedef {object} Refusal
 * @property {string} question
 * @property {string} code
 * @property {string} message
 * @property {string} accepted
 */

/**
 * @param {Refusal[]} refusals
 * @param {Map<string, import('./form.js').Field>} fields
 * @param {HTMLElement} summary
 * @param {number} level of the summary's heading
 */
export function showRefusals(refusals, fields, summary, level) {
  for (const [question, field] of fields) {
    const own = refusals.filter((refusal) => refusal.question === question)
    field.complain(own.length ? complaint(own, field) : [])
  }
  summary.hidden = refusals.length === 0
  if (summary.hidden) return summary.replaceChildren()
  const rows = refusals.map((refusal) => summaryRow(refusal, fields.get(refusal.question)))
  summary.replaceChildren(
    el(`h${level}`, { id: `${summary.id}-title` }, 'Please check'),
    el('ul', {}, ...rows),
  )
}

/**
 * @param {Refusal[]} refusals of one field
 * @param {import('./form.js').Field} field
 */
function complaint(refusals, field) {
  return refusals.flatMap(({ code, message, accepted }, n) => [
    el('span', { class: 'visually-hidden' }, n ? ' ' : 'Error: '),
    sentence(message),
    code === 'confirm' ? confirmation(field) : field.isTyped && ` Accepted: ${accepted}.`,
  ]).filter(Boolean)
}

/** @param {import('./form.js').Field} field */
function confirmation(field) {
  const what = el('span', { class: 'visually-hidden' }, `: ${field.label}`)
  return el('button', { type: 'button', class: 'q-confirm', 'data-confirm': field.question }, 'Yes, this is right', what)
}

/**
 * @param {Refusal} refusal
 * @param {import('./form.js').Field | undefined} field
 */
function summaryRow({ question, message }, field) {
  if (!field) return el('li', {}, sentence(message))
  return el('li', {}, el('a', { href: `#${field.target.id}`, 'data-focus': question }, `${field.label}: ${message}`))
}

/** @param {string} words */
export function sentence(words) {
  return words.charAt(0).toUpperCase() + words.slice(1) + (/[.?!]$/.test(words) ? '' : '.')
}
