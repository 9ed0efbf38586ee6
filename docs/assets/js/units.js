// Another unit for what was typed. The patient's value must not change because a unit did: the core says what the same
// quantity is in the other unit, which is shown beside it, and a reader who meant the digits says so.

import { el } from './dom.js'
import { runtime } from './runtime.js'

/**
 * @param {import('./form.js').Field} field with the other unit chosen already
 * @param {import('./parts.js').Parts} parts
 * @returns {Promise<string>} what was said; nothing where the digits are as typed
 */
export async function restate(field, parts) {
  const { typed } = field
  const unit = field.units.value
  field.remark([])
  if (!unit || unit === typed.unit) {
    if (unit) field.boxes[0].value = typed.value
    return ''
  }
  const found = await runtime.call('convert', { question: field.question, answer: typed, unit }).catch(() => null)
  // The reader has gone on, or there is no such number: the digits stand, and are asked about like any others.
  if (found?.outcome !== 'met' || field.typed !== typed || field.units.value !== unit) return ''
  field.boxes[0].value = found.value
  const label = field.units.selectedOptions[0].text
  field.remark([parts.words(found.text), '. ',
    el('button', { type: 'button', class: 'q-typed', 'data-typed': field.question }, `No, it is ${typed.value} ${label}`)].flat())
  return `${found.text}.`
}
