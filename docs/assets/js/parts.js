// The pieces that a result is printed from. Words, numbers and outcomes come from the answer; names for its ids from
// the page's own list. Nothing clinical is decided or worded here.

import { el, joined } from './dom.js'

/**
 * @typedef {object} Reason
 * @property {string} code
 * @property {string} text
 * @property {string[]} questions
 * @property {string[]} facts
 * @property {string[]} defects
 * @property {string} opens
 */

// A shape for each outcome, beside its word: colour alone says nothing.
const SHAPES = {
  met: 'M2.5 8.5l3.4 3.4L13.5 4',
  'not-met': 'M3.5 3.5l9 9m0-9l-9 9',
  unknown: 'M5 5.6a3 3 0 1 1 4.6 2.5C8.5 8.8 8 9.3 8 10.4M8 13.4v.2',
  conflict: 'M2 5.2h11l-3-3m4 8.6H3l3 3',
  suppressed: 'M5.3 1.7h5.4l3.6 3.6v5.4l-3.6 3.6H5.3l-3.6-3.6V5.3zM5 8h6',
  'out-of-scope': 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8zM3.7 3.7l8.6 8.6',
  refused: 'M8 2l6.4 11.6H1.6zm0 4.6v3m0 2.1v.2',
}
const GATES = { open: 'met', closed: 'suppressed', unanswered: 'unknown' }
// So many missing answers stand in a line; more would hide what is known.
const FEW = 4
const SVG = 'http://www.w3.org/2000/svg'

export class Parts {
  #names
  #fields
  #level
  /** What is raised, or said in other words than it is written. */
  #special

  /**
   * @param {Map<string, string>} names
   * @param {Map<string, import('./form.js').Field>} fields
   * @param {number} level of the heading above the result
   */
  constructor(names, fields, level) {
    this.#names = names
    this.#fields = fields
    this.#level = level
    const spoken = [...names.keys()].filter((key) => key.startsWith('spoken ')).map((key) => key.slice('spoken '.length))
    this.#special = new RegExp(`(\\^−?[\\d.]+|${spoken.map(plain).join('|')})`)
  }

  /** The name of a thing that the answer gives by id, or its id. */
  name(/** @type {string} */ kind, /** @type {string} */ id) {
    return this.#names.get(`${kind} ${id}`) ?? id
  }

