// The answer of `response`: the class of the counts, and where the trial of treatment stands.

import { ahead } from './ahead.js'
import { el } from './dom.js'
import { unsaid } from './parts.js'

/**
 * @param {Record<string, any>} answer
 * @param {import('./parts.js').Parts} parts
 */
export function responseResult(answer, parts) {
  const head = parts.head(answer)
  if (answer.outcome === 'refused' || answer.outcome === 'out-of-scope') return [head]
  const { response, clock } = answer
  return [
    head,
    parts.notes(answer.notes),
    el('article', { class: 'res-response', 'data-outcome': response.outcome, 'data-class': response.class },
      parts.heading(1, {}, 'Class of the counts'),
      el('p', { class: 'res-dose' }, el('strong', {}, parts.words(response.label))),
      response.confirmation && el('p', { class: 'res-confirmation' }, parts.words(response.confirmation)),
      parts.steps(response.working, 'response'),
      parts.reasons(unsaid(response.reasons, answer.reasons)),
      parts.missing(response.missing),
      parts.sources(response.citations, [])),
    el('article', { class: 'res-clock', 'data-outcome': clock.outcome, 'data-clock': clock.clock },
      parts.heading(1, {}, 'Time to judge'),
      el('p', { class: 'res-dose' }, el('strong', {}, parts.words(clock.label.charAt(0).toUpperCase() + clock.label.slice(1)))),
      clock.reasons.map(({ text }) => el('p', { class: 'res-clock-why' }, parts.mark(clock.outcome, true), el('span', {}, parts.words(text)))),
      parts.missing(clock.missing),
      ahead({ id: 'clock', ...clock }, parts),
      parts.sources(clock.citations, clock.defects)),
    parts.derived(answer.derived),
  ]
}

/** The result in a line. */
export function responseBrief(answer, parts) {
  return [parts.mark(answer.response.outcome), parts.words(answer.response.label)]
}

/** What a listener hears. */
export function responseSpoken({ outcome, outcome_label: label, reasons, response, clock }) {
  if (outcome === 'refused') return []
  if (outcome === 'out-of-scope') return [label, ...reasons.map((reason) => reason.text)]
  return [`${response.label}. ${response.confirmation}`, clock.label]
}
