// What would change a result, and which question to answer next: said by the core, shown where it helps.

import { el } from './dom.js'
import { sentence } from './errors.js'
import { folding } from './parts.js'

/**
 * The nearest change in sight, what else there is folded away.
 * @param {{id: string, changes: {question: string, text: string, outcome: string, on: string | null}[]}} result
 * @param {import('./parts.js').Parts} parts
 */
export function ahead({ id, changes }, parts) {
  if (changes.length === 0) return null
  const row = ({ text, on, question }) =>
    el('li', { 'data-change': question, class: on ? 'is-dated' : null }, el('span', { class: 'res-turn', 'aria-hidden': 'true' }, '↪'), el('span', {}, parts.words(text)))
  // What leads on is in sight; what would only spoil it can wait.
  const shown = changes[0].outcome === 'met' || changes[0].on ? 1 : 0
  return el('div', { class: 'res-ahead' },
    shown > 0 && el('ul', {}, row(changes[0])),
    changes.length > shown && folding(`changes ${id}`, false, shown ? 'What else would change this' : 'What would change this',
      el('ul', {}, changes.slice(shown).map(row))))
}

/**
 * @param {{question: string, text: string} | null} next
 * @param {Map<string, import('./form.js').Field>} fields
 * @param {import('./parts.js').Parts} parts
 */
export function nextQuestion(next, fields, parts) {
  for (const [question, field] of fields) field.suggest(question === next?.question ? next.text : '')
  const field = next && fields.get(next.question)
  if (!field) return null
  return el('p', { class: 'res-next' }, el('b', {}, 'Most useful next: '),
    el('a', { href: `#${field.target.id}`, 'data-focus': next.question }, sentence(field.label)), ' ', parts.words(next.text))
}
