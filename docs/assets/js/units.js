// Another unit for what was typed. The patient's value must not change because a unit did, not even by a rounding: the
// answer stays the one that was typed, the core says what that is in the other unit, and a reader who meant the digits
// says so.

import { el } from './dom.js'
import { runtime } from './runtime.js'

/**
 * @param {import('./form.js').Field} field with the other unit chosen already
 * @param {import('./parts.js').Parts} parts
 * @returns {Promise<string | null>} what was said; null where the digits stand, and the answer is another one
 */
export async function restate(field, parts) {
  const { typed } = field
  const unit = field.units.value
  if (unit === typed.unit) {
    field.restate(typed.value)
    return ''
  }
  const found = unit && (await runtime.call('convert', { question: field.question, answer: typed, unit }).catch(() => null))
  // The reader has gone on meanwhile: that is seen to elsewhere.
  if (field.typed !== typed || field.units.value !== unit) return ''
  if (found?.outcome !== 'met') return null
  const label = field.units.selectedOptions[0].text
  const button = el('button', { type: 'button', class: 'q-typed', 'data-typed': field.question }, `No, it is ${typed.value} ${label}`)
  field.restate(found.value, [...parts.words(found.text), '. ', button].flat())
  return `${found.text}.`
}
