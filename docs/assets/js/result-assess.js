// The answer of `assess`: each therapy's sum, then the criteria that it stands on, clause by clause.

import { ahead } from './ahead.js'
import { el, joined } from './dom.js'
import { folding, unsaid } from './parts.js'

/**
 * @param {Record<string, any>} answer
 * @param {import('./parts.js').Parts} parts
 */
export function assessResult(answer, parts) {
  const head = parts.head(answer)
  if (answer.outcome === 'refused' || answer.outcome === 'out-of-scope') return [head]
  const criteria = new Map(answer.criteria.map((criterion) => [criterion.id, criterion]))
  return [
    head,
    parts.notes(answer.notes.filter((note) => note.therapies.length === 0)),
    answer.therapies.map((therapy) => sum(therapy, criteria, answer, parts)),
    el('section', { class: 'res-criteria' },
      parts.heading(1, {}, 'Criterion by criterion'),
      answer.criteria.map((each) => criterionResult(each, parts.outcome(each.outcome, each.outcome_label), parts)),
      criterionResult(answer.phase, phaseName(answer.phase, parts), parts)),
    parts.derived(answer.derived),
  ]
}

/** The result in a line: the shape of each option's outcome. */
export function assessBrief(answer, parts) {
  return ['Options', parts.row(answer.therapies.map((therapy) => therapy.outcome))]
}

/** What a listener hears: one line for each therapy. */
export function assessSpoken(answer) {
  if (answer.outcome === 'refused') return []
  if (answer.outcome === 'out-of-scope') return [answer.outcome_label, ...answer.reasons.map((reason) => reason.text)]
  return answer.therapies.map(({ name, outcome_label: outcome }) => `${name}: ${outcome}`)
}

function sum(therapy, criteria, answer, parts) {
  const { id, name, outcome, outcome_label: word, gates, reasons, missing, notes } = therapy
  const own = gates.filter((gate) => !answer.gates.some((common) => common.id === gate.id))
  return el('article', { class: 'res-therapy', 'data-therapy': id, 'data-outcome': outcome },
    parts.heading(1, {}, name, ' ', parts.outcome(outcome, word)),
    el('ul', { class: 'res-clauses' }, ...therapy.criteria.map((each) => clause(criteria.get(each), parts))),
    parts.reasons(unsaid(reasons, answer.reasons).filter((reason) => reason.code === 'gate-closed')),
    parts.missing(missing, id),
    ahead(therapy, parts),
    parts.notes(notes),
    own.length > 0 && folding(`gates ${id}`, false, 'Safety gates', parts.gates(own)))
}

/** A criterion in a therapy's sum: its outcome, and the way to its clauses. */
function clause({ id, label, outcome, outcome_label: word, sides }, parts) {
  const lines = sides.map((side) => lineWords(side.lines))
  return el('li', {}, parts.mark(outcome),
    el('div', {}, el('a', { href: `#${anchor(id)}`, 'data-unfold': id }, label),
      el('span', { class: 'res-aside' }, ` ${word}`, lines.length > 0 && ` (${lines.join(' and ')})`)))
}

/** A phase is no matter of being met: its name stands where a criterion has its outcome. */
function phaseName({ band_texts: bands, outcome, outcome_label: word }, parts) {
  return bands.length > 0 ? el('span', { class: 'outcome' }, bands.join(' / ')) : parts.outcome(outcome, word)
}

function criterionResult(criterion, badge, parts) {
  const { id, label, outcome, text, why, reading, band_texts: bands, sides, reasons, missing, notes, citations, defects } = criterion
  const summary = [parts.heading(2, {}, label), ' ', badge]
  return el('div', { class: 'res-criterion', id: anchor(id), 'data-criterion': id, 'data-outcome': outcome },
    folding(id, sides.length > 0, summary,
      bands.length > 0 && el('p', { class: 'res-bands' }, joined(bands.map((band) => el('b', {}, parts.words(band))), ', ')),
      why ? clauses(why, parts) : el('p', {}, parts.words(text)),
      sides.length > 0 && bothSides(sides, parts),
      parts.reasons(reasons),
      parts.missing(missing),
      reading && reasons.every((reason) => reason.text !== reading) && el('p', { class: 'res-reading' }, el('b', {}, 'How it is read: '), parts.words(reading)),
      notes.map((note) => el('p', { class: 'res-aside' }, el('b', {}, 'Beside it: '), parts.words(parts.name('fact', note)), ' ', parts.fact(note, 'source'))),
      parts.sources(citations, defects)))
}

/** What was found, clause by clause: the whole has its outcome in the heading already. */
function clauses(found, parts) {
  const inner = innerOf(found)
  if (inner.length === 0) return el('ul', { class: 'res-why' }, finding(found, parts))
  return [el('p', {}, parts.words(found.text)), el('ul', { class: 'res-why' }, inner.map((part) => finding(part, parts)))]
}

/** A clause and what it is made of. */
function finding(found, parts) {
  const inner = innerOf(found)
  return el('li', {}, parts.mark(found.outcome, true), el('span', {}, parts.words(found.text)),
    inner.length > 0 && el('ul', { class: 'res-why' }, inner.map((part) => finding(part, parts))))
}

/** The parts of a clause; one that only repeats its whole is left out. */
function innerOf(found) {
  let inner = found.parts
  while (inner.length === 1 && found.text.startsWith(inner[0].text)) inner = inner[0].parts
  return inner
}

function bothSides(sides, parts) {
  const row = ({ fact, lines, text }) =>
    el('li', { 'data-side': fact }, el('b', {}, lineWords(lines)), ' ', parts.words(text), ' ', parts.fact(fact, 'source'))
  return el('div', { class: 'res-sides' }, el('p', {}, el('b', {}, 'Both sides')), el('ul', {}, sides.map(row)))
}

function lineWords(lines) {
  return `${lines.length > 1 ? 'lines' : 'line'} ${lines.join(', ')}`
}

function anchor(id) {
  return `result-${id}`
}
