// The answer of `dose`: each regimen with its dose, its working, and why there is none where there is none.

import { ahead } from './ahead.js'
import { el } from './dom.js'
import { unasked, unsaid } from './parts.js'

/**
 * @param {Record<string, any>} answer
 * @param {import('./parts.js').Parts} parts
 * @param {string | undefined} therapy the one that was asked for
 */
export function doseResult(answer, parts, therapy) {
  const head = parts.head(answer)
  // Where nothing can be answered every regimen would only say so again.
  if (answer.outcome === 'refused' || answer.outcome === 'out-of-scope') return [head]
  const owners = [...new Set(answer.regimens.map((regimen) => regimen.therapy))]
  const about = (note, id) => note.therapies.length === 0 ? id === undefined : note.therapies.includes(id)
  return [
    head,
    parts.notes(answer.notes.filter((note) => about(note))),
    owners.map((id) => owned(id, answer, parts, therapy, answer.notes.filter((note) => about(note, id)))),
    parts.derived(answer.derived),
  ]
}

/** The result in a line: the dose where there is one, else the shape of each outcome. */
export function doseBrief(answer, parts, therapy) {
  const [first] = answer.regimens
  if (therapy) return [parts.mark(first.outcome), parts.words(first.shown || first.outcome_label)]
  return ['Doses', parts.row(answer.regimens.map((regimen) => regimen.outcome))]
}

/** What a listener hears: one line for each regimen. */
export function doseSpoken(answer, parts) {
  if (answer.outcome === 'refused') return []
  if (answer.outcome === 'out-of-scope') return [answer.outcome_label, ...answer.reasons.map((reason) => reason.text)]
  return answer.regimens.map(({ therapy, label, shown, outcome_label: outcome }) =>
    `${parts.name('therapy', therapy)}, ${label}: ${shown || outcome}`)
}

function owned(id, answer, parts, therapy, notes) {
  const regimens = answer.regimens.filter((regimen) => regimen.therapy === id)
  // What stands before all of its regimens is said once.
  const shared = regimens.length > 1 ? regimens.map((each) => each.reasons).reduce(inBoth) : []
  const depth = therapy ? 1 : 2
  return el('section', { class: 'res-therapy', 'data-therapy': id },
    !therapy && parts.heading(1, {}, parts.name('therapy', id)),
    parts.notes(notes),
    parts.reasons(unsaid(shared, answer.reasons)),
    regimens.map((regimen) => regimenResult(regimen, [...answer.reasons, ...shared], parts, depth)))
}

function inBoth(some, others) {
  return unsaid(some, unsaid(some, others))
}

function regimenResult(regimen, said, parts, depth) {
  const { id, label, outcome, outcome_label: word, shown, working, details, reasons, missing, citations, defects } = regimen
  const own = unsaid(reasons, said)
  return el('article', { class: 'res-regimen', 'data-regimen': id, 'data-outcome': outcome },
    parts.heading(depth, {}, parts.words(label), ' ', parts.outcome(outcome, word)),
    shown && el('p', { class: 'res-dose' }, el('strong', {}, parts.words(shown)), ' ', el('span', {}, parts.name('how', id))),
    parts.reasons(own),
    parts.missing(unasked(missing, reasons)),
    outcome !== 'met' && ahead(regimen, parts),
    parts.steps(working, id),
    details.length > 0 && el('dl', { class: 'res-details' }, details.map((detail) => detailRow(detail, parts))),
    outcome === 'met' && ahead(regimen, parts),
    parts.sources(citations, defects))
}

function detailRow({ code, label, text, facts }, parts) {
  return el('div', { 'data-detail': code }, el('dt', {}, parts.words(label)),
    el('dd', {}, parts.words(text), facts.slice(0, 1).map((id) => [' ', parts.fact(id, 'source')])))
}