  /** Words of the answer, with powers raised and what is read out badly said in words as well. */
  words(/** @type {string} */ text) {
    return text.split(this.#special).map((part, n) => {
      if (n % 2 === 0) return part
      if (part.startsWith('^')) return el('sup', {}, hidden('to the power '), part.slice(1))
      return [el('span', { 'aria-hidden': 'true' }, part), hidden(this.name('spoken', part))]
    })
  }

  /** Words of the answer for the ear alone. */
  spoken(/** @type {string} */ text) {
    return text.split(this.#special).map((part, n) => (n % 2 ? this.name('spoken', part) : part)).join('')
  }

  heading(/** @type {number} */ depth, /** @type {Record<string, string>} */ attributes, ...content) {
    return el(`h${Math.min(this.#level + depth, 6)}`, attributes, ...content)
  }

  /** An outcome as shape and word. */
  outcome(/** @type {string} */ outcome, /** @type {string} */ label) {
    return el('span', { class: `outcome outcome-${outcome}` }, shape(outcome), this.words(label))
  }

  /** An outcome as a shape, and its word for the ear where it doesn't stand beside it. */
  mark(/** @type {string} */ outcome, /** @type {boolean} */ spoken = false) {
    return el('span', { class: `mark-of outcome-${outcome}` }, shape(outcome), spoken && hidden(`${outcome.replace('-', ' ')}: `))
  }

  /** The shapes of several outcomes side by side; what they are stands elsewhere. */
  row(/** @type {string[]} */ outcomes) {
    return outcomes.map((outcome) => this.mark(outcome))
  }

  /** Down to the result. */
  arrow() {
    return el('span', { class: 'calc-arrow' }, drawn('M8 3v10m0 0l4-4m-4 4L4 9'))
  }

  fact(/** @type {string} */ id, ...content) {
    return el('a', { href: `facts.html#${id}`, class: 'cite' }, ...content)
  }

  /** Links to what is unclear in the source. */
  defects(/** @type {string[]} */ ids) {
    return ids.map((id) => el('a', { href: `unclear.html#${id}`, class: 'defect-mark' }, id))
  }

  /**
   * Where a result comes from, each place once, and what is unclear there.
   * @param {{fact: string, source: string, locator: string, confidence: string, layer: string}[]} citations
   * @param {string[]} defects
   */
  sources(citations, defects) {
    const places = new Map()
    for (const { fact, source, locator, confidence, layer } of citations) {
      const place = layer === 'source' ? locator : this.name('source', source)
      const key = [source, place, this.#doubt(confidence)].join()
      if (!places.has(key)) places.set(key, el('span', {}, this.fact(fact, place), this.#layer(layer, confidence)))
    }
    if (places.size + defects.length === 0) return null
    return el('p', { class: 'res-sources' },
      places.size > 0 && [el('b', {}, 'Sources: '), joined([...places.values()], ', '), '. '],
      defects.length > 0 && [el('b', {}, 'Unclear in the source: '), joined(this.defects(defects), ', ')])
  }

  /** @param {Reason[]} reasons */
  reasons(reasons) {
    if (reasons.length === 0) return null
    const row = ({ text, facts, defects, opens, questions }) => [
      this.words(text),
      facts.length > 0 && [' ', this.fact(facts[0], 'why')],
      this.defects(defects).map((mark) => [' ', mark]),
      opens && el('span', { class: 'res-opens' }, el('b', {}, 'Opens with: '), this.words(opens), this.#answerHere(questions)),
    ]
    return el('ul', { class: 'res-reasons' }, ...reasons.map((reason) => el('li', {}, row(reason))))
  }

  /** What is still missing, as links to the fields; many of them wait until a reader asks for them. */
  missing(/** @type {string[]} */ questions, key = '') {
    if (questions.length === 0) return null
    if (key && questions.length > FEW) {
      return folding(`missing ${key}`, false, `Still missing: ${questions.length} answers`, el('p', {}, this.fields(questions)))
    }
    return el('p', { class: 'res-missing' }, el('b', {}, 'Still missing: '), this.fields(questions))
  }

  /** Links to the fields of these questions. What is worked out from others leads to those that are not answered. */
  fields(/** @type {string[]} */ questions) {
    return joined(questions.map((id) => this.#field(id)), ' · ')
  }

  /** Gates, with where they stand and what would open them. */
  gates(/** @type {Record<string, any>[]} */ gates) {
    const row = ({ id, label, state, text, opens, facts, missing, defects }) => [
      this.mark(GATES[state]), el('div', { 'data-gate': id, 'data-state': state }, el('b', {}, label), ` ${state}`,
        text && [': ', this.words(text)], ' ', this.fact(facts[0], 'why'), this.defects(defects).map((mark) => [' ', mark]),
        state !== 'open' && el('span', { class: 'res-opens' }, el('b', {}, 'Opens with: '), this.words(opens), this.#answerHere(missing))),
    ]
    return el('ul', { class: 'res-clauses' }, ...gates.map((gate) => el('li', {}, row(gate))))
  }

  steps(/** @type {string[]} */ working, /** @type {string} */ key) {
    if (working.length === 0) return null
    const rows = working.map((step) => el('li', {}, this.words(step)))
    return folding(`working ${key}`, true, 'Working', el('ol', { class: 'res-working' }, ...rows))
  }

  /** @param {{code: string, text: string, questions: string[], facts: string[]}[]} notes */
  notes(notes) {
    return notes.map(({ code, text, questions, facts }) =>
      el('p', { class: `res-note res-note-${code}` }, el('b', {}, 'Note: '), this.words(text),
        questions.length > 0 && [' ', this.fields(questions)], facts.map((id) => [' ', this.fact(id, 'source')])))
  }

  /** @param {{id: string, label: string, shown: string, unit: string, working: string, facts: string[]}[]} derived */
  derived(derived) {
    if (derived.length === 0) return null
    const row = ({ id, label, shown, unit, working, facts }) =>
      el('div', { 'data-derived': id },
        el('dt', {}, label.charAt(0).toUpperCase() + label.slice(1)),
        el('dd', {}, el('b', {}, `${shown} ${this.name('unit', unit)}`), ' ',
          el('span', { class: 'res-aside' }, this.words(working), facts.length > 0 && [' ', this.fact(facts[0], 'source')])))
    return el('section', { class: 'res-derived' }, this.heading(1, {}, 'Worked out from the answers'), el('dl', {}, ...derived.map(row)))
  }

  /**
   * What every answer opens with: why there is none, or not yet.
   * @param {Record<string, any>} answer
   */
  head({ outcome, outcome_label: label, reasons }) {
    if (outcome === 'met') return null
    // What was refused stands in the summary of errors already.
    return el('div', { class: `res-head res-${outcome}` },
      this.heading(1, {}, this.outcome(outcome, label)), outcome !== 'refused' && this.reasons(reasons))
  }

  #layer(layer, confidence) {
    const doubt = this.#doubt(confidence)
    if (layer === 'source' && !doubt) return null
    return [' ', el('span', { class: `layer layer-${layer}` }, doubt ? `${layer}, ${doubt}` : layer)]
  }

  /** What the page calls a figure that isn't sure, if it does. */
  #doubt(confidence) {
    return this.#names.get(`confidence ${confidence}`)
  }

  #answerHere(questions) {
    const links = questions.flatMap((id) => this.#links(id))
    return links.length > 0 && [' (', joined(links, ' · '), ')']
  }

  #field(id) {
    const inputs = this.#names.get(`inputs ${id}`)
    if (inputs === undefined) return this.#links(id)
    const links = this.#links(id)
    return [this.name('derived', id), links.length > 0 && [' (', joined(links, ' · '), ')']]
  }

  /** Links to the open fields behind a question or a derived quantity. */
  #links(id) {
    const inputs = this.#names.get(`inputs ${id}`)
    if (inputs !== undefined) {
      return inputs.split(' ').filter((each) => this.#fields.get(each)?.read() === undefined).flatMap((each) => this.#links(each))
    }
    const field = this.#fields.get(id)
    return field ? [el('a', { href: `#${field.target.id}`, 'data-focus': id }, field.label)] : [id.replaceAll('_', ' ')]
  }
}

/** Questions that no reason asks for already: a reason has its own way to the field. */
export function unasked(/** @type {string[]} */ questions, /** @type {Reason[]} */ reasons) {
  return questions.filter((question) => !reasons.some((reason) => reason.opens && reason.questions.includes(question)))
}

/** Reasons that are not among those already said. */
export function unsaid(/** @type {Reason[]} */ reasons, /** @type {Reason[]} */ said) {
  const known = new Set(said.map((reason) => JSON.stringify(reason)))
  return reasons.filter((reason) => !known.has(JSON.stringify(reason)))
}

/** Text as a regular expression that matches it alone. */
function plain(/** @type {string} */ text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

export function hidden(/** @type {string} */ words) {
  return el('span', { class: 'visually-hidden' }, words)
}

/** A part that folds; by `key` it stays as the reader turned it when the result is printed anew. */
export function folding(key, open, summary, ...content) {
  return el('details', { 'data-key': key, 'data-open': open, open }, el('summary', {}, summary), ...content)
}

export function shape(/** @type {string} */ outcome) {
  return drawn(SHAPES[outcome] ?? SHAPES.unknown)
}

function drawn(/** @type {string} */ line) {
  const picture = document.createElementNS(SVG, 'svg')
  for (const [key, value] of Object.entries({ viewBox: '0 0 16 16', 'aria-hidden': 'true', focusable: 'false' })) {
    picture.setAttribute(key, value)
  }
  const path = document.createElementNS(SVG, 'path')
  path.setAttribute('d', line)
  picture.append(path)
  return picture
}
