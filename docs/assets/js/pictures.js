// Puts the patient of a calculator on the page's pictures. It reads scales off the pictures and values off the answer;
// what it says beside a picture are the answer's own words.

import { el } from './dom.js'
import { shape } from './parts.js'

/** @typedef {{value: number, unit: string, shown: string}} Measured */

const SVG = 'http://www.w3.org/2000/svg'

/** By the kind of picture: what of an answer it shows, or nothing. */
const PUT = { dose: onDoses, time: onTime, pathway: onPathway }

document.addEventListener('answer', (/** @type {CustomEvent} */ event) => {
  /** @type {NodeListOf<HTMLElement>} */
  const pictures = document.querySelectorAll('[data-picture]')
  for (const picture of pictures) PUT[picture.dataset.picture]?.(picture, event.detail?.answer ?? {})
})

/** A weight or a surface with its dose, and a flat dose beside it. */
function onDoses(picture, { regimens = [] }) {
  const one = (id) => regimens.find((regimen) => regimen.id === id)
  const regimen = one(picture.dataset.regimen)
  const flat = one(picture.dataset.flat)
  const plot = picture.querySelector('.plot')
  const marks = []
  const said = []
  if (regimen?.dose && regimen.size) {
    const { low, high } = regimen.dose
    marks.push(upright(plot, regimen.size, low, high, regimen.ends.join('') ? '' : regimen.shown))
    said.push(`${regimen.size.shown}: ${regimen.shown}`)
  }
  if (flat?.size) {
    marks.push(onLine(plot, flat.size, plot.querySelector('.flat').getAttribute('y1'), flat.outcome))
    said.push(`${flat.label}: ${flat.outcome_label}`)
  }
  put(picture, plot, marks, said)
}

/** How long treatment has gone on, across every row. */
function onTime(picture, { clock }) {
  if (!('clock' in picture.dataset)) return
  const time = clock?.elapsed
  for (const track of picture.querySelectorAll('.track[data-x]')) {
    const x = time && along(track.dataset.x, time.value)
    track.querySelector('.you')?.remove()
    if (x) track.append(drawn('line', { class: 'you', x1: x, x2: x, y1: 0, y2: '100%' }))
  }
  say(picture, time ? [`${time.shown}: ${clock.label}`] : [])
}

/** Each box of the pathway with its outcome, as shape and word. */
function onPathway(picture, { criteria = [], therapies = [] }) {
  for (const [kind, results] of [['criterion', criteria], ['therapy', therapies]]) {
    for (const box of picture.querySelectorAll(`[data-${kind}]`)) {
      const found = results.find((result) => result.id === box.dataset[kind])
      box.querySelector('.flow-outcome')?.remove()
      if (found) box.dataset.outcome = found.outcome
      else delete box.dataset.outcome
      if (found) box.append(badge(found))
    }
  }
}

function badge({ outcome, outcome_label: label }) {
  return el('p', { class: `flow-outcome outcome outcome-${outcome}` }, shape(outcome), label)
}

// Marks

/** From one dose to another at a size, with the size and, where there is room for them, the dose's words on the roomier side. */
function upright(plot, { value, shown }, low, high, words) {
  const x = along(plot.dataset.x, value)
  if (!x) return null
  const [top, bottom] = [down(plot, high), down(plot, low)]
  const left = parseFloat(x) > 50
  return drawn('g', { class: 'you' },
    drawn('line', { x1: x, x2: x, y1: top, y2: bottom }),
    drawn('circle', { cx: x, cy: top, r: 4 }),
    drawn('circle', { cx: x, cy: bottom, r: 4 }),
    ...[shown, words].map((line, n) => drawn('text', {
      x, y: (top + bottom) / 2, dx: left ? -10 : 10, dy: words ? `${n * 1.25 - 0.25}em` : '.35em', 'text-anchor': left ? 'end' : 'start',
    }, line)))
}

/** A dose that is the same for everybody: a dot where it is offered, a cross where it isn't. */
function onLine(plot, { value }, y, outcome) {
  const x = along(plot.dataset.x, value)
  if (!x) return null
  const cross = drawn('svg', { x, y }, drawn('path', { d: 'M-5 -5L5 5M5 -5L-5 5' }))
  return drawn('g', { class: `you you-${outcome}` }, outcome === 'met' ? drawn('circle', { cx: x, cy: y, r: 4 }) : cross)
}

function put(picture, plot, marks, said) {
  for (const old of plot.querySelectorAll('.you')) old.remove()
  plot.append(...marks.filter(Boolean))
  say(picture, marks.includes(null) ? [...said, 'outside this picture'] : said)
}

/** The marks in words, for whoever doesn't see them. */
function say(picture, said) {
  const place = picture.querySelector('.pic-said')
  place.textContent = said.join('; ')
  place.hidden = said.length === 0
}

// Scales

/** @returns {string | null} where a value lies from left to right; null outside the picture */
function along(scale, value) {
  const share = shareOf(scale, value)
  return share < 0 || share > 1 ? null : `${share * 100}%`
}

/** Pixels from the top of a picture. */
function down(plot, value) {
  return (1 - shareOf(plot.dataset.y, value)) * plot.getAttribute('height')
}

function shareOf(/** @type {string} */ scale, /** @type {number} */ value) {
  const [low, high] = scale.split('..').map(Number)
  return (value - low) / (high - low)
}

/** @returns {SVGElement} */
function drawn(name, attributes, ...content) {
  const element = document.createElementNS(SVG, name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value))
  element.append(...content)
  return element
}
