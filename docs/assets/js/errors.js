// What can't be right: said under its field, and once more at the top with a link to the field. What was typed stays.

import { el, kept } from './dom.js'

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
 * @param {import('./parts.js').Parts} parts
 */
export function showRefusals(refusals, fields, summary, parts) {
  for (const [question, field] of fields) {
    const own = refusals.filter((refusal) => refusal.question === question)
    field.complain(own.flatMap((refusal, n) => kept(complaint(refusal, field, parts, n === 0))))
  }
  summary.hidden = refusals.length === 0
  summary.replaceChildren(...(summary.hidden ? [] : [
    parts.heading(0, {}, 'Please check'),
    el('ul', {}, refusals.map((refusal) => el('li', {}, summaryRow(refusal, fields.get(refusal.question), parts)))),
  ]))
}

/**
 * @param {Refusal} refusal
 * @param {import('./form.js').Field} field
 * @param {import('./parts.js').Parts} parts
 * @param {boolean} first of this field's
 */
function complaint({ code, message, accepted }, field, parts, first) {
  return [
    el('span', { class: 'visually-hidden' }, first ? 'Error: ' : ' '),
    parts.words(sentence(message)),
    code === 'confirm' ? confirmation(field) : field.isTyped && [' Accepted: ', parts.words(accepted), '.'],
  ]
}

/** @param {import('./form.js').Field} field */
function confirmation(field) {
  const what = el('span', { class: 'visually-hidden' }, ` (${field.label})`)
  return el('button', { type: 'button', class: 'q-confirm', 'data-confirm': field.question }, 'Yes, this is right', what)
}

/**
 * @param {Refusal} refusal
 * @param {import('./form.js').Field | undefined} field
 * @param {import('./parts.js').Parts} parts
 */
function summaryRow({ question, message }, field, parts) {
  if (!field) return parts.words(sentence(message))
  return el('a', { href: `#${field.target.id}`, 'data-focus': question }, `${field.label}: `, parts.words(message))
}

/** @param {string} words */
export function sentence(words) {
  return words.charAt(0).toUpperCase() + words.slice(1) + (/[.?!]$/.test(words) ? '' : '.')
}
