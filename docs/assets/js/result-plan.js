// The answer of `plan`: what is due and when, as a list in the order of its days, each with its place on one axis.

import { el } from './dom.js'
import { unsaid } from './parts.js'

const SVG = 'http://www.w3.org/2000/svg'
// Room at both ends of the axis, in per cent of its width, so that no mark is cut.
const MARGIN = 3

/**
 * @typedef {object} Line
 * @property {string} act
 * @property {string} what
 * @property {string} says
 * @property {string} when
 * @property {string[]} days
 * @property {string | null} until
 * @property {boolean} goes_on
 * @property {string} layer
 * @property {object[]} citations
 * @property {string[]} defects
 */

/**
 * @param {Record<string, any>} answer
 * @param {import('./parts.js').Parts} parts
 */
export function planResult(answer, parts) {
  const head = parts.head(answer)
  if (answer.outcome === 'refused' || answer.outcome === 'out-of-scope') return [head]
  const { plan } = answer
  const own = unsaid(plan.reasons, answer.reasons)
  return [
    head,
    (plan.name || own.length > 0) && el('article', { class: 'res-plan', 'data-outcome': plan.outcome },
      parts.heading(1, {}, plan.name || 'The plan', ' ', parts.outcome(plan.outcome, plan.outcome_label)),
      plan.dose?.shown && el('p', { class: 'res-dose' }, el('strong', {}, parts.words(plan.dose.shown)), ' ',
        el('span', {}, parts.name('how', plan.dose.id))),
      plan.lines.length === 0 && parts.reasons(own),
      plan.lines.length > 0 && timeline(plan, parts),
      plan.lines.length > 0 && el('p', { class: 'plan-keep' },
        el('button', { type: 'button', class: 'plan-file' }, 'Save as a calendar file'), ' ',
        el('span', { class: 'res-aside' }, 'Made in this page. It names no amount of a dose.')),
      plan.lines.length > 0 && own.length > 0 && el('section', { class: 'plan-open' },
        parts.heading(2, {}, 'Before a dose is shown'), parts.reasons(own)),
      parts.sources(plan.citations, plan.defects)),
  ]
}

/** The result in a line. */
export function planBrief({ plan }, parts) {
  return [parts.mark(plan.outcome), parts.words(plan.outcome_label)]
}

/** What a listener hears. */
export function planSpoken({ outcome, outcome_label: label, reasons, plan }) {
  if (outcome === 'refused') return []
  if (outcome === 'out-of-scope') return [label, ...reasons.map((/** @type {{text: string}} */ reason) => reason.text)]
  if (plan.lines.length === 0) return [plan.outcome_label]
  return [`${plan.name}. ${plan.outcome_label}.`, ...plan.lines.map((/** @type {Line} */ line) => `${line.what}: ${line.when}.`)]
}

/**
 * @param {Record<string, any>} plan
 * @param {import('./parts.js').Parts} parts
 */
function timeline({ lines, ticks, start, end }, parts) {
  const last = [end, ...lines.flatMap((/** @type {Line} */ line) => line.days)].reduce((one, other) => (one > other ? one : other))
  const at = (/** @type {string} */ day) => MARGIN + ((100 - 2 * MARGIN) * (time(day) - time(start))) / (time(last) - time(start))
  const grid = ticks.map((/** @type {{day: string}} */ tick) => at(tick.day))
  return [
    el('div', { class: 'plan-axis', 'aria-hidden': 'true' }, axis(ticks, at)),
    el('ol', { class: 'plan-lines' }, lines.map((/** @type {Line} */ line) =>
      el('li', { 'data-act': line.act, class: line.days.length === 0 && 'plan-undated' },
        el('p', { class: 'plan-what' }, el('b', {}, parts.words(line.what)), ' ', el('span', { class: 'plan-when' }, parts.words(line.when))),
        line.days.length > 0 && lane(line, at, grid),
        el('p', { class: 'plan-says' }, parts.words(line.says)),
        parts.sources(line.citations, line.defects)))),
  ]
}

/** Midnight of a calendar date, the same everywhere. */
function time(/** @type {string} */ day) {
  return Date.parse(`${day}T00:00:00Z`)
}

/**
 * @param {{day: string, text: string}[]} ticks
 * @param {(day: string) => number} at
 */
function axis(ticks, at) {
  return drawn('svg', { class: 'plan-scale', width: '100%', height: 20 }, ticks.map(({ day, text }, n) => {
    const anchor = n === 0 ? 'start' : n === ticks.length - 1 ? 'end' : 'middle'
    const x = n === 0 ? 0 : n === ticks.length - 1 ? 100 : at(day)
    const label = drawn('text', { x: `${x}%`, y: 14, 'text-anchor': anchor })
    label.append(text)
    return label
  }))
}

/**
 * One row of the picture: a dot for each day, a bar for what is due every day. The words beside it say the same.
 * @param {Line} line
 * @param {(day: string) => number} at
 * @param {number[]} grid
 */
function lane({ days, until, goes_on: goesOn }, at, grid) {
  const rules = grid.map((x) => drawn('line', { class: 'plan-rule', x1: `${x}%`, x2: `${x}%`, y1: 0, y2: '100%' }))
  const span = until ? { x1: `${at(days[0])}%`, x2: goesOn ? '100%' : `${at(until)}%`, y1: '50%', y2: '50%' } : null
  const dots = days.map((day) => drawn('circle', { cx: `${at(day)}%`, cy: '50%', r: 4.5 }))
  return drawn('svg', { class: 'plan-lane', width: '100%', height: 18, 'aria-hidden': 'true' },
    [...rules, ...(span ? [drawn('line', { class: 'plan-bar', ...span })] : []), ...dots])
}

/**
 * @param {string} name
 * @param {Record<string, string | number>} attributes
 * @param {Node[]} content
 */
function drawn(name, attributes, content = []) {
  const element = document.createElementNS(SVG, name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value))
  element.append(...content)
  return element
}
